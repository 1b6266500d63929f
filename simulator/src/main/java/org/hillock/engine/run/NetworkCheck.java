package org.hillock.engine.run;

import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.PlasticWeights;
import org.hillock.model.StateVariable;
import org.hillock.model.SynapseModel;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Mistakes;
import org.hillock.network.Network;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.record.Recording;

/** Checks what must hold before anything is allocated. */
public final class NetworkCheck {

  private NetworkCheck() {}

  /**
   * Checks a network, how it is run and what is recorded.
   *
   * @throws InvalidNetworkException with all mistakes: first those that make it pointless to look
   *     for others, then the rest
   */
  public static void check(Network network, RunSettings settings, Recording recording) {
    Mistakes first = new Mistakes();
    first.of(() -> checkTime(settings));
    first.each(network.populations(), NetworkCheck::checkTrains);
    first.each(network.projections(), NetworkCheck::checkRule);
    first.throwIfAny();
    Mistakes rest = new Mistakes();
    rest.each(network.projections(), projection -> checkSign(network, projection));
    rest.each(network.projections(), PlasticWeights::check);
    rest.each(recording.traces(), trace -> checkVariables(network, trace));
    rest.of(() -> SignalCheck.check(network, settings.continuous()));
    rest.of(() -> LearningCheck.check(network, settings, NetworkCheck::place));
    rest.of(() -> CarriedCheck.check(network, settings, NetworkCheck::place));
    rest.of(() -> ReceptorCheck.check(network));
    rest.of(() -> StructuralCheck.check(network, settings, NetworkCheck::place));
    rest.of(() -> GridCheck.check(network, settings, recording));
    rest.throwIfAny();
  }

  /** What messages call a projection that was not read from a file. */
  private static String place(Projection projection) {
    return "synapses." + projection.name();
  }

  private static void checkTrains(Population population) {
    NeuronModel model = Models.of(population);
    if (model.description().playsSpikeTrains() != (population.spikeTrains() != null)) {
      throw new InvalidNetworkException(
          "neurons." + population.name() + ".spike_times",
          population.spikeTrains() == null ? "no spike times" : "spike times",
          model.description().playsSpikeTrains()
              ? "spike times, which " + model.name() + " plays"
              : "none, since " + model.name() + " does not play spikes");
    }
  }

  private static void checkRule(Projection projection) {
    Plasticity plasticity = projection.plasticity();
    if (plasticity == null) {
      return;
    }
    if (Models.synapse(plasticity.rule()).isEmpty()) {
      throw new InvalidNetworkException(
          "synapses." + projection.name() + ".plasticity.rule",
          "'" + plasticity.rule() + "'",
          "one of " + Models.synapses().stream().map(rule -> rule.name()).toList());
    }
    checkModulator(projection.name(), plasticity);
  }

  private static void checkVariables(Network network, Recording.Trace trace) {
    NeuronModel model = Models.of(network.population(trace.neurons().population()));
    var names = model.stateVariables().stream().map(StateVariable::name).toList();
    for (String variable : trace.variables()) {
      if (!names.contains(variable)) {
        throw new InvalidNetworkException(
            "record." + variable, "'" + variable + "' of " + model.name(), "one of " + names);
      }
    }
  }

  private static void checkModulator(String projection, Plasticity plasticity) {
    SynapseModel model = Models.synapse(plasticity.rule()).orElseThrow();
    if (model.modulated() != (plasticity.modulator() != null)) {
      throw new InvalidNetworkException(
          "synapses." + projection + ".modulator",
          model.modulated() ? "no modulating neurons" : "" + plasticity.modulator(),
          model.modulated()
              ? "the neurons whose spikes are the third factor of " + model.name()
              : "none, since " + model.name() + " has no third factor");
    }
  }

  /** A weight that changes its sign would have to change its receptor. */
  private static void checkSign(Network network, Projection projection) {
    PlasticWeights weights = PlasticWeights.of(projection);
    NeuronModel model = Models.of(network.population(projection.target().population()));
    if (weights != null
        && weights.changesSign()
        && projection.receptor() == null
        && model.description().bySign()) {
      throw new InvalidNetworkException(
          "synapses." + projection.name() + ".plasticity",
          "weights of " + weights.text(),
          PlasticWeights.oneSign(model));
    }
  }

  private static void checkTime(RunSettings settings) {
    if (!(settings.step() >= 0 && settings.step() < Double.POSITIVE_INFINITY)) {
      throw new InvalidNetworkException(
          "time.step", settings.step() + " ms", "more than 0 ms, or none for continuous time");
    }
    if (!(settings.warmup() >= 0) || !(settings.duration() > 0)) {
      throw new InvalidNetworkException(
          "time",
          "warmup " + settings.warmup() + " ms, duration " + settings.duration() + " ms",
          "a warmup of 0 ms or more and a duration of more than 0 ms");
    }
    double steps = (settings.warmup() + settings.duration()) / settings.step();
    if (!settings.continuous() && !(steps < Integer.MAX_VALUE - 8)) {
      throw new InvalidNetworkException(
          "time.duration",
          settings.duration() + " ms",
          "at most " + (Integer.MAX_VALUE - 8) + " steps in all");
    }
    if (settings.threads() < 1 || settings.threads() > RunSettings.MAX_THREADS) {
      throw new InvalidNetworkException(
          "threads", Integer.toString(settings.threads()), "1 to " + RunSettings.MAX_THREADS);
    }
  }
}
