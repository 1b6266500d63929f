package org.hillock.stimulus;

import org.hillock.random.RandomStream;

/** Turns an intensity into the spikes of one neuron. */
public sealed interface Encoder {

  /** Takes spikes. */
  @FunctionalInterface
  interface Spikes {
    /** Takes the time of one [ms]. */
    void at(double time);
  }

  /**
   * Encodes.
   *
   * @param intensity from 0 to 1
   * @param begin of the time in which it is shown [ms]
   * @param show how long that is [ms]
   * @param random of the neuron
   * @param spikes takes the spikes, after the beginning and not after the end
   */
  void encode(double intensity, double begin, double show, RandomStream random, Spikes spikes);

  /** Spikes to expect of an intensity. */
  double expected(double intensity, double show);

  /**
   * By the rate of a Poisson process, in proportion to the intensity (Diehl and Cook 2015, Front
   * Comput Neurosci 9:99, section 2.5).
   *
   * @param highest at the intensity 1 [Hz]
   */
  record Rate(double highest) implements Encoder {

    @Override
    public void encode(
        double intensity, double begin, double show, RandomStream random, Spikes spikes) {
      double rate = intensity * highest / 1000;
      if (rate <= 0) {
        return;
      }
      double time = begin - StrictMath.log(random.nextOpenDouble()) / rate;
      while (time <= begin + show) {
        spikes.at(time);
        time -= StrictMath.log(random.nextOpenDouble()) / rate;
      }
    }

    @Override
    public double expected(double intensity, double show) {
      return intensity * highest / 1000 * show;
    }
  }

  /**
   * By the time of one spike: the brighter, the earlier, evenly from the beginning to the end
   * (Thorpe, Delorme and Van Rullen 2001, Neural Netw 14:715). The brightest has its spike a 256th
   * of the window after the beginning.
   *
   * @param window in which the spikes come [ms]; infinity for all of the time that an image is
   *     shown
   * @param threshold up to this intensity there is no spike
   */
  record Latency(double window, double threshold) implements Encoder {

    private static final double LEVELS = 255;

    @Override
    public void encode(
        double intensity, double begin, double show, RandomStream random, Spikes spikes) {
      if (intensity > threshold) {
        double part = (1 + LEVELS * (1 - Math.min(1, intensity))) / (1 + LEVELS);
        spikes.at(begin + Math.min(window, show) * part);
      }
    }

    @Override
    public double expected(double intensity, double show) {
      return intensity > threshold ? 1 : 0;
    }
  }
}
