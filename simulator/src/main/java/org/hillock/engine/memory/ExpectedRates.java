package org.hillock.engine.memory;

import java.util.OptionalDouble;
import java.util.function.Function;
import org.hillock.network.Network;

/** At what rates the populations of a network are expected to fire. */
public final class ExpectedRates {

  /** Rate at which neurons are taken to fire of which nothing is known [Hz]. */
  private static final double ASSUMED = 20;

  private final Network network;
  private final Function<String, OptionalDouble> claimed;

  private ExpectedRates(Network network, Function<String, OptionalDouble> claimed) {
    this.network = network;
    this.claimed = claimed;
  }

  /** Rates that follow from the description, and a usual one where none does. */
  public static ExpectedRates of(Network network) {
    return of(network, population -> OptionalDouble.empty());
  }

  /**
   * The same, where somebody knows better.
   *
   * @param claimed rate at which a population is said to fire [Hz], by its name
   */
  public static ExpectedRates of(Network network, Function<String, OptionalDouble> claimed) {
    return new ExpectedRates(network, claimed);
  }

  /**
   * The rate of a population.
   *
   * @param population its name
   * @return [Hz]
   */
  public double of(String population) {
    return claimed
        .apply(population)
        .orElseGet(() -> KnownRates.of(network, population).orElse(ASSUMED));
  }
}
