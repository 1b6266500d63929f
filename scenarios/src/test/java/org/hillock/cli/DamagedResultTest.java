package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results that were changed or damaged since they were written. */
class DamagedResultTest {

  private static final String SCENARIO =
      """
      scenario: small
      time: {step: 0.1 ms, duration: 60 ms}
      neurons:
        exc: {size: 3, model: iaf_psc_exp, I_e: 500 pA}
        out: {size: 2, model: iaf_psc_exp}
      synapses:
        - {name: plastic, from: exc, to: out, rule: all_to_all, weight: 60 pA, delay: 1.5 ms, plasticity: {rule: stdp}}
      record: {V_m: "exc[0:2]", interval: 5 ms, weights: {of: plastic, every: 20 ms}, rates: {bin: 10 ms}}
      """;

  private static final List<String> FILES =
      List.of("manifest.json", "spikes.csv", "traces.csv", "weights.csv", "rates.csv");

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void run() throws IOException {
    Path scenario = Files.writeString(folder.resolve("small.yaml"), SCENARIO);
    out = folder.resolve("out");
    CommandRun run =
        CommandRun.of("run", scenario.toString(), "-q", "--no-plots", "--out", out.toString());
    assertEquals("", run.err());
  }

  private CommandRun plot() {
    return CommandRun.of(
        "plot", out.toString(), "--plots", "isi", "--width", "200", "--height", "150");
  }

  private static void isNoBug(CommandRun run) {
    assertTrue(run.exitCode() == 0 || run.exitCode() == 2, run.exitCode() + ": " + run.err());
    assertFalse(run.err().contains("bug"), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    assertEquals(run.exitCode() == 0, run.err().isEmpty(), run.err());
  }

  @Test
  void givesASentenceWhateverByteIsWrong() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    for (String name : FILES) {
      Path file = out.resolve(name);
      byte[] whole = Files.readAllBytes(file);
      for (int i = 0; i < 40; i++) {
        byte[] damaged = whole.clone();
        damaged[random.nextInt(whole.length)] = (byte) random.nextInt(256);
        Files.write(file, damaged);
        isNoBug(plot());
      }
      for (int i = 0; i < 10; i++) {
        Files.write(file, java.util.Arrays.copyOf(whole, random.nextInt(whole.length)));
        isNoBug(plot());
      }
      Files.write(file, whole);
    }
    isNoBug(CommandRun.of("compare", out.toString(), out.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "manifest.json | \"size\": 3 | \"size\": \"NaN\" | populations.exc.size: found \"NaN\"; expected a number",
        "manifest.json | \"size\": 3 | \"size\": 0 | populations.exc.size: found 0; expected a whole number from 1 to 2147483647",
        "manifest.json | \"end_ms\": 60.0 | \"end_ms\": 1e999 | time.end_ms: found 1e999; expected a number",
        "manifest.json | \"to\": 3 | \"to\": 4 | recorded_spikes[0].to: found 4; expected a whole number from 1 to 3",
        "manifest.json | \"partial\": false | \"partial\": {} | partial: found an object; expected true or false",
        "manifest.json | \"plots\": [ | \"plots\": \"raster\", \"x\": [ | plots: found \"raster\"; expected a list, […]",
        "weights.csv | out,0,0, | out,0,2000000000, | :2: synapse 2000000000 at 0 ms is not the next one",
        "traces.csv | ,exc,0,V_m | ,exc,9,V_m | :2: there is no neuron 9: 'exc' has those from 0 to 2",
        "spikes.csv | ,exc,0 | ,exc,-1 | is of no neuron: 'exc' has those from 0 to 2",
        "rates.csv | 0,10,exc | 0,-10,exc | :2: the bin from 0 to -10 is not the next",
      })
  void namesThePlaceOfWhatIsWrong(String name, String old, String damaged, String message)
      throws IOException {
    Path file = out.resolve(name);
    String whole = Files.readString(file);
    assertTrue(whole.contains(old), whole);
    int at = whole.indexOf(old);
    Files.writeString(file, whole.substring(0, at) + damaged + whole.substring(at + old.length()));
    CommandRun plot = plot();
    assertEquals(2, plot.exitCode());
    assertTrue(plot.err().startsWith(file.toString()), plot.err());
    assertTrue(plot.err().strip().endsWith(message), plot.err());
  }

  @ParameterizedTest
  @CsvSource({"manifest.json", "spikes.csv", "traces.csv", "weights.csv", "rates.csv"})
  void namesTheLineOfAByteThatIsNotText(String name) throws IOException {
    Path file = out.resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    int end = 0;
    while (bytes[end] != '\n') {
      end++;
    }
    bytes[end + 3] = (byte) 0x80;
    Files.write(file, bytes);
    CommandRun plot = plot();
    assertEquals(2, plot.exitCode());
    assertEquals(file + ":2:3: not a text file in UTF-8: found the byte 0x80\n", plot.err());
  }
}
