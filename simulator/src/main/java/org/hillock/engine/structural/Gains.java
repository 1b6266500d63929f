package org.hillock.engine.structural;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.model.GrowthModel;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.NeuronRange;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * Which synapses form: vacant elements of both sides are brought into a random order, and those of
 * the same place in it are joined, until one side has none left. A pair that no projection allows
 * stays vacant until the next change, as in NEST.
 */
final class Gains {

  /**
   * A vacant element.
   *
   * @param key its place in the random order
   */
  private record Vacant(long key, ElementKind kind, int neuron) {}

  private static final Comparator<Vacant> ORDER =
      Comparator.comparingLong(Vacant::key)
          .thenComparingInt(vacant -> vacant.kind().index())
          .thenComparingInt(Vacant::neuron);

  private final List<GrownProjection> projections;
  private final RandomStream stream;

  /** Of which neurons a projection takes elements; those of others look for no partner. */
  private final Map<ElementKind, BitSet> reached = new IdentityHashMap<>();

  /**
   * @param projections all that a change concerns, in network order
   * @param stream random numbers
   */
  Gains(List<GrownProjection> projections, RandomStream stream) {
    this.projections = projections;
    this.stream = stream;
    for (GrownProjection projection : projections) {
      reach(projection.pre(), projection.source());
      reach(projection.post(), projection.target());
    }
  }

  private void reach(ElementKind kind, NeuronRange range) {
    reached.computeIfAbsent(kind, k -> new BitSet()).set(range.from(), range.to());
  }

  /**
   * Has synapses form.
   *
   * @param pre kinds of elements of sources
   * @param post kinds of elements of targets
   * @param moment number of the change
   * @return whether any did
   */
  boolean give(List<ElementKind> pre, List<ElementKind> post, long moment) {
    List<Vacant> sources = vacant(pre, moment);
    List<Vacant> targets = vacant(post, moment);
    boolean formed = false;
    for (int i = 0; i < Math.min(sources.size(), targets.size()); i++) {
      formed |= join(sources.get(i), targets.get(i));
    }
    if (formed) {
      projections.forEach(projection -> projection.settle(moment, stream));
    }
    return formed;
  }

  private List<Vacant> vacant(List<ElementKind> kinds, long moment) {
    List<Vacant> vacant = new ArrayList<>();
    for (ElementKind kind : kinds) {
      BitSet neurons = reached.getOrDefault(kind, new BitSet());
      for (int neuron = 0; neuron < kind.size(); neuron++) {
        int count = kind.vacant(neuron);
        if (count > 0 && neurons.get(neuron)) {
          checkNumber(kind, (long) vacant.size() + count);
          stream
              .at(Purpose.SYNAPTIC_ELEMENT, kind.index(), neuron)
              .skipTo(Market.words(moment, Market.GAIN));
          for (int i = 0; i < count; i++) {
            vacant.add(new Vacant(stream.nextLong(), kind, neuron));
          }
        }
      }
    }
    vacant.sort(ORDER);
    return vacant;
  }

  private static void checkNumber(ElementKind kind, long vacant) {
    if (vacant > GrowthModel.MOST) {
      throw new InvalidNetworkException(
          kind.where(),
          "more than " + GrowthModel.MOST + " vacant elements at a change of the wiring",
          "at most "
              + GrowthModel.MOST
              + ", with a lower growth_rate or z, a higher tau_vacant, or a shorter every");
    }
  }

  private boolean join(Vacant source, Vacant target) {
    for (GrownProjection projection : projections) {
      if (projection.pre() == source.kind()
          && projection.post() == target.kind()
          && projection.allows(source.neuron(), target.neuron())) {
        projection.form(source.neuron(), target.neuron());
        return true;
      }
    }
    return false;
  }
}
