package org.hillock.loihi.emulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hillock.loihi.emulate.learning.LearningArithmetic;
import org.hillock.loihi.emulate.learning.LearningProfile;
import org.hillock.loihi.emulate.learning.LearningRule;
import org.hillock.loihi.emulate.learning.TraceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole chips: when spikes arrive, what is the same on any number of threads, what learns. */
class EmulationTest {

  private static CoreNeurons memoryless(int count) {
    CoreNeurons neurons = new CoreNeurons(count);
    Arrays.fill(neurons.decayU, 4095);
    Arrays.fill(neurons.decayV, 4095);
    Arrays.fill(neurons.threshold, 1 << 22);
    return neurons;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 62, 63})
  void spikeArrivesOneStepAndItsDelayLater(int delay) {
    ChipImage.Builder builder = ChipImage.builder(ChipArithmetic.LAVA, ChipWidths.LOIHI);
    CoreNeurons neurons = memoryless(2);
    neurons.bias[0] = 3;
    neurons.threshold[0] = 2;
    neurons.refractory[0] = 100_000;
    builder.core(CoreSettings.of(ChipWidths.LOIHI), neurons);
    int port = builder.ports(1);
    int format = builder.format(SynapseFormat.fixed(0, 8, WeightSign.MIXED));
    builder.synapse(format, 0, 1, 10, delay);
    builder.synapse(format, ChipImage.ofPort(port), 1, 20, 2);
    builder.synapse(format, 0, 1, 2, 63);
    try (Emulation chip = new Emulation(builder.build(), EmulationSettings.of(1, 1))) {
      for (int t = 1; t <= 70; t++) {
        if (t == 5) {
          chip.send(port, 2);
          chip.send(port, 1);
        }
        chip.step();
        assertEquals(t, chip.time());
        assertEquals(t == 1 ? 1 : 0, chip.spikes());
        // Neuron 0 fired at 1; the port sent three spikes at 4.
        long expected = (t == 2 + delay ? 640 : 0) + (t == 7 ? 3 * 1280 : 0) + (t == 65 ? 128 : 0);
        assertEquals(expected, chip.u(1), "t " + t);
      }
    }
  }

  /** Two mantissas of 3 at exponent -1 are 6 >> 1 together and 1 each alone. */
  @ParameterizedTest
  @CsvSource({
    "OF_SUM, 0, 192, 0",
    "OF_EACH_WEIGHT, 0, 128, 0",
    "OF_SUM, 1, 64, 64",
    "OF_EACH_WEIGHT, 1, 64, 64"
  })
  void negativeExponentShiftsSumOrEachWeight(
      ExponentShift shift, int delay, long first, long second) {
    ChipImage.Builder builder =
        ChipImage.builder(ChipArithmetic.LAVA.withExponentShift(shift), ChipWidths.LOIHI);
    builder.core(CoreSettings.of(ChipWidths.LOIHI), memoryless(1));
    builder.ports(2);
    int format = builder.format(SynapseFormat.fixed(-1, 8, WeightSign.EXCITATORY));
    builder.synapse(format, ChipImage.ofPort(0), 0, 3, 0);
    builder.synapse(format, ChipImage.ofPort(1), 0, 3, delay);
    try (Emulation chip = new Emulation(builder.build(), EmulationSettings.of(1, 1))) {
      chip.send(0, 1);
      chip.send(1, 1);
      chip.step();
      assertEquals(first, chip.u(0));
      chip.step();
      assertEquals(second, chip.u(0));
    }
  }

  @ParameterizedTest
  @EnumSource(LearningArithmetic.class)
  void resultsAreTheSameOnAnyNumberOfThreads(LearningArithmetic arithmetic) {
    ChipImage image = network(arithmetic);
    List<Integer> one = new ArrayList<>();
    int[] weights = run(image, 1, one);
    assertFalse(one.isEmpty());
    int[] given = new int[image.synapses()];
    System.arraycopy(image.mantissa, 0, given, 0, given.length);
    assertFalse(Arrays.equals(given, weights), "nothing was learned");
    for (int threads : new int[] {2, 3, 5}) {
      List<Integer> several = new ArrayList<>();
      assertArrayEquals(weights, run(image, threads, several));
      assertEquals(one, several);
    }
  }

  private static int[] run(ChipImage image, int threads, List<Integer> spikes) {
    Random random = new Random(9);
    try (Emulation chip = new Emulation(image, EmulationSettings.of(threads, 42))) {
      for (int t = 1; t <= 200; t++) {
        for (int port = 0; port < image.ports(); port++) {
          chip.send(port, random.nextInt(20) == 0 ? 1 + random.nextInt(2) : 0);
        }
        chip.step();
        long time = chip.time();
        chip.forEachSpike(neuron -> spikes.add((int) time * 10_000 + neuron));
        spikes.add((int) chip.v(t % image.neurons()));
      }
      return chip.weights();
    }
  }

  /** Three cores with noise of both kinds, delays, negative exponents and plastic synapses. */
  private static ChipImage network(LearningArithmetic arithmetic) {
    Random random = new Random(4);
    ChipImage.Builder builder = ChipImage.builder(ChipArithmetic.LAVA, ChipWidths.LOIHI);
    for (int core = 0; core < 3; core++) {
      CoreNeurons neurons = new CoreNeurons(100 + 7 * core);
      for (int i = 0; i < neurons.count(); i++) {
        neurons.decayU[i] = 1000;
        neurons.decayV[i] = 300;
        neurons.threshold[i] = 64 * 300;
        neurons.refractory[i] = 1 + random.nextInt(3);
        neurons.noisy[i] = random.nextBoolean();
      }
      CoreNoise noise = new CoreNoise(CoreNoise.Target.values()[core % 2], 9, 1);
      builder.core(CoreSettings.of(ChipWidths.LOIHI).withNoise(core == 2 ? null : noise), neurons);
    }
    builder.ports(30);
    TraceSettings trace = new TraceSettings(16.5, 10);
    LearningProfile profile =
        LearningProfile.of(
            LearningRule.ofWeight("2^-2*x1*y0 - 2^-2*y1*x0 - u3*2^-6*w"),
            arithmetic == LearningArithmetic.LAVA ? trace : new TraceSettings(16, 10),
            arithmetic == LearningArithmetic.LAVA ? trace : new TraceSettings(16, 10),
            arithmetic == LearningArithmetic.LAVA ? 4 : 1,
            arithmetic);
    int[] formats = {
      builder.format(SynapseFormat.fixed(0, 8, WeightSign.MIXED)),
      builder.format(SynapseFormat.fixed(-2, 8, WeightSign.MIXED)),
      builder.format(new SynapseFormat(0, 8, WeightSign.EXCITATORY, profile)),
      builder.format(new SynapseFormat(-1, 7, WeightSign.MIXED, profile))
    };
    int neurons = 321;
    for (int i = 0; i < 8_000; i++) {
      int from =
          random.nextInt(4) == 0 ? ChipImage.ofPort(random.nextInt(30)) : random.nextInt(neurons);
      int format = formats[random.nextInt(4)];
      int low = format == formats[2] ? 0 : -128;
      builder.synapse(
          format, from, random.nextInt(neurons), low + random.nextInt(256), random.nextInt(20));
    }
    return builder.build();
  }

  /** The weight that a spike meets is that before the learning of its own step. */
  @Test
  void learnedWeightsAreDelivered() {
    ChipImage.Builder builder = ChipImage.builder(ChipArithmetic.LAVA, ChipWidths.LOIHI);
    builder.core(CoreSettings.of(ChipWidths.LOIHI), memoryless(1));
    builder.ports(1);
    LearningProfile profile =
        LearningProfile.of(
            LearningRule.ofWeight("3*x0"),
            TraceSettings.NONE,
            TraceSettings.NONE,
            1,
            LearningArithmetic.LAVA);
    int format = builder.format(new SynapseFormat(1, 8, WeightSign.EXCITATORY, profile));
    builder.synapse(format, ChipImage.ofPort(0), 0, 100, 0);
    try (Emulation chip = new Emulation(builder.build(), EmulationSettings.of(1, 1))) {
      for (int k = 0; k < 60; k++) {
        assertArrayEquals(new int[] {Math.min(255, 100 + 3 * k)}, chip.weights());
        chip.send(0, 1);
        chip.step();
        assertEquals(128L * Math.min(255, 100 + 3 * k), chip.u(0));
      }
    }
  }

  @Test
  void tracesAreRecorded() {
    ChipImage.Builder builder = ChipImage.builder(ChipArithmetic.LAVA, ChipWidths.LOIHI);
    CoreNeurons neurons = memoryless(2);
    neurons.decayV[1] = 0;
    neurons.bias[1] = 5;
    builder.core(CoreSettings.of(ChipWidths.LOIHI), neurons);
    try (Emulation chip = new Emulation(builder.build(), EmulationSettings.of(2, 1))) {
      StateTraces traces = new StateTraces(chip, new int[] {1}, 10);
      for (int i = 0; i < 10; i++) {
        chip.step();
        traces.record();
        assertEquals(5 * (i + 1), traces.v(0, i));
        assertEquals(0, traces.u(0, i));
      }
      assertEquals(10, traces.recorded());
    }
  }

  @Test
  void failureOfAThreadIsToldAndEndsTheRun() {
    ChipImage image = network(LearningArithmetic.LAVA);
    EmulationSettings settings =
        EmulationSettings.of(2, 1)
            .withNoise(
                () ->
                    (step, first, count, into) -> {
                      throw new UnsupportedOperationException("no noise today");
                    });
    try (Emulation chip = new Emulation(image, settings)) {
      Exception failure = assertThrows(IllegalStateException.class, chip::step);
      assertEquals("no noise today", failure.getCause().getMessage());
      assertThrows(IllegalStateException.class, chip::step);
    }
  }

  @Test
  void synapsesToNowhereAreRefused() {
    ChipImage.Builder builder = ChipImage.builder(ChipArithmetic.LAVA, ChipWidths.LOIHI);
    builder.core(CoreSettings.of(ChipWidths.LOIHI), memoryless(2));
    int format = builder.format(SynapseFormat.fixed(0, 8, WeightSign.MIXED));
    builder.synapse(format, ChipImage.ofPort(0), 1, 3, 0);
    Exception refused = assertThrows(IllegalArgumentException.class, builder::build);
    assertEquals(
        "synapse 0 from port 0 to neuron 1: there are 2 neurons and 0 ports", refused.getMessage());
  }
}
