package org.hillock.engine.event;

import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.wiring.InputPart;
import org.hillock.engine.wiring.TablePlan;
import org.hillock.model.InputList;
import org.hillock.model.NeuronDescription;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.random.ExponentialStream;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/** All that reaches a group of neurons from outside, in the order of the network's inputs. */
final class Sources {

  private final List<ArrivalSource> arrivals = new ArrayList<>();
  private final List<CurrentSource> currents = new ArrayList<>();

  private final NeuronDescription description;

  /**
   * @param network the network
   * @param population index of the group's population
   * @param firstNeuron first neuron of the group
   * @param size neurons of the group
   * @param description of their model
   * @param seed the run's seed
   */
  Sources(
      Network network,
      int population,
      int firstNeuron,
      int size,
      NeuronDescription description,
      long seed) {
    this.description = description;
    RandomStream stream = new RandomStream(seed);
    for (InputPart part : InputPart.of(network, population, firstNeuron, size)) {
      add(part, seed, stream);
    }
  }

  private int receptor(Input input) {
    return input.receptor() == null ? TablePlan.BY_SIGN : description.receptor(input.receptor(), 0);
  }

  private void add(InputPart part, long seed, RandomStream stream) {
    Input input = part.input();
    if (input instanceof Input.Poisson poisson) {
      if (poisson.rate() > Input.Poisson.MOST_IN_CONTINUOUS_TIME) {
        throw new InvalidNetworkException(
            "inputs." + input.name() + ".rate",
            poisson.rate() + " Hz",
            "at most " + Input.Poisson.MOST_IN_CONTINUOUS_TIME + " Hz in continuous time");
      }
      if (poisson.rate() > 0) {
        arrivals.add(
            new PoissonSource(
                part.from(),
                part.firstEntity(),
                part.weights(poisson.weight(), seed),
                receptor(input),
                poisson.rate() / 1000,
                poisson.start() + poisson.delay(),
                poisson.stop() + poisson.delay(),
                new ExponentialStream(seed, Purpose.POISSON_INPUT, part.number())));
      }
    } else if (input instanceof Input.Spikes spikes) {
      arrivals.add(
          new TrainSource(
              spikes.times(),
              spikes.delay(),
              part.from(),
              part.weights(spikes.weight(), seed),
              receptor(input)));
    } else if (input instanceof Input.StepCurrent current) {
      double[] times =
          current.times().stream().mapToDouble(time -> time + current.delay()).toArray();
      double[] amplitudes = current.amplitudes().stream().mapToDouble(a -> a).toArray();
      currents.add(new StepCurrentSource(part.from(), part.to(), times, amplitudes));
    } else {
      currents.add(
          new NoiseCurrentSource(
              (Input.NoiseCurrent) input,
              part.number(),
              part.from(),
              part.to(),
              part.firstEntity(),
              stream));
    }
  }

  /** Adds the spikes that arrive at a neuron in (after, until]. */
  void addArrivals(int neuron, double after, double until, InputList into) {
    for (ArrivalSource source : arrivals) {
      source.add(neuron, after, until, into);
    }
  }

  /** When something next reaches a neuron after a window that it has been taken through [ms]. */
  double next(int neuron, double after) {
    double next = nextChange(neuron, after);
    for (ArrivalSource source : arrivals) {
      next = Math.min(next, source.next(neuron, after));
    }
    return next;
  }

  /** The first change of a neuron's current strictly after a moment [ms]. */
  double nextChange(int neuron, double after) {
    double next = Double.POSITIVE_INFINITY;
    for (CurrentSource source : currents) {
      if (source.reaches(neuron)) {
        next = Math.min(next, source.nextChange(after));
      }
    }
    return next;
  }

  /** The current of a neuron right after a moment [pA]. */
  double current(int neuron, double time) {
    double sum = 0;
    for (CurrentSource source : currents) {
      if (source.reaches(neuron)) {
        sum += source.after(neuron, time);
      }
    }
    return sum;
  }
}
