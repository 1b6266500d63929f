package org.hillock.bench;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.scenario.source.ScenarioSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs cases, each in a process of its own: the same Java with the same options as this one. The
 * process ends with this one.
 */
public final class BenchRun {

  /** Ctrl-C reaches the process that runs, too. */
  private static final int INTERRUPTED = 130;

  private final Build build;

  /**
   * @param build that runs them
   */
  public BenchRun(Build build) {
    this.build = build;
  }

  /**
   * Runs a case once, with the scenario that the build has under its name.
   *
   * @throws IOException if it cannot be started or fails: the message says what it said
   */
  public BenchFigures run(BenchCase bench) throws IOException {
    return run(bench, null);
  }

  /**
   * The same with the text of a scenario, so that builds are compared with the same.
   *
   * @param scenario its text; null for the one that the build has
   */
  public BenchFigures run(BenchCase bench, @Nullable ScenarioSource scenario) throws IOException {
    Path folder = Files.createTempDirectory("hillock-bench-");
    try (RunProcess process = new RunProcess(folder)) {
      if (scenario == null) {
        return run(bench, bench.scenario(), folder, process);
      }
      Path file = folder.resolve(bench.scenario() + ".yaml");
      Files.writeString(file, scenario.text());
      return run(bench, file.toString(), folder, process);
    }
  }

  private BenchFigures run(BenchCase bench, String scenario, Path folder, RunProcess process)
      throws IOException {
    Path results = folder.resolve("results");
    Path said = folder.resolve("said");
    int code =
        process.run(
            new ProcessBuilder(build.command(words(bench, scenario, results)))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile()));
    if (code == INTERRUPTED || code == RunProcess.ENDED) {
      throw new InterruptedIOException("interrupted while '" + bench.name() + "' was running");
    }
    if (code != 0) {
      throw new IOException(
          "'" + bench.name() + "' ended with code " + code + ": " + complaint(said));
    }
    return BenchFigures.of(
        JsonParser.parseString(Files.readString(results.resolve("manifest.json")))
            .getAsJsonObject());
  }

  private static List<String> words(BenchCase bench, String scenario, Path results) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("run", scenario, "--no-plots", "--no-expect", "--quiet"));
    words.addAll(bench.options());
    words.addAll(List.of("--out", results.toString()));
    return words;
  }

  /** What a process said, without what Java itself says at its start. */
  private static String complaint(Path said) throws IOException {
    List<String> lines =
        Files.readAllLines(said, StandardCharsets.UTF_8).stream()
            .filter(line -> !line.startsWith("WARNING: Using incubator modules"))
            .toList();
    return lines.isEmpty() ? "it said nothing" : String.join("\n", lines);
  }
}
