package org.hillock.network;

import java.util.Optional;
import org.hillock.random.RandomStream;

/**
 * A weight or a delay that follows from where the source and the target of a synapse are, times a
 * value that may be drawn.
 *
 * @param drawn what is drawn for each synapse; 1 if nothing is
 * @param reach where neurons are, and what follows from it
 */
public record ByPlace(Distribution drawn, Reach reach) implements Distribution {

  /**
   * @throws InvalidNetworkException if the profile has no bounds where neurons are
   */
  public ByPlace {
    if (!reach.bounds().finite()) {
      throw new InvalidNetworkException(
          "profile",
          "values from " + reach.bounds().low() + " to " + reach.bounds().high(),
          "finite values wherever neurons are, at distance 0 too if two can be in one place");
    }
  }

  /** What follows from places alone. */
  public ByPlace(Reach reach) {
    this(Distribution.of(1), reach);
  }

  /** What is drawn, before {@link #atPlaces} makes a value of it. */
  @Override
  public double draw(RandomStream stream, int index) {
    return drawn.draw(stream, index);
  }

  @Override
  public void drawMany(RandomStream stream, double[] into, int count) {
    drawn.drawMany(stream, into, count);
  }

  @Override
  public void atPlaces(int[] sources, int count, int target, double[] values) {
    for (int i = 0; i < count; i++) {
      values[i] *= reach.value(sources[i], target);
    }
  }

  private Interval bounds() {
    return reach.bounds().times(new Interval(drawn.min(), drawn.max()));
  }

  @Override
  public double min() {
    return bounds().low();
  }

  @Override
  public double max() {
    return bounds().high();
  }

  @Override
  public double mean() {
    return drawn.mean() * reach.meanInside();
  }

  @Override
  public double least() {
    return reach.bounds().times(new Interval(drawn.least(), drawn.greatest())).low();
  }

  @Override
  public double greatest() {
    return reach.bounds().times(new Interval(drawn.least(), drawn.greatest())).high();
  }

  /** Of all pairs together. */
  @Override
  public double spread() {
    double own = drawn.spread() * drawn.spread() + drawn.mean() * drawn.mean();
    return Math.sqrt(Math.max(0, own * reach.meanSquare() - mean() * mean()));
  }

  @Override
  public boolean exact() {
    return true;
  }

  @Override
  public boolean byPlace() {
    return true;
  }

  @Override
  public Optional<Distribution> turned() {
    boolean same = reach.profile().central() && drawn.constant();
    return same ? Optional.of(new ByPlace(drawn, reach.turned())) : Optional.empty();
  }

  @Override
  public Distribution scaled(double factor) {
    return new ByPlace(drawn.scaled(factor), reach);
  }
}
