package org.hillock.cli.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hillock.bench.ChipCost;
import org.hillock.text.Text;

/** What the compiler makes of standard networks, for people line by line and for programs. */
public final class ChipTable {

  private static final String LINE = "%-22s %-16s %7s %7s %7s %10s %9s %9s";

  private ChipTable() {}

  public static String heading() {
    return String.format(
        LINE, "network", "chip", "bound", "cores", "split", "traffic", "time", "heap");
  }

  public static String line(ChipCost.Row row) {
    String line =
        String.format(
            Locale.ROOT,
            LINE,
            row.name(),
            row.target(),
            row.refusal().isEmpty() ? Text.count(row.bound()) : "",
            row.refusal().isEmpty() ? Text.count(row.cores()) : "refused",
            row.refusal().isEmpty() ? Text.count(row.splitCores()) : "",
            Double.isNaN(row.traffic()) ? "" : String.format(Locale.ROOT, "%.3f", row.traffic()),
            Text.seconds(row.seconds()),
            Text.mebibytes(row.megabytes() * 0x1p20));
    return row.refusal().isEmpty() ? line : line + "\n  " + row.refusal().replace("\n", "\n  ");
  }

  public static List<String> csv(List<ChipCost.Row> rows) {
    List<String> lines = new ArrayList<>();
    lines.add("network,chip,bound,cores,split_cores,hop_traffic,seconds,heap_mib");
    for (ChipCost.Row row : rows) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s,%s,%d,%d,%d,%.5f,%.3f,%d",
              row.name().replace(",", ""),
              row.target(),
              row.bound(),
              row.cores(),
              row.splitCores(),
              row.traffic(),
              row.seconds(),
              row.megabytes()));
    }
    return lines;
  }
}
