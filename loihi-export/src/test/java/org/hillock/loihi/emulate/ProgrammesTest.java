package org.hillock.loihi.emulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.hillock.loihi.chip.Programme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps of the programmes, counted by hand. */
class ProgrammesTest {

  private static final int MOST = 8_388_607;

  private static void quadratic(CoreNeurons neurons, int i, int substeps, int lowest) {
    neurons.programme[i] = Programme.IZHIKEVICH;
    Map<String, Integer> constants =
        Map.ofEntries(
            Map.entry("substeps", substeps),
            Map.entry("square", 3),
            Map.entry("squareShift", 4),
            Map.entry("coupling", 1),
            Map.entry("couplingShift", 1),
            Map.entry("follow", 5),
            Map.entry("decay", 2),
            Map.entry("recoveryShift", 3),
            Map.entry("reset", -3),
            Map.entry("jump", 9),
            Map.entry("lowest", lowest));
    neurons.constants[i] = numbers(Programme.IZHIKEVICH, constants);
  }

  private static void adapting(CoreNeurons neurons, int i, int step1, int theta1, int theta2) {
    neurons.programme[i] = Programme.ADAPTIVE_THRESHOLD;
    neurons.decayU[i] = 4095;
    neurons.constants[i] =
        numbers(
            Programme.ADAPTIVE_THRESHOLD,
            Map.of(
                "decay1", 3,
                "decayShift1", 4,
                "step1", step1,
                "decay2", 1,
                "decayShift2", 0,
                "step2", 5));
    neurons.state[i] = new int[] {theta1, theta2};
  }

  private static int[] numbers(Programme programme, Map<String, Integer> constants) {
    return programme.constants(constants).stream().mapToInt(Integer::intValue).toArray();
  }

  private static ChipImage image(ChipArithmetic arithmetic, CoreNeurons neurons) {
    ChipImage.Builder builder = ChipImage.builder(arithmetic, ChipWidths.LOIHI);
    builder.core(CoreSettings.of(ChipWidths.LOIHI), neurons);
    return builder.build();
  }

  private static Neurons alone(CoreNeurons neurons) {
    return Neurons.of(image(ChipArithmetic.LAVA, neurons), 0, neurons.v.length);
  }

  private static void step(Neurons neurons, int input) {
    neurons.update(CoreSettings.of(ChipWidths.LOIHI), 0, 1, new int[] {input}, 0, new int[1]);
  }

  private static CoreNeurons one(int threshold, int bias, int v) {
    CoreNeurons neurons = new CoreNeurons(1);
    neurons.threshold[0] = threshold;
    neurons.bias[0] = bias;
    neurons.refractory[0] = 1;
    neurons.v[0] = v;
    return neurons;
  }

  /** 10 + 100 3/16 - 7/2 + 4 + 2 and 7 + (5 10 - 2 7)/8; then once more with the new v. */
  @ParameterizedTest
  @CsvSource({
    "1, 1000, 31, 12, 0",
    "2, 1000, 213, 138, 0",
    "2, 213, 213, 138, 0",
    "2, 212, -3, 147, -1"
  })
  void makesAStepOfTheQuadraticNeuron(
      int substeps, int threshold, int v, int recovery, int firing) {
    CoreNeurons neurons = one(threshold, 4, 10);
    quadratic(neurons, 0, substeps, -MOST);
    neurons.state[0] = new int[] {7};
    Neurons alone = alone(neurons);
    step(alone, 2);
    assertEquals(v, alone.v(0));
    assertEquals(recovery, alone.state(0, 0));
    assertEquals(firing, alone.firing()[0]);
    assertEquals(0, alone.u(0));
  }

  @Test
  void cutsTheQuadraticNeuronToItsRegisters() {
    CoreNeurons neurons = one(Integer.MAX_VALUE, 0, MOST);
    quadratic(neurons, 0, 2, -MOST);
    neurons.state[0] = new int[] {0};
    Neurons high = alone(neurons);
    step(high, 0);
    assertEquals(MOST, high.v(0));
    assertEquals(5 * (long) MOST / 8, high.state(0, 0));
    neurons = one(Integer.MAX_VALUE, -50_000, 10);
    quadratic(neurons, 0, 1, -40);
    neurons.state[0] = new int[] {-MOST};
    Neurons low = alone(neurons);
    step(low, -9_000_000);
    assertEquals(-40, low.v(0));
  }

  /** θ of 10 and 1 loses 10 3/16 and all; then v of 20 is not above 12 + 8, and 21 is. */
  @ParameterizedTest
  @CsvSource({"20, 8, 0, 0", "21, 108, 5, -1"})
  void makesAStepOfTheThreshold(int input, int theta1, int theta2, int firing) {
    CoreNeurons neurons = one(12, 0, 0);
    adapting(neurons, 0, 100, 10, 1);
    Neurons alone = alone(neurons);
    step(alone, input);
    assertEquals(input, alone.v(0), "v goes on");
    assertEquals(theta1, alone.state(0, 0));
    assertEquals(theta2, alone.state(0, 1));
    assertEquals(firing, alone.firing()[0]);
  }

  @Test
  void lowersANegativeThresholdAlike() {
    CoreNeurons neurons = one(1000, 0, 0);
    adapting(neurons, 0, 100, -10, 0);
    Neurons alone = alone(neurons);
    step(alone, 0);
    assertEquals(-8, alone.state(0, 0));
  }

  @Test
  void clipsTheThresholdAndRestsWithoutAReset() {
    CoreNeurons neurons = one(12, 0, 50);
    neurons.refractory[0] = 3;
    adapting(neurons, 0, -MOST, -MOST, 0);
    Neurons alone = alone(neurons);
    int[] firing = new int[4];
    long[] theta = new long[4];
    for (int t = 0; t < firing.length; t++) {
      step(alone, 0);
      firing[t] = alone.firing()[0];
      theta[t] = alone.state(0, 0);
      assertEquals(50, alone.v(0));
    }
    assertEquals("[-1, 0, 0, -1]", Arrays.toString(firing));
    assertEquals(-MOST, theta[0]);
    assertEquals(-(MOST - (MOST * 3L + 8) / 16), theta[1]);
  }

  @Test
  void refusesARegisterOutOfRange() {
    CoreNeurons neurons = one(12, 0, 0);
    adapting(neurons, 0, MOST + 1, 0, 0);
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> image(ChipArithmetic.LAVA, neurons));
    assertEquals(
        "step1 of neuron 0 of its core is 8388608: -8388607 to 8388607", refusal.getMessage());
  }

  /** Neurons of all programmes beside each other do what each does alone, in every arithmetic. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void runsNeighboursOfSeveralProgrammes(long seed) {
    Random random = new Random(seed);
    int count = 60;
    CoreNeurons mixed = new CoreNeurons(count);
    CoreNeurons[] single = new CoreNeurons[count];
    for (int i = 0; i < count; i++) {
      single[i] = one(random.nextInt(5000), random.nextInt(600), random.nextInt(3000));
      single[i].decayV[0] = random.nextInt(4096);
      switch (random.nextInt(3)) {
        case 0 -> quadratic(single[i], 0, 1 + random.nextInt(2), -random.nextInt(3000));
        case 1 -> adapting(single[i], 0, random.nextInt(9000), random.nextInt(9000), 0);
        default -> single[i].decayU[0] = random.nextInt(4096);
      }
      if (single[i].programme[0] == Programme.IZHIKEVICH) {
        single[i].state[0] = new int[] {random.nextInt(2000)};
      }
      mixed.threshold[i] = single[i].threshold[0];
      mixed.bias[i] = single[i].bias[0];
      mixed.refractory[i] = single[i].refractory[0];
      mixed.v[i] = single[i].v[0];
      mixed.decayU[i] = single[i].decayU[0];
      mixed.decayV[i] = single[i].decayV[0];
      mixed.programme[i] = single[i].programme[0];
      mixed.constants[i] = single[i].constants[0];
      mixed.state[i] = single[i].state[0];
    }
    ChipArithmetic arithmetic = seed % 2 == 0 ? ChipArithmetic.LAVA : ChipArithmetic.BRIAN2_LOIHI;
    Neurons together = Neurons.of(image(arithmetic, mixed), 0, count);
    Neurons[] alone = new Neurons[count];
    for (int i = 0; i < count; i++) {
      alone[i] = Neurons.of(image(arithmetic, single[i]), 0, 1);
    }
    CoreSettings core = CoreSettings.of(ChipWidths.LOIHI);
    int spikes = 0;
    for (int t = 0; t < 30; t++) {
      int[] input = new int[count + 3];
      int[] noise = new int[count];
      for (int i = 0; i < count; i++) {
        input[3 + i] = random.nextInt(4000) - 1500;
      }
      int[] same = input.clone();
      int cut = 1 + random.nextInt(count - 1);
      together.update(core, 0, cut, input, 3, noise);
      together.update(core, cut, count, input, 3, noise);
      for (int i = 0; i < count; i++) {
        alone[i].update(core, 0, 1, same, 3 + i, new int[1]);
        assertEquals(alone[i].v(0), together.v(i));
        assertEquals(alone[i].u(0), together.u(i));
        assertEquals(alone[i].firing()[0], together.firing()[i]);
        for (int k = 0; k < mixed.state[i].length; k++) {
          assertEquals(alone[i].state(0, k), together.state(i, k));
        }
        spikes -= together.firing()[i];
      }
    }
    assertTrue(spikes > 30);
  }
}
