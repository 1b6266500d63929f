package org.hillock.loihi.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.estimate.CostEstimate;
import org.hillock.loihi.quantise.PathwayReport;
import org.hillock.loihi.quantise.PopulationReport;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.words.Words;

/** A mapping in a page for people. */
public final class MappingSummary {

  private MappingSummary() {}

  /** The page, ending with a line break. */
  public static String of(Mapping mapping) {
    StringBuilder text = new StringBuilder();
    ChipProfile profile = mapping.profile();
    text.append(
        mapping.subject().name()
            + " on "
            + profile.name()
            + ": "
            + Words.count(mapping.neurons(), "neuron")
            + " and "
            + Words.count(mapping.synapses(), "synapse")
            + " on "
            + format("%,d of ", mapping.cores())
            + Words.count(profile.cores(), "core")
            + ", "
            + format("%,d of ", mapping.chips())
            + Words.count(profile.chips(), "chip")
            + "\n");
    text.append("one time-step is " + ChipTime.text(mapping.chipStep()) + "\n");
    section(text, "use of a core", usage(mapping));
    if (profile.costs().known()) {
      section(text, "estimate for a second, from published costs of operations", estimate(mapping));
    }
    String title = "neurons (asked for → chip; of each population the neuron that is furthest off)";
    for (List<PopulationReport> alike : mapping.reports().alike()) {
      section(text, title, populations(alike));
    }
    section(text, "synapses", pathways(mapping));
    if (!mapping.reports().warnings().isEmpty()) {
      text.append("\nworth knowing\n");
      mapping.reports().warnings().forEach(warning -> text.append("  " + warning + "\n"));
    }
    return text.toString();
  }

  private static List<List<String>> usage(Mapping mapping) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("resource", "least", "mean", "most", "limit", "fullest"));
    for (Map.Entry<Limit, Usage> entry : Usage.of(mapping).entrySet()) {
      Usage usage = entry.getValue();
      int limit = entry.getKey().perCore(mapping.profile());
      rows.add(
          List.of(
              entry.getKey().label(),
              format("%,d", usage.min()),
              format("%,.1f", usage.mean()),
              format("%,d", usage.max()),
              format("%,d", limit),
              format("%.0f %%", 100.0 * usage.max() / limit)));
    }
    return rows;
  }

  private static List<List<String>> estimate(Mapping mapping) {
    CostEstimate estimate = mapping.estimate();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("operation", "how often", "energy"));
    for (CostEstimate.Operation operation : estimate.operations()) {
      rows.add(
          List.of(
              operation.name(),
              format("%,.0f", operation.perSecond()),
              Words.energy(operation.energy())));
    }
    rows.add(List.of("all", "", Words.energy(estimate.energy())));
    rows.add(List.of("a step takes", "", Words.duration(estimate.stepNs())));
    return rows;
  }

  private static List<List<String>> populations(List<PopulationReport> alike) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("population"));
    head.addAll(alike.get(0).labels());
    rows.add(head);
    for (PopulationReport report : alike) {
      List<String> row = new ArrayList<>(List.of(report.population()));
      report.quantities().forEach(one -> row.add(one.absent() ? "none" : change(one)));
      rows.add(row);
    }
    return rows;
  }

  private static String change(PopulationReport.Quantity quantity) {
    return format("%.4g → %.4g %s", quantity.exact(), quantity.chip(), quantity.unit()).strip();
  }

  private static List<List<String>> pathways(Mapping mapping) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "from",
            "onto",
            "mapped",
            "too weak",
            "error",
            "SNR",
            "bits",
            "exponent",
            "longest delay"));
    for (PathwayReport report : mapping.reports().pathways()) {
      boolean exact = report.relativeError() == 0;
      rows.add(
          List.of(
              report.where(),
              report.target(),
              format("%,d", report.mapped()),
              format("%,d", report.zeroed()),
              format("%.2g %%", 100 * report.relativeError()),
              exact ? "exact" : format("%.0f dB", report.signalToNoise()),
              format("%d", report.format().bits()),
              format("%d", report.format().exponent()),
              ChipTime.text(report.longestDelay())));
    }
    return rows;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  private static void section(StringBuilder text, String title, List<List<String>> rows) {
    text.append("\n" + title + "\n");
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String padding = " ".repeat(widths[i] - row.get(i).length());
        line.append(i == 0 ? "  " + row.get(i) + padding : "   " + padding + row.get(i));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }
}
