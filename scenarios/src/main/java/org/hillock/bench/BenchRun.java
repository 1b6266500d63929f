package org.hillock.bench;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.io.ResultFolder;
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
    try {
      if (scenario == null) {
        return run(bench, bench.scenario(), folder);
      }
      Path file = folder.resolve(bench.scenario() + ".yaml");
      Files.writeString(file, scenario.text());
      return run(bench, file.toString(), folder);
    } finally {
      delete(folder);
    }
  }

  private BenchFigures run(BenchCase bench, String scenario, Path folder) throws IOException {
    Path results = folder.resolve("results");
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(build.command(words(bench, scenario, results)))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    Thread end = new Thread(() -> end(process, folder), "hillock-bench-end");
    int code;
    try {
      Runtime.getRuntime().addShutdownHook(end);
      code = process.waitFor();
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (InterruptedException | IllegalStateException e) {
      process.destroyForcibly();
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw interrupted(bench);
    }
    if (code == INTERRUPTED) {
      throw interrupted(bench);
    }
    if (code != 0) {
      throw new IOException(
          "'" + bench.name() + "' ended with code " + code + ": " + complaint(said));
    }
    return BenchFigures.of(
        JsonParser.parseString(Files.readString(results.resolve("manifest.json")))
            .getAsJsonObject());
  }

  private static InterruptedIOException interrupted(BenchCase bench) {
    return new InterruptedIOException("interrupted while '" + bench.name() + "' was running");
  }

  /** Leaves neither process nor files behind when this process is interrupted. */
  private static void end(Process process, Path folder) {
    process.destroyForcibly();
    process.onExit().join();
    try {
      delete(folder);
    } catch (IOException e) {
      System.err.println("could not delete '" + folder + "': " + e.getMessage());
    }
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

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      ResultFolder.delete(folder);
    }
  }
}
