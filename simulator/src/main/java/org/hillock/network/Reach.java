package org.hillock.network;

import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * How the sources and the targets of a projection lie to each other, and what follows from it: who
 * is near enough to be connected, and with what chance, weight or delay. Immutable; may be shared
 * between threads.
 *
 * <p>Neurons are counted from the beginning of the two ranges.
 */
public final class Reach {

  /** Means over more pairs than this are taken over a part of them, evenly spaced. */
  private static final long MOST_PAIRS = 1 << 21;

  private final Positions sources;
  private final NeuronRange source;
  private final Positions targets;
  private final NeuronRange target;
  private final @Nullable Mask mask;
  private final Profile profile;
  private final Interval bounds;
  private volatile @Nullable Neighbours nearSources;
  private volatile @Nullable Neighbours nearTargets;
  private volatile @Nullable Means means;

  /**
   * Sums over pairs, in the mask, without autapses if they are excluded.
   *
   * @param value mean of the profile over all pairs, 0 outside of the mask
   * @param covered part of all pairs that are in the mask
   * @param square mean square of the profile, likewise
   */
  private record Means(double value, double covered, double square) {}

  /**
   * @param sources positions of the source population
   * @param source the presynaptic neurons
   * @param targets positions of the target population
   * @param target the postsynaptic neurons
   * @param mask which targets a source reaches; null for all
   * @param profile what follows from the way
   * @throws InvalidNetworkException if there are no distances, or the mask is of other dimensions
   */
  public Reach(
      Positions sources,
      NeuronRange source,
      Positions targets,
      NeuronRange target,
      @Nullable Mask mask,
      Profile profile) {
    this.sources = sources;
    this.source = source;
    this.targets = targets;
    this.target = target;
    this.mask = mask;
    this.profile = profile;
    sources.checkLeadTo(targets, "synapses");
    if (mask != null && !mask.has(sources.dimensions())) {
      throw new InvalidNetworkException(
          "mask",
          "a " + mask.shape() + " mask for positions of " + sources.dimensions() + " dimensions",
          "a mask of as many dimensions");
    }
    this.bounds = profile.bounds(distances(), ways());
  }

  /** The same neurons and the same mask with another profile. */
  public Reach with(Profile other) {
    return new Reach(sources, source, targets, target, mask, other);
  }

  /** Sources and targets exchanged. */
  Reach turned() {
    Mask other = mask == null ? null : mask.turned();
    return new Reach(targets, target, sources, source, other, profile);
  }

  /** Which targets a source reaches; null for all. */
  public @Nullable Mask mask() {
    return mask;
  }

  /** What follows from the way. */
  public Profile profile() {
    return profile;
  }

  /** Bounds of the profile, for all pairs in the mask. */
  public Interval bounds() {
    return bounds;
  }

  /** Whether this is about these populations. */
  boolean joins(@Nullable Positions from, @Nullable Positions to) {
    return sources.equals(from) && targets.equals(to);
  }

  /** Whether this is about these neurons. */
  boolean joins(NeuronRange from, NeuronRange to) {
    return source.equals(from) && target.equals(to);
  }

  private Interval[] ways() {
    Interval[] ways = new Interval[sources.dimensions()];
    for (int axis = 0; axis < ways.length; axis++) {
      double nearest =
          targets.low(axis, target.from(), target.to())
              - sources.high(axis, source.from(), source.to());
      double farthest =
          targets.high(axis, target.from(), target.to())
              - sources.low(axis, source.from(), source.to());
      ways[axis] = new Interval(nearest, farthest);
      Extent period = sources.period();
      if (period != null) {
        double half = 0.5 * period.length(axis);
        ways[axis] = new Interval(-half, half);
      }
      if (mask != null) {
        ways[axis] = ways[axis].within(mask.along(axis));
      }
    }
    return ways;
  }

  private Interval distances() {
    double nearest = 0;
    double farthest = 0;
    for (Interval way : ways()) {
      double near = Math.max(0, Math.max(way.low(), -way.high()));
      double far = Math.max(Math.abs(way.low()), Math.abs(way.high()));
      nearest += near * near;
      farthest += far * far;
    }
    Interval all = new Interval(Math.sqrt(nearest), Math.sqrt(farthest));
    return mask == null ? all : all.within(mask.distance());
  }

  /**
   * The value of the profile for a pair.
   *
   * @param way room for as many numbers as there are dimensions
   * @return NaN outside of the mask
   */
  private double value(int from, int to, double[] way) {
    double squares = 0;
    for (int axis = 0; axis < way.length; axis++) {
      way[axis] = sources.displacement(source.from() + from, targets, target.from() + to, axis);
      squares += way[axis] * way[axis];
    }
    double distance = way.length == 1 ? Math.abs(way[0]) : Math.sqrt(squares);
    if (mask == null) {
      return profile.at(distance, way);
    }
    return mask.covers(way) ? inside(mask, distance, way) : Double.NaN;
  }

  /** The value for a way in a mask, beyond whose border it may be by rounding. */
  private double inside(Mask around, double distance, double[] way) {
    for (int axis = 0; axis < way.length; axis++) {
      way[axis] = around.along(axis).nearest(way[axis]);
    }
    return profile.at(around.distance().nearest(distance), way);
  }

  /** The value of the profile for a pair in the mask; NaN outside of it. */
  public double value(int from, int to) {
    return value(from, to, new double[sources.dimensions()]);
  }

  /** Takes neurons that are near enough. */
  public interface Partners {

    /**
     * Takes one.
     *
     * @param neuron within its range
     * @param value of the profile
     */
    void add(int neuron, double value);
  }

  /**
   * All sources that reach a target, in an order that follows from places alone.
   *
   * @param excluded a source to leave out, or -1
   */
  public void sourcesOf(int to, int excluded, Partners partners) {
    double[] way = new double[sources.dimensions()];
    each(
        false,
        to,
        from -> {
          double value = from == excluded ? Double.NaN : value(from, to, way);
          if (!Double.isNaN(value)) {
            partners.add(from, value);
          }
          return true;
        });
  }

  /**
   * All targets that a source reaches, likewise.
   *
   * @param excluded a target to leave out, or -1
   */
  public void targetsOf(int from, int excluded, Partners partners) {
    double[] way = new double[sources.dimensions()];
    each(
        true,
        from,
        to -> {
          double value = to == excluded ? Double.NaN : value(from, to, way);
          if (!Double.isNaN(value)) {
            partners.add(to, value);
          }
          return true;
        });
  }

  /**
   * How many partners of a neuron have a value above 0, counted up to a number.
   *
   * @param ofSource whether they are targets of a source, or sources of a target
   * @param excluded a partner to leave out, or -1
   * @param most where to end
   */
  int count(boolean ofSource, int neuron, int excluded, int most) {
    double[] way = new double[sources.dimensions()];
    int[] found = new int[1];
    each(
        ofSource,
        neuron,
        other -> {
          double value = ofSource ? value(neuron, other, way) : value(other, neuron, way);
          found[0] += other != excluded && value > 0 ? 1 : 0;
          return found[0] < most;
        });
    return found[0];
  }

  /** All that might be near a neuron, until one is refused. */
  private void each(boolean ofSource, int neuron, IntPredicate visitor) {
    Mask around = mask;
    int others = ofSource ? target.size() : source.size();
    if (around == null) {
      int other = 0;
      while (other < others && visitor.test(other)) {
        other++;
      }
      return;
    }
    Positions own = ofSource ? sources : targets;
    int index = neuron + (ofSource ? source : target).from();
    Interval[] box = new Interval[own.dimensions()];
    for (int axis = 0; axis < box.length; axis++) {
      double here = own.coordinate(index, axis);
      Interval along = around.along(axis);
      box[axis] =
          ofSource
              ? new Interval(here + along.low(), here + along.high())
              : new Interval(here - along.high(), here - along.low());
    }
    near(around, ofSource).visit(box, visitor);
  }

  private Neighbours near(Mask around, boolean ofSource) {
    Neighbours known = ofSource ? nearTargets : nearSources;
    if (known != null) {
      return known;
    }
    if (ofSource) {
      known = new Neighbours(targets, target, around);
      nearTargets = known;
    } else {
      known = new Neighbours(sources, source, around);
      nearSources = known;
    }
    return known;
  }

  /**
   * Sum of the profile over all pairs in the mask: exact up to some millions of pairs, then taken
   * from as many, evenly spaced.
   *
   * @param autapses whether neurons that are in both ranges are pairs with themselves
   */
  double sum(boolean autapses) {
    double sum = means().value() * source.size() * target.size();
    int shared = source.shared(target);
    double[] nowhere = new double[sources.dimensions()];
    boolean covered = mask == null || mask.covers(nowhere);
    return autapses || shared == 0 || !covered ? sum : sum - shared * profile.at(0, nowhere);
  }

  /** Mean square of the profile over the pairs in the mask. */
  double meanSquare() {
    return means().covered() == 0 ? 0 : means().square() / means().covered();
  }

  /** Mean of the profile over the pairs in the mask. */
  double meanInside() {
    return means().covered() == 0 ? 0 : means().value() / means().covered();
  }

  private Means means() {
    Means known = means;
    if (known == null) {
      known = takeMeans();
      means = known;
    }
    return known;
  }

  private Means takeMeans() {
    double pairs = (double) source.size() * target.size();
    int stride = (int) Math.max(1, Math.ceil(Math.sqrt(pairs / MOST_PAIRS)));
    double[] sums = new double[4];
    double[] way = new double[sources.dimensions()];
    for (int to = 0; to < target.size(); to += stride) {
      // Different sources for each target, so that a lattice is not always hit in the same way.
      for (int from = to / stride % stride; from < source.size(); from += stride) {
        double value = value(from, to, way);
        sums[0]++;
        if (!Double.isNaN(value)) {
          sums[1] += value;
          sums[2]++;
          sums[3] += value * value;
        }
      }
    }
    return sums[0] == 0
        ? new Means(0, 0, 0)
        : new Means(sums[1] / sums[0], sums[2] / sums[0], sums[3] / sums[0]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Reach that
        && profile.equals(that.profile)
        && Objects.equals(mask, that.mask)
        && joins(that.source, that.target)
        && joins(that.sources, that.targets);
  }

  @Override
  public int hashCode() {
    return Objects.hash(source, target, mask, profile);
  }

  @Override
  public String toString() {
    String within = mask == null ? "" : "in a " + mask.shape() + " mask";
    return profile.equals(Profile.ONE)
        ? within
        : "by " + profile.formula() + (within.isEmpty() ? "" : ", " + within);
  }
}
