package org.hillock.nir;

import static org.hillock.nir.NirRuns.STEP;
import static org.hillock.nir.NirRuns.chain;
import static org.hillock.nir.NirRuns.input;
import static org.hillock.nir.NirRuns.lif;
import static org.hillock.nir.NirRuns.output;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.hillock.format.FormatException;
import org.hillock.network.SpikeTrains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NirDecayTest {

  private static double[] fired(NirGraph graph, NirDecay decay, double[] train, double duration) {
    ImportedNetwork network = NirImport.of(graph, decay, STEP);
    String in = network.inputs().values().iterator().next().population();
    return NirRuns.run(network.network(Map.of(in, SpikeTrains.of(List.of(train)))), duration)
        .values()
        .stream()
        .filter(list -> !list.population().equals(in))
        .findFirst()
        .orElseThrow()
        .times();
  }

  private static double[] everyStep(int steps) {
    return IntStream.rangeClosed(1, steps).mapToDouble(k -> k / 10.0).toArray();
  }

  /** A spike acts a step after it is fired: step 460 of the paper is 46.0 ms + 0.1 ms. */
  @Test
  void shouldFireInTheStepsOfThePaper() throws Exception {
    Path csv = Path.of(NirDecayTest.class.getResource("paper-lif-input.csv").toURI());
    double[] train =
        Files.readAllLines(csv).stream()
            .skip(1)
            .mapToDouble(line -> Double.parseDouble(line.split(",")[0]))
            .toArray();
    double[] times = fired(NirFilesTest.shipped("paper-lif.nir"), NirDecay.EXACT, train, 100);
    assertArrayEquals(new double[] {46.1, 51.1, 71.1, 76.1}, times, 1e-9);
  }

  /** With spikes in every step v ends at r w = 1, whatever tau is; a jump of dt/tau passes it. */
  @ParameterizedTest
  @CsvSource({
    "0.0001, EXACT",
    "0.0001, EULER",
    "0.00015, EXACT",
    "0.00015, EULER",
    "0.01, EXACT",
    "0.01, EULER",
    "0.00001, EXACT"
  })
  void shouldNotPassTheInputThatItGets(double tau, NirDecay decay) {
    NirGraph above = chain("in", input(1), "cell", lif(tau, 1, 0, 1 + 1e-9, 0), "out", output(1));
    assertEquals(0, fired(above, decay, everyStep(900), 100).length);
    NirGraph below = chain("in", input(1), "cell", lif(tau, 1, 0, 0.99, 0), "out", output(1));
    assertTrue(fired(below, decay, everyStep(900), 100).length > 0);
  }

  /** v ← v (1 - dt/tau) + (v_leak + r S) dt/tau, of which a spike is a step late. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldStepLikeForwardEuler(int seed) {
    Random random = new Random(seed);
    double part = seed == 1 ? 1 : 0.02 + 0.9 * random.nextDouble();
    double leak = 0.1 * random.nextDouble();
    boolean[] spikes = new boolean[1002];
    List<Double> train = new ArrayList<>();
    for (int k = 1; k <= 1000; k++) {
      spikes[k] = random.nextInt(3) == 0;
      if (spikes[k]) {
        train.add(k / 10.0);
      }
    }
    double r = 1.3 + random.nextDouble();
    double threshold = 0.35 * r;
    double v = 0;
    List<Double> expected = new ArrayList<>();
    for (int k = 1; k <= 1000; k++) {
      v = v * (1 - part) + part * (leak + (spikes[k - 1] ? r : 0));
      if (v > threshold) {
        expected.add(k / 10.0);
        v = -0.1;
      }
    }
    NirGraph graph =
        chain("in", input(1), "cell", lif(1e-4 / part, r, leak, threshold, -0.1), "out", output(1));
    double[] train1 = train.stream().mapToDouble(t -> t).toArray();
    assertTrue(expected.size() > 20, expected.toString());
    assertArrayEquals(
        expected.stream().mapToDouble(t -> t).toArray(),
        fired(graph, NirDecay.EULER, train1, 100),
        1e-9);
  }

  /**
   * I ← I (1 - dt/tau_syn) + w_in S dt/tau_syn, v ← v (1 - dt/tau_mem) + (v_leak + r I) dt/tau_mem.
   */
  @ParameterizedTest
  @CsvSource({"0.3, 0.05", "0.05, 0.3", "0.1, 0.1", "1, 0.2", "0.2, 1", "1, 1"})
  void shouldStepCurrentsLikeForwardEuler(double synaptic, double part) {
    Random random = new Random(7);
    boolean[] spikes = new boolean[1002];
    List<Double> train = new ArrayList<>();
    for (int k = 1; k <= 1000; k++) {
      spikes[k] = random.nextInt(3) == 0;
      if (spikes[k]) {
        train.add(k / 10.0);
      }
    }
    double r = 2;
    double weight = 1.7;
    double bias = 0.05;
    double current = 0;
    double v = 0;
    List<Double> expected = new ArrayList<>();
    for (int k = 1; k <= 1000; k++) {
      v = v * (1 - part) + part * (0.02 + r * current);
      double sum = bias + (spikes[k - 1] ? 1 : 0);
      current = current * (1 - synaptic) + synaptic * weight * sum;
      if (v > 1.234) {
        expected.add(k / 10.0);
        v = 0.1;
      }
    }
    NirNode cell =
        new NirNode.CubaLIF(
            NirArray.of(1e-4 / synaptic),
            NirArray.of(1e-4 / part),
            NirArray.of(r),
            NirArray.of(0.02),
            NirArray.of(1.234),
            NirArray.of(0.1),
            NirArray.of(weight),
            NirMetadata.NONE);
    NirGraph graph =
        chain(
            "in",
            input(1),
            "b",
            new NirNode.Affine(NirArray.of(List.of(1, 1), 1), NirArray.of(bias), NirMetadata.NONE),
            "cell",
            cell,
            "out",
            output(1));
    assertTrue(expected.size() > 10, expected.toString());
    assertArrayEquals(
        expected.stream().mapToDouble(t -> t).toArray(),
        fired(graph, NirDecay.EULER, train.stream().mapToDouble(t -> t).toArray(), 100),
        1e-9);
  }

  @Test
  void shouldRefuseStepsThatSwing() {
    NirGraph graph = chain("in", input(1), "cell", lif(0.00005, 1, 0, 1, 0), "out", output(1));
    String message =
        assertThrows(FormatException.class, () -> NirImport.of(graph, NirDecay.EULER, STEP))
            .getMessage();
    assertTrue(message.startsWith("node 'cell', dataset 'tau': found 0.05 ms, less than"), message);
  }
}
