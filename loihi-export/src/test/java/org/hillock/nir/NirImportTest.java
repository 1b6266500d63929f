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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.format.FormatException;
import org.hillock.model.GridTime;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Projection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NirImportTest {

  /**
   * The network of the first experiment of Pedersen et al. 2024: one neuron, spikes at most every
   * ms, dt = 0.1 ms; against the equation, step by step.
   */
  @Test
  void shouldRunTheSingleNeuronOfThePaper() throws Exception {
    String ms =
        "00000010000000000000001000010001100101001101111111111100000000000000111111111111"
            + "0000011000000000000000";
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < ms.length(); i++) {
      if (ms.charAt(i) == '1') {
        times.add(i + 0.1);
      }
    }
    double tau = 0.0025f;
    double threshold = 0.1f;
    double v = 0;
    List<Double> expected = new ArrayList<>();
    for (int k = 1; k <= 1000; k++) {
      boolean spike = times.contains(GridTime.time(k - 1, STEP));
      v = v * Math.exp(-1e-4 / tau) + (spike ? 1 - Math.exp(-1e-4 / tau) : 0);
      if (v > threshold) {
        expected.add(GridTime.time(k, STEP));
        v = 0;
      }
    }
    assertTrue(expected.size() > 3, expected.toString());
    double[] train = times.stream().mapToDouble(t -> t).toArray();
    double[] found =
        NirRuns.run(NirFilesTest.shipped("h5py-lif.nir"), Map.of("input", train), 100)
            .get("lif_1")
            .times();
    assertArrayEquals(expected.stream().mapToDouble(t -> t).toArray(), found);
  }

  /** T = tau ln((v_leak + r b - v_reset)/(v_leak + r b - v_th)), up to the next step. */
  @Test
  void shouldFireAtTheIntervalsThatABiasGives() {
    NirGraph graph =
        chain(
            "input", input(1),
            "affine",
                new NirNode.Affine(
                    NirArray.of(List.of(1, 1), 1), NirArray.of(0.8), NirMetadata.NONE),
            "cell", lif(0.02, 2, 0.5, 1, -0.3),
            "output", output(1));
    double[] times = NirRuns.run(graph, Map.of(), 500).get("cell").times();
    double drive = 0.5 + 2 * 0.8;
    double first = 20 * Math.log(drive / (drive - 1));
    double interval = 20 * Math.log((drive + 0.3) / (drive - 1));
    assertEquals(Math.ceil(first * 10) / 10, times[0], 1e-9);
    for (int i = 1; i < times.length; i++) {
      assertEquals(Math.ceil(interval * 10) / 10, times[i] - times[i - 1], 1e-9);
    }
    assertTrue(times.length > 15);
  }

  /**
   * I = w_in b (1 - e^(-t/tau_syn)), and from it v = r w_in b (1 - (tau_m e^(-t/tau_m) - tau_s
   * e^(-t/tau_s))/(tau_m - tau_s)).
   */
  @Test
  void shouldLetAConstantCurrentGrow() {
    double tauM = 20;
    double tauS = 5;
    double drive = 2 * 3 * 0.5;
    NirNode cell =
        new NirNode.CubaLIF(
            NirArray.of(tauS / 1000),
            NirArray.of(tauM / 1000),
            NirArray.of(2),
            NirArray.of(0),
            NirArray.of(1),
            NirArray.of(0),
            NirArray.of(3),
            NirMetadata.NONE);
    NirGraph graph =
        chain(
            "input",
            input(1),
            "affine",
            new NirNode.Affine(NirArray.of(List.of(1, 1), 1), NirArray.of(0.5), NirMetadata.NONE),
            "cell",
            cell,
            "output",
            output(1));
    double expected = 0;
    while (drive
            * (1
                - (tauM * Math.exp(-expected / tauM) - tauS * Math.exp(-expected / tauS))
                    / (tauM - tauS))
        <= 1) {
      expected += 0.1;
    }
    double[] times = NirRuns.run(graph, Map.of(), 100).get("cell").times();
    assertEquals(expected, times[0], 1e-9);
  }

  /** A jump is r w dt in an integrator; v > threshold, not v ≥. */
  @Test
  void shouldFireAboveTheThresholdAndNotAtIt() {
    double[] train = {1, 2, 3, 4, 5, 6};
    NirNode unit =
        new NirNode.IF(NirArray.of(10_000), NirArray.of(2), NirArray.of(0), NirMetadata.NONE);
    NirGraph graph = chain("input", input(1), "if", unit, "output", output(1));
    assertArrayEquals(
        new double[] {3.1, 6.1},
        NirRuns.run(graph, Map.of("input", train), 10).get("if_0").times());
    NirNode threshold = new NirNode.Threshold(NirArray.of(1), NirMetadata.NONE);
    NirNode weight = new NirNode.Linear(NirArray.of(List.of(1, 1), 1.5), NirMetadata.NONE);
    assertArrayEquals(
        new double[0],
        NirRuns.run(chain("in", input(1), "t", threshold), Map.of("in", train), 10)
            .get("t")
            .times());
    assertArrayEquals(
        new double[] {1.1, 2.1, 3.1, 4.1, 5.1, 6.1},
        NirRuns.run(chain("in", input(1), "w", weight, "t", threshold), Map.of("in", train), 10)
            .get("t")
            .times());
  }

  @Test
  void shouldDelayAndGoRound() {
    // A spike that goes round in 5 ms: in, through the unit, back to it.
    NirNode unit = new NirNode.Threshold(NirArray.of(0), NirMetadata.NONE);
    NirGraph graph =
        new NirGraph(
            Map.of(
                "in",
                input(1),
                "unit",
                unit,
                "late",
                new NirNode.Delay(NirArray.of(0.005), NirMetadata.NONE),
                "out",
                output(1)),
            List.of(
                new NirGraph.Edge("in", "unit"),
                new NirGraph.Edge("unit", "late"),
                new NirGraph.Edge("late", "unit"),
                new NirGraph.Edge("unit", "out")),
            NirMetadata.NONE);
    assertArrayEquals(
        new double[] {1.1, 6.1, 11.1, 16.1},
        NirRuns.run(graph, Map.of("in", new double[] {1}), 20).get("unit").times());
  }

  @Test
  void shouldOpenGraphsInGraphs() {
    NirGraph inner =
        chain(
            "a", input(1),
            "w", new NirNode.Scale(NirArray.of(3), NirMetadata.NONE),
            "b", output(1));
    NirGraph graph =
        chain(
            "in",
            input(1),
            "g",
            inner,
            "t",
            new NirNode.Threshold(NirArray.of(2), NirMetadata.NONE));
    assertArrayEquals(
        new double[] {1.1}, NirRuns.run(graph, Map.of("in", new double[] {1}), 5).get("t").times());
  }

  /** What reaches each neuron if each input sends x, by the synapses and the bias. */
  private static double[] sums(ImportedNetwork network, double[] x) {
    double[] sums = new double[network.populations().get(1).size()];
    for (Projection projection : network.projections()) {
      ConnectionRule.Explicit list = (ConnectionRule.Explicit) projection.rule();
      for (int i = 0; i < list.size(); i++) {
        double weight = list.hasWeights() ? list.weight(i) : projection.weight().min();
        sums[list.target(i)] += weight * x[list.source(i)];
        assertTrue(weight != 0);
      }
    }
    var random = new org.hillock.random.RandomStream(1);
    var theta = network.populations().get(1).parameters().get("theta");
    for (int i = 0; i < sums.length; i++) {
      sums[i] -= theta.draw(random, i);
    }
    return sums;
  }

  /** Images as {@code x[channel][row][column]}, by the plainest loops there are. */
  private static double[][][] convolved(
      double[][][] x,
      double[][][][] w,
      double[] bias,
      int stride,
      int pad,
      int dilation,
      int groups) {
    int height = (x[0].length + 2 * pad - dilation * (w[0][0].length - 1) - 1) / stride + 1;
    int width = (x[0][0].length + 2 * pad - dilation * (w[0][0][0].length - 1) - 1) / stride + 1;
    double[][][] out = new double[w.length][height][width];
    for (int o = 0; o < w.length; o++) {
      int group = o / (w.length / groups);
      for (int r = 0; r < height; r++) {
        for (int c = 0; c < width; c++) {
          double sum = bias[o];
          for (int i = 0; i < w[o].length; i++) {
            for (int a = 0; a < w[o][i].length; a++) {
              for (int b = 0; b < w[o][i][a].length; b++) {
                int row = r * stride + a * dilation - pad;
                int column = c * stride + b * dilation - pad;
                if (row >= 0 && column >= 0 && row < x[0].length && column < x[0][0].length) {
                  sum += w[o][i][a][b] * x[group * w[o].length + i][row][column];
                }
              }
            }
          }
          out[o][r][c] = sum;
        }
      }
    }
    return out;
  }

  private static double[] flat(double[][][] x) {
    List<Double> all = new ArrayList<>();
    for (double[][] channel : x) {
      for (double[] row : channel) {
        for (double value : row) {
          all.add(value);
        }
      }
    }
    return all.stream().mapToDouble(v -> v).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void shouldMakeSynapsesOfConvolutionPoolingAndMatrix(int seed) {
    java.util.Random random = new java.util.Random(seed);
    int groups = 1 + random.nextInt(2);
    int channels = 2;
    int size = 7 + random.nextInt(3);
    int stride = 1 + random.nextInt(2);
    int dilation = 1 + random.nextInt(2);
    int pad = random.nextInt(3);
    double[][][] x = new double[channels][size][size + 1];
    double[][][][] w = new double[4][channels / groups][3][2];
    double[] bias = random.doubles(4).toArray();
    for (double[][][] o : w) {
      for (double[][] i : o) {
        for (double[] a : i) {
          java.util.Arrays.setAll(a, b -> random.nextInt(3) == 0 ? 0 : random.nextGaussian());
        }
      }
    }
    for (double[][] channel : x) {
      for (double[] row : channel) {
        java.util.Arrays.setAll(row, b -> random.nextGaussian());
      }
    }
    double[][][] image = convolved(x, w, bias, stride, pad, dilation, groups);
    double[][][][] ones = new double[4][1][2][2];
    for (double[][][] o : ones) {
      for (double[] a : o[0]) {
        java.util.Arrays.fill(a, 1);
      }
    }
    double[] pooled = flat(convolved(image, ones, new double[4], 2, 1, 1, 4));
    double[] matrix = random.doubles(3L * pooled.length, -1, 1).toArray();
    double[] expected = new double[3];
    for (int o = 0; o < 3; o++) {
      expected[o] = o + 0.5;
      for (int i = 0; i < pooled.length; i++) {
        expected[o] += matrix[o * pooled.length + i] * pooled[i];
      }
    }
    double[] kernel =
        java.util.Arrays.stream(w).flatMapToDouble(o -> java.util.Arrays.stream(flat(o))).toArray();
    NirNode.Pair two = new NirNode.Pair(2, 2);
    NirNode.Pair one = new NirNode.Pair(1, 1);
    NirGraph graph =
        chain(
            "input", input(channels, size, size + 1),
            "conv",
                new NirNode.Conv2d(
                    new NirNode.Pair(size, size + 1),
                    NirArray.of(List.of(4, channels / groups, 3, 2), kernel),
                    new NirNode.Pair(stride, stride),
                    new NirNode.Padding(false, pad, pad),
                    new NirNode.Pair(dilation, dilation),
                    groups,
                    NirArray.of(bias),
                    NirMetadata.NONE),
            "pool", new NirNode.SumPool2d(two, two, one, NirMetadata.NONE),
            "flat", new NirNode.Flatten(0, -1, null, NirMetadata.NONE),
            "affine",
                new NirNode.Affine(
                    NirArray.of(List.of(3, pooled.length), matrix),
                    NirArray.of(0.5, 1.5, 2.5),
                    NirMetadata.NONE),
            "unit", new NirNode.Threshold(NirArray.of(0, 0, 0), NirMetadata.NONE));
    assertArrayEquals(expected, sums(NirImport.of(graph, STEP), flat(x)), 1e-9);
  }

  /** As frameworks have it: with an even kernel the spare zero is behind. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void shouldPadToTheSameSize(int length) {
    double[] x = {1, 10, 100, 1000, 10_000, 100_000};
    double[] kernel = {2, 3, 5, 7, 11};
    double[] used = java.util.Arrays.copyOf(kernel, length);
    double[] expected = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < length; k++) {
        int at = i + k - (length - 1) / 2;
        expected[i] += at < 0 || at >= x.length ? 0 : used[k] * x[at];
      }
    }
    NirGraph graph =
        chain(
            "input", input(1, 6),
            "conv",
                new NirNode.Conv1d(
                    6,
                    NirArray.of(List.of(1, 1, length), used),
                    1,
                    NirNode.Conv1d.SAME,
                    1,
                    1,
                    NirArray.of(-1),
                    NirMetadata.NONE),
            "flat", new NirNode.Flatten(0, 1, null, NirMetadata.NONE),
            "unit", new NirNode.Threshold(NirArray.filled(List.of(6), 1), NirMetadata.NONE));
    double[] found = sums(NirImport.of(graph, STEP), x);
    for (int i = 0; i < x.length; i++) {
      assertEquals(expected[i] - 2, found[i], 1e-9);
    }
  }

  @Test
  void shouldTakeEveryTypeThatCanBeRun() throws Exception {
    ImportedNetwork network = NirImport.of(NirFilesTest.shipped("h5py-every-type.nir"), STEP);
    Map<String, String> models = new java.util.TreeMap<>();
    network.populations().forEach(p -> models.put(p.name(), p.model()));
    assertEquals(
        "{cuba=iaf_psc_exp, cubali=iaf_psc_exp, i=if_psc_delta, if_0=if_psc_delta,"
            + " in=spike_generator, li=iaf_psc_delta, lif=iaf_psc_delta, line=spike_generator,"
            + " thr=threshold_unit}",
        models.toString());
    assertEquals(List.of("cubali", "i", "li"), network.silent().stream().sorted().toList());
    Projection late =
        network.projections().stream().filter(p -> p.name().equals("if_0_cuba")).findFirst().get();
    ConnectionRule.Explicit list = (ConnectionRule.Explicit) late.rule();
    assertEquals(8, list.size());
    assertEquals(1, list.delay(0), 1e-9);
    assertEquals(2, list.delay(7), 1e-9);
    NirRuns.run(network.network(Map.of()), 10);
  }

  private static String refusal(NirGraph graph) {
    return assertThrows(FormatException.class, () -> NirImport.of(graph, STEP)).getMessage();
  }

  @Test
  void shouldSayWhatCannotBeRun() {
    NirNode integrator = new NirNode.I(NirArray.of(1), NirMetadata.NONE);
    assertEquals(
        "node 'i': its output is a potential and not spikes, and 'cell' is fed by it.\n"
            + "What would help: a node that fires in its place, such as LIF, or an Output behind it.",
        refusal(chain("in", input(1), "i", integrator, "cell", lif(0.01, 1, 0, 1, 0))));
    NirNode one = new NirNode.Scale(NirArray.of(1), NirMetadata.NONE);
    NirGraph cycle =
        new NirGraph(
            Map.of("cell", lif(0.01, 1, 0, 1, 0), "a", one, "b", one),
            List.of(
                new NirGraph.Edge("a", "b"),
                new NirGraph.Edge("b", "a"),
                new NirGraph.Edge("a", "cell")),
            NirMetadata.NONE);
    assertTrue(refusal(cycle).contains("a cycle without a neuron"), refusal(cycle));
    assertTrue(refusal(chain("in", input(1), "out", output(1))).contains("there is no neuron"));
    assertTrue(
        refusal(chain("in", input(1), "cell", lif(0, 1, 0, 1, 0)))
            .startsWith("node 'cell', dataset 'tau': found 0.0 s.\n"));
    assertTrue(
        refusal(chain("in", input(1), "cell", lif(0.01, 1, 0, 1, 2)))
            .startsWith("node 'cell', dataset 'v_reset': found 2.0 above v_threshold, 1.0"));
    NirNode pool =
        new NirNode.SumPool2d(
            new NirNode.Pair(2, 2),
            new NirNode.Pair(2, 2),
            new NirNode.Pair(0, 0),
            NirMetadata.NONE);
    NirGraph shapeless =
        new NirGraph(
            Map.of("pool", pool, "cell", lif(0.01, 1, 0, 1, 0)),
            List.of(new NirGraph.Edge("pool", "cell")),
            NirMetadata.NONE);
    assertTrue(
        refusal(shapeless).startsWith("node 'pool': the shape of what it gets is not known"),
        refusal(shapeless));
  }
}
