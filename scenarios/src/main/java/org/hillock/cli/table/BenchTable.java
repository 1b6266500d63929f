package org.hillock.cli.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hillock.bench.BenchFigures;
import org.hillock.bench.EventCost;
import org.hillock.bench.LowerBound;
import org.hillock.bench.MachineSpeed;
import org.hillock.bench.Measured;
import org.hillock.bench.Published;
import org.hillock.bench.Scaling;
import org.hillock.text.Text;

/** The figures of benchmarks as tables for people and for programs. */
public final class BenchTable {

  /** What programs read of a run. */
  static final String FIGURES =
      "neurons,synapses,threads,build_s,real_time_factor,events_per_s,peak_memory_mib,deliver,"
          + "update,exchange,record,core_s,ns_per_event";

  private static final String LEAST =
      "least_real_time_factor,ratio,least_deliver,least_update,read_bytes_per_s,additions_per_s,"
          + "moved_numbers_per_s";

  private static final double NANOS = 1e9;

  /** What three decimals still tell from nothing. */
  private static final double SMALLEST = 0.0005;

  private final List<List<String>> rows = new ArrayList<>();
  private final List<List<String>> phases = new ArrayList<>();
  private final List<String> csv = new ArrayList<>();

  public BenchTable() {
    rows.add(
        List.of(
            "case",
            "neurons",
            "synapses",
            "thr.",
            "build",
            "memory",
            "RTF",
            "least",
            "ratio",
            "core-s",
            "ns/event"));
    phases.add(
        List.of(
            "case",
            "events/s",
            "deliver",
            "least",
            "update",
            "least",
            "exchange",
            "record",
            "GB/s",
            "ns/add",
            "ns/move"));
    csv.add("case," + FIGURES + "," + LEAST);
  }

  /** Adds a run. */
  public void add(String name, Measured measured) {
    BenchFigures figures = measured.figures();
    LowerBound least = measured.least();
    rows.add(
        List.of(
            name,
            Text.count(figures.neurons()),
            Text.count(figures.synapses()),
            Integer.toString(figures.threads()),
            seconds(figures.buildSeconds()),
            Text.mebibytes(figures.mebibytes() * 0x1p20),
            Text.number(figures.realTimeFactor()),
            tiny(least.realTimeFactor()),
            Text.number(measured.ratio()),
            Text.number(figures.coreSeconds()),
            Text.number(figures.nanosPerEvent())));
    MachineSpeed speed = least.speed();
    phases.add(
        List.of(
            name,
            millions(figures.eventsPerSecond()),
            Text.number(figures.deliver()),
            tiny(least.deliver()),
            Text.number(figures.update()),
            tiny(least.update()),
            Text.number(figures.exchange()),
            Text.number(figures.record()),
            Text.number(speed.read() / 1e9),
            Text.number(NANOS * speed.threads() / speed.add()),
            Text.number(NANOS * speed.threads() / speed.move())));
    csv.add(
        name
            + ","
            + csv(figures)
            + String.format(
                Locale.ROOT,
                ",%.5f,%.3f,%.5f,%.5f,%.4g,%.4g,%.4g",
                least.realTimeFactor(),
                measured.ratio(),
                least.deliver(),
                least.update(),
                speed.read(),
                speed.add(),
                speed.move()));
  }

  /** Adds what others have published of a network. */
  public void add(Published published) {
    rows.add(
        List.of(
            published.name(),
            Text.count(published.neurons()),
            Text.count(published.synapses()),
            Integer.toString(published.cores()),
            Text.number(Double.NaN),
            Text.number(Double.NaN),
            Text.number(published.realTimeFactor()),
            Text.number(Double.NaN),
            Text.number(Double.NaN),
            Text.number(published.coreSeconds()),
            Text.number(Double.NaN)));
  }

  /** What each case took. */
  public List<String> lines() {
    return Text.table(rows, 1);
  }

  /** Of what the time was made. */
  public List<String> phaseLines() {
    return Text.table(phases, 1);
  }

  public List<String> csv() {
    return csv;
  }

  /** Never in minutes, since the table is wide. */
  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
  }

  /** A bound, which may be far below anything that is measured. */
  private static String tiny(double seconds) {
    return seconds > 0 && seconds < SMALLEST
        ? String.format(Locale.ROOT, "%.0e", seconds)
        : Text.number(seconds);
  }

  private static String millions(double number) {
    return Text.number(number / 1e6) + " M";
  }

  /** The figures of a run as {@link #FIGURES} names them. */
  static String csv(BenchFigures figures) {
    return String.format(
        Locale.ROOT,
        "%d,%d,%d,%.3f,%.5f,%.0f,%.1f,%.5f,%.5f,%.5f,%.5f,%.5f,%.4f",
        figures.neurons(),
        figures.synapses(),
        figures.threads(),
        figures.buildSeconds(),
        figures.realTimeFactor(),
        figures.eventsPerSecond(),
        figures.mebibytes(),
        figures.deliver(),
        figures.update(),
        figures.exchange(),
        figures.record(),
        figures.coreSeconds(),
        figures.nanosPerEvent());
  }

  /** The points of a study of scaling. */
  public static List<String> lines(List<Scaling.Point> points) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "varied",
            "value",
            "build",
            "real-time factor",
            "at least",
            "events/s",
            "memory",
            "at least"));
    for (Scaling.Point point : points) {
      BenchFigures figures = point.figures();
      rows.add(
          List.of(
              point.varied().title(),
              point.value() < 1 ? Text.number(point.value()) : Text.count(point.value()),
              Text.seconds(figures.buildSeconds()),
              Text.number(figures.realTimeFactor()),
              Text.number(point.leastFactor()),
              millions(figures.eventsPerSecond()),
              Text.mebibytes(figures.mebibytes() * 0x1p20),
              Text.mebibytes(point.leastMebibytes() * 0x1p20)));
    }
    return Text.table(rows, 1);
  }

  /** The same for programs. */
  public static List<String> csv(List<Scaling.Point> points) {
    List<String> lines = new ArrayList<>();
    lines.add("varied,value,least_real_time_factor,least_memory_mib," + FIGURES);
    for (Scaling.Point point : points) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s,%s,%.5f,%.1f,%s",
              point.varied().name().toLowerCase(Locale.ROOT),
              point.value(),
              point.leastFactor(),
              point.leastMebibytes(),
              csv(point.figures())));
    }
    return lines;
  }

  /** What an event costs in networks of several sizes. */
  public static List<String> costLines(List<EventCost.Point> points) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "neurons",
            "synapses",
            "build",
            "real-time factor",
            "events/s",
            "memory",
            "wall ns/event"));
    for (EventCost.Point point : points) {
      rows.add(
          List.of(
              Text.count(point.neurons()),
              Text.count(point.figures().synapses()),
              Text.seconds(point.figures().buildSeconds()),
              Text.number(point.figures().realTimeFactor()),
              millions(point.figures().eventsPerSecond()),
              Text.mebibytes(point.figures().mebibytes() * 0x1p20),
              Text.number(point.nanosPerEvent())));
    }
    return Text.table(rows, 0);
  }

  /** The same for programs. */
  public static List<String> costCsv(List<EventCost.Point> points) {
    List<String> lines = new ArrayList<>();
    lines.add("firing_neurons,wall_ns_per_event," + FIGURES);
    for (EventCost.Point point : points) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%d,%.3f,%s",
              point.neurons(),
              point.nanosPerEvent(),
              csv(point.figures())));
    }
    return lines;
  }
}
