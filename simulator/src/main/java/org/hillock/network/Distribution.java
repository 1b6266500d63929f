package org.hillock.network;

import java.util.Arrays;
import java.util.Optional;
import org.hillock.random.NormalQuantile;
import org.hillock.random.RandomStream;

/**
 * A quantity that may differ from neuron to neuron or from synapse to synapse.
 *
 * <p>One call of {@link #draw} serves one neuron or synapse. Every draw uses {@link StrictMath} and
 * plain IEEE arithmetic only, so that it gives the same bits on every JVM.
 */
public sealed interface Distribution
    permits Distribution.Constant,
        Distribution.Uniform,
        Distribution.Normal,
        Distribution.LogNormal,
        Distribution.Listed,
        ByPlace,
        Lesioned {

  /**
   * The value for one neuron or synapse.
   *
   * @param stream random numbers keyed by the entity for which the value is drawn
   * @param index place of the entity in its population or synapse list, for values listed one by
   *     one
   */
  double draw(RandomStream stream, int index);

  /**
   * The values for the first entities of a stream: those that as many calls of {@link
   * #draw(RandomStream, int)} give, for indices from 0, but faster.
   *
   * @param stream random numbers
   * @param into receives the values
   * @param count how many
   */
  default void drawMany(RandomStream stream, double[] into, int count) {
    for (int i = 0; i < count; i++) {
      into[i] = draw(stream, i);
    }
  }

  /** The smallest value that can be drawn. */
  double min();

  /** The largest value that can be drawn. */
  double max();

  /** The mean, before any clipping or redrawing. */
  double mean();

  /**
   * No draw is below this: finite where {@link #min} is not, as random numbers have so many bits.
   */
  default double least() {
    return min();
  }

  /** No draw is above this, likewise. */
  default double greatest() {
    return max();
  }

  /**
   * Standard deviation of what is drawn, clipping and redrawing included; about a hundredth off.
   */
  double spread();

  /** Whether every draw gives the same value. */
  default boolean constant() {
    return min() == max();
  }

  /** Whether every digit counts, as of values that are listed or computed, not drawn. */
  default boolean exact() {
    return false;
  }

  /** Whether values follow from where the source and the target of a synapse are. */
  default boolean byPlace() {
    return false;
  }

  /**
   * Makes what was drawn the values of the synapses of one target, where these follow from places,
   * or some are dead.
   *
   * @param sources of the synapses, within the source range
   * @param count number of synapses
   * @param target within the target range
   * @param values what was drawn for each
   */
  default void atPlaces(int[] sources, int count, int target, double[] values) {}

  /** The same for synapses in the other direction, if it is one for these, too. */
  default Optional<Distribution> turned() {
    return constant() ? Optional.of(this) : Optional.empty();
  }

  /** Multiplies every value. */
  Distribution scaled(double factor);

  /** A constant. */
  static Distribution of(double value) {
    return new Constant(value);
  }

  /**
   * Always the same.
   *
   * @param value the value
   */
  record Constant(double value) implements Distribution {
    @Override
    public double draw(RandomStream stream, int index) {
      return value;
    }

    @Override
    public double min() {
      return value;
    }

    @Override
    public double max() {
      return value;
    }

    @Override
    public double mean() {
      return value;
    }

    @Override
    public double spread() {
      return 0;
    }

    @Override
    public Distribution scaled(double factor) {
      return new Constant(value * factor);
    }
  }

  /**
   * Uniform in [low, high).
   *
   * @param low smallest value
   * @param high upper bound, exclusive
   */
  record Uniform(double low, double high) implements Distribution {
    /**
     * @throws InvalidNetworkException if low is above high
     */
    public Uniform {
      if (!(low <= high)) {
        throw new InvalidNetworkException("uniform", low + " to " + high, "min <= max");
      }
    }

    @Override
    public double draw(RandomStream stream, int index) {
      return low + (high - low) * stream.nextDouble();
    }

    @Override
    public void drawMany(RandomStream stream, double[] into, int count) {
      stream.nextDoubles(into, 0, count);
      for (int i = 0; i < count; i++) {
        into[i] = low + (high - low) * into[i];
      }
    }

    @Override
    public double min() {
      return low;
    }

    @Override
    public double max() {
      return high;
    }

    @Override
    public double mean() {
      return 0.5 * (low + high);
    }

    @Override
    public double spread() {
      return (high - low) / Math.sqrt(12);
    }

    @Override
    public Distribution scaled(double factor) {
      return factor < 0
          ? new Uniform(high * factor, low * factor)
          : new Uniform(low * factor, high * factor);
    }
  }

  /** What happens to a value outside the bounds. */
  enum Outside {
    /** It is moved to the bound. */
    CLIP,
    /** It is thrown away and drawn again. */
    REDRAW
  }

  /**
   * Normal, optionally within bounds.
   *
   * @param mean mean of the normal before bounding
   * @param sd its standard deviation, 0 or more
   * @param low lower bound, or negative infinity
   * @param high upper bound, or infinity
   * @param outside what happens beyond the bounds
   */
  record Normal(double mean, double sd, double low, double high, Outside outside)
      implements Distribution {

    /**
     * @throws InvalidNetworkException if sd is negative, the bounds are crossed, or redrawing would
     *     almost never succeed
     */
    public Normal {
      if (!(sd >= 0)) {
        throw new InvalidNetworkException("normal.sd", Double.toString(sd), "0 or more");
      }
      if (!(low <= high)) {
        throw new InvalidNetworkException("normal", low + " to " + high, "min <= max");
      }
      if (outside == Outside.REDRAW && (mean + 4 * sd < low || mean - 4 * sd > high)) {
        throw new InvalidNetworkException(
            "normal",
            "bounds " + low + " to " + high + " more than 4 sd from the mean " + mean,
            "bounds that redrawing can reach, or outside: clip");
      }
    }

    /** A normal without bounds. */
    public Normal(double mean, double sd) {
      this(mean, sd, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Outside.CLIP);
    }

    @Override
    public double draw(RandomStream stream, int index) {
      double value = mean + sd * NormalQuantile.of(stream.nextOpenDouble());
      if (value >= low && value <= high) {
        return value;
      }
      if (outside == Outside.CLIP) {
        return value < low ? low : high;
      }
      do {
        value = mean + sd * NormalQuantile.of(stream.nextOpenDouble());
      } while (!(value >= low && value <= high));
      return value;
    }

    @Override
    public void drawMany(RandomStream stream, double[] into, int count) {
      int done = 0;
      while (done < count) {
        stream.nextNormals(into, done, count - done);
        done = outside == Outside.CLIP ? clip(into, count) : keepInside(into, done, count);
      }
    }

    private int clip(double[] values, int count) {
      for (int i = 0; i < count; i++) {
        double value = mean + sd * values[i];
        values[i] = value < low ? low : value > high ? high : value;
      }
      return count;
    }

    /** Scales what was drawn and closes the gaps of what is outside; returns where it ends. */
    private int keepInside(double[] values, int from, int count) {
      int kept = from;
      for (int i = from; i < count; i++) {
        double value = mean + sd * values[i];
        values[kept] = value;
        // One more if neither difference is negative: a branch would be mispredicted too often.
        long signs =
            Double.doubleToRawLongBits(value - low) | Double.doubleToRawLongBits(high - value);
        kept += 1 - (int) (signs >>> 63);
      }
      return kept;
    }

    @Override
    public double min() {
      return sd == 0 ? Math.max(low, Math.min(high, mean)) : low;
    }

    @Override
    public double max() {
      return sd == 0 ? Math.max(low, Math.min(high, mean)) : high;
    }

    @Override
    public double least() {
      return Math.max(low, Math.min(high, mean - sd * NormalQuantile.FURTHEST));
    }

    @Override
    public double greatest() {
      return Math.max(low, Math.min(high, mean + sd * NormalQuantile.FURTHEST));
    }

    @Override
    public double spread() {
      return Spread.of(
          z -> {
            double value = mean + sd * z;
            boolean inside = value >= low && value <= high;
            return outside == Outside.CLIP
                ? Math.max(low, Math.min(high, value))
                : inside ? value : Double.NaN;
          });
    }

    @Override
    public Distribution scaled(double factor) {
      double a = low * factor;
      double b = high * factor;
      return new Normal(
          mean * factor, sd * Math.abs(factor), Math.min(a, b), Math.max(a, b), outside);
    }
  }

  /**
   * Lognormal: the logarithm is normal.
   *
   * @param median exp of the mean of the logarithm; its sign is the sign of every value
   * @param sigma standard deviation of the natural logarithm, 0 or more
   */
  record LogNormal(double median, double sigma) implements Distribution {
    /**
     * @throws InvalidNetworkException if sigma is negative
     */
    public LogNormal {
      if (!(sigma >= 0)) {
        throw new InvalidNetworkException("lognormal.sigma", Double.toString(sigma), "0 or more");
      }
    }

    @Override
    public double draw(RandomStream stream, int index) {
      return median * StrictMath.exp(sigma * NormalQuantile.of(stream.nextOpenDouble()));
    }

    @Override
    public void drawMany(RandomStream stream, double[] into, int count) {
      stream.nextNormals(into, 0, count);
      for (int i = 0; i < count; i++) {
        into[i] = median * StrictMath.exp(sigma * into[i]);
      }
    }

    @Override
    public double min() {
      return median < 0 && sigma > 0 ? Double.NEGATIVE_INFINITY : sigma > 0 ? 0 : median;
    }

    @Override
    public double max() {
      return median < 0 && sigma > 0 ? 0 : sigma > 0 ? Double.POSITIVE_INFINITY : median;
    }

    @Override
    public double mean() {
      return median * StrictMath.exp(0.5 * sigma * sigma);
    }

    @Override
    public double least() {
      return Math.min(end(-1), end(1));
    }

    @Override
    public double greatest() {
      return Math.max(end(-1), end(1));
    }

    private double end(int side) {
      return median * StrictMath.exp(side * sigma * NormalQuantile.FURTHEST);
    }

    @Override
    public double spread() {
      return Spread.of(z -> median * StrictMath.exp(sigma * z));
    }

    @Override
    public Distribution scaled(double factor) {
      return new LogNormal(median * factor, sigma);
    }
  }

  /** One value per entity, listed. */
  final class Listed implements Distribution {

    private final double[] values;

    /** Copies the values; there must be as many as there are entities. */
    public Listed(double[] values) {
      if (values.length == 0) {
        throw new InvalidNetworkException("values", "an empty list", "one value per neuron");
      }
      this.values = values.clone();
    }

    /** Number of values. */
    public int size() {
      return values.length;
    }

    @Override
    public double draw(RandomStream stream, int index) {
      return values[index];
    }

    @Override
    public boolean exact() {
      return true;
    }

    @Override
    public double min() {
      double min = Double.POSITIVE_INFINITY;
      for (double value : values) {
        min = Math.min(min, value);
      }
      return min;
    }

    @Override
    public double max() {
      double max = Double.NEGATIVE_INFINITY;
      for (double value : values) {
        max = Math.max(max, value);
      }
      return max;
    }

    @Override
    public double mean() {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      return sum / values.length;
    }

    @Override
    public double spread() {
      double mean = mean();
      double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
      return Math.sqrt(square / values.length);
    }

    @Override
    public Distribution scaled(double factor) {
      double[] scaled = values.clone();
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] *= factor;
      }
      return new Listed(scaled);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Listed that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
      return values.length + " listed values";
    }
  }
}
