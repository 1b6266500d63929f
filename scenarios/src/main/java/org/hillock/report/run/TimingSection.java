package org.hillock.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.io.RunFacts;
import org.hillock.report.Facts;
import org.hillock.report.Markup;
import org.hillock.report.Section;

/** How long it took, of what and by what. */
record TimingSection(RunFacts facts) implements Section {

  @Override
  public String id() {
    return "timing";
  }

  @Override
  public String title() {
    return "Size and time";
  }

  @Override
  public void write(Markup page) {
    Facts table = Facts.open(page);
    Map<String, Double> counts = facts.counts();
    table.row("neurons", count(counts, "neurons"));
    table.row("synapses", count(counts, "synapses"));
    table.row("spikes after the warm-up", count(counts, "spikes"));
    table.row("spikes recorded", count(counts, "spikes_recorded"));
    table.row("synaptic events", count(counts, "synaptic_events"));
    Map<String, Double> clock = facts.clock();
    double step = clock.getOrDefault("step_ms", Double.NaN);
    table.row("step", Double.isNaN(step) ? "none: continuous time" : Values.text(step, "ms"));
    table.row("warm-up", milliseconds(clock, "warmup_ms"));
    table.row("recorded for", milliseconds(clock, "duration_ms"));
    table.row("ended at", milliseconds(clock, "end_ms"));
    Map<String, Double> times = facts.times();
    table.row("building the network", seconds(times, "build_s"));
    table.row("simulating the warm-up", seconds(times, "warmup_s"));
    table.row("simulating", seconds(times, "simulate_s"));
    List<String> shares = new ArrayList<>();
    facts
        .shares()
        .forEach(
            (what, time) -> {
              if (!Double.isNaN(time)) {
                shares.add(what + " " + Values.text(time, "s"));
              }
            });
    if (!shares.isEmpty()) {
      table.row("of which", String.join(", ", shares));
    }
    double factor = times.getOrDefault("real_time_factor", Double.NaN);
    table.row("real-time factor", Values.text(factor, "s per simulated second"));
    double memory = times.getOrDefault("peak_memory_mib", Double.NaN);
    table.row("peak memory", Values.text(memory, "MiB"));
    origin(table);
    table.close();
  }

  private void origin(Facts table) {
    RunFacts.Origin origin = facts.origin();
    table.row("engine", origin.engine());
    if (!origin.chip().isEmpty()) {
      table.row(
          "chip",
          origin.chip()
              + ", cores in use: "
              + Values.count(origin.cores())
              + ", a step for "
              + Values.text(origin.chipStep(), "ms")
              + ", arithmetic "
              + origin.arithmetic());
    }
    table.row("threads", Values.count(origin.threads()));
    table.row("Java", origin.jvm());
    table.row("Hillock", origin.hillock());
  }

  private static String count(Map<String, Double> counts, String key) {
    return Values.count(counts.getOrDefault(key, Double.NaN));
  }

  private static String seconds(Map<String, Double> times, String key) {
    return Values.text(times.getOrDefault(key, Double.NaN), "s");
  }

  private static String milliseconds(Map<String, Double> clock, String key) {
    return Values.text(clock.getOrDefault(key, Double.NaN), "ms");
  }
}
