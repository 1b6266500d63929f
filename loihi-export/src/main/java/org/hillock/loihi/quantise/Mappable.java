package org.hillock.loihi.quantise;

import java.util.ArrayList;
import java.util.List;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.chip.Refusals;
import org.hillock.loihi.wiring.Outside;
import org.hillock.model.PlasticRule;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;

/** What no quantisation can bring on to the chip, found before anything is computed. */
public final class Mappable {

  private Mappable() {}

  /**
   * Checks a network.
   *
   * @param profile the chip
   * @param step grid step [ms]
   * @param seed the run's seed
   * @param freezePlasticity whether plastic weights are taken as they are at the start
   * @return what the user should know, one sentence each
   * @throws MappingException with all that cannot be mapped
   */
  public static List<String> check(
      Network network, ChipProfile profile, double step, long seed, boolean freezePlasticity) {
    List<String> warnings = new ArrayList<>();
    FormCheck neurons = new FormCheck(profile);
    Refusals refusals = new Refusals();
    for (int i = 0; i < network.populations().size(); i++) {
      int index = i;
      Population population = network.populations().get(i);
      if (!Outside.holds(population)) {
        refusals.take(() -> neurons.first(population, index, seed));
      }
    }
    if (network.populations().stream().allMatch(Outside::holds)) {
      throw new InvalidNetworkException(
          "neurons",
          "only populations that send spikes from outside the chip",
          "at least one population of " + String.join(" or ", neurons.models()));
    }
    for (Population population : network.populations()) {
      refusals.take(() -> checkAlive(population));
    }
    for (Input input : network.inputs()) {
      refusals.take(() -> input.accept(new InputCheck(step)));
    }
    for (Projection projection : network.projections()) {
      refusals.take(() -> checkProjection(network, projection, freezePlasticity, warnings));
    }
    refusals.raise();
    return warnings;
  }

  private static void checkAlive(Population population) {
    if (population.lesion() != null && population.lesion().count() > 0) {
      throw new MappingException(
          "neurons." + population.name() + ".lesion",
          "neurons that are dead",
          population.lesion().count() + " dead neurons",
          "neurons whose spikes are sent",
          "a smaller population");
    }
  }

  private static void checkProjection(
      Network network, Projection projection, boolean freeze, List<String> warnings) {
    String where = "synapses." + projection.name();
    Plasticity plasticity = projection.plasticity();
    if (projection.rewiring() != null) {
      throw new MappingException(
          where,
          "synapses that form and vanish",
          "structural plasticity",
          "synapses that are there from the start and stay",
          "the same without structural, with the wiring that the rule makes");
    }
    if (plasticity != null && !freeze) {
      ChipLearning.products(where + ".plasticity", PlasticRule.of(projection));
      warnings.add(
          where
              + ": spikes are paired by their own times on the chip, whatever the delays, those of one"
              + " step too; weights have eight bits and are rounded at random");
    }
    if (plasticity != null && freeze) {
      warnings.add(where + ": plasticity is frozen; the weights are those at the start");
    }
    Population source = network.population(projection.source().population());
    Population target = network.population(projection.target().population());
    if (Outside.relays(target) && !Outside.holds(source)) {
      throw new MappingException(
          where,
          "relays of spikes that come from the chip",
          source.name() + " → " + target.name() + ", a population of " + target.model(),
          "relays in front of the chip only",
          "synapses from " + source.name() + " straight to the targets of " + target.name());
    }
    if (Outside.holds(target) && !Outside.relays(target)) {
      warnings.add(where + ": left out, since " + target.model() + " does not react to spikes");
    }
  }

  /** Constant current that inputs inject into each neuron of a population [pA]. */
  public static double[] constantCurrent(Network network, Population population) {
    double[] current = new double[population.size()];
    for (Input input : network.inputs()) {
      for (NeuronRange range : input.targets()) {
        if (range.population().equals(population.name())) {
          for (int i = range.from(); i < range.to(); i++) {
            current[i] += input.firstCurrent();
          }
        }
      }
    }
    return current;
  }
}
