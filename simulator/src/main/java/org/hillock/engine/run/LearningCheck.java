package org.hillock.engine.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.UpdateIntervals;
import org.hillock.network.Carried;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Mistakes;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Pairs;
import org.hillock.network.Population;
import org.hillock.network.Projection;

/**
 * Checks what neurons with a gradient must have alike in a network, and what they must hear of each
 * other.
 */
public final class LearningCheck {

  private final Network network;
  private final Function<Projection, String> places;
  private final List<Population> learning;

  private LearningCheck(Network network, Function<Projection, String> places) {
    this.network = network;
    this.places = places;
    this.learning =
        network.populations().stream()
            .filter(population -> Models.of(population).hasGradient())
            .toList();
  }

  /**
   * @param places what messages call a projection
   * @throws InvalidNetworkException with all populations that are not as they must be
   */
  public static void check(
      Network network, RunSettings settings, Function<Projection, String> places) {
    LearningCheck check = new LearningCheck(network, places);
    Mistakes mistakes = new Mistakes();
    if (!settings.continuous()) {
      mistakes.each(check.learning, population -> length(population, settings.step()));
      mistakes.throwIfAny(); // what cannot be need not be alike
    }
    for (Population population : check.learning) {
      mistakes.each(UpdateIntervals.ALIKE, name -> check.alike(population, name));
    }
    mistakes.each(check.learning, check::hears);
    mistakes.each(network.projections(), check::itself);
    mistakes.throwIfAny();
  }

  private static void length(Population population, double step) {
    double length = value(population, parameter(population, UpdateIntervals.LENGTH));
    UpdateIntervals.of("neurons." + population.name(), length, 0, step);
  }

  private static Parameter parameter(Population population, String name) {
    return Models.of(population).parameters().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** An error of another interval would say nothing of the spikes of this one. */
  private void alike(Population population, String name) {
    Population first = learning.get(0);
    String found = text(population, name);
    String other = text(first, name);
    if (!found.equals(other)) {
      throw new InvalidNetworkException(
          "neurons." + population.name() + "." + name,
          found + ", and " + other + " of " + first.name(),
          "the same for all neurons of a network that learn by gradients");
    }
  }

  private static String text(Population population, String name) {
    Parameter parameter = parameter(population, name);
    double value = value(population, parameter);
    return parameter.truth() ? "" + (value != 0) : value + " " + parameter.unit().symbol();
  }

  private static double value(Population population, Parameter parameter) {
    Distribution given = population.parameters().get(parameter.name());
    return given == null ? parameter.defaultValue() : given.mean();
  }

  /** Neurons that need a variable of each other must hear it, if there are others. */
  private void hears(Population population) {
    Optional<String> needed = needed(population);
    if (needed.isEmpty()) {
      return;
    }
    boolean alone =
        population.size() == 1
            && learning.stream().filter(other -> needed(other).equals(needed)).count() == 1;
    int deaf = alone ? 0 : firstDeaf(population, needed.get());
    if (deaf < population.size()) {
      String where = "neurons." + population.name() + ".loss";
      String found = "a loss for which neurons need " + needed.get() + " of each other, and ";
      throw alone
          ? new InvalidNetworkException(
              where,
              found + "one neuron",
              "two neurons or more, or another loss, such as mean_squared_error")
          : new InvalidNetworkException(
              where,
              found + "nothing that carries it to " + population.name() + "[" + deaf + "]",
              "projections from each to the others, with carries: "
                  + needed.get()
                  + ", autapses: false and weight: 1");
    }
  }

  /** What a neuron needs of the others it knows of itself: by a synapse it would count twice. */
  private void itself(Projection projection) {
    Carried carried = projection.carries();
    Population population = network.population(projection.target().population());
    if (carried != null
        && learning.contains(population)
        && needed(population).equals(Optional.of(carried.variable()))
        && leadsBack(projection)) {
      throw new InvalidNetworkException(
          places.apply(projection) + ".autapses",
          carried.variable() + " carried from neurons to themselves, which count their own already",
          "autapses: false, and no edge from a neuron to itself");
    }
  }

  /** Whether some neuron may be joined with itself, by more than nothing. */
  private static boolean leadsBack(Projection projection) {
    NeuronRange from = projection.source();
    NeuronRange to = projection.target();
    if (!from.overlaps(to) || projection.expectedSynapses() == 0) {
      return false;
    }
    Pairs pairs = projection.rule().pairs(from, to, projection.autapses());
    if (pairs == null) {
      return projection.autapses() && !silent(projection, 0);
    }
    int shift = from.from() - to.from();
    return IntStream.range(0, pairs.size())
        .filter(i -> pairs.source(i) + shift == pairs.target(i))
        .anyMatch(i -> !silent(projection, i));
  }

  /** Whether a synapse carries nothing: its weight is 0, and no other weights are added to it. */
  private static boolean silent(Projection projection, int synapse) {
    Carried carried = Objects.requireNonNull(projection.carries());
    ConnectionRule.Explicit edges = projection.rule().listed();
    Distribution weight = projection.weight();
    return carried.feedback() == Carried.Feedback.RANDOM
        && (edges != null && edges.hasWeights()
            ? edges.weight(synapse) == 0
            : weight.constant() && weight.mean() == 0);
  }

  private static Optional<String> needed(Population population) {
    NeuronModel model = Models.of(population);
    Map<String, Double> given = new HashMap<>();
    model.parameters().forEach(each -> given.put(each.name(), value(population, each)));
    return model.needsOfOthers(
        ParameterSet.of("neurons." + population.name(), model.parameters(), given));
  }

  /** The first neuron of a population to which a variable is not carried; its size if none. */
  private int firstDeaf(Population population, String variable) {
    return IntStream.range(0, population.size())
        .filter(
            neuron ->
                network.projections().stream()
                    .noneMatch(p -> tells(p, variable, population, neuron)))
        .findFirst()
        .orElse(population.size());
  }

  private static boolean tells(
      Projection projection, String variable, Population population, int neuron) {
    Carried carried = projection.carries();
    NeuronRange to = projection.target();
    return carried != null
        && carried.variable().equals(variable)
        && to.population().equals(population.name())
        && to.from() <= neuron
        && neuron < to.to();
  }
}
