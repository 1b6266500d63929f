package org.hillock.model.form;

import java.util.OptionalDouble;

/**
 * Fires at random: a Poisson process in (start, stop].
 *
 * @param rate expected spikes [Hz]
 * @param start [ms]; from the beginning if it is not said
 * @param stop [ms]; never if it is not said
 */
public record PoissonSpikes(double rate, OptionalDouble start, OptionalDouble stop)
    implements SpikeSource {

  /** When it starts [ms]. */
  public double from() {
    return start.orElse(0);
  }

  /** When it stops [ms]; the largest number that there is if never. */
  public double until() {
    return stop.orElse(Double.MAX_VALUE);
  }

  @Override
  public String phrase() {
    return "a source of Poisson spikes";
  }
}
