package org.hillock.io;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a table that a run has written: a header, then as many cells in every line. */
final class CsvReader implements Closeable {

  private final Path file;
  private final BufferedReader in;
  private final List<String> header;
  private int line = 1;
  private String[] cells = new String[0];

  CsvReader(Path file) throws IOException {
    this.file = file;
    this.in = Files.newBufferedReader(file);
    String first = in.readLine();
    this.header = first == null ? List.of() : List.of(first.split(",", -1));
  }

  List<String> header() {
    return header;
  }

  /** Moves to the next line; false at the end. */
  boolean next() throws IOException {
    String text = in.readLine();
    if (text == null) {
      return false;
    }
    line++;
    cells = text.split(",", -1);
    if (cells.length != header.size()) {
      throw new ResultFormatException(
          file, line, "found " + cells.length + " cells; the header has " + header.size());
    }
    return true;
  }

  String text(int column) {
    return cells[column];
  }

  double number(int column) throws IOException {
    try {
      return Double.parseDouble(cells[column]);
    } catch (NumberFormatException e) {
      throw new ResultFormatException(file, line, "'" + cells[column] + "' is not a number");
    }
  }

  int integer(int column) throws IOException {
    try {
      return Integer.parseInt(cells[column]);
    } catch (NumberFormatException e) {
      throw new ResultFormatException(file, line, "'" + cells[column] + "' is not a whole number");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
