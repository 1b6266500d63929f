package org.hillock.cli.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hillock.analysis.Comparison;
import org.hillock.analysis.Divergence;
import org.hillock.analysis.KolmogorovSmirnov;
import org.hillock.analysis.PopulationComparison;
import org.hillock.analysis.Spread;
import org.hillock.text.NumberText;
import org.hillock.text.Text;

/** How two runs differ, as tables for people and for programs. */
public final class ComparisonTable {

  /** Smaller p-values are lost in the rounding of 1 - p. */
  private static final double LEAST_P = 1e-12;

  private ComparisonTable() {}

  /** Everything for people. */
  public static List<String> lines(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add("A: " + comparison.a().name());
    lines.add("B: " + comparison.b().name());
    lines.add("compared: " + comparison.window().text());
    lines.add("");
    lines.add(
        "Distance of the spike trains of a neuron, time scale "
            + time(comparison.settings().timeScale())
            + "; mean, median and greatest over neurons");
    lines.addAll(Text.table(distances(comparison), 1));
    lines.add("");
    lines.add(
        "Distributions over neurons, correlations in bins of "
            + time(comparison.settings().bin())
            + "; D and p of Kolmogorov and Smirnov");
    lines.addAll(Text.table(distributions(comparison), 2));
    lines.add("");
    lines.add(verdict(comparison));
    return lines;
  }

  private static List<List<String>> distances(Comparison comparison) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "population",
            "neurons",
            "spikes A",
            "spikes B",
            "neurons that differ",
            "Victor-Purpura",
            "median",
            "max",
            "van Rossum",
            "median",
            "max"));
    for (PopulationComparison one : comparison.populations()) {
      rows.add(
          List.of(
              one.population(),
              Text.count(one.neurons()),
              Text.count(one.spikesA()),
              Text.count(one.spikesB()),
              Text.count(one.differing()),
              Text.number(one.victorPurpura().mean()),
              Text.number(one.victorPurpura().median()),
              Text.number(one.victorPurpura().most()),
              Text.number(one.vanRossum().mean()),
              Text.number(one.vanRossum().median()),
              Text.number(one.vanRossum().most())));
    }
    return rows;
  }

  private static List<List<String>> distributions(Comparison comparison) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("population", "quantity", "mean A", "mean B", "n A", "n B", "D", "p"));
    for (PopulationComparison one : comparison.populations()) {
      rows.add(row(one.population(), "rate [Hz]", one.a().rates(), one.b().rates(), one.rates()));
      rows.add(row("", "CV ISI", one.a().variations(), one.b().variations(), one.variations()));
      rows.add(
          row(
              "",
              "correlation",
              one.a().correlations(),
              one.b().correlations(),
              one.correlations()));
    }
    return rows;
  }

  private static List<String> row(
      String population, String quantity, double[] a, double[] b, KolmogorovSmirnov test) {
    return List.of(
        population,
        quantity,
        small(mean(a)),
        small(mean(b)),
        Text.count(a.length),
        Text.count(b.length),
        Text.number(test.distance()),
        probability(test.p()));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** With a digit more than elsewhere below 0.1, where correlations are. */
  private static String small(double value) {
    return Math.abs(value) < 0.1 && value != 0
        ? String.format(Locale.ROOT, "%.4f", value)
        : Text.number(value);
  }

  private static String probability(double p) {
    if (p < LEAST_P) {
      return "< 1e-12";
    }
    return p < 0.001 ? String.format(Locale.ROOT, "%.0e", p) : Text.number(p);
  }

  /** Whether and where the runs part, a sentence. */
  static String verdict(Comparison comparison) {
    double tolerance = comparison.settings().tolerance();
    return comparison
        .first()
        .map(
            first ->
                "first difference"
                    + (tolerance > 0 ? " of more than " + time(tolerance) : "")
                    + ": at "
                    + time(first.time())
                    + ", neuron "
                    + first.neuron()
                    + " of '"
                    + first.population()
                    + "': "
                    + side(first.spikeA(), first.timeA(), "A")
                    + ", "
                    + side(first.spikeB(), first.timeB(), "B"))
        .orElse(
            "identical: every spike is the same"
                + (tolerance > 0 ? " within " + time(tolerance) : " to the last bit"));
  }

  private static String side(int spike, double time, String run) {
    return Double.isNaN(time)
        ? "no spike " + spike + " in " + run
        : "spike " + spike + " at " + time(time) + " in " + run;
  }

  private static String time(double milliseconds) {
    return new NumberText().of(milliseconds) + " ms";
  }

  /** A line for each population, for programs; what does not exist is empty. */
  public static List<String> csv(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "population,neurons,spikes_a,spikes_b,neurons_that_differ"
            + ",victor_purpura_mean,victor_purpura_median,victor_purpura_max"
            + ",van_rossum_mean,van_rossum_median,van_rossum_max"
            + csvHeader("rate_hz")
            + csvHeader("cv_isi")
            + csvHeader("correlation")
            + ",first_difference_ms,neuron,spike_a,time_a_ms,spike_b,time_b_ms");
    for (PopulationComparison one : comparison.populations()) {
      lines.add(
          String.join(
              ",",
              List.of(
                  one.population(),
                  Integer.toString(one.neurons()),
                  Long.toString(one.spikesA()),
                  Long.toString(one.spikesB()),
                  Integer.toString(one.differing()),
                  csv(one.victorPurpura()),
                  csv(one.vanRossum()),
                  csv(one.a().rates(), one.b().rates(), one.rates()),
                  csv(one.a().variations(), one.b().variations(), one.variations()),
                  csv(one.a().correlations(), one.b().correlations(), one.correlations()),
                  one.first() == null ? ",,,,," : csv(one.first()))));
    }
    return lines;
  }

  private static String csvHeader(String quantity) {
    StringBuilder header = new StringBuilder();
    for (String figure : List.of("mean_a", "mean_b", "n_a", "n_b", "ks_d", "ks_p")) {
      header.append(',').append(quantity).append('_').append(figure);
    }
    return header.toString();
  }

  private static String csv(Spread spread) {
    return cells(spread.mean(), spread.median(), spread.most());
  }

  private static String csv(double[] a, double[] b, KolmogorovSmirnov test) {
    return cells(mean(a), mean(b), a.length, b.length, test.distance(), test.p());
  }

  private static String csv(Divergence first) {
    return cells(
        first.time(), first.neuron(), first.spikeA(), first.timeA(), first.spikeB(), first.timeB());
  }

  private static String cells(double... numbers) {
    NumberText text = new NumberText();
    List<String> cells = new ArrayList<>();
    for (double number : numbers) {
      cells.add(Double.isNaN(number) ? "" : text.of(number));
    }
    return String.join(",", cells);
  }
}
