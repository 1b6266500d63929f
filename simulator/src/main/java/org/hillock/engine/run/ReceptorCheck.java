package org.hillock.engine.run;

import java.util.List;
import org.hillock.model.Models;
import org.hillock.model.NeuronDescription;
import org.hillock.model.PlasticWeights;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Mistakes;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Projection;
import org.jspecify.annotations.Nullable;

/** Checks that every spike and every current arrives at a receptor that its target has. */
final class ReceptorCheck {

  private ReceptorCheck() {}

  static void check(Network network) {
    Mistakes mistakes = new Mistakes();
    mistakes.each(network.projections(), projection -> projection(network, projection));
    mistakes.each(network.inputs(), input -> input(network, input));
    mistakes.throwIfAny();
  }

  private static void projection(Network network, Projection projection) {
    if (projection.carries() == null) { // which leads to a place for signals
      String where = "synapses." + projection.name();
      NeuronDescription target = description(network, projection.target());
      check(where, target, projection.receptor());
      weights(target, projection);
    }
  }

  private static void input(Network network, Input input) {
    String where = "inputs." + input.name();
    for (NeuronRange range : input.targets()) {
      NeuronDescription target = description(network, range);
      Distribution weight = input.spikeWeight();
      if (weight != null) {
        check(where, target, input.receptor());
        weights(where, target, input.receptor(), weight.min(), weight.max());
      } else if (input.receptor() != null && !target.currents().contains(input.receptor())) {
        throw new InvalidNetworkException(
            where + ".receptor",
            "'" + input.receptor() + "' of " + target.name(),
            "one of " + target.currents() + ", where current can flow");
      }
    }
  }

  private static NeuronDescription description(Network network, NeuronRange range) {
    return Models.of(network.population(range.population())).description();
  }

  private static void check(String where, NeuronDescription target, @Nullable String receptor) {
    List<String> names = target.receptorNames();
    if (receptor != null && !names.contains(receptor)) {
      throw new InvalidNetworkException(
          where + ".receptor",
          "'" + receptor + "' of " + target.name(),
          names.isEmpty() ? "none: the model ignores input" : "one of " + names);
    }
    if (receptor == null && target.receptor(null, 0) < 0) {
      throw new InvalidNetworkException(
          where + ".receptor",
          "no receptor, although " + target.name() + " has " + names.size(),
          "receptor: one of " + names);
    }
  }

  /** The weights of a projection: those given for all, those of edges, those that a rule makes. */
  private static void weights(NeuronDescription target, Projection projection) {
    String where = "synapses." + projection.name();
    String receptor = projection.receptor();
    ConnectionRule.Explicit edges = projection.rule().listed();
    if (edges != null && edges.hasWeights()) {
      for (int i = 0; i < edges.size(); i++) {
        weights(where, target, receptor, edges.weight(i), edges.weight(i));
      }
    } else {
      weights(where, target, receptor, projection.weight().min(), projection.weight().max());
    }
    PlasticWeights made = PlasticWeights.of(projection);
    if (made != null) {
      weights(where, target, receptor, made.least(), made.greatest());
    }
  }

  private static void weights(
      String where,
      NeuronDescription target,
      @Nullable String named,
      double least,
      double greatest) {
    target
        .refusing(named, least, greatest)
        .ifPresent(
            receptor -> {
              throw new InvalidNetworkException(
                  where + ".weight",
                  "weights from " + least + " to " + greatest + " " + receptor.unit().symbol(),
                  "weights of "
                      + receptor.weights().words()
                      + " at the receptor "
                      + receptor.name()
                      + " of "
                      + target.name());
            });
  }
}
