package org.hillock.lif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.Simulation;
import org.hillock.model.Family;
import org.hillock.model.Models;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.NeuronValues;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Receptor;
import org.hillock.model.StateVariable;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.jspecify.annotations.Nullable;

/**
 * Some neurons of a model that differ in their parameters, and are driven such that they fire: for
 * what must hold for every model.
 *
 * @param name for people
 * @param population the neurons, named "cells"
 * @param inputs that drive them
 */
record ModelCase(String name, Population population, List<Input> inputs) {

  /** Enough for several vectors and partitions of unequal size. */
  static final int SIZE = 37;

  private static final long SEED = 7;

  /** Parameters keep this close to their value, so that none passes another [part of it]. */
  private static final double SPREAD = 0.004;

  /**
   * Every model that fires by itself, so no readout of e-prop, but senders; those of the reference
   * results with the parameters that they have.
   */
  static List<ModelCase> all() {
    Map<String, ModelCase> cases = new HashMap<>();
    for (NestCase one : NestCase.all()) {
      cases.put(one.name(), of(one));
    }
    cases.put(
        "pp_psc_delta",
        of(
            "pp_psc_delta",
            Map.of("c_2", 40.0, "c_1", 3.0, "q_sfa_1", 2.0, "tau_sfa_1", 34.0, "I_e", 80.0),
            6));
    cases.put("qif", of("qif", Map.of("I_e", 300.0), 400));
    cases.put("iaf_bw_2001_exact", of("iaf_bw_2001_exact", Map.of("I_e", 600.0), 20, "AMPA"));
    cases.put("aeif_psc_delta_clopath", of("aeif_psc_delta_clopath", Map.of("I_e", 2000.0), 3));
    cases.put("eprop_iaf", of("eprop_iaf_bsshslm_2020", Map.of("I_e", 500.0), 4));
    cases.put(
        "eprop_iaf_adapt",
        of(
            "eprop_iaf_adapt_bsshslm_2020",
            Map.of("I_e", 600.0, "eprop_update_interval", 50.0, "eprop_learning_window", 40.0),
            4));
    cases.put("if_psc_delta", of("if_psc_delta", Map.of("I_e", 400.0), 4));
    cases.put(
        "iaf_psc_exp with escape noise",
        of("iaf_psc_exp", Map.of("delta", 2.0, "rho", 20.0, "I_e", 350.0), 200));
    List<ModelCase> all = new ArrayList<>(cases.values());
    for (NeuronModel model : Models.neurons()) {
      boolean there = all.stream().anyMatch(one -> one.population.model().equals(model.name()));
      boolean fires = model.description().family() != Family.SENDER;
      if (!there && fires && !model.name().equals("eprop_readout_bsshslm_2020")) {
        throw new AssertionError("no case of " + model.name());
      }
    }
    all.sort((a, b) -> a.name.compareTo(b.name));
    return all;
  }

  private static ModelCase of(NestCase one) {
    Map<String, Double> values = new HashMap<>();
    one.population().parameters().forEach((name, value) -> values.put(name, value.mean()));
    Population cells = spread(one.model(), values);
    List<Input> inputs = new ArrayList<>();
    NeuronRange all = NeuronRange.all(cells);
    double amplitude = one.data().get("dc_amplitude_pA").getAsDouble();
    inputs.add(
        new Input.StepCurrent(
            "dc", List.of(all), List.of(20.0, 60.0), List.of(amplitude, 0.2 * amplitude), 1.0));
    for (Input input : one.spikes()) {
      Input.Spikes spikes = (Input.Spikes) input;
      inputs.add(
          new Input.Spikes(
              spikes.name(),
              List.of(all),
              spikes.times(),
              spikes.weight(),
              spikes.delay(),
              spikes.receptor()));
    }
    return new ModelCase(one.name(), cells, inputs);
  }

  private static ModelCase of(String model, Map<String, Double> values, double weight) {
    return of(model, values, weight, null);
  }

  private static ModelCase of(
      String model, Map<String, Double> values, double weight, @Nullable String receptor) {
    Population cells = spread(model, values);
    Input spikes =
        new Input.Spikes(
            "spikes",
            List.of(NeuronRange.all(cells)),
            SpikeTrains.of(List.of(new double[] {3, 4, 9, 17, 17.5, 40, 41, 42, 43})),
            Distribution.of(weight),
            1.5,
            receptor);
    return new ModelCase(
        values.containsKey("delta") ? model + " with escape noise" : model, cells, List.of(spikes));
  }

  /** Neurons whose parameters are drawn close to some values. */
  private static Population spread(String model, Map<String, Double> values) {
    Map<String, Distribution> parameters = new HashMap<>();
    NeuronModel shaped = Models.withLists(Models.neuron(model).orElseThrow(), values.keySet());
    for (Parameter parameter : shaped.parameters()) {
      double value = values.getOrDefault(parameter.name(), parameter.defaultValue());
      double low = value - SPREAD * Math.abs(value);
      double high = value + SPREAD * Math.abs(value);
      boolean fixed = parameter.common() || parameter.name().equals("dead_time_shape");
      boolean drawn = !fixed && parameter.allows(low) && parameter.allows(high) && low < high;
      Distribution each =
          parameter.onGrid() && !fixed || parameter.name().equals("delta")
              ? offAtTimes(parameter, value)
              : drawn ? new Distribution.Uniform(low, high) : Distribution.of(value);
      parameters.put(parameter.name(), each);
    }
    return new Population("cells", SIZE, model, parameters);
  }

  /** What is 0 for some neurons, the first among them, and for others in whole steps more. */
  private static Distribution offAtTimes(Parameter parameter, double value) {
    double[] values = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      values[i] = i % 4 == 0 && parameter.allows(0) ? 0 : value + (i % 3) * 0.1;
    }
    return new Distribution.Listed(values);
  }

  NeuronModel model() {
    return Models.of(population);
  }

  /** The same with neurons that all have the parameters of one of them. */
  ModelCase allAs(int neuron) {
    ParameterSet own = new NeuronValues(population, 0, model(), SEED).parameters(neuron);
    Map<String, Distribution> parameters = new HashMap<>();
    own.names().forEach(each -> parameters.put(each, Distribution.of(own.get(each))));
    return new ModelCase(
        name, new Population("cells", SIZE, population.model(), parameters), inputs);
  }

  /** The same with other inputs. */
  ModelCase with(List<Input> others) {
    return new ModelCase(name, population, others);
  }

  /** A spike that arrives after 3 ms at one of its receptors, of a weight that it takes. */
  Input spikeAt(Receptor receptor) {
    return spike(2, 1, weightAt(receptor), receptor.name());
  }

  /** A weight that a receptor takes. */
  static double weightAt(Receptor receptor) {
    return receptor.weights() == Receptor.Weights.NOT_POSITIVE ? -3 : 3;
  }

  /** A spike at all neurons. */
  Input spike(double time, double delay, double weight, @Nullable String receptor) {
    return new Input.Spikes(
        "spike",
        List.of(NeuronRange.all(population)),
        SpikeTrains.of(List.of(new double[] {time})),
        Distribution.of(weight),
        delay,
        receptor);
  }

  /** The same with a spike train that no number can hold. */
  ModelCase overflowing() {
    NeuronDescription description = model().description();
    Receptor first = description.receptors().get(0);
    SpikeTrains train = SpikeTrains.of(List.of(new double[] {5}));
    List<Input> many = new ArrayList<>(inputs);
    for (int i = 0; i < 3; i++) {
      many.add(
          new Input.Spikes(
              "flood" + i,
              List.of(NeuronRange.all(population)),
              train,
              Distribution.of(1e308),
              1,
              description.bySign() ? null : first.name()));
    }
    return new ModelCase(name, population, many);
  }

  /** Whether it can be run in continuous time. */
  boolean runsContinuously() {
    NeuronValues values = new NeuronValues(population, 0, model(), SEED);
    for (int i = 0; i < SIZE; i++) {
      if (model().dynamics().gridOnly(values.parameters(i)).isPresent()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Runs it, with all spikes and all variables recorded.
   *
   * @param step [ms], 0 in continuous time
   */
  RunResult run(double step, double duration, int threads) {
    return simulation(step, duration, threads).run(RunListener.NONE);
  }

  /** The same before it is run. */
  Simulation simulation(double step, double duration, int threads) {
    NeuronRange all = NeuronRange.all(population);
    List<String> names = model().stateVariables().stream().map(StateVariable::name).toList();
    Recording recording =
        new Recording(
            List.of(all), List.of(new Recording.Trace(all, names, 0.5)), List.of(), List.of());
    return Engines.build(
        new Network(List.of(population), inputs, List.of()),
        new RunSettings(step, 0, duration, SEED, threads),
        recording,
        RunListener.NONE);
  }

  @Override
  public String toString() {
    return name;
  }
}
