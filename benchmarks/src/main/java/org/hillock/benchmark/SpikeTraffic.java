package org.hillock.benchmark;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The spikes of the network of Brunel (2000) in its asynchronous state, and the synapses through
 * which they travel: 12,500 neurons, 27.8 spikes/s each, 1,250 synapses each.
 */
final class SpikeTraffic {

  static final int NEURONS = 12_500;
  static final int ROW = 1_250;
  static final int SPIKES = 4_000;
  private static final double PER_MS = NEURONS * 27.8e-3;

  /** When the spikes were fired, ascending [ms]. */
  final double[] times = new double[SPIKES];

  final int[] sources = new int[SPIKES];

  /** The targets of all rows, each row in order of delay. */
  final int[] targets = new int[NEURONS * ROW];

  /** Delays of all synapses, or null if all have the longest [ms]. */
  final float[] delays;

  final double shortest;
  final double longest;

  /**
   * @param uniform whether delays lie anywhere from 0.5 to 2.5 ms, in place of all being 1.5 ms
   */
  SpikeTraffic(boolean uniform) {
    SplittableRandom random = new SplittableRandom(1);
    double time = 0;
    for (int spike = 0; spike < SPIKES; spike++) {
      time -= Math.log(1 - random.nextDouble()) / PER_MS;
      times[spike] = time;
      sources[spike] = random.nextInt(NEURONS);
    }
    for (int synapse = 0; synapse < targets.length; synapse++) {
      targets[synapse] = random.nextInt(NEURONS);
    }
    shortest = uniform ? 0.5 : 1.5;
    longest = uniform ? 2.5 : 1.5;
    delays = uniform ? new float[targets.length] : null;
    if (delays != null) {
      for (int synapse = 0; synapse < delays.length; synapse++) {
        delays[synapse] = (float) (shortest + 2 * random.nextDouble());
      }
      for (int row = 0; row < NEURONS; row++) {
        Arrays.sort(delays, row * ROW, (row + 1) * ROW);
      }
    }
  }

  /** When a spike arrives through a synapse of its row [ms]. */
  double arrival(int spike, int along) {
    float[] all = delays;
    return times[spike] + (all == null ? longest : all[sources[spike] * ROW + along]);
  }

  int target(int spike, int along) {
    return targets[sources[spike] * ROW + along];
  }
}
