package org.hillock.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hillock.cli.CtrlC;
import org.hillock.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, in a process of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs the command kill")
class InterruptionTest {

  /** Fires without end. */
  private static final String SCENARIO =
      """
      scenario: endless
      time: {duration: 100000 s}
      neurons: {n: {size: 50, model: iaf_psc_exp, I_e: 500 pA}}
      expect: ["rate(n) > 1 Hz"]
      """;

  @TempDir Path folder;

  @Test
  void shouldLeaveAValidPartialResultAndEndWithCode130() throws Exception {
    CtrlC.assumeHeard();
    Path scenario = Files.writeString(folder.resolve("endless.yaml"), SCENARIO);
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                scenario.toString(),
                "--no-plots",
                "--out",
                out.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      String line = output.readLine();
      while (line != null && !line.startsWith("simulating")) {
        line = output.readLine();
      }
      assertTrue(line != null, "the run ended by itself");
      CtrlC.to(process);
      List<String> rest = output.lines().toList();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(130, process.exitValue());
      assertTrue(
          rest.stream().anyMatch(l -> l.startsWith("interrupted: the results end at")),
          rest.toString());
      assertTrue(
          rest.contains("interrupted: what the scenario expects was not checked"), rest.toString());
    } finally {
      process.destroyForcibly();
    }
    JsonObject manifest =
        JsonParser.parseString(Files.readString(out.resolve("manifest.json"))).getAsJsonObject();
    assertTrue(manifest.get("partial").getAsBoolean());
    double end = manifest.getAsJsonObject("time").get("end_ms").getAsDouble();
    List<String> spikes = Files.readAllLines(out.resolve("spikes.csv"));
    double last = Double.parseDouble(spikes.get(spikes.size() - 1).split(",")[0]);
    assertTrue(last <= end && last > end - 100, last + " near " + end);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count(), "no temporary folder is left");
    }
  }
}
