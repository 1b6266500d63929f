package org.hillock.engine.run;

import java.util.List;

/**
 * What has reached one neuron from outside the network.
 *
 * @param spikes in order of input and time
 * @param currents in order of input and time, without those of 0 pA
 */
public record OutsideHistory(List<Spike> spikes, List<Current> currents) {

  /**
   * A spike, or several of one moment.
   *
   * @param input its number among the network's inputs
   * @param time when it arrived [ms]
   * @param receptor at which
   * @param weight of all of them, in the unit of the model
   */
  public record Spike(int input, double time, int receptor, double weight) {}

  /**
   * A current that stayed the same for a while.
   *
   * @param input its number among the network's inputs
   * @param begin it flowed after this time [ms]
   * @param end and up to this one [ms]
   * @param amplitude [pA]
   */
  public record Current(int input, double begin, double end, double amplitude) {}

  /** Copies the lists. */
  public OutsideHistory {
    spikes = List.copyOf(spikes);
    currents = List.copyOf(currents);
  }
}
