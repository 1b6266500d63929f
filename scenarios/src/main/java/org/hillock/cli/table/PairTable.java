package org.hillock.cli.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.hillock.bench.BenchFigures;
import org.hillock.bench.Comparison;
import org.hillock.text.Text;

/** Two builds that ran in turn, as a table for people and for programs. */
public final class PairTable {

  private static final String OTHER = "other";
  private static final String OWN = "this";

  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private final List<String> csv = new ArrayList<>();

  public PairTable() {
    rows.add(
        List.of(
            "case",
            "whose",
            "RTF",
            "ratio",
            "of the pairs",
            "core-s",
            "ns/event",
            "build",
            "memory",
            "spikes"));
    csv.add("case,whose,pair," + BenchTable.FIGURES + ",spikes_sha256");
  }

  /** Adds a case. */
  public void add(Comparison.Result result) {
    if (result.refusal() != null) {
      refusals.add(
          result.name()
              + ": the other build cannot run it, so it is not compared: "
              + result.refusal());
      return;
    }
    rows.add(row(result.name(), OTHER, result::other, "", "", ""));
    rows.add(
        row(
            "",
            OWN,
            result::own,
            Text.number(result.ratio()),
            Text.number(result.leastRatio()) + " – " + Text.number(result.greatestRatio()),
            result.spikes().word()));
    for (int i = 0; i < result.pairs().size(); i++) {
      csv.add(line(result.name(), OTHER, i, result.pairs().get(i).other()));
      csv.add(line(result.name(), OWN, i, result.pairs().get(i).own()));
    }
  }

  /** A figure of one of the builds. */
  private interface Median {
    double of(ToDoubleFunction<BenchFigures> figure);
  }

  private static List<String> row(
      String name, String build, Median median, String ratio, String range, String spikes) {
    return List.of(
        name,
        build,
        Text.number(median.of(BenchFigures::realTimeFactor)),
        ratio,
        range,
        Text.number(median.of(BenchFigures::coreSeconds)),
        Text.number(median.of(BenchFigures::nanosPerEvent)),
        Text.seconds(median.of(BenchFigures::buildSeconds)),
        Text.mebibytes(median.of(BenchFigures::mebibytes) * 0x1p20),
        spikes);
  }

  private static String line(String name, String build, int pair, BenchFigures figures) {
    String hash = figures.spikesSha256();
    return String.format(
        Locale.ROOT,
        "%s,%s,%d,%s,%s",
        name,
        build,
        pair + 1,
        BenchTable.csv(figures),
        hash == null ? "" : hash);
  }

  /** Whether anything was compared. */
  public boolean compared() {
    return rows.size() > 1;
  }

  /** What could not be compared, a sentence each. */
  public List<String> refusals() {
    return refusals;
  }

  /** Medians of both, and how they compare. */
  public List<String> lines() {
    return Text.table(rows, 2);
  }

  /** Every run. */
  public List<String> csv() {
    return csv;
  }
}
