package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hillock.io.ResultFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs that are killed by SIGKILL at random times, however often, and gone on with, give the files
 * of a run that was never interrupted, to the byte, times apart. The comparison is with our own
 * output: it guards that an interruption does not show.
 */
@Tag("processes")
class KilledRunTest {

  private static final String BEGIN =
      """
      scenario: killed
      seed: 7
      time: {TIME warmup: 100 ms, duration: 8 s}
      neurons:
        noise: {size: 60, model: poisson_generator, rate: 20 Hz}
        exc: {size: 80, model: iaf_psc_exp, tau_m: 10 ms, C_m: 250 pF, E_L: -65 mV, V_th: -50 mV, V_reset: -65 mV, t_ref: 2 ms, tau_syn_ex: 2 ms, tau_syn_in: 4 ms}
        inh: {size: 20, model: iaf_psc_exp, tau_m: 10 ms, C_m: 250 pF, E_L: -65 mV, V_th: -50 mV, V_reset: -65 mV, t_ref: 2 ms, tau_syn_ex: 2 ms, tau_syn_in: 4 ms}
      inputs:
        drive: {type: poisson, rate: 9000 Hz, to: [exc, inh], weight: 45 pA}
      synapses:
      """;

  private static final String END =
      """
        - {from: inh, to: exc, rule: pairwise_bernoulli, probability: 0.2, weight: -150 pA, delay: 0.5 ms}
      record:
        spikes: all
        V_m: "exc[0:5]"
        interval: 1 ms
        rates: {of: [exc, inh], bin: 5 ms}
      """;

  private static final String STATIC =
      BEGIN
          + "  - {from: exc, to: exc, rule: pairwise_bernoulli, probability: 0.2, weight: 30 pA, delay: 1.5 ms}\n"
          + END
          + "plots: [raster, rate, traces]\n";

  private static final String LEARNING =
      """
        - name: learns
          from: exc
          to: exc
          rule: pairwise_bernoulli
          probability: 0.2
          weight: 30 pA
          delay: 1.5 ms
          plasticity: {rule: stdp, tau_plus: 20 ms, tau_minus: 20 ms, lambda: 0.01, alpha: 1.1, mu_plus: 0, mu_minus: 0, W_max: 60 pA}
        - name: rewarded
          from: noise
          to: exc
          rule: pairwise_bernoulli
          probability: 0.1
          weight: 30 pA
          delay: 1 ms
          plasticity: {rule: stdp_dopamine, A_plus: 0.1 pA, A_minus: 0.1 pA, tau_plus: 20 ms, tau_minus: 20 ms, tau_c: 200 ms, tau_n: 100 ms, W_min: 0 pA, W_max: 60 pA}
          modulator: "inh[0:5]"
      """;

  private static final String PLASTIC =
      BEGIN
          + LEARNING
          + END
          + """
            weights: {of: [learns, rewarded], every: 500 ms}
            modulators: {of: rewarded, every: 10 ms}
          plots: [raster, weights, modulators]
          """;

  @TempDir private Path folder;
  private final Random random = new Random(20261128);

  @ParameterizedTest
  @CsvSource({"grid, false", "grid, true", "event, false", "event, true"})
  void leavesNoTraceWhereItIsGoneOnWith(String engine, boolean plastic) throws Exception {
    killAndGoOn(engine, plastic, 1);
  }

  @ParameterizedTest
  @CsvSource({"grid, false", "grid, true", "event, false", "event, true"})
  @Tag("long")
  void leavesNoTraceHoweverOftenItIsKilled(String engine, boolean plastic) throws Exception {
    killAndGoOn(engine, plastic, 15);
  }

  private void killAndGoOn(String engine, boolean plastic, int times) throws Exception {
    Path scenario = folder.resolve("killed.yaml");
    String step = engine.equals("grid") ? "step: 0.1 ms," : "";
    Files.writeString(scenario, (plastic ? PLASTIC : STATIC).replace("TIME", step));
    run("run", scenario, "--out", folder.resolve("whole"), "-q", "--nest", "--format", "npy");
    for (int i = 0; i < times; ) {
      Path out = folder.resolve("killed-" + i);
      if (isKilled(scenario, out)) {
        run("resume", out, "-q");
        assertSame(folder.resolve("whole"), out);
        i++;
      }
      deleteAll();
    }
  }

  private static void run(Object... arguments) {
    String[] texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
    CommandRun run = CommandRun.of(texts);
    assertEquals(0, run.exitCode(), run.err());
  }

  /** Starts a run, and kills it some time after it was saved first; tells whether it still ran. */
  private boolean isKilled(Path scenario, Path out) throws Exception {
    Process process = start(scenario, out);
    while (process.isAlive() && !isSaved()) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    TimeUnit.MICROSECONDS.sleep(random.nextInt(400_000));
    boolean alive = process.isAlive();
    process.destroyForcibly().waitFor();
    return alive && !Files.exists(out);
  }

  private Process start(Path scenario, Path out) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-Xmx512m", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("run", scenario.toString(), "--out", out.toString(), "-q", "--nest"));
    command.addAll(List.of("--format", "npy", "--checkpoint", "20 ms"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("printed").toFile())
        .start();
  }

  private boolean isSaved() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.anyMatch(entry -> Files.exists(entry.resolve("checkpoint/state")));
    }
  }

  private void deleteAll() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.filter(path -> path.toString().contains("killed-")).toList()) {
        ResultFolder.delete(entry);
      }
    }
  }

  private static void assertSame(Path expected, Path actual) throws IOException {
    TreeMap<String, byte[]> whole = files(expected);
    TreeMap<String, byte[]> again = files(actual);
    assertTrue(whole.containsKey("spikes.csv"));
    assertEquals(whole.keySet(), again.keySet());
    whole.forEach((name, bytes) -> assertArrayEquals(bytes, again.get(name), name));
  }

  /** The files of a folder; the manifest without times, and no checkpoint. */
  private static TreeMap<String, byte[]> files(Path of) throws IOException {
    TreeMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(of)) {
      for (Path file : entries.filter(Files::isRegularFile).toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    String manifest = new String(files.get("manifest.json"), StandardCharsets.UTF_8);
    String timeless =
        manifest
            .replaceAll("\"phases_s\": \\{[^}]*}", "")
            .replaceAll("\"(\\w+_s|real_time_factor|peak_memory_mib)\": [^\\n]*", "");
    files.put("manifest.json", timeless.getBytes(StandardCharsets.UTF_8));
    return files;
  }
}
