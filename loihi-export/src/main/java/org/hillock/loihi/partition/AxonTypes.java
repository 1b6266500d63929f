package org.hillock.loihi.partition;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives each axon of a core a type, where a neuron has not a weight for each synapse but one for
 * each type of axon (TrueNorth has four). Axons get the first type that suits: one for which each
 * neuron that the axon reaches has either no weight yet, or the same. First fit may take more types
 * than the fewest possible, which would be a colouring of a graph.
 */
final class AxonTypes {

  private AxonTypes() {}

  /**
   * The type of each axon, counted from 0.
   *
   * @param lists the synapses of the core
   * @param neurons on the core
   */
  static int[] of(AxonLists lists, int neurons) {
    // For each type the weight of each neuron; 0, which no synapse has, is none yet.
    List<long[]> weights = new ArrayList<>();
    int[] types = new int[lists.axons()];
    for (int axon = 0; axon < types.length; axon++) {
      int type = 0;
      while (type < weights.size() && !suits(lists, axon, weights.get(type))) {
        type++;
      }
      if (type == weights.size()) {
        weights.add(new long[neurons]);
      }
      types[axon] = type;
      for (int i = lists.start(axon); i < lists.end(axon); i++) {
        weights.get(type)[lists.compartment(i)] = weight(lists, i);
      }
    }
    return types;
  }

  private static boolean suits(AxonLists lists, int axon, long[] weights) {
    for (int i = lists.start(axon); i < lists.end(axon); i++) {
      long known = weights[lists.compartment(i)];
      if (known != 0 && known != weight(lists, i)) {
        return false;
      }
    }
    return true;
  }

  /** A weight in units of the least that any exponent can write. */
  private static long weight(AxonLists lists, int i) {
    return (long) lists.mantissa(i) << 8 + lists.weights(lists.section(i)).exponent();
  }
}
