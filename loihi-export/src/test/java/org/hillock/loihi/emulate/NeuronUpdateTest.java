package org.hillock.loihi.emulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The update in 32 bits does what the equations say in 64, and wraps and clips where it should. */
class NeuronUpdateTest {

  private static final int NEURONS = 1_237;
  private static final int STEPS = 40;

  /** Far from overflow of 32 bits all arithmetics can be run in 64, which is written plainly. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void updateIn32BitsEqualsThatIn64(long seed) {
    Random random = new Random(seed);
    ChipArithmetic arithmetic =
        new ChipArithmetic(
            MantissaRounding.FLOOR,
            ExponentShift.OF_SUM,
            random.nextBoolean(),
            random.nextBoolean(),
            random.nextBoolean() ? CurrentWrap.ONCE : CurrentWrap.TWOS_COMPLEMENT,
            random.nextBoolean(),
            true);
    ChipWidths widths =
        new ChipWidths(1 + random.nextInt(15), 12 + random.nextInt(16), 10 + random.nextInt(18), 6);
    ChipImage image = extremes(arithmetic, widths, random);
    CoreNoise.Target[] targets = CoreNoise.Target.values();
    CoreSettings core =
        CoreSettings.of(widths)
            .withLimits(random.nextInt(widths.state() + 1), 1)
            .withNoise(
                random.nextInt(3) == 0
                    ? null
                    : new CoreNoise(targets[random.nextInt(2)], random.nextInt(15), 3));
    Neurons fast = new BoundedNeurons(image, 0, NEURONS);
    Neurons plain = new UnboundedNeurons(image, 0, NEURONS);
    for (int t = 0; t < STEPS; t++) {
      int[] input = IntStream.range(0, NEURONS + 7).map(i -> extreme(random, 26)).toArray();
      int[] same = input.clone();
      int[] noise = IntStream.range(0, NEURONS).map(i -> extreme(random, 20)).toArray();
      fast.update(core, 0, NEURONS, input, 7, noise);
      plain.update(core, 0, NEURONS, same, 7, noise);
      for (int i = 0; i < NEURONS; i++) {
        String where = arithmetic + " " + widths + " step " + t + " neuron " + i;
        assertEquals(plain.u(i), fast.u(i), where);
        assertEquals(plain.v(i), fast.v(i), where);
        assertEquals(plain.firing()[i], fast.firing()[i], where);
        assertEquals(0, input[7 + i]);
      }
    }
  }

  private static ChipImage extremes(ChipArithmetic arithmetic, ChipWidths widths, Random random) {
    CoreNeurons neurons = new CoreNeurons(NEURONS);
    int one = widths.decayOne();
    for (int i = 0; i < NEURONS; i++) {
      neurons.decayU[i] = random.nextInt(4) == 0 ? one - 1 : random.nextInt(one);
      neurons.decayV[i] = random.nextInt(4) == 0 ? 0 : random.nextInt(one + 1);
      neurons.threshold[i] = random.nextInt(1 << random.nextInt(30));
      neurons.bias[i] = extreme(random, 20);
      neurons.refractory[i] = random.nextInt(4);
      neurons.u[i] = extreme(random, widths.state());
      neurons.v[i] = extreme(random, widths.state());
    }
    ChipImage.Builder builder = ChipImage.builder(arithmetic, widths);
    builder.core(CoreSettings.of(widths), neurons);
    return builder.build();
  }

  /** A number of up to so many bits and a sign, often next to a power of two. */
  private static int extreme(Random random, int bits) {
    int size = 1 << random.nextInt(bits);
    int near = random.nextBoolean() ? size - random.nextInt(2) : random.nextInt(size);
    return random.nextBoolean() ? near : -near;
  }

  /** lava: above 2^23, or at its negative, 2^24 is taken off or added, once. */
  @ParameterizedTest
  @CsvSource({
    "ONCE, 8388607, 8388607",
    "ONCE, 8388608, 8388608",
    "ONCE, 8388609, -8388607",
    "ONCE, -8388607, -8388607",
    "ONCE, -8388608, 8388608",
    "ONCE, -8388609, 8388607",
    "ONCE, 33554432, 16777216",
    "ONCE, 2147483647, 2130706431",
    "ONCE, -2147483648, -2130706432",
    "TWOS_COMPLEMENT, 8388607, 8388607",
    "TWOS_COMPLEMENT, 8388608, -8388608",
    "TWOS_COMPLEMENT, -8388608, -8388608",
    "TWOS_COMPLEMENT, -8388609, 8388607",
    "TWOS_COMPLEMENT, 33554432, 0"
  })
  void currentWrapsAtItsLimits(CurrentWrap wrap, int sum, int expected) {
    ChipArithmetic arithmetic = ChipArithmetic.LAVA.withCurrentWrap(wrap);
    CoreNeurons neuron = new CoreNeurons(1);
    neuron.decayU[0] = 4095;
    neuron.threshold[0] = Integer.MAX_VALUE;
    ChipImage.Builder builder = ChipImage.builder(arithmetic, ChipWidths.LOIHI);
    builder.core(CoreSettings.of(ChipWidths.LOIHI), neuron);
    Neurons neurons = new BoundedNeurons(builder.build(), 0, 1);
    int[] input = {sum};
    neurons.update(CoreSettings.of(ChipWidths.LOIHI), 0, 1, input, 0, new int[1]);
    assertEquals(expected, neurons.u(0));
  }

  @ParameterizedTest
  @CsvSource({
    "2097151, 2097151",
    "2097152, -2097152",
    "-2097152, -2097152",
    "-2097153, 2097151",
    "4194304, 0"
  })
  void inputWrapsAt21BitsAndASign(int sum, int expected) {
    CoreNeurons neuron = new CoreNeurons(1);
    neuron.decayU[0] = 4095;
    neuron.threshold[0] = Integer.MAX_VALUE;
    ChipImage.Builder builder = ChipImage.builder(ChipArithmetic.NENGO_LOIHI, ChipWidths.LOIHI);
    builder.core(CoreSettings.of(ChipWidths.LOIHI), neuron);
    Neurons neurons = new BoundedNeurons(builder.build(), 0, 1);
    int[] input = {sum};
    neurons.update(CoreSettings.of(ChipWidths.LOIHI), 0, 1, input, 0, new int[1]);
    assertEquals(expected, neurons.u(0));
  }

  @Test
  void evenTheLeastNumberOf32BitsDecaysTowardZero() {
    CoreNeurons neurons = new CoreNeurons(4096);
    for (int i = 0; i < neurons.count(); i++) {
      neurons.u[i] = Integer.MIN_VALUE;
      neurons.decayU[i] = i;
      neurons.threshold[i] = Integer.MAX_VALUE;
    }
    ChipImage.Builder builder = ChipImage.builder(ChipArithmetic.LAVA, ChipWidths.LOIHI);
    CoreSettings core = CoreSettings.of(ChipWidths.LOIHI);
    builder.core(core, neurons);
    Neurons state = new BoundedNeurons(builder.build(), 0, neurons.count());
    state.update(core, 0, neurons.count(), new int[neurons.count()], 0, new int[0]);
    for (int i = 0; i < neurons.count(); i++) {
      long decayed = -((1L << 31) * (4095 - i) >> 12);
      assertEquals(decayed <= -(1 << 23) ? decayed + (1 << 24) : decayed, state.u(i));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7, 0, 127, 127",
    "7, 0, -127, -127",
    "10, 0, -3, -24",
    "7, 1, -127, -63",
    "7, -1, 0, -64",
    "6, 0, 127, 63",
    "6, 0, -127, -63",
    "0, 0, 127, 0",
    "1, 2, -1, 1"
  })
  void noiseIsMantissaAndExponentTowardZero(int exponent, int offset, int drawn, int expected) {
    assertEquals(expected, new CoreNoise(CoreNoise.Target.VOLTAGE, exponent, offset).of(drawn));
  }

  @Test
  void noiseIsUniformAndDependsOnNeuronAndStepAlone() {
    KeyedNoise noise = new KeyedNoise(5);
    int[] counts = new int[255];
    int[] drawn = new int[1000];
    for (int t = 1; t <= 255; t++) {
      noise.draw(t, 0, 1000, drawn);
      for (int n : drawn) {
        counts[n + 127]++;
      }
      int[] part = new int[100];
      new KeyedNoise(5).draw(t, 317, 100, part);
      for (int i = 0; i < 100; i++) {
        assertEquals(drawn[317 + i], part[i]);
      }
    }
    double chi = 0;
    for (int count : counts) {
      chi += (count - 1000.0) * (count - 1000) / 1000;
    }
    // 254 degrees of freedom: 254 ± 22.5; 5 standard deviations.
    assertEquals(254, chi, 113);
  }
}
