package org.hillock.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.SpikeTrains;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spikes and currents of files: Hillock's own, NEST's, tables with quotes. */
class SpikeFilesTest {

  /** As 'hillock run' writes it. */
  private static final String OWN =
      "time_ms,population,neuron\n1.5,exc,0\n2.5,inh,1\n3.5,exc,2\n4.5,exc,0\n";

  /** As NEST 3 writes it. */
  private static final String DAT =
      "# NEST version: 3.8.0\n# RecordingBackendASCII version: 2\nsender\ttime_ms\n"
          + "5\t1.500\n7\t3.500\n5\t4.500\n";

  /** As NEST 2 wrote it. */
  private static final String GDF = "5\t1.5\n7\t3.5\n5\t4.5\t\n";

  @TempDir Path folder;

  private Network network(String neurons, String inputs) throws ScenarioException {
    String text =
        "scenario: x\ntime: {step: 0.5 ms, duration: 10 ms}\nneurons:\n"
            + "  target: {size: 1, model: iaf_psc_exp}\n"
            + neurons
            + (inputs.isEmpty() ? "" : "inputs:\n" + inputs);
    return ScenarioLoader.load(new ScenarioSource("x.yaml", text, folder), Map.of(), Overrides.NONE)
        .network();
  }

  private SpikeTrains played(String name, String file) throws ScenarioException {
    return network(
            "  " + name + ": {size: 3, model: spike_generator, spike_times: {" + file + "}}\n", "")
        .population(name)
        .spikeTrains();
  }

  private SpikeTrains single(String file) throws ScenarioException {
    Network network =
        network("", "  in: {type: spikes, times: {" + file + "}, to: target, weight: 1 pA}\n");
    return ((Input.Spikes) network.inputs().get(0)).times();
  }

  private static void areThoseOfExc(SpikeTrains trains) {
    assertArrayEquals(new double[] {1.5, 4.5}, trains.train(0));
    assertArrayEquals(new double[] {}, trains.train(1));
    assertArrayEquals(new double[] {3.5}, trains.train(2));
  }

  @Test
  void readsWhatHillockWrote() throws Exception {
    Files.writeString(folder.resolve("spikes.csv"), OWN);
    areThoseOfExc(played("exc", "file: spikes.csv"));
    areThoseOfExc(played("other", "file: spikes.csv, population: exc"));
    assertArrayEquals(
        new double[] {1.5, 4.5}, single("file: spikes.csv, population: exc, neuron: 0").train(0));
    assertArrayEquals(
        new double[] {1.5, 3.5, 4.5}, single("file: spikes.csv, population: exc").train(0));
    assertArrayEquals(new double[] {1.5, 2.5, 3.5, 4.5}, single("file: spikes.csv").train(0));
  }

  @Test
  void readsTheFilesOfNest() throws IOException, ScenarioException {
    for (String text : List.of(DAT, GDF)) {
      Files.writeString(folder.resolve("spikes.dat"), text);
      areThoseOfExc(played("exc", "file: spikes.dat, first: 5"));
      assertArrayEquals(
          new double[] {3.5}, single("file: spikes.dat, first: 5, neuron: 2").train(0));
      assertArrayEquals(new double[] {1.5, 3.5, 4.5}, single("file: spikes.dat").train(0));
    }
  }

  @Test
  void knowsThatAFileCannotHaveANeuron() throws IOException {
    Files.writeString(folder.resolve("spikes.csv"), "time_ms,neuron\n1.5,0\n3.5,2\n");
    ScenarioException beyond =
        assertThrows(ScenarioException.class, () -> single("file: spikes.csv, neuron: 3"));
    assertTrue(
        beyond.getMessage().contains("of which the file has no spikes; its neurons go up to 2"),
        beyond.getMessage());
    Files.writeString(folder.resolve("spikes.csv"), "time_ms,neuron\n1.5,0\n3.5,x\n");
    ScenarioException word =
        assertThrows(ScenarioException.class, () -> single("file: spikes.csv, neuron: 0"));
    assertTrue(word.getMessage().contains("expected a whole number"), word.getMessage());
  }

  @Test
  void readsCellsInQuotes() throws IOException, ScenarioException {
    Files.writeString(
        folder.resolve("spikes.csv"), "\"time_ms\",\"neuron\"\n\"1.5\",0\n3.5,\"2\"\n4.5,0\n");
    areThoseOfExc(played("exc", "file: spikes.csv"));
  }

  @Test
  void readsACurrent() throws IOException, ScenarioException {
    Files.writeString(folder.resolve("i.csv"), "time_ms,amplitude_pA\n0,10\n2.5,-20.5\n4,0\n");
    Network network = network("", "  in: {type: current, steps: {file: i.csv}, to: target}\n");
    Input.StepCurrent current = (Input.StepCurrent) network.inputs().get(0);
    assertEquals(List.of(0.0, 2.5, 4.0), current.times());
    assertEquals(List.of(10.0, -20.5, 0.0), current.amplitudes());
  }

  @Test
  void readsPlainNumbersForAPlaceThatTakesThem() throws IOException, ScenarioException {
    Files.writeString(folder.resolve("i.csv"), "time_ms,amplitude\n0,0.5\n2.5,-1\n");
    Network network =
        network(
            "  out: {size: 1, model: eprop_readout_bsshslm_2020}\n",
            "  in: {type: current, steps: {file: i.csv}, to: out, receptor: target_signal}\n");
    Input.StepCurrent target = (Input.StepCurrent) network.inputs().get(0);
    assertEquals(List.of(0.5, -1.0), target.amplitudes());
  }

  private String fault(String name, String file) {
    return assertThrows(ScenarioException.class, () -> played(name, file)).getMessage();
  }

  @Test
  void saysWhatIsMissingOrTooMuch() throws IOException {
    Files.writeString(folder.resolve("spikes.csv"), OWN);
    Files.writeString(folder.resolve("spikes.dat"), DAT);
    assertEquals(
        "x.yaml:5:57: neurons.other.spike_times: the file has spikes of several populations;"
            + " expected 'population', one of exc, inh",
        fault("other", "file: spikes.csv"));
    assertTrue(
        fault("exc", "file: spikes.csv, population: inhh")
            .contains("unknown population of the file 'inhh'; did you mean 'inh'?"));
    assertEquals(
        "spikes.dat:4:1: sender: found '5'; expected a whole number from 1 to 3; 'first' says which"
            + " sender is the first neuron",
        fault("exc", "file: spikes.dat").lines().findFirst().orElse(""));
    assertTrue(
        fault("exc", "file: spikes.csv, first: 3").contains("the file has no column 'sender'"));
    assertTrue(
        fault("exc", "file: spikes.csv, neuron: 3")
            .contains("found one neuron for a whole population"));
    Files.write(folder.resolve("spikes.csv"), new byte[] {'t', 'i', '\n', (byte) 0xe9});
    assertTrue(
        fault("exc", "file: spikes.csv")
            .contains(
                "the file 'spikes.csv', line 2, column 1: found the byte 0xE9; expected a text file"
                    + " in UTF-8"));
    Files.writeString(folder.resolve("spikes.csv"), "");
    assertTrue(fault("exc", "file: spikes.csv").contains("the file 'spikes.csv' is empty"));
  }
}
