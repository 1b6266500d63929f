package org.hillock.file;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file to be read that is a device or a pipe. It may have no end, and it cannot be read again to
 * find the place of a mistake.
 */
public final class SpecialFileException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What is wrong and what helps, a phrase that follows the name of the file. */
  public static final String FAULT =
      "is a device or a pipe, which may have no end; write what it gives to a file and name that";

  private SpecialFileException(Path file) {
    super("'" + file + "' " + FAULT);
  }

  /** Refuses what is no regular file; one that is missing is reported where it is opened. */
  public static void refuse(Path file) throws SpecialFileException {
    if (WholeFile.isSpecial(file)) {
      throw new SpecialFileException(file);
    }
  }
}
