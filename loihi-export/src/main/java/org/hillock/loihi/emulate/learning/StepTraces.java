package org.hillock.loihi.emulate.learning;

import java.util.Arrays;
import java.util.List;

/**
 * The traces of one side in brian2_loihi's arithmetic. Whether a decay is rounded up is decided at
 * the beginning of a step, before the impulses of its spikes.
 */
final class StepTraces {

  private final LearningDraws.Side side;
  private final List<TraceSettings> settings;
  private final int[] number;
  private final int[][] value;
  private final boolean[][] up;
  private final boolean[] spiked;

  StepTraces(LearningDraws.Side side, List<TraceSettings> settings, int[] number) {
    this.side = side;
    this.settings = settings;
    this.number = number;
    value = new int[settings.size()][number.length];
    up = new boolean[settings.size()][number.length];
    spiked = new boolean[number.length];
  }

  /** Decides which traces will be rounded up. */
  void draw(long step, LearningDraws draws) {
    for (int trace = 0; trace < value.length; trace++) {
      for (int i = 0; i < number.length; i++) {
        double exact = decayed(trace, i);
        double fraction = exact - (int) exact;
        up[trace][i] = fraction > 0 && draws.decay(step, side, trace, number[i]) < fraction;
      }
    }
  }

  /** Adds the impulses of a spike. */
  void spike(int neuron) {
    spiked[neuron] = true;
    for (int trace = 0; trace < value.length; trace++) {
      int sum = (int) (value[trace][neuron] + settings.get(trace).impulse());
      value[trace][neuron] = Math.min(TraceSettings.MAX, sum);
    }
  }

  /** Lets all traces decay and forgets the spikes. */
  void decay() {
    for (int trace = 0; trace < value.length; trace++) {
      for (int i = 0; i < number.length; i++) {
        value[trace][i] = (int) decayed(trace, i) + (up[trace][i] ? 1 : 0);
      }
    }
    Arrays.fill(spiked, false);
  }

  private double decayed(int trace, int neuron) {
    double tau = settings.get(trace).tau();
    return tau > 0 ? value[trace][neuron] * (1 - 1 / tau) : 0;
  }

  boolean spiked(int neuron) {
    return spiked[neuron];
  }

  int now(int trace, int neuron) {
    return value[trace][neuron];
  }
}
