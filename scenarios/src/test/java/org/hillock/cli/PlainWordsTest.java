package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hillock.file.WholeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What messages of mistakes name, and how. */
class PlainWordsTest {

  @TempDir Path folder;

  private String complaint(String rest) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("x.yaml"),
            "scenario: x\ntime: {step: 0.1 ms, duration: 50 ms}\n" + rest + "\n");
    CommandRun run =
        CommandRun.of("run", file.toString(), "--out", folder.resolve("out").toString());
    assertEquals(2, run.exitCode(), run.err());
    return run.err();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uniform, min: 1 pA, max: 30 pA | let its min and max be in this range",
        "normal, mean: 10 pA, sd: 9 pA | give it min and max in this range",
        "lognormal, median: 10 pA, sigma: 0.1 | take a normal distribution with min and max, or a"
            + " uniform one, since this one takes no bounds",
      })
  void givesTheRemedyThatTheDistributionOfAPlasticWeightHas(String weight, String remedy)
      throws IOException {
    String said =
        complaint(
            """
            neurons: {a: {size: 3, model: iaf_psc_exp}}
            synapses:
              - {from: a, to: a, rule: all_to_all, weight: {distribution: %s}, delay: 1 ms,
                 plasticity: {rule: stdp, W_max: 20 pA}}
            """
                .formatted(weight));
    assertTrue(said.contains("as W_max of the plasticity says; " + remedy + "\n"), said);
  }

  @Test
  void saysOfATimeInATableThatItIsOffTheGrid() throws IOException {
    Files.writeString(folder.resolve("c.csv"), "time_ms,amplitude_pA\n1.05,100\n");
    String said =
        complaint(
            """
            neurons: {a: {size: 3, model: iaf_psc_exp}}
            inputs: {i: {type: current, to: a, steps: {file: c.csv}}}
            """);
    assertTrue(
        said.contains(
            "c.csv:2:1: time_ms: found '1.05', which is not a multiple of the step of 0.1 ms; the"
                + " nearest are 1 ms and 1.1 ms"),
        said);
  }

  @Test
  void putsThePlaceOfAWrongByteBesideTheNameOfTheTable() throws IOException {
    Files.write(folder.resolve("bad.csv"), new byte[] {'t', '\n', (byte) 0xe9, '\n'});
    String said =
        complaint("neurons: {s: {size: 1, model: spike_generator, spike_times: {file: bad.csv}}}");
    assertTrue(said.contains("the file 'bad.csv', line 2, column 1: found the byte 0xE9"), said);
  }

  @Test
  void namesTheFileThatCouldNotBeWritten() {
    Path file = folder.resolve("x.csv");
    IOException failure =
        assertThrows(
            IOException.class,
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      throw new IOException("No space left on device");
                    }));
    assertEquals(
        "the file '" + file + "' could not be written: No space left on device",
        failure.getMessage());
  }
}
