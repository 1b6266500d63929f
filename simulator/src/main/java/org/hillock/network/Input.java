package org.hillock.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that arrives from outside the network. Times are in ms from the start of the run; every
 * active interval is half-open, (start, stop].
 *
 * <p>An input says itself what can be said of any of them. Who must do another thing for each kind,
 * as an engine must, gives {@link #accept} its {@link Cases}: a kind that is added is then missing
 * there, and the compiler says so.
 */
public sealed interface Input
    permits Input.Poisson,
        ChangingPoisson,
        Input.Spikes,
        Input.StepCurrent,
        Input.NoiseCurrent,
        Input.Sines {

  /**
   * What to do with each kind of input.
   *
   * @param <R> what comes of it
   */
  interface Cases<R extends @Nullable Object> {

    /** With Poisson spikes. */
    R poisson(Poisson input);

    /** With Poisson spikes whose rate changes. */
    R changingPoisson(ChangingPoisson input);

    /** With recorded spikes. */
    R spikes(Spikes input);

    /** With a current in steps. */
    R stepCurrent(StepCurrent input);

    /** With a noise current. */
    R noiseCurrent(NoiseCurrent input);

    /** With a sum of sine waves. */
    R sines(Sines input);
  }

  /**
   * The same for who cares for spikes alone: currents are passed over.
   *
   * @param <R> what comes of it; null of currents
   */
  interface SpikeCases<R extends @Nullable Object> extends Cases<@Nullable R> {

    @Override
    default @Nullable R stepCurrent(StepCurrent input) {
      return null;
    }

    @Override
    default @Nullable R noiseCurrent(NoiseCurrent input) {
      return null;
    }

    @Override
    default @Nullable R sines(Sines input) {
      return null;
    }
  }

  /** Takes a time that a description gives, and what it is called there. */
  @FunctionalInterface
  interface GivenTime {
    /**
     * Takes one.
     *
     * @param name such as {@code start}
     * @param time [ms], may be infinite
     */
    void take(String name, double time);
  }

  /** How messages call it. */
  String name();

  /** The kind's name in scenario files, such as {@code poisson}. */
  String kind();

  /** The neurons that it reaches. */
  List<NeuronRange> targets();

  /** Time until it takes effect [ms]. */
  double delay();

  /** When it begins, exclusive, before the delay [ms]. */
  default double start() {
    return 0;
  }

  /** When it ends, inclusive, before the delay [ms]; infinity if it does not. */
  default double stop() {
    return Double.POSITIVE_INFINITY;
  }

  /** Does what is to be done with an input of this kind. */
  <R extends @Nullable Object> R accept(Cases<R> cases);

  /** All times that the description gives, but for those of recorded spikes. */
  void givenTimes(GivenTime into);

  /** Number of neurons that it reaches; one counts as often as it is named. */
  default long targetCount() {
    return targets().stream().mapToLong(NeuronRange::size).sum();
  }

  /** The weight of its spikes; null if it sends none. */
  default @Nullable Distribution spikeWeight() {
    return null;
  }

  /** Number of different trains of spikes that it sends; 0 if it sends none. */
  default int trains() {
    return 0;
  }

  /** Whether each target has a random train of its own. */
  default boolean drawsTrains() {
    return false;
  }

  /**
   * Which train reaches a target.
   *
   * @param target its number among all targets
   * @return from 0 to {@link #trains} - 1
   */
  default int trainOf(int target) {
    return drawsTrains() ? target : 0;
  }

  /** The train that it repeats; null if it has none. */
  default @Nullable SpikeTrains recorded() {
    return null;
  }

  /** Spikes to expect at each target while it is active [Hz]. */
  default double meanRate() {
    return 0;
  }

  /** The highest rate of spikes at each target [Hz]. */
  default double highestRate() {
    return meanRate();
  }

  /** The current with which it begins [pA]; 0 if it is none, or one that is drawn at random. */
  default double firstCurrent() {
    return 0;
  }

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
   * @param period after which the spikes repeat themselves, from the start on [ms]; infinity if
   *     they never do
   */
  record Poisson(
      String name,
      List<NeuronRange> targets,
      double rate,
      Distribution weight,
      double delay,
      double start,
      double stop,
      @Nullable String receptor,
      double period)
      implements Input {

    /** Highest rate in continuous time, a spike a nanosecond: more is a mistake [Hz]. */
    public static final double MOST_IN_CONTINUOUS_TIME = 1e9;

    /**
     * @throws InvalidNetworkException if the rate is negative or not finite, the start negative, or
     *     the period not above 0
     */
    public Poisson {
      targets = List.copyOf(targets);
      if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
        throw new InvalidNetworkException("inputs." + name + ".rate", rate + " Hz", "0 Hz or more");
      }
      checkStart(name, start);
      checkMoreThanNothing("inputs." + name + ".period", period);
    }

    /** Spikes that do not repeat themselves. */
    public Poisson(
        String name,
        List<NeuronRange> targets,
        double rate,
        Distribution weight,
        double delay,
        double start,
        double stop,
        @Nullable String receptor) {
      this(name, targets, rate, weight, delay, start, stop, receptor, Double.POSITIVE_INFINITY);
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

    /** Whether it repeats itself. */
    public boolean periodic() {
      return period < Double.POSITIVE_INFINITY;
    }

    @Override
    public String kind() {
      return "poisson";
    }

    @Override
    public <R extends @Nullable Object> R accept(Cases<R> cases) {
      return cases.poisson(this);
    }

    @Override
    public void givenTimes(GivenTime into) {
      into.take("delay", delay);
      into.take("start", start);
      into.take("stop", stop);
      into.take("period", period);
    }

    @Override
    public Distribution spikeWeight() {
      return weight;
    }

    @Override
    public int trains() {
      return Math.toIntExact(targetCount());
    }

    @Override
    public boolean drawsTrains() {
      return true;
    }

    @Override
    public double meanRate() {
      return rate;
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

    @Override
    public String kind() {
      return "spikes";
    }

    @Override
    public <R extends @Nullable Object> R accept(Cases<R> cases) {
      return cases.spikes(this);
    }

    @Override
    public void givenTimes(GivenTime into) {
      into.take("delay", delay);
    }

    @Override
    public Distribution spikeWeight() {
      return weight;
    }

    @Override
    public int trains() {
      return 1;
    }

    @Override
    public SpikeTrains recorded() {
      return times;
    }

    @Override
    public double meanRate() {
      return times.meanRate();
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

    @Override
    public String kind() {
      return "current";
    }

    @Override
    public <R extends @Nullable Object> R accept(Cases<R> cases) {
      return cases.stepCurrent(this);
    }

    @Override
    public void givenTimes(GivenTime into) {
      into.take("delay", delay);
      times.forEach(time -> into.take("times", time));
    }

    @Override
    public double start() {
      return times.isEmpty() ? 0 : times.get(0);
    }

    @Override
    public double firstCurrent() {
      return amplitudes.isEmpty() ? 0 : amplitudes.get(0);
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
   * @param period after which the values repeat themselves, from the start on, a multiple of the
   *     interval [ms]; infinity if they never do
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
      @Nullable String receptor,
      double period)
      implements Input {
    /**
     * @throws InvalidNetworkException if sd or start is negative, the interval is not positive, or
     *     the period not one or several whole intervals
     */
    public NoiseCurrent {
      targets = List.copyOf(targets);
      if (!(sd >= 0)) {
        throw new InvalidNetworkException("inputs." + name + ".sd", sd + " pA", "0 pA or more");
      }
      checkMoreThanNothing("inputs." + name + ".interval", interval);
      checkStart(name, start);
      double intervals = Math.rint(period / interval);
      if (!(intervals >= 1 && !(Math.abs(intervals * interval - period) > 1e-9 * period))) {
        throw new InvalidNetworkException(
            "inputs." + name + ".period",
            period + " ms, with intervals of " + interval + " ms",
            "a whole number of intervals");
      }
    }

    /** A current that does not repeat itself. */
    public NoiseCurrent(
        String name,
        List<NeuronRange> targets,
        double mean,
        double sd,
        double interval,
        double delay,
        double start,
        double stop,
        @Nullable String receptor) {
      this(
          name,
          targets,
          mean,
          sd,
          interval,
          delay,
          start,
          stop,
          receptor,
          Double.POSITIVE_INFINITY);
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

    /** Number of the interval whose values are those of another, from 0 on, both of them. */
    public long drawn(long number) {
      return period < Double.POSITIVE_INFINITY ? number % Math.round(period / interval) : number;
    }

    @Override
    public String kind() {
      return "noise";
    }

    @Override
    public <R extends @Nullable Object> R accept(Cases<R> cases) {
      return cases.noiseCurrent(this);
    }

    @Override
    public void givenTimes(GivenTime into) {
      into.take("delay", delay);
      into.take("start", start);
      into.take("stop", stop);
      into.take("interval", interval);
      into.take("period", period);
    }
  }

  /**
   * A current that is a sum of sine waves, which begin when it does, held constant over successive
   * intervals, the same for all target neurons.
   *
   * @param waves the waves [pA], and how long a value is held
   * @param delay [ms], shifts the active interval
   * @param start [ms]
   * @param stop [ms], may be infinite
   * @param receptor see {@link Input#receptor}
   */
  record Sines(
      String name,
      List<NeuronRange> targets,
      SineWaves waves,
      double delay,
      double start,
      double stop,
      @Nullable String receptor)
      implements Input {
    /**
     * @throws InvalidNetworkException if the interval or a period is not positive, or the start
     *     negative
     */
    public Sines {
      targets = List.copyOf(targets);
      checkMoreThanNothing("inputs." + name + ".interval", waves.interval());
      for (SineWaves.Wave wave : waves.waves()) {
        checkMoreThanNothing("inputs." + name + ".waves", wave.period());
      }
      checkStart(name, start);
    }

    @Override
    public String kind() {
      return "sines";
    }

    @Override
    public <R extends @Nullable Object> R accept(Cases<R> cases) {
      return cases.sines(this);
    }

    @Override
    public void givenTimes(GivenTime into) {
      into.take("delay", delay);
      into.take("start", start);
      into.take("stop", stop);
      into.take("interval", waves.interval());
    }

    @Override
    public double firstCurrent() {
      return waves.at(0);
    }
  }

  private static void checkMoreThanNothing(String where, double time) {
    if (!(time > 0)) {
      throw new InvalidNetworkException(where, time + " ms", "more than 0 ms");
    }
  }

  private static void checkStart(String name, double start) {
    if (!(start >= 0)) {
      throw new InvalidNetworkException(
          "inputs." + name + ".start", start + " ms", "a time from 0 ms on");
    }
  }
}
