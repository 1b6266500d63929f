package org.hillock.stimulus.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hillock.stimulus.StimulusException;

/**
 * Events as text, a line each: x, y, t in microseconds, and polarity, which is 1 for brighter and 0
 * or -1 for darker. A header may say the columns in another order; lines that begin with # do not
 * count.
 */
final class CsvEvents {

  private static final List<String> USUAL = List.of("x", "y", "t", "polarity");

  private CsvEvents() {}

  static void read(byte[] bytes, String name, EventTaker events) throws StimulusException {
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\\R", -1);
    List<String> columns = USUAL;
    boolean first = true;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\\s*[,;\\s]\\s*");
      if (first && Character.isLetter(line.charAt(0))) {
        columns = header(cells, name);
      } else {
        event(cells, columns, name + ":" + (i + 1), events);
      }
      first = false;
    }
  }

  private static List<String> header(String[] cells, String name) throws StimulusException {
    List<String> columns =
        Arrays.stream(cells)
            .map(cell -> cell.toLowerCase(Locale.ROOT))
            .map(cell -> cell.equals("p") ? "polarity" : cell)
            .map(cell -> cell.equals("timestamp") || cell.equals("t_us") ? "t" : cell)
            .toList();
    for (String wanted : USUAL) {
      if (!columns.contains(wanted)) {
        throw new StimulusException(
            "'" + name + "' has no column '" + wanted + "'",
            "expected x, y, t in microseconds, and polarity");
      }
    }
    return columns;
  }

  private static void event(String[] cells, List<String> columns, String at, EventTaker events)
      throws StimulusException {
    if (cells.length < columns.size()) {
      throw new StimulusException(
          at + ": " + cells.length + " values", "expected " + String.join(", ", columns));
    }
    long[] values = new long[USUAL.size()];
    for (int i = 0; i < values.length; i++) {
      String cell = cells[columns.indexOf(USUAL.get(i))];
      try {
        values[i] = Long.parseLong(cell);
      } catch (NumberFormatException e) {
        throw new StimulusException(
            at + ": " + USUAL.get(i) + " is '" + cell + "'", "expected a whole number");
      }
    }
    if (values[3] < -1 || values[3] > 1) {
      throw new StimulusException(at + ": polarity is " + values[3], "expected 1, 0 or -1");
    }
    int x = (int) Math.max(-1, Math.min(Integer.MAX_VALUE, values[0]));
    int y = (int) Math.max(-1, Math.min(Integer.MAX_VALUE, values[1]));
    events.take(values[2], x, y, values[3] > 0);
  }
}
