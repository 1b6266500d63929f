package org.hillock.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Poisson spikes whose rate changes in time, an independent train for each target neuron.
 *
 * @param rates the rate of every target
 * @param weight in the unit of the target model (mV or pA), drawn once per target neuron
 * @param delay [ms], shifts all times
 * @param receptor see {@link Input#receptor}
 */
public record ChangingPoisson(
    String name,
    List<NeuronRange> targets,
    RateSchedule rates,
    Distribution weight,
    double delay,
    @Nullable String receptor)
    implements Input {

  /** Copies the list. */
  public ChangingPoisson {
    targets = List.copyOf(targets);
  }

  @Override
  public String kind() {
    return "poisson";
  }

  @Override
  public <R extends @Nullable Object> R accept(Cases<R> cases) {
    return cases.changingPoisson(this);
  }

  @Override
  public void givenTimes(GivenTime into) {
    into.take("delay", delay);
    for (int i = 0; i < rates.size(); i++) {
      into.take("steps", rates.time(i));
    }
  }

  /** When the first rate above 0 begins. */
  @Override
  public double start() {
    int first = 0;
    while (first < rates.size() - 1 && rates.rate(first) == 0) {
      first++;
    }
    return rates.time(first);
  }

  @Override
  public double stop() {
    int last = rates.size() - 1;
    return rates.rate(last) == 0 ? rates.time(last) : Double.POSITIVE_INFINITY;
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
    return rates.mean();
  }

  @Override
  public double highestRate() {
    return rates.most();
  }
}
