package org.hillock.io;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hillock.analysis.TimeWindow;
import org.hillock.engine.run.PhaseTimes;
import org.hillock.engine.run.RunEnd;
import org.hillock.engine.run.RunStatistics;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.plot.PlotData;
import org.hillock.plot.PlotOptions;
import org.hillock.scenario.Phase;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.claim.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What was run, how, and what came out: the file {@code manifest.json}. Keys are kept stable, since
 * scripts rely on them; a number that does not exist, such as the rate of nobody, is null.
 */
public final class Manifest {

  private final Scenario scenario;
  private final ScenarioFacts facts;
  private final RunEnd end;
  private final SpikeTotals totals;
  private final Environment environment;
  private final @Nullable String from;
  private final @Nullable ChipFacts chip;
  private final @Nullable String spikesSha256;
  private final List<Verdict> verdicts;
  private final List<String> leftOut;
  private final List<String> otherFiles;

  /**
   * How a scenario was run.
   *
   * @param version of the program
   * @param jvm name and version of the virtual machine
   * @param peakMemoryMib most memory that the process ever held [MiB]
   */
  public record Environment(String version, String jvm, double peakMemoryMib) {}

  /**
   * @param scenario what was run
   * @param end how the run ended
   * @param totals what was counted of spikes
   * @param environment how it was run
   * @param from whose state the run began with; null if it began with its own
   * @param chip that was emulated; null if none was
   * @param spikesSha256 hash of the spikes; null if they could not be written
   * @param verdicts of the scenario's expectations
   * @param leftOut names of files that an interruption left no time for, or a full disk no room
   * @param otherFiles names of the files in other formats
   */
  public Manifest(
      Scenario scenario,
      RunEnd end,
      SpikeTotals totals,
      Environment environment,
      @Nullable String from,
      @Nullable ChipFacts chip,
      @Nullable String spikesSha256,
      List<Verdict> verdicts,
      List<String> leftOut,
      List<String> otherFiles) {
    this.scenario = scenario;
    this.facts = new ScenarioFacts(scenario);
    this.end = end;
    this.totals = totals;
    this.environment = environment;
    this.from = from;
    this.chip = chip;
    this.spikesSha256 = spikesSha256;
    this.verdicts = List.copyOf(verdicts);
    this.leftOut = List.copyOf(leftOut);
    this.otherFiles = List.copyOf(otherFiles);
  }

  /** Writes the file. */
  public void write(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file);
        JsonWriter json = new JsonWriter(out)) {
      json.setIndent("  ");
      json.setHtmlSafe(false);
      json.beginObject();
      writeRun(json);
      writeStatistics(json);
      json.name("time").beginObject();
      number(
          json,
          "step_ms",
          scenario.settings().continuous() ? Double.NaN : scenario.settings().step());
      number(json, "warmup_ms", scenario.settings().warmup());
      number(json, "duration_ms", scenario.settings().duration());
      number(json, "end_ms", end.time());
      json.endObject();
      writeProtocol(json);
      writeParameters(json);
      writePopulations(json);
      writeExpectations(json);
      writeRecorded(json);
      json.name("left_out").beginArray();
      for (String name : leftOut) {
        json.value(name);
      }
      json.endArray();
      json.name("other_files").beginArray();
      for (String name : otherFiles) {
        json.value(name);
      }
      json.endArray();
      json.name("plots").beginArray();
      for (String plot : scenario.plots()) {
        json.value(plot);
      }
      json.endArray();
      writePlotSettings(json);
      json.endObject();
      out.write('\n');
    }
  }

  private void writeRun(JsonWriter json) throws IOException {
    json.name("hillock").value(environment.version());
    json.name("scenario").value(scenario.name());
    json.name("title").value(scenario.title());
    json.name("reference").value(scenario.reference());
    json.name("engine").value(scenario.engine().name());
    if (chip != null) {
      chip.write(json);
    }
    json.name("seed").value(scenario.settings().seed());
    if (scenario.settings().noiseSeed() != scenario.settings().seed()) {
      json.name("noise_seed").value(scenario.settings().noiseSeed());
    }
    json.name("threads").value(scenario.settings().threads());
    json.name("jvm").value(environment.jvm());
    json.name("from").value(from);
    json.name("partial").value(end.partial());
  }

  /** When each phase took place, as far as the run came. */
  private void writeProtocol(JsonWriter json) throws IOException {
    if (scenario.phases().isEmpty()) {
      return;
    }
    json.name("protocol").beginArray();
    for (Phase phase : scenario.phasesUntil(end.time())) {
      json.beginObject();
      json.name("phase").value(phase.name());
      json.name("trial").value(phase.trial());
      number(json, "begin_ms", phase.begin());
      number(json, "end_ms", phase.end());
      if (!phase.recorded()) {
        json.name("recorded").value(false);
      }
      json.endObject();
    }
    json.endArray();
  }

  /** A count; null where nobody knows it, since other processes that do were killed. */
  private static void known(JsonWriter json, String name, long count) throws IOException {
    json.name(name);
    if (count < 0) {
      json.nullValue();
    } else {
      json.value(count);
    }
  }

  private void writeStatistics(JsonWriter json) throws IOException {
    RunStatistics statistics = end.statistics();
    long spikes = 0;
    for (long count : end.spikeCounts()) {
      spikes = count < 0 || spikes < 0 ? -1 : spikes + count;
    }
    json.name("neurons").value(statistics.neurons());
    known(json, "synapses", statistics.synapses());
    known(json, "spikes", spikes);
    json.name("spikes_recorded").value(totals.recorded());
    json.name("spikes_sha256").value(spikesSha256);
    known(json, "synaptic_events", statistics.synapticEvents());
    number(json, "build_s", statistics.buildSeconds());
    number(json, "warmup_s", statistics.warmupSeconds());
    number(json, "simulate_s", statistics.simulateSeconds());
    writePhases(json, statistics.phases());
    number(json, "real_time_factor", statistics.realTimeFactor());
    number(json, "peak_memory_mib", environment.peakMemoryMib());
  }

  private static void writePhases(JsonWriter json, PhaseTimes phases) throws IOException {
    json.name("phases_s").beginObject();
    number(json, "deliver", phases.deliver());
    number(json, "update", phases.update());
    number(json, "exchange", phases.exchange());
    number(json, "record", phases.record());
    json.endObject();
  }

  private void writeParameters(JsonWriter json) throws IOException {
    json.name("set").beginObject();
    for (Map.Entry<String, String> set : scenario.sets().entrySet()) {
      json.name(set.getKey()).value(set.getValue());
    }
    json.endObject();
    json.name("parameters").beginObject();
    for (Map.Entry<String, String> parameter : scenario.parameters().entrySet()) {
      json.name(parameter.getKey()).value(parameter.getValue());
    }
    json.endObject();
  }

  private void writePopulations(JsonWriter json) throws IOException {
    double simulated = Math.max(0, end.time() - scenario.settings().warmup());
    json.name("populations").beginObject();
    List<Population> populations = scenario.network().populations();
    for (int i = 0; i < populations.size(); i++) {
      Population population = populations.get(i);
      json.name(population.name()).beginObject();
      json.name("size").value(population.size());
      json.name("model").value(population.model());
      long count = end.spikeCounts()[i];
      known(json, "spikes", count);
      double rate = 1000.0 * count / (population.size() * simulated);
      number(json, "rate_hz", count < 0 ? Double.NaN : rate);
      number(json, "cv_isi", totals.cvIsi(population.name()));
      number(json, "V_th", facts.threshold(population));
      json.endObject();
    }
    json.endObject();
  }

  private void writeExpectations(JsonWriter json) throws IOException {
    json.name("expectations").beginArray();
    for (Verdict verdict : verdicts) {
      json.beginObject();
      json.name("text").value(verdict.text());
      number(json, "value", verdict.value());
      json.name("value_text").value(verdict.valueText());
      json.name("passed").value(verdict.outside() ? null : verdict.passed());
      json.endObject();
    }
    json.endArray();
  }

  /** Whose spikes were recorded, and the units of what else was. */
  private void writeRecorded(JsonWriter json) throws IOException {
    json.name("recorded_spikes").beginArray();
    for (NeuronRange range : scenario.recording().spikes()) {
      writeRange(json, range.population(), range.from(), range.to());
    }
    json.endArray();
    json.name("units").beginObject();
    for (Map.Entry<String, String> unit : facts.units().entrySet()) {
      json.name(unit.getKey()).value(unit.getValue());
    }
    json.endObject();
  }

  /** What a plot that is drawn again needs to know. */
  private void writePlotSettings(JsonWriter json) throws IOException {
    json.name("plot_settings").beginObject();
    for (Map.Entry<String, PlotOptions> plot : facts.plots().entrySet()) {
      PlotOptions options = plot.getValue();
      if (!options.equals(PlotOptions.NONE)) {
        json.name(plot.getKey()).beginObject();
        number(json, "bin_ms", options.bin());
        number(json, "smooth_ms", options.smooth());
        if (options.log()) {
          json.name("log").value(true);
        }
        if (options.columns() > 0) {
          json.name("columns").value(options.columns());
        }
        if (!options.window().equals(TimeWindow.ALWAYS)) {
          number(json, "from_ms", options.window().start());
          number(json, "to_ms", options.window().stop());
        }
        json.name("neurons").beginArray();
        for (PlotData.Group group : options.neurons()) {
          writeRange(json, group.name(), group.from(), group.to());
        }
        json.endArray();
        json.endObject();
      }
    }
    json.endObject();
    json.name("synapse_shift_ms").beginObject();
    for (Map.Entry<String, Double> shift : facts.shifts().entrySet()) {
      number(json, shift.getKey(), shift.getValue());
    }
    json.endObject();
    writeSources(json, facts.sources());
  }

  private static void writeSources(JsonWriter json, Map<String, PlotData.Group> sources)
      throws IOException {
    json.name("synapse_sources").beginObject();
    for (Map.Entry<String, PlotData.Group> each : sources.entrySet()) {
      json.name(each.getKey());
      writeRange(json, each.getValue().name(), each.getValue().from(), each.getValue().to());
    }
    json.endObject();
  }

  private static void writeRange(JsonWriter json, String population, int from, int to)
      throws IOException {
    json.beginObject();
    json.name("population").value(population);
    json.name("from").value(from);
    json.name("to").value(to);
    json.endObject();
  }

  private static void number(JsonWriter json, String name, double value) throws IOException {
    json.name(name);
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      json.nullValue();
    } else {
      json.value(value);
    }
  }
}
