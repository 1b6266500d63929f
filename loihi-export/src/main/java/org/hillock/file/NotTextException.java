package org.hillock.file;

import java.io.IOException;
import java.nio.file.Path;

/** A file that should be text but has bytes that are not UTF-8. */
public final class NotTextException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient int line;
  private final transient int column;
  private final String found;

  NotTextException(Path file, int line, int column, String found) {
    super(file + ":" + line + ":" + column + ": not a text file in UTF-8: " + found);
    this.line = line;
    this.column = column;
    this.found = found;
  }

  /** Where it is in the file, what stands there and what to do about it. */
  public String sentence() {
    return "line "
        + line
        + ", column "
        + column
        + ": "
        + found
        + "; expected text in UTF-8, as which the file is to be saved";
  }

  /** The line, from 1. */
  public int line() {
    return line;
  }

  /** The column, from 1, in characters. */
  public int column() {
    return column;
  }

  /** What stands there, a phrase. */
  public String found() {
    return found;
  }
}
