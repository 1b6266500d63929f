package org.hillock.engine.structural;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hillock.random.RandomStream;

/**
 * Projections that share kinds of elements, and so compete for them: an axon that reaches two
 * populations joins a spine of either by the same chance.
 *
 * <p>At a change synapses vanish first, those that lack an element of the source before those that
 * lack one of the target; then vacant elements are joined; then some of those that are left decay.
 */
final class Market {

  /** What a random number of a neuron is for, within a change. */
  static final int LOSS = 0;

  static final int GAIN = 1;

  private final List<ElementKind> pre;
  private final List<ElementKind> post;
  private final Losses losses;
  private final Gains gains;

  private Market(List<GrownProjection> projections, RandomStream stream) {
    this.pre = kinds(projections.stream().map(GrownProjection::pre).toList());
    this.post = kinds(projections.stream().map(GrownProjection::post).toList());
    this.losses = new Losses(projections, stream);
    this.gains = new Gains(projections, stream);
  }

  private static List<ElementKind> kinds(List<ElementKind> all) {
    return all.stream().distinct().sorted(Comparator.comparingInt(ElementKind::index)).toList();
  }

  /** The markets of a network: each as small as can be. */
  static List<Market> of(List<GrownProjection> projections, RandomStream stream) {
    List<Set<GrownProjection>> groups = new ArrayList<>();
    for (GrownProjection projection : projections) {
      Set<GrownProjection> joined = new LinkedHashSet<>();
      groups.removeIf(
          group -> {
            boolean shares =
                group.stream()
                    .anyMatch(
                        other ->
                            other.pre() == projection.pre() || other.post() == projection.post());
            if (shares) {
              joined.addAll(group);
            }
            return shares;
          });
      joined.add(projection);
      groups.add(joined);
    }
    return groups.stream()
        .map(
            group ->
                new Market(
                    group.stream().sorted(Comparator.comparingInt(GrownProjection::index)).toList(),
                    stream))
        .toList();
  }

  /** Where the random words of a neuron begin for one use at one change. */
  static long words(long moment, int use) {
    return (moment << 1 | use) << 31; // of 63 bits, since no run has 2^31 steps
  }

  /**
   * Changes the wiring.
   *
   * @param moment number of the change, from 1
   * @return whether a synapse formed or vanished
   */
  boolean change(long moment) {
    boolean changed = false;
    for (ElementKind kind : pre) {
      changed |= losses.take(kind, moment);
    }
    for (ElementKind kind : post) {
      changed |= losses.take(kind, moment);
    }
    changed |= gains.give(pre, post, moment);
    pre.forEach(ElementKind::decayVacant);
    post.forEach(ElementKind::decayVacant);
    return changed;
  }
}
