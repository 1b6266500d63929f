package org.hillock.loihi.emulate;

import java.util.Arrays;
import org.hillock.loihi.chip.Programme;

/** The state of neighbouring neurons, and what happens to it in a step. */
interface Neurons {

  /**
   * Takes some neurons of one core through a step.
   *
   * @param core what they share
   * @param from first, in this numbering
   * @param to one past the last
   * @param input what arrives in this step, and in others; set to 0 once taken
   * @param at where the input of neuron 0 is
   * @param noise of each neuron, from neuron 0 on; 0 where there is none
   */
  void update(CoreSettings core, int from, int to, int[] input, int at, int[] noise);

  /** -1 for each neuron that fired in its last step, else 0. */
  int[] firing();

  /** The current of a neuron. */
  long u(int neuron);

  /** The voltage of a neuron. */
  long v(int neuron);

  /** A register of a neuron besides u and v, in the order of its programme. */
  long state(int neuron, int register);

  /** Neurons of an image, whatever their programmes. */
  static Neurons of(ChipImage image, int first, int count) {
    Programme[] programmes = new NeuronParameters(image, first, count).programme;
    boolean one = Arrays.stream(programmes).distinct().count() <= 1;
    return one && count > 0
        ? of(programmes[0], image, first, count)
        : new NeuronRuns(image, first, programmes);
  }

  /**
   * Neurons of one programme. Those of Loihi 2 have the registers of the chip, also where an
   * arithmetic lets u and v of others go beyond them.
   */
  static Neurons of(Programme programme, ChipImage image, int first, int count) {
    return switch (programme) {
      case LIF ->
          image.arithmetic().bounded()
              ? new BoundedNeurons(image, first, count)
              : new UnboundedNeurons(image, first, count);
      case ADAPTIVE_THRESHOLD -> {
        NeuronParameters parameters = new NeuronParameters(image, first, count);
        yield new BoundedNeurons(
            image.arithmetic().bounded() ? image.arithmetic() : ChipArithmetic.LAVA,
            image.widths(),
            parameters,
            new AdaptiveFiring(parameters, image.widths().stateMax()));
      }
      case IZHIKEVICH -> new IzhikevichNeurons(image, first, count);
    };
  }
}
