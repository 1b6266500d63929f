package org.hillock.engine.structural;

import java.util.ArrayList;
import java.util.List;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Which synapses vanish when their neurons have fewer elements than synapses: as many as elements
 * lack, drawn among all of the neuron that hold an element of this kind. The other side's element
 * becomes vacant.
 */
final class Losses {

  /** One synapse that holds an element. */
  private record Synapse(GrownProjection projection, int target, int place) {}

  private final List<GrownProjection> projections;
  private final RandomStream stream;

  /**
   * @param projections all that a change concerns, in network order
   * @param stream random numbers
   */
  Losses(List<GrownProjection> projections, RandomStream stream) {
    this.projections = projections;
    this.stream = stream;
  }

  /**
   * Has the synapses of one kind of element vanish that lack one.
   *
   * @param kind elements of one side
   * @param moment number of the change
   * @return whether any did
   */
  boolean take(ElementKind kind, long moment) {
    List<@Nullable List<Synapse>> synapses = new ArrayList<>();
    boolean lacking = false;
    for (int neuron = 0; neuron < kind.size(); neuron++) {
      boolean lacks = kind.vacant(neuron) < 0;
      synapses.add(lacks ? new ArrayList<>() : null);
      lacking |= lacks;
    }
    if (!lacking) {
      return false;
    }
    projections.forEach(projection -> collect(kind, projection, synapses));
    for (int neuron = 0; neuron < kind.size(); neuron++) {
      List<Synapse> own = synapses.get(neuron);
      if (own != null) {
        stream
            .at(Purpose.SYNAPTIC_ELEMENT, kind.index(), neuron)
            .skipTo(Market.words(moment, Market.LOSS));
        drop(own, -kind.vacant(neuron));
      }
    }
    projections.forEach(GrownProjection::sweep);
    return true;
  }

  private static void collect(
      ElementKind kind, GrownProjection projection, List<@Nullable List<Synapse>> synapses) {
    boolean presynaptic = projection.pre() == kind;
    if (!presynaptic && projection.post() != kind) {
      return;
    }
    int sources = projection.source().from();
    int targets = projection.target().from();
    for (int target = 0; target < projection.target().size(); target++) {
      for (int place = 0; place < projection.size(target); place++) {
        int neuron = presynaptic ? sources + projection.sourceOf(target, place) : targets + target;
        List<Synapse> own = synapses.get(neuron);
        if (own != null) {
          own.add(new Synapse(projection, target, place));
        }
      }
    }
  }

  /** The first steps of a shuffle (Fisher and Yates; Durstenfeld 1964) say who goes. */
  private void drop(List<Synapse> synapses, int count) {
    for (int i = 0; i < count; i++) {
      int drawn = i + stream.nextInt(synapses.size() - i);
      Synapse gone = synapses.get(drawn);
      synapses.set(drawn, synapses.get(i));
      gone.projection().remove(gone.target(), gone.place());
    }
  }
}
