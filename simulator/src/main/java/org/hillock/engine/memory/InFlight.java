package org.hillock.engine.memory;

import org.hillock.network.DelayBounds;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;

/**
 * Spikes that are under way at once, for estimates: what is known of recorded trains, and otherwise
 * what may be expected.
 *
 * @param known what is under way for certain at some time: spikes, or bytes for them
 * @param expected no less, with spikes at the rates that are expected
 */
public record InFlight(double known, double expected) {

  public static final InFlight NONE = new InFlight(0, 0);

  /** Random trains bunch: so many times the mean is reckoned with. */
  private static final double BUNCHING = 2;

  /** A delay without a bound is not reckoned with beyond so many times its mean. */
  private static final double UNBOUNDED = 5;

  /** Two adjacent bins hold any window of their width. */
  private static final int BINS = 2;

  /**
   * @param network the network
   * @param source index of the population
   * @param window for how long a spike is under way, at most [ms]
   * @param hertz at which its neurons are expected to fire [Hz]
   */
  public static InFlight of(Network network, int source, double window, double hertz) {
    Population population = network.populations().get(source);
    SpikeTrains trains = population.spikeTrains();
    if (trains != null) {
      double most = trains.most(window, BINS);
      return new InFlight(most, most);
    }
    return new InFlight(0, BUNCHING * population.size() * hertz * window / 1000);
  }

  /** So many times as much. */
  public InFlight times(double factor) {
    return new InFlight(known * factor, expected * factor);
  }

  /** Both together. */
  public InFlight plus(InFlight other) {
    return new InFlight(known + other.known, expected + other.expected);
  }

  /** The longest delay of some projections, if it has a bound [ms]; else some of their mean. */
  public static double longest(Network network, Iterable<Integer> projections) {
    double longest = 0;
    for (int index : projections) {
      Projection projection = network.projections().get(index);
      double most = DelayBounds.of(network, projection).max();
      longest =
          Math.max(longest, Double.isInfinite(most) ? UNBOUNDED * projection.delay().mean() : most);
    }
    return longest;
  }
}
