package org.hillock.loihi.emulate.learning;

import java.util.Arrays;
import java.util.List;

/**
 * The traces of one side in lava's arithmetic: within an epoch only the time of the last spike is
 * kept; at its end the traces are followed through its steps, with the numbers drawn there. A trace
 * without a time constant is gone in the step after a spike.
 */
final class EpochTraces {

  private final LearningDraws.Side side;
  private final List<TraceSettings> settings;
  private final double[] keep;
  private final int epoch;
  private final int[] number;
  private final int[][] value;

  /** Each trace through the last epoch: (epoch + 1) values a neuron, from its start on. */
  private final byte[][] history;

  /** When within this epoch a neuron spiked last, from 1; 0 if it did not. */
  private final int[] spike;

  EpochTraces(
      LearningDraws.Side side,
      List<TraceSettings> settings,
      LearningProfile profile,
      int[] number) {
    this.side = side;
    this.settings = settings;
    this.epoch = profile.epoch();
    this.number = number;
    int traces = settings.size();
    keep = new double[traces];
    value = new int[traces][number.length];
    history = new byte[traces][];
    for (int trace = 0; trace < traces; trace++) {
      double tau = settings.get(trace).tau();
      keep[trace] = tau > 0 ? StrictMath.exp(-1 / tau) : 0;
      history[trace] = new byte[Math.multiplyExact(number.length, epoch + 1)];
    }
    spike = new int[number.length];
  }

  /** A spike; a second one in an epoch adds its impulse at once and replaces the first. */
  void spike(int neuron, long step, LearningDraws draws) {
    if (spike[neuron] > 0) {
      for (int trace = 0; trace < value.length; trace++) {
        int drawn = draws.repeated(step, side, trace, number[neuron]);
        value[trace][neuron] = bumped(trace, value[trace][neuron], drawn);
      }
    }
    int within = (int) (step % epoch);
    spike[neuron] = within == 0 ? epoch : within;
  }

  /** Follows all traces through the epoch that ends with a step. */
  void follow(long step, LearningDraws draws) {
    for (int trace = 0; trace < value.length; trace++) {
      for (int neuron = 0; neuron < spike.length; neuron++) {
        follow(trace, neuron, step, draws);
      }
    }
  }

  private void follow(int trace, int neuron, long step, LearningDraws draws) {
    int at = neuron * (epoch + 1);
    int now = value[trace][neuron];
    byte[] through = history[trace];
    through[at] = (byte) now;
    if (now == 0 && spike[neuron] == 0) {
      Arrays.fill(through, at, at + epoch + 1, (byte) 0);
      return;
    }
    double decay = draws.decay(step, side, trace, number[neuron]);
    for (int i = 1; i <= epoch; i++) {
      double exact = keep[trace] * now;
      int floor = (int) exact;
      now = floor + (decay < exact - floor ? 1 : 0);
      if (i == spike[neuron]) {
        now = bumped(trace, now, draws.impulse(step, side, trace, number[neuron]));
      }
      through[at + i] = (byte) now;
    }
    value[trace][neuron] = now;
  }

  private int bumped(int trace, int now, int drawn) {
    TraceSettings impulse = settings.get(trace);
    int sum = now + impulse.whole() + (drawn < impulse.fraction() ? 1 : 0);
    return Math.min(TraceSettings.MAX, sum);
  }

  /** Forgets the spikes of the epoch. */
  void clear() {
    Arrays.fill(spike, 0);
  }

  /** When within the epoch a neuron spiked last, from 1; 0 if it did not. */
  int spikeOf(int neuron) {
    return spike[neuron];
  }

  /** A trace as it was within the epoch. */
  int within(int trace, int neuron, int step) {
    return history[trace][neuron * (epoch + 1) + step];
  }

  /** A trace now. */
  int now(int trace, int neuron) {
    return value[trace][neuron];
  }
}
