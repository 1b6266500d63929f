package org.hillock.scenario.source;

/**
 * Where something stands in a text. Line 0 means that it stands in no file: it came from the
 * command line.
 *
 * @param file name of the file, or the option of the command line
 * @param line from 1, or 0
 * @param column from 1, or 0
 */
public record Place(String file, int line, int column) {

  /** Some columns further right on the same line. */
  Place shifted(int columns) {
    return line == 0 ? this : new Place(file, line, column + columns);
  }
}
