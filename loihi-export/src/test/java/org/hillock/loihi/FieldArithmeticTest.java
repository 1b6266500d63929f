package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.partition.SynapseMemory;
import org.hillock.loihi.quantise.Bias;
import org.hillock.loihi.quantise.Compartment;
import org.hillock.loihi.quantise.Dynamics;
import org.hillock.loihi.quantise.LifNeuron;
import org.hillock.loihi.quantise.SignMode;
import org.hillock.loihi.quantise.WeightFormat;
import org.hillock.loihi.wiring.ChipTime;
import org.junit.jupiter.api.Test;

/** Fields are filled as the public programs fill them. */
class FieldArithmeticTest {

  private static final ChipProfile LOIHI = Profiles.loihi();

  @Test
  void shouldSplitBiasesLikeNengo() throws IOException {
    for (String[] row : ReferenceVectors.table("manexp")) {
      double value = Double.parseDouble(row[1]);
      if (row[0].equals("bias")) {
        Bias expected = new Bias(Integer.parseInt(row[2]), Integer.parseInt(row[3]));
        assertEquals(expected, Bias.nearest(value, LOIHI.neuron()), row[1]);
      }
    }
  }

  @Test
  void shouldPutThresholdsWithinOneMantissaStepOfNengoAndFireAtThreshold() throws IOException {
    for (String[] row : ReferenceVectors.table("manexp")) {
      if (row[0].equals("vth")) {
        int mantissa = Compartment.thresholdMantissa(Double.parseDouble(row[1]), 6);
        assertTrue(Math.abs(mantissa - Integer.parseInt(row[2])) <= 1, row[1]);
      }
    }
    assertEquals(99, Compartment.thresholdMantissa(6400, 6), "v = 6400 must fire, v > 99 * 64");
    assertEquals(100, Compartment.thresholdMantissa(6401, 6), "v = 6400 must not fire");
  }

  @Test
  void shouldUseOnlyMantissasThatSoManyBitsHold() throws IOException {
    for (String[] row : ReferenceVectors.table("weights_quant")) {
      SignMode mode = SignMode.values()[Integer.parseInt(row[0]) - 1];
      int bits = Integer.parseInt(row[1]);
      int mantissa = Integer.parseInt(row[2]);
      boolean even = mode != SignMode.MIXED || mantissa % 2 == 0;
      if (even
          && mantissa >= -255
          && WeightFormat.bitsFor(Math.abs(mantissa), mode, LOIHI.synapse()) <= bits) {
        String where = String.join(",", row);
        assertEquals(mantissa, Integer.parseInt(row[3]), where + " lava");
        assertEquals(mantissa, Integer.parseInt(row[4]), where + " brian2_loihi");
      }
    }
  }

  @Test
  void shouldUseNegativeExponentsOnlyWhereAllProgramsAgree() throws IOException {
    int compared = 0;
    for (String[] row : ReferenceVectors.table("weights_exp")) {
      SignMode mode = SignMode.values()[Integer.parseInt(row[0]) - 1];
      int exponent = Integer.parseInt(row[1]);
      int mantissa = Integer.parseInt(row[2]);
      int grain = 1 << Math.max(mode.lostBits(), -exponent);
      if (exponent >= -7 && mantissa % grain == 0) {
        int weight = (int) (new WeightFormat(exponent, 8, mode, 0).weight(mantissa) * 64);
        // The accumulator's limit, 2^21 - 64, is beyond what Scale ever uses.
        if (Math.abs(weight) < 1 << 21) {
          assertEquals(weight, Integer.parseInt(row[3]), String.join(",", row) + " lava");
          assertEquals(weight, Integer.parseInt(row[4]), String.join(",", row) + " brian2");
          compared++;
        }
      }
    }
    assertTrue(compared > 50, compared + " rows");
  }

  @Test
  void shouldChooseBitsAndExponentLikeLava() throws IOException {
    for (String[] row : ReferenceVectors.table("optimize_weight_bits")) {
      SignMode mode = SignMode.values()[Integer.parseInt(row[0]) - 1];
      int[] weights = Arrays.stream(row[1].split(";")).mapToInt(Integer::parseInt).toArray();
      int largest = Arrays.stream(weights).map(Math::abs).max().orElseThrow();
      int exponent = WeightFormat.exponentFor(largest, mode, LOIHI.synapse());
      int[] mantissas =
          Arrays.stream(weights)
              .map(w -> WeightFormat.rounded(w, exponent, mode))
              .map(w -> WeightFormat.mantissa(w, exponent))
              .toArray();
      int union = Arrays.stream(mantissas).map(Math::abs).reduce(0, (a, b) -> a | b);
      int bits = WeightFormat.bitsFor(union, mode, LOIHI.synapse());
      int lavaBits = Integer.parseInt(row[2]);
      String where = String.join(",", row);
      assertEquals(Integer.parseInt(row[3]), exponent, where);
      assertEquals(lavaBits == 7 ? 8 : lavaBits, bits, where + ": 7 bits cannot be encoded");
      int[] lava = Arrays.stream(row[4].split(";")).mapToInt(Integer::parseInt).toArray();
      assertEquals(Arrays.toString(lava), Arrays.toString(mantissas), where);
    }
  }

  @Test
  void shouldCountWordsLikeNengo() {
    SynapseMemory memory = new SynapseMemory(LOIHI);
    // 10 bits of header and 18 bits a synapse, in words of 64: 3 synapses fill the first.
    assertEquals(0, memory.words(0, 18));
    assertEquals(1, memory.words(3, 18));
    assertEquals(2, memory.words(4, 18));
    // 64 synapses: 1162 bits, 19 words; the 65th begins an entry.
    assertEquals(19, memory.words(64, 18));
    assertEquals(20, memory.words(65, 18));
    assertEquals(38, memory.words(128, 18));
  }

  @Test
  void shouldKeepTheAreaOfAPotentialWhateverTheRoundingOfDecays() {
    LifNeuron neuron = new LifNeuron(10, 250, -70, -55, -70, 2, 0, 2, 0.5);
    for (double step : new double[] {0.05, 0.1, 0.5, 1}) {
      Dynamics dynamics = Dynamics.of(neuron, new ChipTime(step, step), LOIHI, "neurons.n");
      double keepU = 1 - (dynamics.decayUExcitatory() + 1) / 4096.0;
      double keepV = 1 - dynamics.decayV() / 4096.0;
      double u = dynamics.gainExcitatory() * 100;
      double v = 0;
      double area = 0;
      double exact = 0;
      for (int k = 0; k < 20_000; k++) {
        v = v * keepV + u;
        u *= keepU;
        area += v;
        double t = (k + 1) * step;
        exact += 100.0 / 250 * 10 * 2 / (10 - 2) * (Math.exp(-t / 10) - Math.exp(-t / 2));
      }
      assertEquals(exact, area, 1e-9 * exact, "step " + step);
    }
  }
}
