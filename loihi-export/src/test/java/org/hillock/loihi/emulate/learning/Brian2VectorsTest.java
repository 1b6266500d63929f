package org.hillock.loihi.emulate.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hillock.loihi.emulate.SynapseFormat;
import org.hillock.loihi.emulate.Vectors;
import org.hillock.loihi.emulate.WeightSign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces and weights are those of brian2_loihi: exactly where nothing is random. */
class Brian2VectorsTest {

  private static final int COPIES = 400;

  /**
   * How many standard errors the mean of 400 copies may lie from the mean of 400 others. There are
   * some 900 comparisons in a file, each of which is wrong to a chance of 6e-7 if means are normal,
   * so all of them are right but for one file in 2,000; the seed is fixed.
   */
  private static final double ERRORS = 5;

  /** Values are printed with four digits. */
  private static final double PRINTED = 1e-4;

  @ParameterizedTest
  @ValueSource(strings = {"stdp_exact", "stdp_fast", "homeo_u4"})
  void learnsLikeBrian2OnAverage(String name) {
    List<String> lines = Vectors.lines("learn_brian2_" + name);
    String head = lines.get(0);
    Map<String, String> rule = LavaVectorsTest.rule(head);
    LearningProfile profile = LavaVectorsTest.profile(rule, LearningArithmetic.BRIAN2_LOIHI);
    int w0 = Integer.parseInt(LavaVectorsTest.after(head, "w0="));
    int bits = Integer.parseInt(LavaVectorsTest.after(head, "num_weight_bits="));
    WeightSign sign =
        WeightSign.ofCode(Integer.parseInt(LavaVectorsTest.after(head, "sign_mode=")));
    Copies copies = new Copies(profile, new SynapseFormat(-4, bits, sign, profile), w0);
    List<String> table = lines.stream().filter(line -> !line.startsWith("#")).toList();
    List<String> names = List.of(table.get(0).split(","));
    int exact = 0;
    for (String line : table.subList(1, table.size())) {
      String[] row = line.split(",");
      int t = Integer.parseInt(row[0]);
      boolean pre = row[names.indexOf("pre")].equals("1");
      int post = Integer.parseInt(row[names.indexOf("post_copies_spiking")]);
      assertTrue(post == 0 || post == COPIES);
      // The target's traces are shown before their spikes act, the source's after.
      double[] y = copies.y();
      copies.step(t, pre, post > 0);
      exact += compare(name + " t " + t + " x1", row, names.indexOf("x1_mean"), copies.x());
      exact += compare(name + " t " + t + " y1", row, names.indexOf("y1_mean"), y);
      exact += compare(name + " t " + t + " w", row, names.indexOf("w_mean"), copies.w());
    }
    assertTrue(exact > 10, "rows without chance: " + exact);
  }

  /** Compares 400 copies with a mean and a standard deviation; 1 if all copies are to be equal. */
  private static int compare(String where, String[] row, int column, double[] copies) {
    double mean = Double.parseDouble(row[column]);
    double deviation = Double.parseDouble(row[column + 1]);
    double ours = Arrays.stream(copies).average().orElseThrow();
    if (deviation == 0) {
      for (double copy : copies) {
        assertEquals(mean, copy, where);
      }
      return 1;
    }
    double variance = 0;
    for (double value : copies) {
      variance += (value - ours) * (value - ours) / COPIES;
    }
    double error = Math.sqrt((variance + deviation * deviation) / COPIES);
    assertEquals(mean, ours, ERRORS * error + PRINTED, where);
    return 0;
  }

  /** One presynaptic spike at 20, one postsynaptic: exact but for the last two rows. */
  @Test
  void pairsOfSpikesChangeTheWeightExactly() {
    LearningProfile profile =
        LearningProfile.of(
            LearningRule.ofWeight("2^-2*x1*y0 - 2^-2*y1*x0"),
            new TraceSettings(64, 2),
            new TraceSettings(64, 2),
            1,
            LearningArithmetic.BRIAN2_LOIHI);
    for (String[] row : Vectors.table("learn_brian2_pair_table")) {
      int lag = Integer.parseInt(row[0]);
      int post = Integer.parseInt(row[1]);
      Copies copies =
          new Copies(profile, new SynapseFormat(-4, 8, WeightSign.EXCITATORY, profile), 100);
      for (int t = 0; t < 60; t++) {
        copies.step(t, t == 20, t == post);
      }
      Set<Integer> ends = new HashSet<>();
      Arrays.stream(copies.w()).forEach(w -> ends.add((int) w));
      if (lag < 6) {
        assertEquals(Set.of(Integer.parseInt(row[2])), ends, "lag " + lag);
        assertEquals(row[2], row[3]);
      } else {
        // A trace of 1 lives on with chance 1/2 a step: 5 standard errors of 400 copies each.
        double mean = Double.parseDouble(row[4]) - 100;
        double error = Math.sqrt(2 * mean * (1 - mean) / COPIES);
        double ours = Arrays.stream(copies.w()).average().orElseThrow() - 100;
        assertEquals(mean, ours, ERRORS * error, "lag " + lag);
      }
    }
  }

  /** Copies of a synapse, each with its own source and target. */
  private static final class Copies {

    private final LearningEngine engine;
    private final double[] x = new double[COPIES];
    private final double impulse;

    Copies(LearningProfile profile, SynapseFormat format, int weight) {
      int[] numbers = IntStream.range(0, COPIES).toArray();
      int[] weights = new int[COPIES];
      Arrays.fill(weights, weight);
      PlasticSynapses synapses =
          new PlasticSynapses(numbers, numbers, weights, numbers, numbers, numbers, (k, w) -> {});
      impulse = profile.x().get(0).impulse();
      engine =
          LearningEngine.of(
              profile,
              format.range(profile),
              synapses,
              LearningDraws.keyed(11, 0, LearningArithmetic.BRIAN2_LOIHI));
    }

    void step(int t, boolean pre, boolean post) {
      for (int i = 0; i < COPIES; i++) {
        x[i] = engine.x(0, i);
        if (pre) {
          x[i] = Math.min(127, x[i] + impulse);
          engine.pre(i, t);
        }
        if (post) {
          engine.post(i, t);
        }
      }
      engine.endOfStep(t);
    }

    double[] x() {
      return x.clone();
    }

    double[] y() {
      return IntStream.range(0, COPIES).mapToDouble(i -> engine.y(0, i)).toArray();
    }

    double[] w() {
      return Arrays.stream(engine.synapses().w).asDoubleStream().toArray();
    }
  }
}
