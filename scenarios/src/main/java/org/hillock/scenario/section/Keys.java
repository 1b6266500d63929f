package org.hillock.scenario.section;

import static org.hillock.scenario.section.Key.optional;
import static org.hillock.scenario.section.Key.required;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.model.Calcium;
import org.hillock.model.GrowthModel;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.StateVariable;
import org.hillock.model.SynapseModel;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.section.Key.Shape;

/**
 * Every key of a scenario file but those of {@link RecordKeys}, {@link RuleKeys}, {@link PlaceKeys}
 * and {@link ThirdFactorKeys}: one table a kind of map.
 */
public final class Keys {

  public static final List<Key> TOP =
      List.of(
          required("scenario", Shape.TEXT, "the scenario's short name, such as brunel"),
          optional(
              "title",
              Shape.TEXT,
              "one line that says what it shows; {NAME} is a parameter's value"),
          optional("reference", Shape.TEXT, "the publication that the scenario follows"),
          optional("description", Shape.TEXT, "what to know before reading the results"),
          optional("seed", Shape.FORMULA, "key of all random numbers, a whole number; default 1"),
          optional(
              "seeds",
              Shape.SEEDS,
              "two keys in place of one: of the network, and of the noise in it"),
          required("time", Shape.TIME_SECTION, "step, warm-up and duration"),
          optional("parameters", Shape.PARAMETERS_SECTION, "values that formulas refer to by name"),
          required("neurons", Shape.NEURONS_SECTION, "the populations, by name"),
          optional(
              "variants",
              Shape.VARIANTS_SECTION,
              "by name, choices that --set NAME=CHOICE picks from, the usual one first; each is what"
                  + " it changes in the scenario"),
          optional("inputs", Shape.INPUTS_SECTION, "what arrives from outside, by name"),
          optional("synapses", Shape.SYNAPSES_SECTION, "the wiring, a list of projections"),
          optional(
              "protocol",
              Shape.PROTOCOL_SECTION,
              "phases, one after the other, and trials; each may give other values"),
          optional(
              "presentations",
              Shape.PRESENTATIONS,
              "what is shown when, a list or {file}, beside images of spike_times"),
          optional("record", Shape.RECORD_SECTION, "what to keep; default all spikes"),
          optional("plots", Shape.PLOTS, "the pictures to draw; default a raster"),
          optional("expect", Shape.TEXTS, "claims to check after the run"));

  /** Keys of random numbers. */
  static final List<Key> SEEDS =
      List.of(
          optional("network", Shape.FORMULA, "of all that makes the network; default 1"),
          optional(
              "noise",
              Shape.FORMULA,
              "of what is drawn while it runs; default that of the network"));

  static final List<Key> TIME =
      List.of(
          optional("step", Shape.FORMULA, "grid step; without one time is continuous"),
          optional("warmup", Shape.FORMULA, "time to simulate before recording; default 0 ms"),
          optional(
              "duration",
              Shape.FORMULA,
              "time to record, such as 1 s; with a protocol its phases say it"),
          optional(
              "off_grid",
              Shape.TEXT,
              "delays and other times that are no whole number of steps: refuse (default) or round"));

  /** A phase of a protocol. */
  static final List<Key> PHASE =
      List.of(
          required("phase", Shape.TEXT, "its name, such as train"),
          required("duration", Shape.FORMULA, "how long it is, such as 1 s"),
          optional(
              "label", Shape.TEXT, "what is shown in it, such as left, as labels of images say"),
          optional("repeat", Shape.FORMULA, "how often it comes, one after the other; default 1"),
          optional(
              "set",
              Shape.VALUES,
              "other values for this phase, by the name of a parameter or by a path, as --set takes"
                  + " them"),
          optional(
              "reset",
              Shape.NAMES,
              "populations whose state variables, and projections whose weights, take their initial"
                  + " values again; all: all populations; weights: all that learn"),
          optional("record", Shape.TRUTH, "false keeps no spikes and samples of it; default true"));

  /** Phases of a protocol that come again and again. */
  static final List<Key> TRIALS =
      List.of(
          required("trials", Shape.PROTOCOL_SECTION, "the phases of one trial"),
          optional("repeat", Shape.FORMULA, "number of trials; default 1"),
          optional(
              "set",
              Shape.VALUES,
              "other values for all of these phases that do not give their own"),
          optional(
              "order",
              Shape.TEXT,
              "in_turn (default) or shuffled, in each trial anew, by the seed"));

  static final Key LESION =
      optional(
          "lesion",
          Shape.FORMULAS_OR_ONE,
          "neurons that are dead: a part of all, such as 20%, drawn at random, or a list of numbers"
              + " and of ranges, such as exc[0:50]");

  static final Key POSITIONS =
      optional(
          "positions",
          Shape.POSITIONS,
          "where the neurons are: {from, to} for a row, {grid, extent}, {random: uniform, extent}, or a"
              + " list of a place for each");

  static final List<Key> POPULATION =
      List.of(
          optional("size", Shape.FORMULA, "number of neurons"),
          optional("model", Shape.MODEL, "the neuron model, such as iaf_psc_exp"),
          optional(
              "like", Shape.TEXT, "another population, from which to take all that is not given"),
          POSITIONS,
          LESION,
          optional(
              "elements",
              Shape.ELEMENTS_SECTION,
              "kinds of synaptic elements that the neurons grow, by name, such as axon"),
          optional(
              "calcium",
              Shape.CALCIUM_SECTION,
              "the calcium by which elements grow: tau_Ca, beta_Ca"));

  /** What says how fast elements grow. */
  static final String GROWTH_CURVE = "growth_curve";

  /** The calcium of neurons that grow. */
  static final List<Key> CALCIUM =
      Calcium.PARAMETERS.stream().map(parameter -> key(parameter, Shape.FORMULA)).toList();

  /** Synapses that form and vanish. */
  static final List<Key> STRUCTURAL =
      List.of(
          required("pre", Shape.TEXT, "the kind of element that sources give, such as axon"),
          required("post", Shape.TEXT, "the kind of element that targets give, such as dendrite"),
          required(
              "every", Shape.FORMULA, "time between two changes of the wiring, such as 100 ms"));

  static final Key SPIKE_TIMES =
      optional(
          "spike_times",
          Shape.SPIKE_TIMES,
          "times for all neurons, a list of times for each, {start, interval, count}, {file},"
              + " {images}, {events} or {pulse_times}");

  private static final Key TO =
      required("to", Shape.RANGES, "the neurons that it reaches, such as exc or exc[0:50]");
  private static final Key START =
      optional("start", Shape.FORMULA, "when it begins, exclusive; default 0 ms");
  private static final Key INTERVAL =
      optional("interval", Shape.FORMULA, "how long a value is held; default one step");
  private static final Key STOP =
      optional("stop", Shape.FORMULA, "when it ends, inclusive; default never");
  private static final Key PERIOD =
      optional("period", Shape.FORMULA, "time after which the noise repeats itself; default never");
  private static final Key DELAY =
      optional(
          "delay",
          Shape.FORMULA,
          "time until it takes effect; default one step, in continuous time 0 ms");
  private static final Key WEIGHT =
      required(
          "weight",
          Shape.RANDOM,
          "strength of a spike, in mV, pA or nS as the target model has it");

  private static final Key RECEPTOR =
      optional(
          "receptor",
          Shape.TEXT,
          "where spikes arrive in the targets, such as NMDA or 2; default by the sign of the weight"
              + " where a model has two for that");
  private static final Key PLACE =
      optional(
          "receptor",
          Shape.TEXT,
          "where in the targets the current flows, such as soma_curr; default the model's first");

  /** Kinds of input. */
  static final Map<String, List<Key>> INPUTS = new LinkedHashMap<>();

  /** Kinds of distribution. */
  static final Map<String, List<Key>> DISTRIBUTIONS = new LinkedHashMap<>();

  /** The distribution that only neurons may have. */
  static final String LINEAR = "linear";

  static {
    INPUTS.put(
        "poisson",
        List.of(
            TO,
            optional(
                "rate",
                Shape.FORMULA,
                "spikes per second for each target neuron, such as 8 Hz; in a formula t is the time"),
            optional("steps", Shape.STEPS, "list of [time, rate], or {file}, in place of rate"),
            INTERVAL,
            WEIGHT,
            RECEPTOR,
            DELAY,
            START,
            STOP,
            PERIOD));
    INPUTS.put(
        "spikes",
        List.of(
            TO,
            required("times", Shape.ONE_TRAIN, "spike times, {start, interval, count} or {file}"),
            WEIGHT,
            RECEPTOR,
            DELAY));
    INPUTS.put(
        "current",
        List.of(
            TO,
            PLACE,
            optional(
                "amplitude",
                Shape.FORMULA,
                "a current, such as 300 pA; in a formula t is the time"),
            START,
            STOP,
            INTERVAL,
            optional("steps", Shape.STEPS, "list of [time, amplitude], or {file}"),
            optional("times", Shape.FORMULAS, "when each of the amplitudes begins"),
            optional("amplitudes", Shape.FORMULAS, "as many currents as times"),
            optional("delay", Shape.FORMULA, "time until it takes effect; default 0 ms")));
    INPUTS.put(
        "sines",
        List.of(
            TO,
            PLACE,
            required(
                "waves", Shape.WAVES, "list of [amplitude, period, phase in rad] that are summed"),
            START,
            STOP,
            optional("delay", Shape.FORMULA, "time until it takes effect; default 0 ms")));
    INPUTS.put(
        "noise",
        List.of(
            TO,
            PLACE,
            optional("mean", Shape.FORMULA, "mean current; default 0 pA"),
            required("sd", Shape.FORMULA, "standard deviation of the current, such as 50 pA"),
            INTERVAL,
            optional("delay", Shape.FORMULA, "time until it takes effect; default 0 ms"),
            START,
            STOP,
            PERIOD));

    DISTRIBUTIONS.put(
        "normal",
        List.of(
            required("mean", Shape.FORMULA, "mean before bounding"),
            required("sd", Shape.FORMULA, "standard deviation before bounding"),
            optional("min", Shape.FORMULA, "lower bound"),
            optional("max", Shape.FORMULA, "upper bound"),
            optional("outside", Shape.TEXT, "what happens beyond the bounds: clip or redraw")));
    DISTRIBUTIONS.put(
        "lognormal",
        List.of(
            required("median", Shape.FORMULA, "median; its sign is the sign of every value"),
            required("sigma", Shape.FORMULA, "standard deviation of the natural logarithm")));
    DISTRIBUTIONS.put(
        "uniform",
        List.of(
            required("min", Shape.FORMULA, "lower bound"),
            required("max", Shape.FORMULA, "upper bound, exclusive")));
    DISTRIBUTIONS.put(
        LINEAR,
        List.of(
            required("from", Shape.FORMULA, "value of the first neuron"),
            required("to", Shape.FORMULA, "value of the last neuron")));
  }

  static final List<Key> PROJECTION =
      List.of(
          optional("name", Shape.TEXT, "how results call it; default from->to"),
          required("from", Shape.RANGES, "the presynaptic neurons"),
          required("to", Shape.RANGES, "the postsynaptic neurons"),
          optional("weight", Shape.RANDOM, "in mV, pA or nS as the target model has it"),
          RECEPTOR,
          optional(
              "delay",
              Shape.DELAY,
              "from the spike to its effect, at least one step; in continuous time 0 ms or more"),
          optional("autapses", Shape.TRUTH, "whether a neuron may connect to itself; default true"),
          optional(
              "multapses", Shape.TRUTH, "whether a pair may connect more than once; default true"),
          optional(
              "lesion",
              Shape.FORMULA,
              "part of the synapses that are dead, such as 20%, drawn at random; default 0"),
          optional(
              "symmetric",
              Shape.TRUTH,
              "whether each synapse has one in the other direction, too; default false"),
          optional("plasticity", Shape.PLASTICITY_SECTION, "how the weights change"),
          optional(
              "structural",
              Shape.STRUCTURAL_SECTION,
              "how synapses form and vanish: pre, post, every"),
          optional(
              "third_factor",
              Shape.THIRD_FACTOR_SECTION,
              "third neurons, such as glia, that hear the sources of synapses and reach their"
                  + " targets: through, probability, pool_size, pool_type, in, out"),
          optional(
              "carries",
              Shape.TEXT,
              "a state variable of the sources that is carried in every step instead of spikes, such"
                  + " as error_signal; weights are then plain numbers"),
          optional(
              "feedback",
              Shape.TEXT,
              "weights of what is carried: random, as they are given; symmetric, those of the plastic"
                  + " synapses the other way; adaptive, as given and changed like those; default"
                  + " random"),
          optional(
              "modulator",
              Shape.RANGES,
              "neurons whose spikes are the third factor of the plasticity, such as dopamine"));

  /** A delay that is a distance over a velocity. */
  static final List<Key> CONDUCTION =
      List.of(
          required("velocity", Shape.FORMULA, "how fast spikes travel, such as 20 m/s"),
          optional("offset", Shape.RANDOM, "what is added to distance / velocity; default 0 ms"));

  /** A regular train. */
  static final List<Key> REGULAR =
      List.of(
          required("start", Shape.FORMULA, "time of the first spike"),
          required("interval", Shape.FORMULA, "time between spikes"),
          required("count", Shape.FORMULA, "number of spikes"));

  /** A regular train of every neuron of a population. */
  static final List<Key> STAGGERED =
      List.of(
          REGULAR.get(0),
          optional(
              "stagger",
              Shape.FORMULA,
              "how much later each neuron fires than the one before; default 0 ms"),
          REGULAR.get(1),
          REGULAR.get(2));

  private static final Key FILE_NAME =
      required("file", Shape.TEXT, "a CSV file with a header, next to the scenario");

  /** Spikes of a file. */
  static final List<Key> FILE =
      List.of(
          FILE_NAME,
          optional("population", Shape.TEXT, "whose spikes to take, if the file has several"),
          optional("neuron", Shape.FORMULA, "whose spikes to take for one train; default all"),
          optional(
              "first",
              Shape.FORMULA,
              "NEST's number of the first neuron in .dat, .gdf; default 1"));

  /** A stretch of the run in which something is shown. */
  static final List<Key> PRESENTATION =
      List.of(
          required("name", Shape.TEXT, "what claims call it, together with others of that name"),
          optional("label", Shape.TEXT, "what is shown; default nobody knows"),
          optional("image", Shape.FORMULA, "number of the image; default 0"),
          required("begin", Shape.FORMULA, "it is shown after this time"),
          required("end", Shape.FORMULA, "and up to this one"));

  /** A current of a file. */
  static final List<Key> CURRENT_FILE = List.of(FILE_NAME);

  private Keys() {}

  /** All keys of a population of this model, with lists of any length. */
  static List<Key> population(NeuronModel model) {
    return population(model, listed(model));
  }

  /**
   * All keys of a population of this model.
   *
   * @param shaped the model with lists as long as those of the population
   */
  static List<Key> population(NeuronModel model, NeuronModel shaped) {
    List<Key> keys = new ArrayList<>(POPULATION);
    if (model.description().playsSpikeTrains()) {
      keys.add(SPIKE_TIMES);
    }
    for (Parameter parameter : model.parameters()) {
      keys.add(key(parameter, shape(parameter)));
    }
    for (StateVariable variable : shaped.stateVariables()) {
      String unit = variable.unit().symbol();
      if (!variable.initial()) {
        continue;
      }
      keys.add(
          optional(
              variable.name(),
              Shape.PER_NEURON,
              "initial value: "
                  + variable.description()
                  + (unit.isEmpty() ? "" : " [" + unit + "]")));
    }
    return keys;
  }

  /** All keys of a population of a model that only another population tells. */
  static List<Key> population() {
    Map<String, Key> keys = new LinkedHashMap<>();
    POPULATION.forEach(key -> keys.put(key.name(), key));
    for (NeuronModel model : Models.neurons()) {
      population(model).forEach(key -> keys.putIfAbsent(key.name(), key));
    }
    return List.copyOf(keys.values());
  }

  /** All keys of a projection with this rule, but {@code rule}. */
  static List<Key> projection(String rule) {
    List<Key> keys = new ArrayList<>(PROJECTION);
    keys.addAll(RuleKeys.RULES.getOrDefault(rule, List.of()));
    return keys;
  }

  /** All parameters of a plasticity rule. */
  static List<Key> plasticity(SynapseModel model) {
    return model.parameters().stream()
        .map(p -> key(p, p.common() ? shape(p) : Shape.FORMULA))
        .toList();
  }

  /** All parameters of an element with this growth curve. */
  static List<Key> element(GrowthModel model) {
    return model.parameters().stream().map(p -> key(p, Shape.FORMULA)).toList();
  }

  /** A model whose lists are as long as can be. */
  static NeuronModel listed(NeuronModel model) {
    Map<String, Integer> lengths = new LinkedHashMap<>();
    model.description().lists().forEach(list -> lengths.put(list.name(), Parameter.LONGEST_LIST));
    return lengths.isEmpty() ? model : model.withLists(lengths);
  }

  private static Shape shape(Parameter parameter) {
    return parameter.isList()
        ? Shape.PER_NEURON_LIST
        : parameter.truth()
            ? Shape.TRUTH_OR_NUMBER
            : parameter.isChoice() ? Shape.TEXT : Shape.PER_NEURON;
  }

  private static Key key(Parameter parameter, Shape shape) {
    String unit = parameter.unit().symbol();
    List<Double> list = parameter.listDefault();
    if (list != null) {
      return optional(
          parameter.name(),
          shape,
          "list of up to "
              + Parameter.LONGEST_LIST
              + ": "
              + parameter.description()
              + (unit.isEmpty() ? "" : " [" + unit + "]")
              + "; default "
              + list.stream().map(Numbers::text).toList());
    }
    return optional(
        parameter.name(),
        shape,
        parameter.description()
            + (unit.isEmpty() ? "" : " [" + unit + "]")
            + (parameter.isChoice() ? ": " + parameter.range() : "")
            + "; default "
            + usual(parameter));
  }

  private static String usual(Parameter parameter) {
    if (parameter.truth()) {
      return Boolean.toString(parameter.defaultValue() == 1);
    }
    if (parameter.isChoice()) {
      return parameter.choices().get((int) parameter.defaultValue());
    }
    return Math.abs(parameter.defaultValue()) == Double.MAX_VALUE
        ? "no bound"
        : Numbers.text(parameter.defaultValue());
  }

  /** Whether this is a key of the whole scenario. */
  static boolean isTop(String name) {
    return TOP.stream().anyMatch(key -> key.name().equals(name));
  }
}
