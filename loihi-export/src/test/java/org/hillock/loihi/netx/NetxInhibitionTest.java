package org.hillock.loihi.netx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.hillock.format.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is written, loaded by the arithmetic of lava-dl 0.6 (netx.utils.optimize_weight_bits) and
 * lava (PyDenseModelBitAcc: clip, then cut to the number of bits), written out anew: either the
 * loader has the same weights, or the layer is refused.
 */
class NetxInhibitionTest {

  private static final NetxNeuron NEURON = NetxNeuron.ofFields(4095, 128, 1000, 1);

  private static int[][] loaded(int[][] weights) {
    int most = Arrays.stream(weights).flatMapToInt(Arrays::stream).max().orElseThrow();
    int least = Arrays.stream(weights).flatMapToInt(Arrays::stream).min().orElseThrow();
    boolean mixed = least < 0 && most >= 0;
    double scale =
        mixed
            ? Math.min(most == 0 ? Double.POSITIVE_INFINITY : 127.0 / most, -128.0 / least)
            : most < 0 ? -256.0 / least : 255.0 / most;
    int up = (int) Math.floor(Math.log(scale) / Math.log(2) + 1e-12) + (mixed ? 1 : 0);
    int zeros = 8;
    for (int[] row : weights) {
      for (int weight : row) {
        zeros = weight == 0 ? zeros : Math.min(zeros, Integer.numberOfTrailingZeros(weight));
      }
    }
    int bits = 8 - up - (zeros - (mixed ? 1 : 0));
    boolean inhibitory = most <= 0;
    int[][] result = new int[weights.length][weights[0].length];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < result[i].length; j++) {
        int value = weights[i][j] << up;
        int kept = inhibitory ? -value : value;
        kept = Math.max(least < 0 && most > 0 ? -256 : 0, Math.min(255, kept));
        int cut = 8 - bits + (least < 0 && most > 0 ? 1 : 0);
        kept = cut < 0 ? 0 : kept >> cut << cut;
        result[i][j] = (inhibitory ? -kept : kept) >> up;
      }
    }
    return result;
  }

  @ParameterizedTest
  @CsvSource({
    "-256, 0",
    "-255, 0",
    "-255, -1",
    "-256, -1",
    "-128, 0",
    "-128, -1",
    "-127, 0",
    "-6, -1",
    "-6, 0",
    "0, 255",
    "1, 255",
    "-256, 254",
    "-256, 1",
    "-1, 254"
  })
  void shouldBeLoadedWithTheSameWeightsOrBeRefused(int least, int most) {
    Random random = new Random(1);
    for (int k = 0; k < 400; k++) {
      int step = k % 3 == 0 ? 2 : 1;
      int[][] weights = new int[3][4];
      for (int[] row : weights) {
        for (int i = 0; i < row.length; i++) {
          int drawn = least + random.nextInt(most - least + 1);
          row[i] = step == 2 && most <= 0 ? Math.max(least, drawn / 2 * 2) : drawn;
        }
      }
      boolean none = Arrays.stream(weights).flatMapToInt(Arrays::stream).allMatch(w -> w == 0);
      NetxLayer.Dense dense = null;
      try {
        dense = new NetxLayer.Dense(NEURON, weights, new int[0], new int[0][0]);
      } catch (FormatException e) {
        assertTrue(none || e.getMessage().contains("a positive weight"), e.getMessage());
      }
      if (dense != null) {
        assertTrue(
            Arrays.deepEquals(weights, loaded(dense.weight())), Arrays.deepToString(weights));
      }
    }
  }

  @Test
  void shouldRefuseOnlyWhatIsLost() {
    int[][] lost = {{-255, 0}};
    FormatException refusal =
        assertThrows(
            FormatException.class,
            () -> new NetxLayer.Dense(NEURON, lost, new int[0], new int[0][0]));
    assertTrue(refusal.getMessage().contains("no weights at all"), refusal.getMessage());
    assertTrue(Arrays.deepEquals(new int[][] {{0, 0}}, loaded(lost)));
    for (int[][] kept : new int[][][] {{{-255, -3}}, {{-127, 0}}, {{-254, 0}}, {{-255, 1}}}) {
      assertEquals(2, new NetxLayer.Dense(NEURON, kept, new int[0], new int[0][0]).inFeatures());
    }
  }
}
