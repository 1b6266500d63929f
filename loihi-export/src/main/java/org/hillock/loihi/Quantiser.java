package org.hillock.loihi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hillock.loihi.PopulationReport.Rounded;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.network.Network;
import org.hillock.network.Population;

/**
 * Turns one population, and all synapses onto it, into whole numbers.
 *
 * <pre>
 *   v = 0        V_reset, since that is where the chip puts v after a spike
 *   1 mV         scale units of v, see {@link Scale}
 *   bias         scale (E_L + R I - V_reset) decayV/4096: without spikes v goes to E_L + R I, exactly
 *                where the membrane would go, whatever the rounding of decayV
 *   refractory   t_ref in steps, plus 1: a field of 1 means no dead time
 *   weight       scale × gain, see {@link Dynamics}
 *   delay        in steps, less the one that every spike takes, plus 1 for synaptic currents, since
 *                the chip adds u to v in the step in which it arrives and the model in the next
 * </pre>
 */
final class Quantiser {

  private final Network network;
  private final Numbering numbering;
  private final ChipProfile profile;
  private final ChipTime time;
  private final long seed;
  private final Map<LifNeuron, Dynamics> known = new HashMap<>();

  /**
   * @param network what to quantise
   * @param numbering numbers of its sources
   * @param profile the chip
   * @param time its time-step
   * @param seed the run's seed
   */
  Quantiser(
      Network network, Numbering numbering, ChipProfile profile, ChipTime time, long seed) {
    this.network = network;
    this.numbering = numbering;
    this.profile = profile;
    this.time = time;
    this.seed = seed;
  }

  /** A population in whole numbers, and how well they stand for it. */
  record Result(
      QuantisedPopulation population, PopulationReport report, List<PathwayReport> pathways) {}

  /**
   * Quantises a population.
   *
   * @throws MappingException if a field of the chip is too small
   */
  Result quantise(int index) {
    Population population = network.populations().get(index);
    String where = "neurons." + population.name();
    NeuronModel model = Models.neuron(population.model()).orElseThrow();
    NeuronValues values = new NeuronValues(population, index, model, seed);
    double[] constantInput = Mappable.constantCurrent(network, population);
    List<LifNeuron> neurons = new ArrayList<>();
    for (int i = 0; i < population.size(); i++) {
      ParameterSet parameters = values.parameters(i);
      neurons.add(LifNeuron.of(parameters, constantInput[i]));
    }
    List<Dynamics> dynamics = new ArrayList<>();
    for (LifNeuron neuron : neurons) {
      dynamics.add(
          known.computeIfAbsent(neuron, key -> Dynamics.of(key, time, profile, where)));
    }
    int lag = neurons.get(0).hasCurrents() ? 1 : 0;
    List<Pathway> pathways = Pathway.onto(population.name(), network, numbering, seed);
    List<WeightSurvey> surveys = survey(pathways, population.size(), dynamics);
    checkDelays(pathways, surveys, lag);
    boolean negative = surveys.stream().anyMatch(WeightSurvey::hasNegative);
    boolean positive = surveys.stream().anyMatch(WeightSurvey::hasPositive);
    checkTimeConstants(where, neurons, dynamics, positive && negative);

    Scale scales = new Scale(profile);
    double bound = Double.POSITIVE_INFINITY;
    for (int i = 0; i < neurons.size(); i++) {
      bound = Math.min(bound, scales.bound(neurons.get(i), dynamics.get(i).decayV()));
    }
    double scale = scales.choose(bound, surveys);
    List<WeightFormat> formats = new ArrayList<>();
    for (WeightSurvey survey : surveys) {
      long longest = Math.max(1, time.steps(survey.longestDelay())) - 1 + lag;
      formats.add(scales.format(survey, scale).withDelayMax((int) longest));
    }
    formats =
        FormatTable.fit(
            formats, profile.core().synapseFormats(), profile.synapse().fullWeightBits());
    List<Compartment> compartments = new ArrayList<>();
    for (int i = 0; i < neurons.size(); i++) {
      boolean onlyNegative = negative && !positive;
      compartments.add(compartment(where, neurons.get(i), dynamics.get(i), onlyNegative, scale));
    }
    compartments = withInitialState(compartments, neurons, dynamics, values, scale);
    List<QuantisedPopulation.Channel> channels = new ArrayList<>();
    for (int i = 0; i < pathways.size(); i++) {
      channels.add(new QuantisedPopulation.Channel(pathways.get(i), formats.get(i)));
    }
    double unit = 1 << profile.synapse().weightShift();
    QuantisedPopulation quantised =
        new QuantisedPopulation(index, compartments, dynamics, channels, scale / unit, time, lag);
    List<PathwayReport> reports = new ArrayList<>();
    for (int i = 0; i < channels.size(); i++) {
      PathwayReport report =
          quantised.report(
              channels.get(i), population.name(), surveys.get(i).worstDelayRounding());
      checkNotSilent(report);
      reports.add(report);
    }
    return new Result(
        quantised, report(population, neurons, compartments, scale, negative && !positive), reports);
  }

  private List<WeightSurvey> survey(List<Pathway> pathways, int size, List<Dynamics> dynamics) {
    List<WeightSurvey> surveys = new ArrayList<>();
    Arrivals arrivals = new Arrivals();
    for (Pathway pathway : pathways) {
      WeightSurvey survey = new WeightSurvey();
      for (int i = pathway.target().from(); i < Math.min(size, pathway.target().to()); i++) {
        pathway.incoming(i, arrivals);
        survey.add(arrivals, dynamics.get(i), time);
      }
      surveys.add(survey);
    }
    return surveys;
  }

  private void checkDelays(List<Pathway> pathways, List<WeightSurvey> surveys, int lag) {
    for (int i = 0; i < pathways.size(); i++) {
      WeightSurvey survey = surveys.get(i);
      String where = pathways.get(i).where();
      if (survey.synapses() == 0 || pathways.get(i) instanceof Pathway.Train) {
        continue;
      }
      if (time.steps(survey.shortestDelay()) < 1) {
        throw new MappingException(
            where,
            "shortest delay",
            ChipTime.text(survey.shortestDelay()),
            "a step of " + ChipTime.text(time.step()) + ", the least that a spike takes",
            "a finer --chip-step, or longer delays");
      }
      long extra = time.steps(survey.longestDelay()) - 1 + lag;
      if (extra > profile.synapse().delayMax()) {
        long most = profile.synapse().delayMax() + 1 - lag;
        throw new MappingException(
            where,
            "longest delay",
            String.format(
                Locale.ROOT,
                "%s, %,d steps of %s",
                ChipTime.text(survey.longestDelay()),
                time.steps(survey.longestDelay()),
                ChipTime.text(time.step())),
            most + " steps, " + ChipTime.text(most * time.step()),
            "shorter delays, or a --chip-step of at least "
                + ChipTime.text(Math.ceil(survey.longestDelay() / most * 1000) / 1000));
      }
    }
  }

  private void checkTimeConstants(
      String where, List<LifNeuron> neurons, List<Dynamics> dynamics, boolean bothSigns) {
    for (int i = 0; i < neurons.size(); i++) {
      Dynamics own = dynamics.get(i);
      if (bothSigns && own.decayUExcitatory() != own.decayUInhibitory()) {
        throw new MappingException(
            where,
            "current decays per compartment",
            "2, for tau_syn_ex = "
                + ChipTime.text(neurons.get(i).tauExcitatory())
                + " and tau_syn_in = "
                + ChipTime.text(neurons.get(i).tauInhibitory()),
            "1",
            "the same value for tau_syn_ex and tau_syn_in");
      }
    }
  }

  private Compartment compartment(
      String where, LifNeuron neuron, Dynamics dynamics, boolean onlyNegative, double scale) {
    ChipProfile.Neuron chip = profile.neuron();
    long refractory = time.steps(neuron.refractory());
    if (neuron.refractory() > 0 && refractory == 0) {
      throw new MappingException(
          where + ".t_ref",
          "refractory time",
          ChipTime.text(neuron.refractory()),
          "whole steps of " + ChipTime.text(time.step()),
          "a finer --chip-step, or t_ref: 0 ms");
    }
    if (refractory + 1 > chip.refractoryMax()) {
      int most = chip.refractoryMax() - 1;
      throw new MappingException(
          where + ".t_ref",
          "refractory time",
          String.format(
              Locale.ROOT,
              "%s, %,d steps of %s",
              ChipTime.text(neuron.refractory()),
              refractory,
              ChipTime.text(time.step())),
          most + " steps, " + ChipTime.text(most * time.step()),
          "a shorter t_ref, or a --chip-step of at least "
              + ChipTime.text(Math.ceil(neuron.refractory() / most * 1000) / 1000));
    }
    int threshold =
        Compartment.thresholdMantissa(neuron.range() * scale, chip.thresholdExponent());
    if (threshold < 1) {
      throw new MappingException(
          where + ".V_th",
          "threshold",
          ChipTime.number(neuron.range()) + " mV above V_reset",
          "steps of "
              + ChipTime.number((1 << chip.thresholdExponent()) / scale)
              + " mV, if the largest weight or bias is to fit too",
          "smaller weights and currents, or a higher threshold");
    }
    Bias bias = Bias.nearest(bias(neuron, dynamics.decayV(), scale), chip);
    int decayU = onlyNegative ? dynamics.decayUInhibitory() : dynamics.decayUExcitatory();
    Compartment.Profile table =
        new Compartment.Profile(decayU, dynamics.decayV(), (int) refractory + 1);
    return new Compartment(table, threshold, bias, 0, 0);
  }

  private double bias(LifNeuron neuron, int decayV, double scale) {
    return neuron.asymptote() * decayV / profile.neuron().decayOne() * scale;
  }

  private List<Compartment> withInitialState(
      List<Compartment> compartments,
      List<LifNeuron> neurons,
      List<Dynamics> dynamics,
      NeuronValues values,
      double scale) {
    List<Compartment> all = new ArrayList<>();
    for (int i = 0; i < compartments.size(); i++) {
      Compartment compartment = compartments.get(i);
      LifNeuron neuron = neurons.get(i);
      double v = (values.initial("V_m", i, neuron.rest()) - neuron.reset()) * scale;
      double u = 0;
      if (neuron.hasCurrents()) {
        u =
            values.initial("I_syn_ex", i, 0) * dynamics.get(i).gainExcitatory()
                + values.initial("I_syn_in", i, 0) * dynamics.get(i).gainInhibitory();
      }
      all.add(compartment.startingAt(state(u * scale), state(v)));
    }
    return all;
  }

  private int state(double value) {
    int max = profile.neuron().stateMax();
    return (int) Math.max(-max, Math.min(max, Math.rint(value)));
  }

  private static void checkNotSilent(PathwayReport report) {
    if (report.zeroed() > 0 && report.mapped() == 0) {
      throw new MappingException(
          report.where(),
          "weight resolution",
          "weights far below the others onto " + report.target(),
          "steps in which they are all 0",
          "larger weights here, smaller ones in the other projections and inputs onto "
              + report.target()
              + ", or leaving these synapses out");
    }
  }

  private PopulationReport report(
      Population population,
      List<LifNeuron> neurons,
      List<Compartment> compartments,
      double scale,
      boolean onlyNegative) {
    PopulationReport report = null;
    for (int i = 0; i < neurons.size(); i++) {
      PopulationReport own =
          report(population, neurons.get(i), compartments.get(i), scale, onlyNegative);
      report = report == null ? own : report.worse(own);
    }
    return java.util.Objects.requireNonNull(report);
  }

  private PopulationReport report(
      Population population,
      LifNeuron neuron,
      Compartment compartment,
      double scale,
      boolean onlyNegative) {
    ChipProfile.Neuron chip = profile.neuron();
    int one = chip.decayOne();
    Compartment.Profile table = compartment.dynamics();
    double chipTauM = Dynamics.timeConstant(table.decayV(), time.step(), one);
    double tauSyn = onlyNegative ? neuron.tauInhibitory() : neuron.tauExcitatory();
    double chipTauSyn = Dynamics.timeConstant(table.decayU() + 1, time.step(), one);
    // The least v that fires.
    double fires = ((long) compartment.threshold() << chip.thresholdExponent()) + 1;
    return new PopulationReport(
        population.name(),
        population.size(),
        scale,
        new Rounded(neuron.tauM(), chipTauM),
        new Rounded(tauSyn, tauSyn == 0 ? 0 : chipTauSyn),
        new Rounded(neuron.range(), fires / scale),
        new Rounded(neuron.refractory(), time.time(table.refractDelay() - 1)),
        new Rounded(
            neuron.asymptote(),
            (double) compartment.bias().value() * one / table.decayV() / scale));
  }
}
