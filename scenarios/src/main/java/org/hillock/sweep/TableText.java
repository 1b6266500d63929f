package org.hillock.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.io.ResultFormatException;

/** Reads a table of CSV (RFC 4180) whose lines all have as many cells. */
final class TableText {

  private final Path file;
  private final String text;
  private int at;
  private int line = 1;

  private TableText(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * Its lines, the first with the headings.
   *
   * @throws ResultFormatException if a quote is not closed, or a line has more or fewer cells
   */
  static List<List<String>> parse(Path file, String text) throws ResultFormatException {
    return new TableText(file, text).lines();
  }

  private List<List<String>> lines() throws ResultFormatException {
    List<List<String>> lines = new ArrayList<>();
    do {
      int number = line;
      List<String> cells = cells();
      if (!lines.isEmpty() && cells.size() != lines.get(0).size()) {
        throw new ResultFormatException(
            file,
            number,
            "found " + cells.size() + " cells; expected " + lines.get(0).size() + "; sweep again");
      }
      lines.add(cells);
    } while (at < text.length());
    return lines;
  }

  private List<String> cells() throws ResultFormatException {
    List<String> cells = new ArrayList<>();
    while (true) {
      cells.add(cell());
      if (at >= text.length()) {
        return cells;
      }
      char end = text.charAt(at++);
      if (end == '\n') {
        line++;
        return cells;
      }
    }
  }

  private String cell() throws ResultFormatException {
    if (at >= text.length() || text.charAt(at) != '"') {
      int begin = at;
      while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
        at++;
      }
      return text.substring(begin, at).replace("\r", "");
    }
    StringBuilder cell = new StringBuilder();
    int begun = line;
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' && (at + 1 == text.length() || text.charAt(at + 1) != '"')) {
        at++;
        return cell.toString();
      }
      at += c == '"' ? 1 : 0;
      line += c == '\n' ? 1 : 0;
      cell.append(c);
    }
    throw new ResultFormatException(file, begun, "a quote is not closed; sweep again");
  }
}
