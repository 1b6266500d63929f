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
 * @param stream a stream of the calling thread
 */
record NoiseCurrentInput(
    Input.NoiseCurrent input, int object, int from, int to, int firstEntity, RandomStream stream)
    implements CurrentInput {

  @Override
  public boolean reaches(int neuron) {
    return neuron >= from && neuron < to;
  }

  private double start() {
    return input.start() + input.delay();
  }

  private double stop() {
    return input.stop() + input.delay();
  }

  private double beginning(double number) {
    return start() + number * input.interval();
  }

  /** Number of the interval that flows right after a moment; -1 before the first. */
  private double number(double time) {
    if (time < start()) {
      return -1;
    }
    double number = Math.floor((time - start()) / input.interval());
    // Rounding may put a beginning on the wrong side of itself.
    if (beginning(number + 1) <= time) {
      return number + 1;
    }
    return beginning(number) > time ? number - 1 : number;
  }

  @Override
  public double nextChange(double after) {
    if (after >= stop()) {
      return Double.POSITIVE_INFINITY;
    }
    return Math.min(beginning(number(after) + 1), stop());
  }

  @Override
  public double after(int neuron, double time) {
    if (time < start() || time >= stop()) {
      return 0;
    }
    stream
        .at(Purpose.NOISE_CURRENT, object, firstEntity + neuron - from)
        .skipTo(2 * (long) number(time));
    return input.mean() + input.sd() * NormalQuantile.of(stream.nextOpenDouble());
  }
}
