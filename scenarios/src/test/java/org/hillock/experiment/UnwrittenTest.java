package org.hillock.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunEnd;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.Simulation;
import org.hillock.record.Sink;
import org.hillock.record.SinkException;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a run whose results cannot be written any further. */
class UnwrittenTest {

  /** Enough samples for several batches. */
  private static final String SCENARIO =
      """
      scenario: long
      time: {step: 0.1 ms, duration: 20 s}
      neurons: {exc: {size: 20, model: iaf_psc_exp, I_e: 500 pA}}
      record: {spikes: all, V_m: exc}
      expect: ["rate(exc) > 1 Hz"]
      """;

  @TempDir Path folder;

  private final StringWriter err = new StringWriter();

  /** Passes batches on until so many have been, and fails then like a full disk. */
  private record Failing(Simulation simulation, int most) implements Simulation {
    @Override
    public RunEnd run(RunListener listener, Sink sink) {
      int[] taken = {0};
      return simulation.run(
          listener,
          batch -> {
            if (taken[0]++ == most) {
              throw new SinkException("No space left on device", new IOException());
            }
            sink.take(batch);
          });
    }

    @Override
    public long synapseCount() {
      return simulation.synapseCount();
    }
  }

  /** Puts a folder where a file is to be, once the run has begun. */
  private record InTheWay(Simulation simulation, Path parent, String name) implements Simulation {
    @Override
    public RunEnd run(RunListener listener, Sink sink) {
      try (Stream<Path> entries = Files.list(parent)) {
        Path partial =
            entries.filter(path -> path.toString().contains(".partial-")).findFirst().orElseThrow();
        Files.createDirectory(partial.resolve(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return simulation.run(listener, sink);
    }

    @Override
    public long synapseCount() {
      return simulation.synapseCount();
    }
  }

  private Experiment.Ending run(Path out, UnaryOperator<Simulation> spoiled) throws Exception {
    Scenario scenario =
        ScenarioLoader.load(
            new ScenarioSource("long.yaml", SCENARIO, null), Map.of(), Overrides.NONE);
    Experiment.Plan plan =
        new Experiment.Plan(out, false, false, true, true, Set.of(), false, true, Course.WHOLE);
    return new Experiment(
            scenario, plan, new PrintWriter(new StringWriter()), new PrintWriter(err, true))
        .run(
            listener ->
                spoiled.apply(
                    Engines.build(
                        scenario.network(), scenario.settings(), scenario.recording(), listener)));
  }

  private static JsonObject manifest(Path out) throws IOException {
    return JsonParser.parseString(Files.readString(out.resolve("manifest.json"))).getAsJsonObject();
  }

  @Test
  void aFullDiskEndsTheRunAndKeepsWhatIsThere() throws Exception {
    Path out = folder.resolve("out");
    assertEquals(Experiment.Ending.UNWRITTEN, run(out, one -> new Failing(one, 2)));
    JsonObject manifest = manifest(out);
    assertTrue(manifest.get("partial").getAsBoolean());
    double end = manifest.getAsJsonObject("time").get("end_ms").getAsDouble();
    assertTrue(end > 0 && end < 20_000, end + " ms");
    List<String> spikes = Files.readAllLines(out.resolve("spikes.csv"));
    assertEquals(spikes.size() - 1, manifest.get("spikes_recorded").getAsInt());
    assertEquals(
        spikes.size() - 1 + 3, Files.readAllLines(out.resolve("exc.dat")).size(), "whole lines");
    double last = Double.parseDouble(spikes.get(spikes.size() - 1).split(",")[0]);
    assertTrue(last <= end && last > end - 100, "the last spike is at " + last + " ms");
    assertTrue(Files.size(out.resolve("traces.csv")) > 100);
    assertFalse(Files.exists(out.resolve(".reserve")));
    assertTrue(
        err.toString().contains("no more could be written to '" + out + "': No space left on"),
        err.toString());
    assertTrue(err.toString().contains("is kept in '" + out + "', marked as partial"));
    assertTrue(err.toString().contains("name another place with --out"));
  }

  @Test
  void aTableThatCannotBeWrittenAtTheEndIsNamedAndTheRestKept() throws Exception {
    Path out = folder.resolve("out");
    assertEquals(
        Experiment.Ending.UNWRITTEN, run(out, one -> new InTheWay(one, folder, "traces.csv")));
    JsonObject manifest = manifest(out);
    assertFalse(manifest.get("partial").getAsBoolean());
    assertEquals("[\"traces.csv\"]", manifest.getAsJsonArray("left_out").toString());
    assertTrue(Files.size(out.resolve("spikes.csv")) > 1000);
    assertTrue(err.toString().contains("no room was left to write traces.csv"), err.toString());
  }

  @Test
  void aFileThatCannotBeBegunEndsTheRunToo() throws Exception {
    Path out = folder.resolve("out");
    assertEquals(
        Experiment.Ending.UNWRITTEN, run(out, one -> new InTheWay(one, folder, ".traces-0.spool")));
    assertTrue(manifest(out).get("partial").getAsBoolean());
    assertEquals(0, manifest(out).get("spikes_recorded").getAsInt());
  }

  /** A batch that a sink refuses is not counted either. */
  @Test
  void whatWasNotTakenIsNotCounted() throws Exception {
    Path out = folder.resolve("out");
    run(out, one -> new Failing(one, 0));
    assertEquals(0, manifest(out).get("spikes_recorded").getAsInt());
    assertEquals(0, manifest(out).getAsJsonObject("time").get("end_ms").getAsDouble());
  }
}
