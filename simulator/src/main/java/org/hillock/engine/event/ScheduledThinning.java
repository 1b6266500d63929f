package org.hillock.engine.event;

import org.hillock.network.RateSchedule;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * Thinning of a Poisson process of the highest rate to one whose rate changes: each spike is kept
 * with the probability rate/highest (Lewis and Shedler 1979, Naval Res Logist Q 26:403). The number
 * that decides is keyed by the neuron and the time of the spike, so nothing needs to be remembered.
 *
 * @param rates of every target
 * @param delay by which all is later [ms]
 * @param object number of the input
 * @param firstEntity number of the first neuron among all targets of the input
 * @param stream a stream of the calling thread
 */
record ScheduledThinning(
    RateSchedule rates, double delay, int object, int firstEntity, RandomStream stream)
    implements Thinning {

  /** A block of random numbers has four words. */
  private static final long BLOCKS = ~3L;

  @Override
  public int keep(int target, double[] times, int count) {
    double most = rates.most();
    int kept = 0;
    for (int i = 1; i <= count; i++) {
      double rate = rates.at(times[i] - delay);
      if (rate == most || rate > 0 && draw(target, times[i]) * most < rate) {
        times[++kept] = times[i];
      }
    }
    return kept;
  }

  /** Two times a few units in the last place apart share a number; no two spikes are so close. */
  private double draw(int target, double time) {
    long place = Double.doubleToRawLongBits(time) & BLOCKS;
    return stream.at(Purpose.THINNING, object, firstEntity + target).skipTo(place).nextDouble();
  }
}
