package org.hillock.io;

import java.io.IOException;
import java.nio.file.Path;

/** A file of a result folder that is not what it should be. */
public final class ResultFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param file which file
   * @param line which line, from 1; 0 for the whole file
   * @param problem what is wrong
   */
  public ResultFormatException(Path file, int line, String problem) {
    super(file + (line > 0 ? ":" + line : "") + ": " + problem);
  }
}
