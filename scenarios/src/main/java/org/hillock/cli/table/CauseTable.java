package org.hillock.cli.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hillock.cause.Contribution;
import org.hillock.cause.Explanation;
import org.hillock.text.Text;

/** Why a neuron fired, for people. */
public final class CauseTable {

  private static final double NOTHING = 5e-7;

  private CauseTable() {}

  /**
   * Lines.
   *
   * @param most single spikes that are listed
   */
  public static List<String> lines(Explanation explanation, int most) {
    List<String> lines = new ArrayList<>();
    lines.add(
        explanation.neuron()
            + " fires at "
            + Text.milliseconds(explanation.time())
            + ", when V_m is "
            + millivolts(explanation.potential())
            + " mV above rest"
            + (explanation.threshold().isPresent()
                ? "; the threshold is at "
                    + millivolts(explanation.threshold().getAsDouble())
                    + " mV"
                : ""));
    lines.add("");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("came by", "receptor", "arrivals", "mV"));
    for (Explanation.Sum sum : explanation.sums()) {
      rows.add(
          List.of(
              sum.way(), sum.receptor(), Text.count(sum.spikes()), millivolts(sum.potential())));
    }
    for (Map.Entry<String, Double> entry : explanation.others().entrySet()) {
      if (Math.abs(entry.getValue()) > NOTHING) {
        rows.add(List.of(entry.getKey(), "", "", millivolts(entry.getValue())));
      }
    }
    rows.add(List.of("all together", "", "", millivolts(explanation.potential())));
    lines.addAll(Text.table(rows, 2));
    List<Contribution> largest = explanation.largest(most);
    if (!largest.isEmpty()) {
      lines.add("");
      lines.add("the spikes that made most of it");
      lines.addAll(Text.table(single(largest, explanation.weightUnit()), 2));
    }
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "the same account of the last sample before is %.1g mV off what was recorded",
            explanation.misfit()));
    return lines;
  }

  private static List<List<String>> single(List<Contribution> largest, String unit) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("from", "by", "sent [ms]", "arrived [ms]", "weight [" + unit + "]", "mV"));
    for (Contribution each : largest) {
      rows.add(
          List.of(
              each.source().isEmpty() ? "outside" : each.source(),
              each.way(),
              Double.isNaN(each.sent()) ? "" : time(each.sent()),
              time(each.arrival()),
              Text.number(each.weight()),
              millivolts(each.potential())));
    }
    return rows;
  }

  private static String time(double time) {
    return String.format(Locale.ROOT, "%.3f", time);
  }

  private static String millivolts(double value) {
    return String.format(Locale.ROOT, "%.4f", Math.abs(value) < NOTHING / 10 ? 0.0 : value);
  }

  /** All contributions as the lines of a table in a file. */
  public static List<String> csv(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add("kind,by,source,receptor,sent_ms,arrival_ms,weight,potential_mV");
    for (Contribution each : explanation.contributions()) {
      lines.add(
          String.join(
              ",",
              "spike",
              each.way(),
              each.source(),
              each.receptor(),
              Double.isNaN(each.sent()) ? "" : Double.toString(each.sent()),
              Double.toString(each.arrival()),
              Double.toString(each.weight()),
              Double.toString(each.potential())));
    }
    explanation.others().forEach((name, made) -> lines.add("other," + name + ",,,,,," + made));
    return lines;
  }
}
