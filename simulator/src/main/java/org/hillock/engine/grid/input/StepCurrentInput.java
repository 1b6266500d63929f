package org.hillock.engine.grid.input;

import java.util.Arrays;
import org.hillock.model.NeuronBlock;

/** A current that is constant between given steps, the same for all neurons of a range. */
final class StepCurrentInput implements GridInput {

  private final NeuronBlock block;
  private final int place;
  private final int from;
  private final int to;
  private final long[] starts;
  private final double[] amplitudes;

  /**
   * @param block the neurons
   * @param place where in each neuron it flows
   * @param from first neuron of the block
   * @param to one past the last
   * @param starts amplitude k flows after step {@code starts[k]}, until the next one begins;
   *     strictly ascending
   * @param amplitudes [pA]
   */
  StepCurrentInput(
      NeuronBlock block, int place, int from, int to, long[] starts, double[] amplitudes) {
    this.block = block;
    this.place = place;
    this.from = from;
    this.to = to;
    this.starts = starts;
    this.amplitudes = amplitudes;
  }

  @Override
  public boolean currentChanges(long step) {
    return Arrays.binarySearch(starts, step - 1) >= 0;
  }

  @Override
  public void addCurrent(long step) {
    int at = Arrays.binarySearch(starts, step - 1);
    int active = at >= 0 ? at : -at - 2;
    if (active >= 0) {
      double[] current = block.injectedCurrent(place);
      for (int i = from; i < to; i++) {
        current[i] += amplitudes[active];
      }
    }
  }
}
