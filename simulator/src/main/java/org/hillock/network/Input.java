package org.hillock.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that arrives from outside the network. Times are in ms from the start of the run; every
 * active interval is half-open, (start, stop].
 */
public sealed interface Input {

  /** How messages call it. */
  String name();

  /** The neurons that it reaches. */
  List<NeuronRange> targets();

  /**
   * The receptor of the targets at which spikes arrive, or the place at which current flows; null
   * for the usual one, which is chosen by the sign of the weight where a model has two.
   */
  @Nullable String receptor();

  /**
   * Poisson spikes, an independent train for each target neuron.
   *
   * @param rate expected spikes per second and target [Hz], 0 or more
   * @param weight in the unit of the target model (mV or pA), drawn once per target neuron
   * @param delay [ms], shifts the active interval
   * @param start [ms]
   * @param stop [ms], may be infinite
   * @param receptor see {@link Input#receptor}
   */
  record Poisson(
      String name,
      List<NeuronRange> targets,
      double rate,
      Distribution weight,
      double delay,
      double start,
      double stop,
      @Nullable String receptor)
      implements Input {

    /** Highest rate in continuous time, a spike a nanosecond: more is a mistake [Hz]. */
    public static final double MOST_IN_CONTINUOUS_TIME = 1e9;

    /**
     * @throws InvalidNetworkException if the rate is negative or not finite, or the start negative
     */
    public Poisson {
      targets = List.copyOf(targets);
      if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
        throw new InvalidNetworkException("inputs." + name + ".rate", rate + " Hz", "0 Hz or more");
      }
      checkStart(name, start);
    }

    /** Spikes that arrive at the usual receptor. */
    public Poisson(
        String name,
        List<NeuronRange> targets,
        double rate,
        Distribution weight,
        double delay,
        double start,
        double stop) {
      this(name, targets, rate, weight, delay, start, stop, null);
    }
  }

  /**
   * The same recorded spikes for every target neuron.
   *
   * @param times spike times [ms]; each acts after the delay
   * @param weight in the unit of the target model (mV or pA), drawn once per target neuron
   * @param delay [ms]
   * @param receptor see {@link Input#receptor}
   */
  record Spikes(
      String name,
      List<NeuronRange> targets,
      SpikeTrains times,
      Distribution weight,
      double delay,
      @Nullable String receptor)
      implements Input {
    /**
     * @throws InvalidNetworkException unless there is exactly one train
     */
    public Spikes {
      targets = List.copyOf(targets);
      if (times.size() != 1) {
        throw new InvalidNetworkException(
            "inputs." + name + ".times", times.size() + " trains", "one train");
      }
    }

    /** Spikes that arrive at the usual receptor. */
    public Spikes(
        String name,
        List<NeuronRange> targets,
        SpikeTrains times,
        Distribution weight,
        double delay) {
      this(name, targets, times, weight, delay, null);
    }
  }

  /**
   * A current that is constant between steps: the k-th amplitude flows over (times[k], times[k+1]],
   * the last one to the end. A constant current is one step.
   *
   * @param times when each amplitude begins [ms], ascending
   * @param amplitudes [pA]
   * @param delay [ms], shifts all times
   * @param receptor see {@link Input#receptor}
   */
  record StepCurrent(
      String name,
      List<NeuronRange> targets,
      List<Double> times,
      List<Double> amplitudes,
      double delay,
      @Nullable String receptor)
      implements Input {
    /**
     * @throws InvalidNetworkException if the lists differ in length, or times do not ascend from 0
     *     on
     */
    public StepCurrent {
      targets = List.copyOf(targets);
      times = List.copyOf(times);
      amplitudes = List.copyOf(amplitudes);
      if (times.size() != amplitudes.size()) {
        throw new InvalidNetworkException(
            "inputs." + name,
            times.size() + " times and " + amplitudes.size() + " amplitudes",
            "as many amplitudes as times");
      }
      if (!times.isEmpty() && !(times.get(0) >= 0)) {
        throw new InvalidNetworkException(
            "inputs." + name + ".times", times.get(0) + " ms", "times from 0 ms on");
      }
      for (int i = 1; i < times.size(); i++) {
        if (!(times.get(i) > times.get(i - 1))) {
          throw new InvalidNetworkException(
              "inputs." + name + ".times",
              times.get(i) + " ms after " + times.get(i - 1) + " ms",
              "ascending times");
        }
      }
    }

    /** A current that flows at the usual place. */
    public StepCurrent(
        String name,
        List<NeuronRange> targets,
        List<Double> times,
        List<Double> amplitudes,
        double delay) {
      this(name, targets, times, amplitudes, delay, null);
    }
  }

  /**
   * Gaussian white-noise current, held constant over successive intervals, an independent draw for
   * each target neuron and interval.
   *
   * @param mean [pA]
   * @param sd standard deviation of the held value [pA], 0 or more
   * @param interval how long a value is held [ms]; a multiple of the grid step
   * @param delay [ms], shifts the active interval
   * @param start [ms]
   * @param stop [ms], may be infinite
   * @param receptor see {@link Input#receptor}
   */
  record NoiseCurrent(
      String name,
      List<NeuronRange> targets,
      double mean,
      double sd,
      double interval,
      double delay,
      double start,
      double stop,
      @Nullable String receptor)
      implements Input {
    /**
     * @throws InvalidNetworkException if sd or start is negative or the interval is not positive
     */
    public NoiseCurrent {
      targets = List.copyOf(targets);
      if (!(sd >= 0)) {
        throw new InvalidNetworkException("inputs." + name + ".sd", sd + " pA", "0 pA or more");
      }
      if (!(interval > 0)) {
        throw new InvalidNetworkException(
            "inputs." + name + ".interval", interval + " ms", "more than 0 ms");
      }
      checkStart(name, start);
    }

    /** A current that flows at the usual place. */
    public NoiseCurrent(
        String name,
        List<NeuronRange> targets,
        double mean,
        double sd,
        double interval,
        double delay,
        double start,
        double stop) {
      this(name, targets, mean, sd, interval, delay, start, stop, null);
    }
  }

  private static void checkStart(String name, double start) {
    if (!(start >= 0)) {
      throw new InvalidNetworkException(
          "inputs." + name + ".start", start + " ms", "a time from 0 ms on");
    }
  }
}
