package org.hillock.engine.wiring;

import java.util.List;
import java.util.OptionalDouble;
import org.hillock.network.DelayBounds;
import org.hillock.network.Network;

/**
 * Which projections share a table of synapses: those from one population whose weights are stored
 * alike. {@link TablePlans} makes them.
 *
 * @param sourcePopulation index of the population whose spikes the table delivers
 * @param storage how weights are kept
 * @param constant the weight of every synapse where there is {@linkplain Storage#oneWeight one for
 *     all}: 1 where the targets count spikes
 * @param receptor place of the receptor that the projections name, or {@link #BY_SIGN}
 * @param projections indices of the projections, ascending; exactly one where synapses are plastic,
 *     or form and vanish
 */
public record TablePlan(
    int sourcePopulation,
    Storage storage,
    double constant,
    int receptor,
    List<Integer> projections) {

  /** In place of a receptor: none is named, so the model knows, by the sign of the weight. */
  public static final int BY_SIGN = -1;

  /** How the weights of a table are kept. */
  public enum Storage {
    /** One weight for the whole table: spikes are counted, and multiplied by it at the end. */
    COUNTED,
    /** One weight for the whole table, added spike after spike. */
    CONSTANT,
    /** Two bytes a synapse: weights drawn at random are rounded to {@link WeightQuanta}. */
    QUANTA,
    /** Four bytes a synapse: where those do not serve, weights are rounded to single precision. */
    SINGLE,
    /** Eight bytes a synapse: weights listed one by one keep every digit. */
    EXACT,
    /** Eight bytes a synapse, and they change. */
    PLASTIC;

    /** Whether spikes add whole numbers, so that sums are exact in any order. */
    public boolean whole() {
      return this == COUNTED || this == QUANTA;
    }

    /** Whether one weight serves for the whole table. */
    public boolean oneWeight() {
      return this == COUNTED || this == CONSTANT;
    }
  }

  /** Whether no weight of the table is above 0. */
  boolean inhibits(Network network) {
    return projections.stream()
        .map(network.projections()::get)
        .allMatch(projection -> projection.weight().max() <= 0);
  }

  /** Whether synapses of the table form and vanish. */
  public boolean rewired(Network network) {
    return network.projections().get(projections.get(0)).rewiring() != null;
  }

  /** The delay that all synapses of the plan have, if they have one [ms]. */
  public OptionalDouble commonDelay(Network network) {
    double delay = Double.NaN;
    for (int index : projections) {
      DelayBounds bounds = DelayBounds.of(network, network.projections().get(index));
      if (bounds.min() != bounds.max() || (!Double.isNaN(delay) && delay != bounds.min())) {
        return OptionalDouble.empty();
      }
      delay = bounds.min();
    }
    return OptionalDouble.of(delay);
  }

  /** Bytes that the weight of one synapse takes. */
  public int weightBytes() {
    return switch (storage) {
      case COUNTED, CONSTANT -> 0;
      case QUANTA -> Short.BYTES;
      case SINGLE -> Float.BYTES;
      case EXACT, PLASTIC -> Double.BYTES;
    };
  }
}
