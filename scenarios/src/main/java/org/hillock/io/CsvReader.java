package org.hillock.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.hillock.file.TextFile;

/** Reads a table that a run has written: a header, then as many cells in every line. */
final class CsvReader implements Closeable {

  private final Path file;
  private final TextFile in;
  private final int columns;
  private String[] cells = new String[0];

  /**
   * Opens a table.
   *
   * @throws ResultFormatException if its first line is another one
   */
  CsvReader(Path file, String header) throws IOException {
    this.file = file;
    this.in = TextFile.open(file);
    this.columns = header.split(",", -1).length;
    if (!header.equals(in.next())) {
      in.close();
      throw new ResultFormatException(file, 1, "the first line is not '" + header + "'");
    }
  }

  /** Moves to the next line; false at the end. */
  boolean next() throws IOException {
    String text = in.next();
    if (text == null) {
      return false;
    }
    cells = text.split(",", -1);
    if (cells.length != columns) {
      throw wrong("found " + cells.length + " cells; the header has " + columns);
    }
    return true;
  }

  /** What is wrong with the present line. */
  ResultFormatException wrong(String problem) {
    return new ResultFormatException(file, in.line(), problem);
  }

  String text(int column) {
    return cells[column];
  }

  /** A number, which may be none ("NaN") but not beyond all bounds. */
  double number(int column) throws IOException {
    try {
      double number = Double.parseDouble(cells[column]);
      if (!Double.isInfinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw wrong("'" + cells[column] + "' is not a number");
  }

  /** A time, which is a number. */
  double time(int column) throws IOException {
    double time = number(column);
    if (Double.isNaN(time)) {
      throw wrong("'" + cells[column] + "' is not a time");
    }
    return time;
  }

  /** A whole number from 0 on. */
  int index(int column) throws IOException {
    try {
      int number = Integer.parseInt(cells[column]);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw wrong("'" + cells[column] + "' is not a whole number, 0 or more");
  }

  /** A neuron of a population: the two are of one network. */
  int neuron(int populationColumn, int neuronColumn, Map<String, Integer> sizes)
      throws IOException {
    Integer size = sizes.get(cells[populationColumn]);
    if (size == null) {
      throw wrong("'" + cells[populationColumn] + "' is none of the populations " + sizes.keySet());
    }
    int neuron = index(neuronColumn);
    if (neuron >= size) {
      throw wrong(
          "there is no neuron "
              + neuron
              + ": '"
              + cells[populationColumn]
              + "' has those from 0 to "
              + (size - 1));
    }
    return neuron;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
