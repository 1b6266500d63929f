package org.hillock.engine.event;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.wiring.InputPart;
import org.hillock.engine.wiring.TablePlan;
import org.hillock.model.InputList;
import org.hillock.model.NeuronDescription;
import org.hillock.model.StateCarrier;
import org.hillock.network.ChangingPoisson;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.RateSchedule;
import org.hillock.random.ExponentialStream;
import org.hillock.random.PoissonPoints;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;

/** All that reaches a group of neurons from outside, in the order of the network's inputs. */
final class EventInputs {

  private final List<SpikeInput> arrivals = new ArrayList<>();

  /** Of which of the network's inputs each is a part. */
  private final List<Integer> numbers = new ArrayList<>();

  private final double width;
  private final List<CurrentInput> currents = new ArrayList<>();

  /** Of which of the network's inputs each current is a part. */
  private final List<Integer> currentNumbers = new ArrayList<>();

  /**
   * @param network the network
   * @param population index of the group's population
   * @param firstNeuron first neuron of the group
   * @param size neurons of the group
   * @param description of their model
   * @param settings of the run
   * @param width length of a window [ms]
   */
  EventInputs(
      Network network,
      int population,
      int firstNeuron,
      int size,
      NeuronDescription description,
      RunSettings settings,
      double width) {
    this.width = width;
    RandomStream stream = new RandomStream(settings.noiseSeed());
    for (InputPart part : InputPart.of(network, population, firstNeuron, size)) {
      part.input().accept(new Part(part, description, settings, stream));
      while (numbers.size() < arrivals.size()) {
        numbers.add(part.number());
      }
      while (currentNumbers.size() < currents.size()) {
        currentNumbers.add(part.number());
      }
    }
  }

  /** Takes one input on, for the part of its targets that lies in the group. */
  private final class Part implements Input.Cases<@Nullable Void> {

    private final InputPart part;
    private final int receptor;
    private final long seed;
    private final long noiseSeed;
    private final RandomStream stream;

    Part(InputPart part, NeuronDescription description, RunSettings settings, RandomStream stream) {
      this.part = part;
      String named = part.input().receptor();
      this.receptor = named == null ? TablePlan.BY_SIGN : description.receptor(named, 0);
      this.seed = settings.seed();
      this.noiseSeed = settings.noiseSeed();
      this.stream = stream;
    }

    @Override
    public @Nullable Void poisson(Input.Poisson input) {
      add(
          input,
          "rate",
          input.rate(),
          input.weight(),
          input.start() + input.delay(),
          input.stop() + input.delay(),
          input.period(),
          Thinning.NONE);
      return null;
    }

    @Override
    public @Nullable Void changingPoisson(ChangingPoisson input) {
      RateSchedule rates = input.rates();
      add(
          input,
          "steps",
          rates.most(),
          input.weight(),
          input.start() + input.delay(),
          input.stop() + input.delay(),
          Double.POSITIVE_INFINITY,
          new ScheduledThinning(
              rates,
              input.delay(),
              part.number(),
              part.firstEntity(),
              new RandomStream(noiseSeed)));
      return null;
    }

    /** Adds Poisson spikes of a rate [Hz], some of which may be left out. */
    private void add(
        Input input,
        String key,
        double hertz,
        Distribution weight,
        double start,
        double stop,
        double period,
        Thinning thinning) {
      if (hertz > Input.Poisson.MOST_IN_CONTINUOUS_TIME) {
        throw new InvalidNetworkException(
            "inputs." + input.name() + "." + key,
            hertz + " Hz",
            "at most " + Input.Poisson.MOST_IN_CONTINUOUS_TIME + " Hz in continuous time");
      }
      double rate = hertz / 1000;
      double[] weights = part.weights(weight, seed);
      int number = part.number();
      if (rate * width >= PoissonWindows.FEWEST && period == Double.POSITIVE_INFINITY) {
        arrivals.add(
            new PoissonWindows(
                part.from(),
                part.firstEntity(),
                weights,
                receptor,
                width,
                start,
                stop,
                new PoissonPoints(noiseSeed, Purpose.POISSON_INPUT, number, rate * width),
                thinning));
      } else if (rate > 0) {
        arrivals.add(
            new PoissonInput(
                part.from(),
                part.firstEntity(),
                weights,
                receptor,
                rate,
                start,
                stop,
                period,
                new ExponentialStream(noiseSeed, Purpose.POISSON_INPUT, number),
                thinning));
      }
    }

    @Override
    public @Nullable Void spikes(Input.Spikes input) {
      arrivals.add(
          new SpikeTrainInput(
              input.times(),
              input.delay(),
              part.from(),
              part.weights(input.weight(), seed),
              receptor));
      return null;
    }

    @Override
    public @Nullable Void stepCurrent(Input.StepCurrent input) {
      double[] times = input.times().stream().mapToDouble(time -> time + input.delay()).toArray();
      double[] amplitudes = input.amplitudes().stream().mapToDouble(a -> a).toArray();
      currents.add(new StepCurrentInput(part.from(), part.to(), times, amplitudes));
      return null;
    }

    @Override
    public @Nullable Void noiseCurrent(Input.NoiseCurrent input) {
      currents.add(
          new NoiseCurrentInput(
              input,
              part.number(),
              part.from(),
              part.to(),
              part.firstEntity(),
              held(input, input.interval()),
              stream));
      return null;
    }

    @Override
    public @Nullable Void sines(Input.Sines input) {
      HeldIntervals intervals = held(input, input.waves().interval());
      currents.add(new SinesInput(input.waves(), part.from(), part.to(), intervals));
      return null;
    }

    private static HeldIntervals held(Input input, double interval) {
      return new HeldIntervals(
          input.start() + input.delay(), input.stop() + input.delay(), interval);
    }
  }

  /** Adds the spikes that arrive at a neuron in (after, until]. */
  void addArrivals(int neuron, double after, double until, InputList into) {
    for (SpikeInput input : arrivals) {
      input.add(neuron, after, until, into);
    }
  }

  /** Those of one of the network's inputs alone. */
  void addArrivals(int input, int neuron, double after, double until, InputList into) {
    of(input).forEach(part -> part.add(neuron, after, until, into));
  }

  /** The same in no order, in place of {@link #addArrivals}. */
  void appendArrivals(int neuron, double after, double until, InputList into) {
    for (SpikeInput input : arrivals) {
      input.append(neuron, after, until, into);
    }
  }

  /** The parts of one of the network's inputs. */
  private List<SpikeInput> of(int input) {
    return IntStream.range(0, arrivals.size())
        .filter(i -> numbers.get(i) == input)
        .mapToObj(arrivals::get)
        .toList();
  }

  /** How many numbers an input remembers. */
  long remembered(int input) {
    return of(input).stream().mapToLong(SpikeInput::remembered).sum();
  }

  /** Begins with an input at a moment between two windows, as if it had not been there [ms]. */
  void begin(int input, double time) {
    of(input).forEach(each -> each.begin(time));
  }

  /** Carries what an input remembers of a neuron between two windows. */
  void carry(int input, int neuron, StateCarrier carrier) {
    for (int i = 0; i < arrivals.size(); i++) {
      if (numbers.get(i) == input) {
        arrivals.get(i).carry(neuron, carrier);
      }
    }
  }

  /** When something next reaches a neuron after a window that it has been taken through [ms]. */
  double next(int neuron, double after) {
    double next = nextChange(neuron, after);
    for (SpikeInput input : arrivals) {
      next = Math.min(next, input.next(neuron, after));
    }
    return next;
  }

  /** The first change of a neuron's current strictly after a moment [ms]. */
  double nextChange(int neuron, double after) {
    double next = Double.POSITIVE_INFINITY;
    for (CurrentInput input : currents) {
      if (input.reaches(neuron)) {
        next = Math.min(next, input.nextChange(after));
      }
    }
    return next;
  }

  /** The same of the current of one of the network's inputs alone. */
  double nextChange(int input, int neuron, double after) {
    return currentsOf(input, neuron)
        .mapToDouble(current -> current.nextChange(after))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private Stream<CurrentInput> currentsOf(int input, int neuron) {
    return IntStream.range(0, currents.size())
        .filter(i -> currentNumbers.get(i) == input)
        .mapToObj(currents::get)
        .filter(current -> current.reaches(neuron));
  }

  /** The current of a neuron right after a moment [pA]. */
  double current(int neuron, double time) {
    double sum = 0;
    for (CurrentInput input : currents) {
      if (input.reaches(neuron)) {
        sum += input.after(neuron, time);
      }
    }
    return sum;
  }

  /** The part of it that comes from one of the network's inputs [pA]. */
  double current(int input, int neuron, double time) {
    return currentsOf(input, neuron).mapToDouble(current -> current.after(neuron, time)).sum();
  }
}
