package org.hillock.loihi.quantise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.chip.Refusals;
import org.hillock.loihi.wiring.Arrivals;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.loihi.wiring.Numbering;
import org.hillock.loihi.wiring.Outside;
import org.hillock.loihi.wiring.Pathway;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.NeuronValues;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.Population;

/**
 * Turns populations, and all synapses onto them, into whole numbers.
 *
 * <pre>
 *   1 mV         scale units of v, see {@link Scale}
 *   neuron       see {@link PhysicalNeuron}
 *   weight       scale × gain, see {@link Dynamics}
 *   delay        in steps, less the one that every spike takes, plus 1 for synaptic currents, since
 *                the chip adds u to v in the step in which it arrives and the model in the next
 * </pre>
 */
public final class Quantiser {

  private final Network network;
  private final Numbering numbering;
  private final ChipProfile profile;
  private final ChipTime time;
  private final long seed;
  private final boolean freeze;
  private final Map<String, Double> tuning;
  private final FieldChecks checks;
  private final FormCheck forms;
  private final LearningWeights learning;
  private final Map<PhysicalNeuron, Dynamics> known = new HashMap<>();

  /**
   * @param network what to quantise
   * @param numbering numbers of its sources
   * @param profile the chip
   * @param time its time-step
   * @param seed the run's seed
   * @param freeze whether weights that learn stay as they are at the start
   * @param tuning what is added to the bias of a population, in mV of where V goes without spikes
   */
  public Quantiser(
      Network network,
      Numbering numbering,
      ChipProfile profile,
      ChipTime time,
      long seed,
      boolean freeze,
      Map<String, Double> tuning) {
    this.network = network;
    this.numbering = numbering;
    this.profile = profile;
    this.time = time;
    this.seed = seed;
    this.freeze = freeze;
    this.tuning = tuning;
    this.checks = new FieldChecks(profile, time);
    this.forms = new FormCheck(profile);
    this.learning = new LearningWeights(profile, time);
  }

  /** A population in whole numbers, and how well they stand for it. */
  public record Result(
      QuantisedPopulation population, PopulationReport report, List<PathwayReport> pathways) {}

  /**
   * What is known of a population before its scale is chosen.
   *
   * @param index place in the network
   * @param values parameters and initial values
   * @param neurons one a neuron
   * @param dynamics one a neuron
   * @param pathways onto it
   * @param surveys one a pathway
   * @param onlyNegative whether all that arrives is below 0
   * @param bound units of v per mV at most
   */
  private record Draft(
      int index,
      NeuronValues values,
      List<PhysicalNeuron> neurons,
      List<Dynamics> dynamics,
      List<Pathway> pathways,
      List<WeightSurvey> surveys,
      boolean onlyNegative,
      double bound) {

    Group group() {
      Set<Double> limits = new TreeSet<>();
      surveys.stream()
          .filter(WeightSurvey::learning)
          .forEach(survey -> limits.add(Math.abs(survey.limit())));
      return new Group(new LinkedHashSet<>(neurons), limits);
    }

    /** 1 where a spike acts on V one step after it arrives, else 0. */
    int lag() {
      return neurons.get(0).hasCurrents() ? 1 : 0;
    }
  }

  /**
   * Populations that get one scale: of the same kinds of neurons, so that they can share their
   * thresholds, and with the same W_max, which the scale makes the largest mantissa.
   */
  private record Group(Set<PhysicalNeuron> kinds, Set<Double> limits) {}

  /**
   * Quantises all populations of the chip. Those of the same kinds of neurons get one scale, so
   * that they have the same thresholds: a core has a table of few.
   *
   * @throws MappingException with all populations for which a field of the chip is too small
   */
  public List<Result> quantise() {
    List<Draft> drafts = new ArrayList<>();
    Map<Group, List<Draft>> groups = new HashMap<>();
    Refusals refusals = new Refusals();
    for (int i = 0; i < network.populations().size(); i++) {
      int index = i;
      if (!Outside.holds(network.populations().get(i))) {
        refusals.take(() -> drafts.add(draft(index)));
      }
    }
    for (Draft draft : drafts) {
      groups.computeIfAbsent(draft.group(), key -> new ArrayList<>()).add(draft);
    }
    Map<Group, Double> scales = new HashMap<>();
    groups.forEach((group, members) -> scales.put(group, scale(members)));
    List<Result> results = new ArrayList<>();
    for (Draft draft : drafts) {
      double scale = Objects.requireNonNull(scales.get(draft.group()));
      refusals.take(() -> results.add(quantise(draft, scale)));
    }
    refusals.raise();
    return results;
  }

  private double scale(List<Draft> group) {
    double bound = group.stream().mapToDouble(Draft::bound).min().orElseThrow();
    List<WeightSurvey> surveys = new ArrayList<>();
    group.forEach(draft -> surveys.addAll(draft.surveys()));
    return new Scale(profile).choose(bound, surveys);
  }

  private Draft draft(int index) {
    Population population = network.populations().get(index);
    String where = "neurons." + population.name();
    NeuronModel model = Models.of(population);
    NeuronValues values = new NeuronValues(population, index, model, seed);
    double[] constantInput = Mappable.constantCurrent(network, population);
    List<PhysicalNeuron> neurons = new ArrayList<>();
    for (int i = 0; i < population.size(); i++) {
      neurons.add(
          forms
              .neuron(population, values.form(i), constantInput[i])
              .with(tuning.getOrDefault(population.name(), 0.0)));
    }
    known.clear();
    List<Dynamics> dynamics = new ArrayList<>();
    for (PhysicalNeuron neuron : neurons) {
      dynamics.add(known.computeIfAbsent(neuron, key -> key.dynamics(time, profile, where)));
    }
    List<Pathway> pathways = Pathway.onto(population.name(), network, numbering, seed);
    List<WeightSurvey> surveys = survey(pathways, population.size(), dynamics);
    checks.delays(pathways, surveys);
    boolean negative =
        surveys.stream().anyMatch(WeightSurvey::hasNegative)
            || starts(population, IntegrateAndFire.Currents.INHIBITORY);
    boolean positive =
        surveys.stream().anyMatch(WeightSurvey::hasPositive)
            || starts(population, IntegrateAndFire.Currents.EXCITATORY);
    for (PhysicalNeuron neuron : known.keySet()) {
      Dynamics.checkCurrents(neuron, time, profile, where, positive, negative);
    }
    checks.signs(pathways, surveys);
    checks.currentDecays(where, neurons, dynamics, positive && negative);
    double bound = Double.POSITIVE_INFINITY;
    for (int i = 0; i < neurons.size(); i++) {
      bound = Math.min(bound, neurons.get(i).bound(profile, time, dynamics.get(i), where));
    }
    return new Draft(
        index, values, neurons, dynamics, pathways, surveys, negative && !positive, bound);
  }

  private Result quantise(Draft draft, double scale) {
    Population population = network.populations().get(draft.index());
    List<WeightFormat> formats = formats(draft, scale);
    List<QuantisedPopulation.Channel> channels = new ArrayList<>();
    for (int i = 0; i < draft.pathways().size(); i++) {
      channels.add(new QuantisedPopulation.Channel(draft.pathways().get(i), formats.get(i)));
    }
    List<Compartment> compartments = compartments(draft, scale);
    double unit = 1 << profile.synapse().weightShift();
    QuantisedPopulation quantised =
        new QuantisedPopulation(
            draft.index(),
            compartments,
            draft.dynamics(),
            channels,
            scale / unit,
            time,
            numbering,
            draft.lag(),
            new DeviceNoise(profile.synapse(), seed, draft.index()));
    List<PathwayReport> reports = new ArrayList<>();
    for (int i = 0; i < channels.size(); i++) {
      WeightSurvey survey = draft.surveys().get(i);
      double longest = time.time(Math.max(1, time.steps(survey.longestDelay())));
      PathwayReport report =
          quantised.report(
              channels.get(i), population.name(), survey.worstDelayRounding(), longest);
      FieldChecks.notSilent(report, channels.size() == 1);
      reports.add(report);
    }
    return new Result(quantised, report(population, draft, compartments, scale), reports);
  }

  private List<WeightFormat> formats(Draft draft, double scale) {
    Scale scales = new Scale(profile);
    List<WeightFormat> formats = new ArrayList<>();
    for (int i = 0; i < draft.surveys().size(); i++) {
      WeightSurvey survey = draft.surveys().get(i);
      Pathway pathway = draft.pathways().get(i);
      long longest = Math.max(1, time.steps(survey.longestDelay())) - 1 + draft.lag();
      int most = (int) Math.min(longest, numbering.relays().period() - 1L);
      WeightFormat format = scales.format(survey, scale).withDelayMax(most);
      if (survey.learning()) {
        learning.checkDelay(pathway.where(), longest, numbering.relays().period());
        format = learning.format(pathway, format, survey.limit() * scale);
      }
      formats.add(format);
    }
    return FormatTable.fit(
        formats, profile.core().synapseFormats(), profile.synapse().fullWeightBits());
  }

  /** Whether a current flows at the start. */
  private static boolean starts(Population population, String current) {
    Distribution initial = population.parameters().get(current);
    return initial != null && !(initial.min() == 0 && initial.max() == 0);
  }

  private List<WeightSurvey> survey(List<Pathway> pathways, int size, List<Dynamics> dynamics) {
    List<WeightSurvey> surveys = new ArrayList<>();
    Arrivals arrivals = new Arrivals();
    for (Pathway pathway : pathways) {
      WeightSurvey survey = new WeightSurvey();
      double together = Volleys.together(pathway, network, time);
      for (int i = pathway.target().from(); i < Math.min(size, pathway.target().to()); i++) {
        pathway.incoming(i, arrivals);
        survey.add(arrivals, dynamics.get(i), time, together);
      }
      if (!freeze && LearningWeights.learns(pathway)) {
        survey.mayReach(learning.limit(pathway, dynamics));
      }
      surveys.add(survey);
    }
    return surveys;
  }

  private Fitting fitting(Draft draft, int neuron, double scale) {
    return new Fitting(
        "neurons." + network.populations().get(draft.index()).name(),
        profile,
        time,
        draft.dynamics().get(neuron),
        draft.onlyNegative(),
        scale);
  }

  private List<Compartment> compartments(Draft draft, double scale) {
    List<Compartment> compartments = new ArrayList<>();
    for (int i = 0; i < draft.neurons().size(); i++) {
      PhysicalNeuron neuron = draft.neurons().get(i);
      Fitting fit = fitting(draft, i, scale);
      compartments.add(neuron.started(neuron.compartment(fit), draft.values(), i, fit));
    }
    return compartments;
  }

  private PopulationReport report(
      Population population, Draft draft, List<Compartment> compartments, double scale) {
    PopulationReport report = null;
    for (int i = 0; i < compartments.size(); i++) {
      Fitting fit = fitting(draft, i, scale);
      PopulationReport own =
          new PopulationReport(
              population.name(),
              population.size(),
              scale,
              draft.neurons().get(i).quantities(compartments.get(i), fit),
              tuning.getOrDefault(population.name(), 0.0));
      report = report == null ? own : report.worse(own);
    }
    return Objects.requireNonNull(report);
  }
}
