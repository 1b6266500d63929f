package org.hillock.engine.event;

import org.hillock.model.GridTime;
import org.hillock.model.InputList;

/** Puts what arrives at a neuron in order of time. Not thread-safe. */
final class InputOrder {

  private final InputList ordered = new InputList();
  private final TimeOrder timeOrder = new TimeOrder();

  /** The inputs by time: the list itself if they are in order, else another one. */
  InputList of(InputList inputs) {
    int count = inputs.size();
    if (TimeOrder.ascending(inputs.times(), count)) {
      return inputs;
    }
    int[] order = timeOrder.of(inputs.times(), count);
    ordered.clear();
    ordered.reserve(count);
    for (int i = 0; i < count; i++) {
      ordered.times()[i] = inputs.times()[order[i]];
      ordered.weights()[i] = inputs.weights()[order[i]];
      ordered.receptors()[i] = inputs.receptors()[order[i]];
    }
    ordered.resize(count);
    return ordered;
  }

  /**
   * Gives inputs the same time that differ by rounding only, as 0.1 ms + 0.2 ms and 0.3 ms do: what
   * arrives at one moment acts together.
   */
  static void joinMoments(InputList inputs) {
    double[] times = inputs.times();
    for (int i = 1; i < inputs.size(); i++) {
      if (times[i] - times[i - 1] <= GridTime.SAME_MOMENT) {
        times[i] = times[i - 1];
      }
    }
  }
}
