package org.hillock.io.checkpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.model.StateCarrier;

/**
 * What a checkpoint keeps of a run besides the state of its network: how it was started, and how
 * far its files had come.
 *
 * @param arguments all words of the call of {@code hillock run}
 * @param scenario its name, or its absolute path
 * @param scenarioSha256 hash of the scenario as it was run, every formula evaluated
 * @param begin where the run began, if it went on from another [ms]; else 0
 * @param until where the run was to end, if it was extended [ms]; NaN for the end of the scenario
 * @param time how far the run had come [ms], warm-up included
 * @param files by name, those that hold what had been recorded
 */
public record SavedRun(
    List<String> arguments,
    String scenario,
    String scenarioSha256,
    double begin,
    double until,
    double time,
    Map<String, SavedFile> files) {

  private static final String TITLE = "run";

  public SavedRun {
    arguments = List.copyOf(arguments);
    files = new LinkedHashMap<>(files);
  }

  /** The same, having come so far. */
  public SavedRun at(double now, Map<String, SavedFile> written) {
    return new SavedRun(arguments, scenario, scenarioSha256, begin, until, now, written);
  }

  /** The same with another end [ms]; NaN for that of the scenario. */
  public SavedRun until(double end) {
    return new SavedRun(arguments, scenario, scenarioSha256, begin, end, time, files);
  }

  /** Writes it into a checkpoint. */
  public void write(Sections to) {
    to.section(TITLE, carrier -> carry(carrier, this));
  }

  /** Reads it from a checkpoint. */
  public static SavedRun read(Sections from) {
    SavedRun[] run = {new SavedRun(List.of(), "", "", 0, Double.NaN, 0, Map.of())};
    from.section(TITLE, carrier -> run[0] = carry(carrier, run[0]));
    return run[0];
  }

  private static SavedRun carry(StateCarrier carrier, SavedRun run) {
    List<String> arguments = Texts.carry(carrier, run.arguments);
    String scenario = Texts.carry(carrier, run.scenario);
    String hash = Texts.carry(carrier, run.scenarioSha256);
    double begin = carrier.carry(run.begin);
    double until = carrier.carry(run.until);
    double time = carrier.carry(run.time);
    List<String> names = Texts.carry(carrier, new ArrayList<>(run.files.keySet()));
    Map<String, SavedFile> files = new LinkedHashMap<>();
    for (String name : names) {
      SavedFile file = run.files.getOrDefault(name, new SavedFile(0, 0));
      files.put(name, new SavedFile(carrier.carry(file.bytes()), carrier.carry(file.sum())));
    }
    return new SavedRun(arguments, scenario, hash, begin, until, time, files);
  }

  /** How long each file was [bytes]. */
  public Map<String, Long> bytes() {
    Map<String, Long> bytes = new LinkedHashMap<>();
    files.forEach((name, file) -> bytes.put(name, file.bytes()));
    return bytes;
  }
}
