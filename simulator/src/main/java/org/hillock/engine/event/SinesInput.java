package org.hillock.engine.event;

import org.hillock.model.GridTime;
import org.hillock.network.SineWaves;

/**
 * A sum of sine waves, held over intervals, the same for all neurons of a range.
 *
 * @param waves what flows
 * @param from first neuron of the group
 * @param to one past the last
 * @param intervals over which values are held
 */
record SinesInput(SineWaves waves, int from, int to, HeldIntervals intervals)
    implements CurrentInput {

  @Override
  public boolean reaches(int neuron) {
    return neuron >= from && neuron < to;
  }

  @Override
  public double nextChange(double after) {
    return intervals.nextChange(after);
  }

  @Override
  public double after(int neuron, double time) {
    return intervals.flows(time)
        ? waves.at(GridTime.time((long) intervals.number(time), intervals.interval()))
        : 0;
  }
}
