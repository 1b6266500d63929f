package org.hillock.bench;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.io.ResultFolder;

/**
 * Runs cases, each in a process of its own: the same Java with the same options as this one. The
 * process ends with this one.
 */
public final class BenchRun {

  private final String mainClass;

  /**
   * @param mainClass the class whose {@code main} is the command line
   */
  public BenchRun(String mainClass) {
    this.mainClass = mainClass;
  }

  /**
   * Runs a case once.
   *
   * @throws IOException if it cannot be started or fails: the message says what it said
   */
  public BenchFigures run(BenchCase bench) throws IOException {
    Path folder = Files.createTempDirectory("hillock-bench-");
    try {
      return run(bench, folder);
    } finally {
      delete(folder);
    }
  }

  private BenchFigures run(BenchCase bench, Path folder) throws IOException {
    Path results = folder.resolve("results");
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command(bench, results))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    Thread end = new Thread(() -> end(process, folder), "hillock-bench-end");
    Runtime.getRuntime().addShutdownHook(end);
    int code;
    try {
      code = process.waitFor();
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while '" + bench.name() + "' was running", e);
    } catch (IllegalStateException e) {
      throw new IOException("interrupted while '" + bench.name() + "' was running", e);
    }
    if (code != 0) {
      throw new IOException(
          "'" + bench.name() + "' ended with code " + code + ": " + complaint(said));
    }
    return BenchFigures.of(
        JsonParser.parseString(Files.readString(results.resolve("manifest.json")))
            .getAsJsonObject());
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

  /** The Java that runs this process. */
  static String java() {
    return ProcessHandle.current()
        .info()
        .command()
        .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
  }

  private List<String> command(BenchCase bench, Path results) {
    List<String> command = new ArrayList<>();
    command.add(java());
    // Another process has not the descriptors of this one.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-Dhillock.stderr="))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(List.of("run", bench.scenario(), "--no-plots", "--no-expect", "--quiet"));
    command.addAll(bench.options());
    command.addAll(List.of("--out", results.toString()));
    return command;
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
