package org.hillock.network;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Between which bounds the delays of a projection lie, found without looking at every pair of
 * neurons.
 *
 * <p>Where the rule lists its pairs, conduction delays are bounded by the nearest and the farthest
 * of them. Other rules may join any source to any target, and the bounds are those of the boxes
 * around the sources and around the targets.
 *
 * @param min no delay is shorter [ms]
 * @param max no delay is longer [ms]; infinity for distributions without a bound
 */
public record DelayBounds(double min, double max) {

  /** Bounds of the distances of source and target [mm]. */
  private record Distances(double nearest, double farthest) {}

  /** The bounds of one projection of a network. */
  public static DelayBounds of(Network network, Projection projection) {
    return of(
        projection,
        network.population(projection.source().population()).positions(),
        network.population(projection.target().population()).positions());
  }

  /**
   * The bounds of one projection.
   *
   * @param projection whose delays
   * @param sources positions of the source population; only with conduction
   * @param targets positions of the target population; only with conduction
   */
  public static DelayBounds of(
      Projection projection, @Nullable Positions sources, @Nullable Positions targets) {
    ConnectionRule.Explicit edges = projection.rule().listed();
    if (edges != null && edges.hasDelays()) {
      return listed(edges);
    }
    double min = projection.delay().min();
    double max = projection.delay().max();
    Conduction conduction = projection.conduction();
    if (conduction == null) {
      return new DelayBounds(min, max);
    }
    Distances distances =
        distances(projection, Objects.requireNonNull(sources), Objects.requireNonNull(targets));
    return new DelayBounds(
        min + distances.nearest() / conduction.velocity(),
        max + distances.farthest() / conduction.velocity());
  }

  private static DelayBounds listed(ConnectionRule.Explicit edges) {
    double min = Double.POSITIVE_INFINITY;
    double max = 0;
    for (int i = 0; i < edges.size(); i++) {
      min = Math.min(min, edges.delay(i));
      max = Math.max(max, edges.delay(i));
    }
    return new DelayBounds(Math.min(min, max), max);
  }

  private static Distances distances(Projection projection, Positions sources, Positions targets) {
    NeuronRange source = projection.source();
    NeuronRange target = projection.target();
    Pairs pairs = projection.rule().pairs(source, target, projection.autapses());
    if (pairs == null) {
      return ofBoxes(sources, source, targets, target);
    }
    double min = Double.POSITIVE_INFINITY;
    double max = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int from = source.from() + pairs.source(i);
      int to = target.from() + pairs.target(i);
      double distance = sources.distance(from, targets, to);
      min = Math.min(min, distance);
      max = Math.max(max, distance);
    }
    return new Distances(Math.min(min, max), max);
  }

  private static Distances ofBoxes(
      Positions sources, NeuronRange source, Positions targets, NeuronRange target) {
    int dimensions = sources.dimensions();
    double[] gap = new double[dimensions];
    double[] reach = new double[dimensions];
    for (int axis = 0; axis < dimensions; axis++) {
      double sourceLow = sources.low(axis, source.from(), source.to());
      double sourceHigh = sources.high(axis, source.from(), source.to());
      double targetLow = targets.low(axis, target.from(), target.to());
      double targetHigh = targets.high(axis, target.from(), target.to());
      gap[axis] = Math.max(0, Math.max(targetLow - sourceHigh, sourceLow - targetHigh));
      reach[axis] = Math.max(targetHigh - sourceLow, sourceHigh - targetLow);
      Extent period = sources.period();
      if (period != null) {
        // The way around may be the shorter one; it is at most half of it all.
        double around = period.length(axis) - reach[axis];
        gap[axis] = Math.max(0, Math.min(gap[axis], around));
        reach[axis] = Math.min(reach[axis], 0.5 * period.length(axis));
      }
    }
    Positions corners = Positions.of(new double[dimensions], gap, reach);
    return new Distances(corners.distance(0, corners, 1), corners.distance(0, corners, 2));
  }
}
