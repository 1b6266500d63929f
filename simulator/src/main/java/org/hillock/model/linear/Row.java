package org.hillock.model.linear;

import java.util.Arrays;
import org.hillock.model.Column;
import org.hillock.model.NeuronBlock;
import org.jspecify.annotations.Nullable;

/**
 * How one state moves over a step:
 *
 * <pre>
 *   x := max(lowest, decay x + Σ_k factor_k source_k + current (I_e + I)) + Σ_r factor_r input_r
 * </pre>
 *
 * <p>with the lower bound after all.
 *
 * @param state number of the state
 * @param decay e^(-h/tau)
 * @param sources numbers of the states that act on it
 * @param factors how much of each
 * @param current how much of the injected current, or null if none
 * @param drive what the constant current adds where nothing is injected
 * @param receptors whose spikes are added
 * @param jumps how much a spike of weight 1 adds
 * @param lowest lower bound
 */
record Row(
    int state,
    Column decay,
    int[] sources,
    Column[] factors,
    @Nullable Column current,
    Column drive,
    int[] receptors,
    Column[] jumps,
    Column lowest) {

  /** Whether all neurons have the same numbers. */
  boolean alike() {
    boolean alike =
        decay.stride() == 0 && drive.stride() == 0 && (current == null || current.stride() == 0);
    for (Column factor : factors) {
      alike &= factor.stride() == 0;
    }
    for (Column jump : jumps) {
      alike &= jump.stride() == 0;
    }
    return alike && lowest.stride() == 0;
  }

  /**
   * The same with a number for every neuron of a block in each column but those of the jumps,
   * unless all are alike: loops are then free of strides.
   *
   * @param size neurons of the block
   */
  Row expanded(int size) {
    if (alike()) {
      return this;
    }
    int count = current == null ? sources.length : sources.length + 1 & ~1;
    int[] padded = Arrays.copyOf(sources, count);
    Arrays.fill(padded, sources.length, count, state);
    return new Row(
        state,
        decay.expanded(size),
        padded,
        expanded(factors, count, size),
        current == null ? null : current.expanded(size),
        drive.expanded(size),
        receptors,
        jumps,
        bounded() ? lowest.expanded(size) : lowest);
  }

  private static Column[] expanded(Column[] columns, int count, int size) {
    Column[] expanded = new Column[count];
    for (int i = 0; i < count; i++) {
      expanded[i] = (i < columns.length ? columns[i] : Column.of(0)).expanded(size);
    }
    return expanded;
  }

  /** Whether there is a lower bound. */
  boolean bounded() {
    return lowest.stride() != 0 || lowest.at(0) > Double.NEGATIVE_INFINITY;
  }

  /** Advances neurons of a block; states that act on this one must not have moved yet. */
  void advance(NeuronBlock block, Injected injected, int from, int to) {
    double[] x = block.state(state);
    int offset = block.inputOffset();
    for (int i = from; i < to; i++) {
      double next = x[i] * decay.at(i);
      for (int k = 0; k < sources.length; k++) {
        next += block.state(sources[k])[i] * factors[k].at(i);
      }
      if (current != null) {
        next += injected.ofEach() == null ? drive.at(i) : injected.at(i) * current.at(i);
      }
      for (int r = 0; r < receptors.length; r++) {
        next += block.input(receptors[r])[offset + i] * jumps[r].at(i);
      }
      x[i] = Math.max(lowest.at(i), next);
    }
  }
}
