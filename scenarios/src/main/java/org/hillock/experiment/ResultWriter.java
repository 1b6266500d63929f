package org.hillock.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.run.RunResult;
import org.hillock.io.ChipFacts;
import org.hillock.io.Manifest;
import org.hillock.io.ModulatorFile;
import org.hillock.io.ProgramVersion;
import org.hillock.io.RateFile;
import org.hillock.io.ResultFolder;
import org.hillock.io.ScenarioFacts;
import org.hillock.io.SpikeFile;
import org.hillock.io.StructureFile;
import org.hillock.io.TraceFile;
import org.hillock.io.WeightFile;
import org.hillock.network.Population;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.claim.Verdict;
import org.hillock.scenario.write.ResolvedYaml;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files of a result, one after the other. If an interruption leaves no time for all of
 * them, those that are whole are kept, and the manifest names the others.
 */
final class ResultWriter {

  /**
   * What a run gave.
   *
   * @param scenario what was run
   * @param result what came out
   * @param chip that was emulated; null if none was
   * @param verdicts of the scenario's expectations
   */
  record Outcome(
      Scenario scenario, RunResult result, @Nullable ChipFacts chip, List<Verdict> verdicts) {}

  @FunctionalInterface
  private interface Part {
    void write(Path file) throws IOException;
  }

  private final Outcome outcome;
  private final ResultFolder results;
  private final Interruption interruption;
  private final List<String> leftOut = new ArrayList<>();
  private @Nullable String hash;

  ResultWriter(Outcome outcome, ResultFolder results, Interruption interruption) {
    this.outcome = outcome;
    this.results = results;
    this.interruption = interruption;
  }

  /** Names of the files that there was no time for. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /**
   * Writes everything but the plots.
   *
   * @param nest whether in the format of NEST's recorders too
   */
  void write(boolean nest) throws IOException {
    interruption.writing();
    Scenario scenario = outcome.scenario();
    RunResult result = outcome.result();
    part("scenario.yaml", file -> Files.writeString(file, ResolvedYaml.of(scenario)));
    if (result.spikes().isEmpty()) {
      hash = SpikeFile.hash(List.of());
    } else {
      part("spikes.csv", file -> hash = SpikeFile.write(result.spikes(), file));
    }
    if (nest) {
      for (var list : result.spikes()) {
        part(
            list.population() + ".dat",
            file -> SpikeFile.writeNest(list, file, firstNode(scenario, list.population())));
      }
    }
    if (!result.rates().isEmpty()) {
      part("rates.csv", file -> RateFile.write(result.rates(), file));
    }
    if (!result.weights().isEmpty()) {
      part("weights.csv", file -> WeightFile.write(result.weights(), file));
    }
    if (result.weights().stream().anyMatch(table -> !table.states().isEmpty())) {
      part("synapse_states.csv", file -> WeightFile.writeStates(result.weights(), file));
    }
    if (!result.modulators().isEmpty()) {
      part("modulators.csv", file -> ModulatorFile.write(result.modulators(), file));
    }
    if (!result.structure().isEmpty()) {
      part("structure.csv", file -> StructureFile.write(result.structure(), file));
      part("wiring.csv", file -> StructureFile.writeWiring(result.structure(), file));
    }
    if (!result.traces().isEmpty()) {
      part("traces.csv", file -> TraceFile.write(result.traces(), file));
    }
    new Manifest(
            scenario,
            result,
            new Manifest.Environment(
                ProgramVersion.number(), ProgramVersion.jvm(), PeakMemory.mebibytes()),
            outcome.chip(),
            hash,
            outcome.verdicts(),
            leftOut)
        .write(results.file("manifest.json"));
  }

  /** Draws what the scenario asks for, if there is time. */
  void draw(PrintWriter err) throws IOException {
    if (interruption.expired()) {
      return;
    }
    ScenarioFacts facts = new ScenarioFacts(outcome.scenario());
    Drawing.write(facts.plotData(outcome.result()), facts.plots(), results.file(""), err);
  }

  private void part(String name, Part part) throws IOException {
    Path file = results.file(name);
    if (interruption.expired()) {
      leftOut.add(name);
      return;
    }
    try {
      part.write(file);
    } catch (IOException e) {
      if (!interruption.expired()) {
        throw e;
      }
      Files.deleteIfExists(file);
      leftOut.add(name);
    }
  }

  /** NEST counts nodes from 1, in the order in which they are created. */
  private static int firstNode(Scenario scenario, String population) {
    int first = 1;
    for (Population before : scenario.network().populations()) {
      if (before.name().equals(population)) {
        return first;
      }
      first += before.size();
    }
    throw new IllegalArgumentException(population);
  }
}
