package org.hillock.engine.wiring;

import java.util.Arrays;
import org.hillock.network.WattsStrogatz;
import org.hillock.random.RandomStream;

/**
 * The connections of a small world. Each that is led elsewhere depends on those before it, so that
 * all are drawn at once, from one stream.
 */
final class SmallWorld implements SourceRule {

  /** Neurons to which each one is connected, ascending. */
  private final int[][] connected;

  /** How many there are of each. */
  private final int[] degrees;

  /**
   * @param rule how to wire
   * @param size number of neurons
   * @param stream the numbers of the whole projection
   */
  SmallWorld(WattsStrogatz rule, int size, RandomStream stream) {
    this.connected = new int[size][rule.neighbours()];
    this.degrees = new int[size];
    int half = rule.neighbours() / 2;
    for (int way = 1; way <= half; way++) {
      for (int neuron = 0; neuron < size; neuron++) {
        connect(neuron, next(neuron, way));
        connect(next(neuron, way), neuron);
      }
    }
    for (int way = 1; way <= half; way++) {
      for (int neuron = 0; neuron < size; neuron++) {
        if (stream.nextDouble() < rule.rewiring() && degrees[neuron] < size - 1) {
          lead(neuron, next(neuron, way), other(neuron, stream));
        }
      }
    }
    for (int neuron = 0; neuron < size; neuron++) {
      connected[neuron] = Arrays.copyOf(connected[neuron], degrees[neuron]);
      Arrays.sort(connected[neuron]);
    }
  }

  /** The neuron so many places on. */
  private int next(int neuron, int way) {
    return (int) (((long) neuron + way) % connected.length);
  }

  private int other(int neuron, RandomStream stream) {
    while (true) {
      int other = stream.nextInt(connected.length);
      if (other != neuron && place(neuron, other) < 0) {
        return other;
      }
    }
  }

  private void lead(int neuron, int before, int now) {
    connected[neuron][place(neuron, before)] = now;
    int at = place(before, neuron);
    connected[before][at] = connected[before][--degrees[before]];
    connect(now, neuron);
  }

  private void connect(int neuron, int other) {
    if (degrees[neuron] == connected[neuron].length) {
      connected[neuron] = Arrays.copyOf(connected[neuron], degrees[neuron] * 3 / 2 + 1);
    }
    connected[neuron][degrees[neuron]++] = other;
  }

  /** Where a neuron has another one, or -1. */
  private int place(int neuron, int other) {
    for (int i = 0; i < degrees[neuron]; i++) {
      if (connected[neuron][i] == other) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void draw(int target, RandomStream stream, IntList into) {
    for (int source : connected[target]) {
      into.add(source);
    }
  }
}
