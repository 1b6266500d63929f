package org.hillock.stimulus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.network.SpikeTrains;
import org.hillock.random.NormalQuantile;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * Spikes that come together: at each of some times so many of every neuron, normally distributed
 * about it (NEST's {@code pulsepacket_generator}; Diesmann, Gewaltig and Aertsen 1999, Nature
 * 402:529). Those that would come before the beginning of the run are left out, as in NEST.
 *
 * @param times centres of the packets [ms]
 * @param activity spikes of each neuron in a packet
 * @param sdev standard deviation of their times [ms], 0 or more
 */
public record PulsePackets(List<Double> times, int activity, double sdev) {

  /** Copies the list. */
  public PulsePackets {
    times = List.copyOf(times);
  }

  /**
   * The spikes of each neuron.
   *
   * @param neurons how many
   * @param seed of the run
   * @param population index, which keys the random numbers
   */
  public SpikeTrains trains(int neurons, long seed, int population) {
    RandomStream random = new RandomStream(seed);
    List<double[]> trains = new ArrayList<>();
    for (int neuron = 0; neuron < neurons; neuron++) {
      random.at(Purpose.STIMULUS, population, neuron);
      double[] train = new double[times.size() * activity];
      int count = 0;
      for (double centre : times) {
        for (int i = 0; i < activity; i++) {
          double time = centre + sdev * NormalQuantile.of(random.nextOpenDouble());
          if (time > 0) {
            train[count++] = time;
          }
        }
      }
      trains.add(Arrays.copyOf(train, count));
    }
    return SpikeTrains.of(trains);
  }
}
