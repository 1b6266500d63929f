package org.hillock.loihi.emulate;

import java.util.Arrays;
import org.hillock.loihi.chip.Programme;

/** Parameters of neighbouring neurons, out of all cores that they lie on. */
final class NeuronParameters {

  /** What u keeps of itself in a step, of 2^decay bits. */
  final int[] keepU;

  /** What v keeps of itself in a step, of 2^decay bits. */
  final int[] keepV;

  final Programme[] programme;
  private final int[][] constants;
  private final int[][] state;
  final int[] threshold;
  final int[] bias;
  final int[] refractory;
  final int[] u;
  final int[] v;

  NeuronParameters(ChipImage image, int first, int count) {
    keepU = new int[count];
    keepV = new int[count];
    programme = new Programme[count];
    constants = new int[count][];
    state = new int[count][];
    threshold = new int[count];
    bias = new int[count];
    refractory = new int[count];
    u = new int[count];
    v = new int[count];
    int one = image.widths().decayOne();
    for (ChipImage.Core core : image.cores()) {
      CoreNeurons from = core.neurons();
      int end = Math.min(core.end(), first + count);
      for (int neuron = Math.max(core.first(), first); neuron < end; neuron++) {
        int there = neuron - core.first();
        int here = neuron - first;
        keepU[here] = one - from.decayU[there] - core.settings().offsetU();
        keepV[here] = one - from.decayV[there] - core.settings().offsetV();
        programme[here] = from.programme[there];
        constants[here] = from.constants[there];
        state[here] = from.state[there];
        threshold[here] = from.threshold[there];
        bias[here] = from.bias[there];
        refractory[here] = from.refractory[there];
        u[here] = from.u[there];
        v[here] = from.v[there];
      }
    }
  }

  /** A constant of all neurons, which have one programme. */
  int[] constant(Programme one, String name) {
    return column(constants, one.constant(name));
  }

  /** A register of all neurons, which have one programme, at the start. */
  int[] state(int register) {
    return column(state, register);
  }

  private static int[] column(int[][] rows, int place) {
    return Arrays.stream(rows).mapToInt(row -> row[place]).toArray();
  }
}
