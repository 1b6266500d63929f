package org.hillock.nir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hillock.format.FormatException;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.NeuronValues;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.form.Relay;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.Population;

/** Populations as nodes, see {@link NirExport}. */
final class NirNeurons {

  /** Name of the refractory times in metadata. */
  static final String REFRACTORY = "t_ref_ms";

  private NirNeurons() {}

  static NirNode node(
      Network network, Population population, NirStep dt, long seed, NirDraft draft) {
    String where = "neurons." + population.name();
    List<NeuronForm> forms = forms(network, population, seed);
    if (NirSenders.sends(population)) {
      draft.warn(
          where,
          "NIR has no senders; feed node '"
              + NirDraft.inFile(population.name())
              + "' with what its metadata tells");
      return NirSenders.node(population, forms);
    }
    if (forms.get(0) instanceof Relay) {
      draft.warn(
          where,
          "NIR has no relays; a Threshold at 0 repeats spikes of positive weight, but as one what"
              + " comes together in a step");
      return new NirNode.Threshold(
          NirArray.filled(List.of(population.size()), 0), NirMetadata.NONE);
    }
    if (!forms.stream().allMatch(NirNeurons::said)) {
      throw new FormatException(
          where + ".model",
          "found " + population.model() + ", which NIR has no node for",
          String.join(", ", models()) + " or a sender");
    }
    return node(network, population, units(forms), dt, draft);
  }

  /** Whether a node says what a neuron is. */
  private static boolean said(NeuronForm form) {
    return form instanceof Relay || form instanceof IntegrateAndFire unit && unit.leaks();
  }

  /** The models whose neurons are nodes. */
  static List<String> models() {
    return Models.neurons().stream()
        .filter(model -> said(Models.form(model)))
        .map(NeuronModel::name)
        .toList();
  }

  private static List<IntegrateAndFire> units(List<NeuronForm> forms) {
    return forms.stream().map(IntegrateAndFire.class::cast).toList();
  }

  private static NirNode node(
      Network network,
      Population population,
      List<IntegrateAndFire> units,
      NirStep dt,
      NirDraft draft) {
    String where = "neurons." + population.name();
    NirMetadata metadata = leftOver(population, units, where, draft);
    double[] injected = NirExport.constantCurrent(network, population, dt.ms());
    NirArray tau = each(units, unit -> dt.tau(unit.tauM()) / 1000);
    double[] leak = new double[injected.length];
    for (int i = 0; i < leak.length; i++) {
      IntegrateAndFire unit = units.get(i);
      leak[i] = unit.tauM() / unit.capacitance() * (unit.current() + injected[i]);
    }
    NirArray vLeak = NirArray.of(leak);
    NirArray threshold = each(units, unit -> Math.nextDown(unit.threshold() - unit.rest()));
    NirArray reset = each(units, unit -> unit.reset() - unit.rest());
    if (!units.get(0).hasCurrents()) {
      NirArray r = each(units, unit -> dt.resistance(unit.tauM()));
      return new NirNode.LIF(tau, r, vLeak, threshold, reset, metadata);
    }
    double[] synaptic = new double[units.size()];
    for (int i = 0; i < synaptic.length; i++) {
      IntegrateAndFire.Currents currents = currents(units.get(i));
      synaptic[i] = currents.tauExcitatory();
      if (currents.tauInhibitory() != synaptic[i]) {
        throw new FormatException(
            where,
            "found tau_syn_ex = "
                + synaptic[i]
                + " ms and tau_syn_in = "
                + currents.tauInhibitory()
                + " ms, and NIR has one time constant for all currents",
            "equal time constants");
      }
    }
    NirArray tauSyn = NirArray.of(Arrays.stream(synaptic).map(t -> dt.tau(t) / 1000).toArray());
    NirArray weightIn = NirArray.of(Arrays.stream(synaptic).map(dt::resistance).toArray());
    NirArray r = each(units, unit -> dt.tau(unit.tauM()) / dt.ms());
    return new NirNode.CubaLIF(tauSyn, tau, r, vLeak, threshold, reset, weightIn, metadata);
  }

  private static IntegrateAndFire.Currents currents(IntegrateAndFire unit) {
    return (IntegrateAndFire.Currents) unit.arrival();
  }

  private static List<NeuronForm> forms(Network network, Population population, long seed) {
    if (Models.neuron(population.model()).isEmpty()) {
      throw new FormatException(
          "neurons." + population.name() + ".model",
          "found '" + population.model() + "'",
          "a model that there is");
    }
    int index = network.populationIndex(population.name());
    NeuronValues values = new NeuronValues(population, index, Models.of(population), seed);
    List<NeuronForm> forms = new ArrayList<>();
    NeuronForm first = values.form(0);
    for (int i = 0; i < population.size(); i++) {
      forms.add(values.parametersVary() ? values.form(i) : first);
    }
    return forms;
  }

  /** What NIR has no place for, as metadata. */
  private static NirMetadata leftOver(
      Population population, List<IntegrateAndFire> units, String where, NirDraft draft) {
    NirMetadata metadata =
        NirMetadata.NONE
            .with("model", population.model())
            .with("E_L_mV", each(units, IntegrateAndFire::rest));
    double[] refractory = units.stream().mapToDouble(IntegrateAndFire::refractory).toArray();
    if (Arrays.stream(refractory).anyMatch(t -> t != 0)) {
      metadata = metadata.with(REFRACTORY, NirArray.of(refractory));
      draft.warn(where + ".t_ref", "NIR has no refractory time; it is in the metadata only");
    }
    if (units.stream().anyMatch(IntegrateAndFire::bounded)) {
      draft.warn(where + ".V_min", "NIR has no lower bound of v; it is left out");
    }
    for (String initial :
        List.of(
            IntegrateAndFire.POTENTIAL,
            IntegrateAndFire.Currents.EXCITATORY,
            IntegrateAndFire.Currents.INHIBITORY)) {
      Distribution given = population.parameters().get(initial);
      if (given != null && !atRest(initial, given, units)) {
        draft.warn(where + "." + initial, "NIR has no initial values; it is left out");
      }
    }
    return metadata;
  }

  /** Whether an initial value is the one that there is without it. */
  private static boolean atRest(String initial, Distribution given, List<IntegrateAndFire> units) {
    return given.constant()
        && (initial.equals(IntegrateAndFire.POTENTIAL)
            ? units.stream().allMatch(unit -> unit.rest() == given.min())
            : given.min() == 0);
  }

  private static NirArray each(
      List<IntegrateAndFire> units, ToDoubleFunction<IntegrateAndFire> value) {
    return NirArray.of(units.stream().mapToDouble(value).toArray());
  }

  /** What weights onto each neuron of a population are multiplied by. */
  static double[] weightFactors(Network network, Population population, NirStep dt, long seed) {
    double[] factors = new double[population.size()];
    Arrays.fill(factors, 1);
    if (Models.form(population.model()) instanceof IntegrateAndFire usual && usual.hasCurrents()) {
      List<IntegrateAndFire> units = units(forms(network, population, seed));
      for (int i = 0; i < factors.length; i++) {
        IntegrateAndFire unit = units.get(i);
        factors[i] = dt.current(unit.tauM(), currents(unit).tauExcitatory(), unit.capacitance());
      }
    }
    return factors;
  }
}
