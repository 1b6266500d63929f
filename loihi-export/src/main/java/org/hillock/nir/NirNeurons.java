package org.hillock.nir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hillock.lif.IafPscDelta;
import org.hillock.lif.IafPscExp;
import org.hillock.lif.ParrotNeuron;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.NeuronValues;
import org.hillock.model.ParameterSet;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.Population;

/** Populations as nodes, see {@link NirExport}. */
final class NirNeurons {

  private static final String DELTA = new IafPscDelta().name();
  private static final String CURRENT = new IafPscExp().name();
  private static final String PARROT = new ParrotNeuron().name();

  /** Name of the refractory times in metadata. */
  static final String REFRACTORY = "t_ref_ms";

  private NirNeurons() {}

  static NirNode node(
      Network network, Population population, NirStep dt, long seed, NirDraft draft) {
    String where = "neurons." + population.name();
    String model = population.model();
    List<ParameterSet> parameters = parameters(network, population, seed);
    if (NirSenders.sends(population)) {
      draft.warn(
          where,
          "NIR has no senders; feed node '"
              + NirDraft.inFile(population.name())
              + "' with what its metadata tells");
      return NirSenders.node(population, parameters);
    }
    if (model.equals(PARROT)) {
      draft.warn(
          where,
          "NIR has no relays; a Threshold at 0 repeats spikes of positive weight, but as one what"
              + " comes together in a step");
      return new NirNode.Threshold(
          NirArray.filled(List.of(population.size()), 0), NirMetadata.NONE);
    }
    if (!model.equals(DELTA) && !model.equals(CURRENT)) {
      throw new NirException(
          where + ".model",
          "found " + model + ", which NIR has no node for",
          String.join(", ", DELTA, CURRENT, PARROT) + " or a sender");
    }
    NirMetadata metadata = leftOver(population, parameters, where, draft);
    double[] injected = NirExport.constantCurrent(network, population, dt.ms());
    NirArray tau = each(parameters, p -> dt.tau(p.get("tau_m")) / 1000);
    double[] leak = new double[injected.length];
    for (int i = 0; i < leak.length; i++) {
      ParameterSet p = parameters.get(i);
      leak[i] = p.get("tau_m") / p.get("C_m") * (p.get("I_e") + injected[i]);
    }
    NirArray vLeak = NirArray.of(leak);
    NirArray threshold = each(parameters, p -> Math.nextDown(p.get("V_th") - p.get("E_L")));
    NirArray reset = each(parameters, p -> p.get("V_reset") - p.get("E_L"));
    if (model.equals(DELTA)) {
      NirArray r = each(parameters, p -> dt.resistance(p.get("tau_m")));
      return new NirNode.LIF(tau, r, vLeak, threshold, reset, metadata);
    }
    for (ParameterSet p : parameters) {
      if (p.get("tau_syn_ex") != p.get("tau_syn_in")) {
        throw new NirException(
            where,
            "found tau_syn_ex = "
                + p.get("tau_syn_ex")
                + " ms and tau_syn_in = "
                + p.get("tau_syn_in")
                + " ms, and NIR has one time constant for all currents",
            "equal time constants");
      }
    }
    NirArray tauSyn = each(parameters, p -> dt.tau(p.get("tau_syn_ex")) / 1000);
    NirArray weightIn = each(parameters, p -> dt.resistance(p.get("tau_syn_ex")));
    NirArray r = each(parameters, p -> dt.tau(p.get("tau_m")) / dt.ms());
    return new NirNode.CubaLIF(tauSyn, tau, r, vLeak, threshold, reset, weightIn, metadata);
  }

  private static List<ParameterSet> parameters(Network network, Population population, long seed) {
    String where = "neurons." + population.name() + ".model";
    NeuronModel model =
        Models.neuron(population.model())
            .orElseThrow(
                () ->
                    new NirException(
                        where, "found '" + population.model() + "'", "a model that there is"));
    NeuronValues values =
        new NeuronValues(population, network.populationIndex(population.name()), model, seed);
    List<ParameterSet> parameters = new ArrayList<>();
    ParameterSet first = values.parameters(0);
    for (int i = 0; i < population.size(); i++) {
      parameters.add(values.parametersVary() ? values.parameters(i) : first);
    }
    return parameters;
  }

  /** What NIR has no place for, as metadata. */
  private static NirMetadata leftOver(
      Population population, List<ParameterSet> parameters, String where, NirDraft draft) {
    NirMetadata metadata =
        NirMetadata.NONE
            .with("model", population.model())
            .with("E_L_mV", each(parameters, p -> p.get("E_L")));
    double[] refractory = parameters.stream().mapToDouble(p -> p.get("t_ref")).toArray();
    if (Arrays.stream(refractory).anyMatch(t -> t != 0)) {
      metadata = metadata.with(REFRACTORY, NirArray.of(refractory));
      draft.warn(where + ".t_ref", "NIR has no refractory time; it is in the metadata only");
    }
    Distribution lowest = population.parameters().get("V_min");
    if (lowest != null && lowest.max() > -Double.MAX_VALUE) {
      draft.warn(where + ".V_min", "NIR has no lower bound of v; it is left out");
    }
    for (String initial : List.of("V_m", "I_syn_ex", "I_syn_in")) {
      if (population.parameters().containsKey(initial) && !atRest(population, initial)) {
        draft.warn(where + "." + initial, "NIR has no initial values; it is left out");
      }
    }
    return metadata;
  }

  /** Whether an initial value is the one that there is without it. */
  private static boolean atRest(Population population, String initial) {
    Distribution given = population.parameters().get(initial);
    Distribution rest =
        initial.equals("V_m") ? population.parameters().get("E_L") : Distribution.of(0);
    return given != null
        && rest != null
        && given.constant()
        && rest.constant()
        && given.min() == rest.min();
  }

  private static NirArray each(
      List<ParameterSet> parameters, ToDoubleFunction<ParameterSet> value) {
    return NirArray.of(parameters.stream().mapToDouble(value).toArray());
  }

  /** What weights onto each neuron of a population are multiplied by. */
  static double[] weightFactors(Network network, Population population, NirStep dt, long seed) {
    double[] factors = new double[population.size()];
    Arrays.fill(factors, 1);
    if (population.model().equals(CURRENT)) {
      List<ParameterSet> parameters = parameters(network, population, seed);
      for (int i = 0; i < factors.length; i++) {
        ParameterSet p = parameters.get(i);
        factors[i] = dt.current(p.get("tau_m"), p.get("tau_syn_ex"), p.get("C_m"));
      }
    }
    return factors;
  }
}
