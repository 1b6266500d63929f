package org.hillock.engine.event;

import java.util.ArrayDeque;
import java.util.Deque;
import org.hillock.model.StateCarrier;

/** The spikes that may still be under way, for checkpoints, in order of time. For one thread. */
final class RecentSpikes {

  private record Spike(double time, int population, int neuron) {}

  /** Sees spikes. */
  interface Visitor {
    /** The next spike. */
    void spike(double time, int population, int neuron);
  }

  private final double longestDelay;
  private final Deque<Spike> spikes = new ArrayDeque<>();

  /**
   * @param longestDelay for how long a spike may be under way [ms]
   */
  RecentSpikes(double longestDelay) {
    this.longestDelay = longestDelay;
  }

  /**
   * Takes note of the spikes of a window, and forgets those that have arrived.
   *
   * @param delivered all arrivals up to this moment have been delivered [ms]
   */
  void add(Outbox fired, double delivered) {
    while (!spikes.isEmpty() && spikes.getFirst().time() + longestDelay <= delivered) {
      spikes.removeFirst();
    }
    for (int i = 0; i < fired.size(); i++) {
      if (fired.time(i) + longestDelay > delivered) {
        spikes.addLast(new Spike(fired.time(i), fired.population(i), fired.neuron(i)));
      }
    }
  }

  /** Shows all of them. */
  void forEach(Visitor visitor) {
    spikes.forEach(each -> visitor.spike(each.time(), each.population(), each.neuron()));
  }

  /** Carries all of them. */
  void carry(StateCarrier carrier) {
    int count = carrier.carry(spikes.size());
    for (int i = 0; i < count; i++) {
      Spike each = carrier.restores() ? new Spike(0, 0, 0) : spikes.removeFirst();
      spikes.addLast(
          new Spike(
              carrier.carry(each.time()),
              carrier.carry(each.population()),
              carrier.carry(each.neuron())));
    }
  }
}
