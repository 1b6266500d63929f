package org.hillock.lif;

import org.hillock.model.BlockParameters;
import org.hillock.model.Column;
import org.hillock.model.NeuronBlock;

/**
 * What spikes of a {@link Gif} neuron leave, on a grid: elements that decay and add up. In a step
 * their sum at its beginning counts, as in NEST.
 *
 * @param first state array of the first element
 * @param decay e^(-h/tau) of each
 * @param q what a spike adds to each
 */
record GifElements(int first, Column[] decay, Column[] q) {

  static GifElements of(BlockParameters parameters, String kind, int first, double step) {
    int count = parameters.of().apply(0).list("tau_" + kind).length;
    Column[] decay =
        parameters.columns(
            count,
            set -> {
              double[] factors = set.list("tau_" + kind);
              for (int i = 0; i < count; i++) {
                factors[i] = StrictMath.exp(-step / factors[i]);
              }
              return factors;
            });
    return new GifElements(first, decay, parameters.columns(count, set -> set.list("q_" + kind)));
  }

  int count() {
    return decay.length;
  }

  /** Adds the elements of each neuron to a sum, then lets them decay. */
  void step(NeuronBlock block, double[] sum, int from, int to) {
    for (int k = 0; k < decay.length; k++) {
      double[] x = block.state(first + k);
      for (int i = from; i < to; i++) {
        sum[i] += x[i];
        x[i] *= decay[k].at(i);
      }
    }
  }

  void spike(NeuronBlock block, int neuron) {
    for (int k = 0; k < q.length; k++) {
      block.state(first + k)[neuron] += q[k].at(neuron);
    }
  }
}
