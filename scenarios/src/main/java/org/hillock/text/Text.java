package org.hillock.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers and tables for people. */
public final class Text {

  private Text() {}

  /** Bytes in MiB or GiB. */
  public static String mebibytes(double bytes) {
    return bytes < 0x1p30
        ? String.format(Locale.ROOT, "%.0f MiB", Math.ceil(bytes / 0x1p20))
        : String.format(Locale.ROOT, "%.1f GiB", bytes / 0x1p30);
  }

  /** A count with thousands set apart. */
  public static String count(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  /** A count with what is counted: 1 neuron, 2 neurons. */
  public static String count(double number, String singular, String plural) {
    return count(number) + " " + (number == 1 ? singular : plural);
  }

  /** An energy in the unit that suits its size. */
  public static String picojoules(double picojoules) {
    String[] units = {"pJ", "nJ", "µJ", "mJ", "J", "kJ"};
    double energy = picojoules;
    int unit = 0;
    while (unit < units.length - 1 && Math.abs(energy) >= 999.5) {
      energy /= 1000;
      unit++;
    }
    return number(energy) + " " + units[unit];
  }

  /** A number with about three digits, or a dash if there is none. */
  public static String number(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    double size = Math.abs(value);
    int decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A time as it was given, without needless zeros. */
  public static String milliseconds(double time) {
    return new NumberText().of(time) + " ms";
  }

  /** Seconds in a form that suits their size. */
  public static String seconds(double seconds) {
    if (seconds < 60) {
      return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
  }

  /**
   * Rows in columns: the first column and those named are flush left, numbers flush right.
   *
   * @param leftColumns how many columns from the first are flush left
   */
  public static List<String> table(List<List<String>> rows, int leftColumns) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String padding = " ".repeat(widths[i] - row.get(i).length());
        line.append(i == 0 ? "  " : "   ")
            .append(i < leftColumns ? row.get(i) + padding : padding + row.get(i));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
