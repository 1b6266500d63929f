package org.hillock.engine.grid.input;

import org.hillock.model.GridTime;
import org.hillock.model.NeuronBlock;
import org.hillock.network.SineWaves;

/** A sum of sine waves, held over intervals, the same for all neurons of a range. */
final class SinesInput implements GridInput {

  private final NeuronBlock block;
  private final int place;
  private final int from;
  private final int to;
  private final SineWaves waves;
  private final double step;
  private final HeldSteps intervals;

  /**
   * @param block the neurons
   * @param place where in each neuron it flows
   * @param from first neuron of the block
   * @param to one past the last
   * @param waves what flows
   * @param step of the grid [ms]
   * @param intervals over which values are held
   */
  SinesInput(
      NeuronBlock block,
      int place,
      int from,
      int to,
      SineWaves waves,
      double step,
      HeldSteps intervals) {
    this.block = block;
    this.place = place;
    this.from = from;
    this.to = to;
    this.waves = waves;
    this.step = step;
    this.intervals = intervals;
  }

  @Override
  public boolean currentChanges(long at) {
    return intervals.changes(at);
  }

  @Override
  public void addCurrent(long at) {
    if (intervals.flows(at)) {
      long since = intervals.number(at) * intervals.interval();
      double value = waves.at(GridTime.time(since, step));
      double[] current = block.injectedCurrent(place);
      for (int i = from; i < to; i++) {
        current[i] += value;
      }
    }
  }
}
