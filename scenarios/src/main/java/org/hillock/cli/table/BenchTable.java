package org.hillock.cli.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hillock.bench.BenchFigures;
import org.hillock.bench.EventCost;
import org.hillock.bench.Scaling;
import org.hillock.text.Text;

/** The figures of benchmarks as tables for people and for programs. */
public final class BenchTable {

  private static final String FIGURES =
      "neurons,synapses,threads,build_s,real_time_factor,events_per_s,peak_memory_mib,deliver,"
          + "update,exchange,record";

  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> csv = new ArrayList<>();

  public BenchTable() {
    rows.add(
        List.of(
            "case",
            "neurons",
            "synapses",
            "threads",
            "build",
            "real-time factor",
            "events/s",
            "memory",
            "deliver",
            "update",
            "exchange",
            "record"));
    csv.add("case," + FIGURES);
  }

  public void add(String name, BenchFigures figures) {
    rows.add(
        List.of(
            name,
            Text.count(figures.neurons()),
            Text.count(figures.synapses()),
            Integer.toString(figures.threads()),
            Text.seconds(figures.buildSeconds()),
            Text.number(figures.realTimeFactor()),
            millions(figures.eventsPerSecond()),
            Text.mebibytes(figures.mebibytes() * 0x1p20),
            Text.number(figures.deliver()),
            Text.number(figures.update()),
            Text.number(figures.exchange()),
            Text.number(figures.record())));
    csv.add(name + "," + csv(figures));
  }

  public List<String> lines() {
    return Text.table(rows, 1);
  }

  public List<String> csv() {
    return csv;
  }

  private static String millions(double number) {
    return Text.number(number / 1e6) + " M";
  }

  private static String csv(BenchFigures figures) {
    return String.format(
        Locale.ROOT,
        "%d,%d,%d,%.3f,%.5f,%.0f,%.1f,%.5f,%.5f,%.5f,%.5f",
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
        figures.record());
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
            "neurons", "synapses", "build", "real-time factor", "events/s", "memory", "ns/event"));
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
    lines.add("firing_neurons,ns_per_event," + FIGURES);
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
