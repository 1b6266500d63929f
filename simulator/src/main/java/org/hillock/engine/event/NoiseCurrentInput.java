package org.hillock.engine.event;

import org.hillock.network.Input;
import org.hillock.random.NormalQuantile;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * Gaussian current that is held over intervals, independent for each neuron of a range. The value
 * of an interval is made of words 2n and 2n + 1 of the neuron's stream, n being the interval's
 * number, as on the grid.
 *
 * @param input the input
 * @param object its number
 * @param from first neuron of the group
 * @param to one past the last
 * @param firstEntity number of the first neuron among all targets of the input
 * @param intervals over which values are held
 * @param stream a stream of the calling thread
 */
record NoiseCurrentInput(
    Input.NoiseCurrent input,
    int object,
    int from,
    int to,
    int firstEntity,
    HeldIntervals intervals,
    RandomStream stream)
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
    if (!intervals.flows(time)) {
      return 0;
    }
    stream
        .at(Purpose.NOISE_CURRENT, object, firstEntity + neuron - from)
        .skipTo(2 * input.drawn((long) intervals.number(time)));
    return input.mean() + input.sd() * NormalQuantile.of(stream.nextOpenDouble());
  }
}
