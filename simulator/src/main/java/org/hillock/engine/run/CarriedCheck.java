package org.hillock.engine.run;

import java.util.List;
import java.util.function.Function;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.PlasticRule;
import org.hillock.model.StateVariable;
import org.hillock.network.Carried;
import org.hillock.network.DelayBounds;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Mistakes;
import org.hillock.network.Network;
import org.hillock.network.Projection;

/** Checks projections that carry signals, and rules that descend the gradient of a loss. */
public final class CarriedCheck {

  /** What one array holds on any machine. */
  private static final int MOST_PAIRS = 2_000_000_000;

  private final Network network;
  private final RunSettings settings;
  private final Function<Projection, String> places;

  private CarriedCheck(Network network, RunSettings settings, Function<Projection, String> places) {
    this.network = network;
    this.settings = settings;
    this.places = places;
  }

  /**
   * @param places what messages call a projection
   * @throws InvalidNetworkException with all projections that are not as they must be
   */
  public static void check(
      Network network, RunSettings settings, Function<Projection, String> places) {
    CarriedCheck check = new CarriedCheck(network, settings, places);
    Mistakes mistakes = new Mistakes();
    mistakes.each(network.projections(), check::projection);
    mistakes.throwIfAny();
  }

  private void projection(Projection projection) {
    Carried carried = projection.carries();
    if (carried != null) {
      carried(projection, carried);
    } else if (projection.plasticity() != null
        && PlasticRule.of(projection).rule().descendsGradient()) {
      descends(projection);
    }
  }

  private void carried(Projection projection, Carried carried) {
    String where = places.apply(projection);
    NeuronModel source = model(projection.source().population());
    NeuronModel target = model(projection.target().population());
    onGrid(where + ".carries", "'" + carried.variable() + "'");
    List<String> variables = source.stateVariables().stream().map(StateVariable::name).toList();
    if (!variables.contains(carried.variable())) {
      throw new InvalidNetworkException(
          where + ".carries",
          "'" + carried.variable() + "' of " + source.name(),
          "one of " + variables);
    }
    List<String> places = target.description().signals();
    if (places.isEmpty()
        || projection.receptor() != null && !places.contains(projection.receptor())) {
      throw new InvalidNetworkException(
          where + (places.isEmpty() ? ".to" : ".receptor"),
          places.isEmpty()
              ? "neurons of " + target.name() + ", at which no signals arrive"
              : "'" + projection.receptor() + "' of " + target.name(),
          places.isEmpty() ? "neurons of " + takingSignals() : "one of " + places);
    }
    if (projection.plasticity() != null) {
      throw new InvalidNetworkException(
          where + ".plasticity",
          "plasticity of what carries " + carried.variable(),
          "none; feedback: symmetric or adaptive follows plastic synapses");
    }
    oneStep(projection, "what carries signals");
    if (carried.feedback() != Carried.Feedback.RANDOM) {
      followed(network, projection, where);
      pairs(projection, where + ".feedback");
    }
  }

  /** What feedback follows is kept for all pairs of neurons. */
  private static void pairs(Projection projection, String where) {
    long pairs = (long) projection.source().size() * projection.target().size();
    if (pairs > MOST_PAIRS) {
      throw new InvalidNetworkException(
          where,
          pairs + " pairs of neurons",
          "at most " + MOST_PAIRS + " where feedback follows plastic synapses");
    }
  }

  /** The models at whose neurons signals arrive, by name. */
  public static String takingSignals() {
    return String.join(
        ", ",
        Models.neurons().stream()
            .filter(model -> !model.description().signals().isEmpty())
            .map(NeuronModel::name)
            .toList());
  }

  /**
   * The projection that feedback follows: plastic synapses between the same neurons the other way.
   *
   * @return its index
   * @throws InvalidNetworkException if there is none, or more than one
   */
  public static int followed(Network network, Projection feedback) {
    return followed(network, feedback, "synapses." + feedback.name());
  }

  private static int followed(Network network, Projection feedback, String where) {
    int found = -1;
    int count = 0;
    for (int i = 0; i < network.projections().size(); i++) {
      Projection other = network.projections().get(i);
      if (other.plasticity() != null
          && other.source().equals(feedback.target())
          && other.target().equals(feedback.source())) {
        found = i;
        count++;
      }
    }
    if (count != 1) {
      throw new InvalidNetworkException(
          where + ".feedback",
          count + " plastic projections from " + feedback.target() + " to " + feedback.source(),
          "one between exactly these neurons, whose weights the feedback follows");
    }
    return found;
  }

  private void descends(Projection projection) {
    String rule = PlasticRule.of(projection).model().name();
    String where = places.apply(projection) + ".plasticity.rule";
    onGrid(where, "'" + rule + "'");
    NeuronModel target = model(projection.target().population());
    if (!target.hasGradient()) {
      throw new InvalidNetworkException(
          where, "'" + rule + "' onto neurons of the model " + target.name(), targets());
    }
    oneStep(projection, rule);
  }

  /** What targets there can be of rules that descend a gradient, for whoever gave others. */
  public static String targets() {
    return "targets with a gradient, which the rule descends: neurons of "
        + String.join(
            ", ",
            Models.neurons().stream()
                .filter(NeuronModel::hasGradient)
                .map(NeuronModel::name)
                .toList());
  }

  private NeuronModel model(String population) {
    return Models.of(network.population(population));
  }

  private void onGrid(String where, String what) {
    if (settings.continuous()) {
      throw new InvalidNetworkException(
          where,
          what + " in continuous time",
          "a grid, such as time.step: 1 ms, since it goes from step to step");
    }
  }

  private void oneStep(Projection projection, String what) {
    DelayBounds delays = DelayBounds.of(network, projection);
    double most =
        Math.max(Math.abs(delays.min() - settings.step()), delays.max() - settings.step());
    if (most > 1e-6 * settings.step()) {
      throw new InvalidNetworkException(
          places.apply(projection) + ".delay",
          delays.min() == delays.max()
              ? delays.min() + " ms"
              : delays.min() + " ms to " + delays.max() + " ms",
          "one step, " + settings.step() + " ms, for " + what);
    }
  }
}
