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
  private final long interval;
  private final long startStep;
  private final long stopStep;

  /**
   * @param block the neurons
   * @param place where in each neuron it flows
   * @param from first neuron of the block
   * @param to one past the last
   * @param waves what flows
   * @param step of the grid [ms]
   * @param interval how long a value is held [steps]
   * @param startStep the current flows after this step
   * @param stopStep and up to this one
   */
  SinesInput(
      NeuronBlock block,
      int place,
      int from,
      int to,
      SineWaves waves,
      double step,
      long interval,
      long startStep,
      long stopStep) {
    this.block = block;
    this.place = place;
    this.from = from;
    this.to = to;
    this.waves = waves;
    this.step = step;
    this.interval = interval;
    this.startStep = startStep;
    this.stopStep = stopStep;
  }

  private boolean flows(long at) {
    return at > startStep && at <= stopStep;
  }

  @Override
  public boolean currentChanges(long at) {
    return at - 1 == stopStep || (flows(at) && (at - 1 - startStep) % interval == 0);
  }

  @Override
  public void addCurrent(long at) {
    if (flows(at)) {
      long since = (at - 1 - startStep) / interval * interval;
      double value = waves.at(GridTime.time(since, step));
      double[] current = block.injectedCurrent(place);
      for (int i = from; i < to; i++) {
        current[i] += value;
      }
    }
  }
}
