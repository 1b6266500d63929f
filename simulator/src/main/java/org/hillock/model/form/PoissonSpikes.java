package org.hillock.model.form;

import java.util.OptionalDouble;

/**
 * Fires at random: a Poisson process in (start, stop], or one with dead time, whose intervals are
 * longer than that by exponentially distributed times.
 *
 * @param rate expected spikes [Hz]
 * @param start [ms]; from the beginning if it is not said
 * @param stop [ms]; never if it is not said
 * @param deadTime silent for so long after each spike [ms]; 0 for a Poisson process
 */
public record PoissonSpikes(double rate, OptionalDouble start, OptionalDouble stop, double deadTime)
    implements SpikeSource {

  /** Without dead time. */
  public PoissonSpikes(double rate, OptionalDouble start, OptionalDouble stop) {
    this(rate, start, stop, 0);
  }

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
    return deadTime > 0
        ? "a source of Poisson spikes with dead time"
        : "a source of Poisson spikes";
  }
}
