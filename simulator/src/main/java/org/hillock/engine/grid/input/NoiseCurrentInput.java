package org.hillock.engine.grid.input;

import org.hillock.model.NeuronBlock;
import org.hillock.network.Input;
import org.hillock.random.NormalQuantile;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * Gaussian current that is held over intervals, independent for each neuron of a range. The value
 * of an interval is made of words 2n and 2n + 1 of the neuron's stream, n being the interval's
 * number.
 */
final class NoiseCurrentInput implements GridInput {

  private final NeuronBlock block;
  private final int place;
  private final int from;
  private final int object;
  private final int firstEntity;
  private final Input.NoiseCurrent input;
  private final HeldSteps intervals;
  private final double[] held;
  private final RandomStream stream;
  private long heldInterval = -1;

  /**
   * @param block the neurons
   * @param place where in each neuron it flows
   * @param from first neuron of the block
   * @param to one past the last
   * @param object number of the input
   * @param firstEntity number of the first neuron among all targets of the input
   * @param input the input
   * @param intervals over which values are held
   */
  NoiseCurrentInput(
      NeuronBlock block,
      int place,
      int from,
      int to,
      int object,
      int firstEntity,
      Input.NoiseCurrent input,
      HeldSteps intervals) {
    this.block = block;
    this.place = place;
    this.from = from;
    this.object = object;
    this.firstEntity = firstEntity;
    this.input = input;
    this.intervals = intervals;
    this.held = new double[to - from];
    this.stream = block.random();
  }

  @Override
  public boolean currentChanges(long step) {
    return intervals.changes(step);
  }

  @Override
  public void addCurrent(long step) {
    if (!intervals.flows(step)) {
      return;
    }
    long number = intervals.number(step);
    if (number != heldInterval) {
      long place = 2 * input.drawn(number);
      for (int i = 0; i < held.length; i++) {
        stream.at(Purpose.NOISE_CURRENT, object, firstEntity + i).skipTo(place);
        held[i] = input.mean() + input.sd() * NormalQuantile.of(stream.nextOpenDouble());
      }
      heldInterval = number;
    }
    double[] current = block.injectedCurrent(place);
    for (int i = 0; i < held.length; i++) {
      current[from + i] += held[i];
    }
  }
}
