package org.hillock.loihi.emulate;

/** Parameters of neighbouring neurons, out of all cores that they lie on. */
final class NeuronParameters {

  /** What u keeps of itself in a step, of 2^decay bits. */
  final int[] keepU;

  /** What v keeps of itself in a step, of 2^decay bits. */
  final int[] keepV;

  final int[] threshold;
  final int[] bias;
  final int[] refractory;
  final int[] u;
  final int[] v;

  NeuronParameters(ChipImage image, int first, int count) {
    keepU = new int[count];
    keepV = new int[count];
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
        threshold[here] = from.threshold[there];
        bias[here] = from.bias[there];
        refractory[here] = from.refractory[there];
        u[here] = from.u[there];
        v[here] = from.v[there];
      }
    }
  }
}
