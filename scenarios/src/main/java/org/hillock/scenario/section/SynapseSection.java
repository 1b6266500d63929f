package org.hillock.scenario.section;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.model.GridTime;
import org.hillock.model.PlasticRule;
import org.hillock.model.PlasticWeights;
import org.hillock.network.Carried;
import org.hillock.network.Conduction;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Projection;
import org.hillock.network.Rewiring;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.quantity.Quantity;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.hillock.text.Names;
import org.jspecify.annotations.Nullable;

/** Reads {@code synapses:}. An entry with several sources or targets becomes a projection each. */
public final class SynapseSection {

  private final ValueReader values;
  private final Problems problems;
  private final DistributionReader distributions;
  private final DelayReader delays;
  private final EdgeReader edges;
  private final PlasticityReader plasticities;
  private final ConductionReader conductions;
  private final RewiringReader rewirings;
  private final ThirdFactorReader thirds;
  private final PlaceReader places;
  private final RuleReader rules;
  private final SynapseLesionReader lesions;
  private final ConvolutionReader convolutions;

  /** Where each projection is said: those of two entries may be equal. */
  private final Map<Projection, String> entries = new IdentityHashMap<>();

  private final CarriedReader carries;
  private final RangeReader ranges;
  private final Targets targets;
  private final double step;

  /**
   * @param step grid step [ms]; 0 in continuous time
   * @param leastDelay that a synapse can have in continuous time if it has any [ms]
   * @param seed of the network, by which lesions are drawn
   */
  public SynapseSection(
      ValueReader values,
      DistributionReader distributions,
      EdgeReader edges,
      RangeReader ranges,
      Targets targets,
      double step,
      double leastDelay,
      long seed) {
    this.values = values;
    this.problems = values.problems();
    this.distributions = distributions;
    this.delays = new DelayReader(values, distributions, step, leastDelay);
    this.edges = edges;
    this.plasticities = new PlasticityReader(values);
    this.conductions = new ConductionReader(values, distributions, targets, step);
    this.rewirings = new RewiringReader(values, targets);
    this.thirds = new ThirdFactorReader(values, distributions, delays, ranges, targets);
    this.places = new PlaceReader(values, distributions, targets, step);
    this.rules = new RuleReader(values, places);
    this.lesions = new SynapseLesionReader(values, targets, seed);
    this.convolutions = new ConvolutionReader(values);
    this.carries = new CarriedReader(values, targets);
    this.ranges = ranges;
    this.targets = targets;
    this.step = step;
  }

  /** What messages call a projection that was read, such as {@code synapses[0]}. */
  public String place(Projection projection) {
    return entries.getOrDefault(projection, "synapses." + projection.name());
  }

  /** All projections that could be understood. */
  public List<Projection> read(Item item) {
    List<Projection> projections = new ArrayList<>();
    if (!(item instanceof Item.Listing listing)) {
      problems.add(
          item, "found " + item.phrase(), "expected a list: each entry begins with '- from:'");
      return projections;
    }
    for (Item element : listing.items()) {
      Item.Mapping mapping =
          Fields.mapping(element, "a map with from, to, rule and more", problems);
      if (mapping != null) {
        entry(mapping, projections);
      }
    }
    return projections;
  }

  private void entry(Item.Mapping mapping, List<Projection> projections) {
    Item.Field ruleField = mapping.fields().get("rule");
    List<String> known = List.copyOf(RuleKeys.RULES.keySet());
    if (ruleField == null) {
      problems.add(mapping, "'rule' is missing", "expected one of " + String.join(", ", known));
      return;
    }
    String rule = values.choice(ruleField.value(), "rule", known);
    if (rule == null) {
      return;
    }
    int before = problems.count();
    Fields fields = Fields.check(mapping, "key", Keys.projection(rule), "rule", problems);
    Item fromItem = fields.get("from");
    Item toItem = fields.get("to");
    List<NeuronRange> from = fromItem == null ? null : ranges.ranges(fromItem);
    List<NeuronRange> to = toItem == null ? null : ranges.ranges(toItem);
    Item nameItem = fields.get("name");
    String name = nameItem == null ? null : values.text(nameItem);
    if (nameItem != null && name != null) {
      String given = name;
      Names.unlistable(given)
          .ifPresent(
              fault -> problems.add(nameItem, "found '" + given + "', " + fault, Names.LISTABLE));
    }
    Item delayItem = fields.get("delay");
    Conduction conduction = conductions.velocity(delayItem);
    PlacedEntry placed = places.read(fields);
    boolean placedDelay = delayItem != null && places.describes(delayItem);
    Distribution delay = delayItem == null || placedDelay ? null : delay(delayItem);
    if (delayItem != null && placedDelay) {
      rules.choose(delayItem, MeasurementUnit.MILLISECOND, placed::delay);
    }
    boolean autapses = truth(fields, "autapses");
    boolean multapses = truth(fields, "multapses");
    boolean symmetric = fields.has("symmetric") && truth(fields, "symmetric");
    boolean listed = rule.equals("explicit") || rule.equals(RuleKeys.CONVOLUTION);
    ConnectionRule connection = listed ? null : rules.read(rule, fields, placed);
    Item structuralItem = fields.get("structural");
    Rewiring rewiring =
        structuralItem == null
            ? null
            : rewirings.read(
                structuralItem, from == null ? List.of() : from, to == null ? List.of() : to);
    ThirdFactorEntry third =
        thirds.read(
            fields, from == null ? List.of() : from, to == null ? List.of() : to, symmetric);
    if (from == null || to == null || toItem == null) {
      plasticity(fields, to == null ? null : targets.anyWeightUnit(to));
      return;
    }
    Carried carried = carries.read(fields, from, to);
    double lesion = lesions.read(fields, to, symmetric);
    boolean spikes = !fields.has("carries");
    Item receptorItem = fields.get("receptor");
    String receptor =
        receptorItem == null
            ? null
            : spikes ? targets.receptor(receptorItem, to, false) : carries.place(receptorItem, to);
    MeasurementUnit unit =
        !spikes
            ? MeasurementUnit.NONE
            : receptorItem != null && receptor == null
                ? targets.anyWeightUnit(to)
                : targets.weightUnit(to, toItem, fields.has("plasticity"), receptor);
    if (unit == null) {
      plasticity(fields, null);
      return;
    }
    if (listed) {
      connection = listed(rule, fields, from, to, unit);
    }
    Item weightItem = fields.get("weight");
    boolean placedWeight = weightItem != null && places.describes(weightItem);
    if (weightItem != null && placedWeight) {
      rules.choose(weightItem, unit, placed::weight);
    }
    boolean led = problems.count() == before && placed.leads(from, to);
    boolean ownWeights = connection != null && connection.hasWeights();
    boolean ownDelays = connection != null && connection.hasDelays();
    Distribution weight = weight(fields, unit, connection, ownWeights, placedWeight);
    if (led && placedWeight) {
      weight = placed.weights(from, to);
    }
    if (led && placedDelay) {
      delay = placed.delays(from, to);
    }
    checkGiven(fields, "delay", connection, ownDelays, "such as 1.5 ms");
    if (spikes) {
      checkReceptor(fields, to, receptor, weight, connection, unit);
    }
    Item plasticityItem = fields.get("plasticity");
    Plasticity plasticity = plasticity(fields, unit);
    if (plasticity != null && plasticityItem != null) {
      plasticities.checkTargets(plasticity, plasticityItem, to, targets);
      plasticities.checkWeights(plasticity, fields, weight, connection, unit);
      PlasticWeights made = PlasticWeights.of("plasticity", plasticity);
      String refusal = targets.refusal(to, receptor, made.least(), made.greatest());
      if (refusal == null && receptor == null && made.changesSign()) {
        refusal = targets.oneSign(to);
      }
      if (problems.count() == before && refusal != null) {
        String least = Numbers.text(made.least(), unit);
        String greatest = Numbers.text(made.greatest(), unit);
        problems.add(plasticityItem, "found weights from " + least + " to " + greatest, refusal);
      }
    }
    if (plasticity != null && plasticityItem != null && delay != null && conduction == null) {
      checkDendrite(plasticity, plasticityItem, delay);
    }
    boolean stepwise =
        !spikes
            || plasticity != null
                && PlasticRule.of(mapping.path(), plasticity).rule().descendsGradient();
    if (stepwise && delayItem != null && delay != null && problems.count() == before) {
      checkOneStep(delayItem, delay, spikes ? "the rule" : "what is carried");
    }
    if (symmetric && fromItem != null && !sameUnit(from, fromItem, receptor, unit)) {
      return;
    }
    if (problems.count() > before || connection == null) {
      return;
    }
    for (NeuronRange source : from) {
      for (NeuronRange target : to) {
        try {
          String called = name == null ? source.population() + "->" + target.population() : name;
          Distribution whole =
              placed.weight(weight == null ? Distribution.of(0) : weight, source, target);
          Projection projection =
              new Projection(
                  called,
                  source,
                  target,
                  placed.rule(connection, source, target),
                  lesions.weights(whole, lesion, called, source, target),
                  placed.delay(delay == null ? Distribution.of(step) : delay, source, target),
                  autapses,
                  multapses,
                  plasticity,
                  conduction,
                  receptor,
                  rewiring,
                  carried);
          if (conduction == null || conductions.leads(projection, delayItem)) {
            add(projection, mapping.path(), projections);
            if (symmetric) {
              add(projection.reversed(), mapping.path(), projections);
            }
            if (third != null) {
              add(third.in(projection), mapping.path() + ".third_factor.in", projections);
              add(third.out(projection), mapping.path() + ".third_factor.out", projections);
            }
          }
        } catch (InvalidNetworkException e) {
          fields.impossible(e, ", from " + source + " to " + target, problems);
        }
      }
    }
  }

  private void add(Projection projection, String place, List<Projection> projections) {
    projections.add(projection);
    entries.put(projection, place);
  }

  /** Whether synapses in the other direction have weights of the same unit; reports if not. */
  private boolean sameUnit(
      List<NeuronRange> from, Item item, @Nullable String receptor, MeasurementUnit unit) {
    MeasurementUnit other = targets.weightUnit(from, item, false, receptor);
    if (other != null && !other.equals(unit)) {
      problems.add(
          item,
          "found sources that take other weights than the targets",
          "expected the same unit for both directions, " + unit.symbol());
    }
    return other != null && other.equals(unit);
  }

  /**
   * The plasticity of an entry; null if there is none, or a problem was reported.
   *
   * @param unit of the weights, or null if it is not known, since something else was reported
   */
  private @Nullable Plasticity plasticity(Fields fields, @Nullable MeasurementUnit unit) {
    Item item = fields.get("plasticity");
    Item modulator = fields.get("modulator");
    if (item == null && modulator != null) {
      problems.add(
          fields.mapping(), "found a modulator without plasticity", "expected both, or neither");
    }
    return item == null ? null : plasticities.read(item, unit, modulator, ranges);
  }

  /** Receptors may take weights of one sign only. */
  private void checkReceptor(
      Fields fields,
      List<NeuronRange> to,
      @Nullable String receptor,
      @Nullable Distribution weight,
      @Nullable ConnectionRule connection,
      MeasurementUnit unit) {
    Item given = fields.get("weight");
    if (given != null && weight != null) {
      targets.checkWeights(given, weight, to, receptor);
    }
    Item edges = fields.get("edges");
    ConnectionRule.Explicit listed = connection == null ? null : connection.listed();
    if (edges == null || listed == null || !listed.hasWeights()) {
      return;
    }
    for (int i = 0; i < listed.size(); i++) {
      double own = listed.weight(i);
      String refusal = targets.refusal(to, receptor, own, own);
      if (refusal != null) {
        problems.add(
            edges instanceof Item.Listing list ? list.items().get(i) : edges,
            "found the weight " + Numbers.text(own, unit) + " for the edge " + i,
            refusal + "; edges are counted from 0");
        return;
      }
    }
  }

  /** What goes from step to step is known one step later. */
  private void checkOneStep(Item item, Distribution delay, String what) {
    if (step > 0 && !(delay.constant() && GridTime.index(delay.min(), step) == 1)) {
      problems.add(
          item,
          "found "
              + (delay.constant() ? item.phrase() : "a distribution")
              + " for the delay of "
              + what
              + ", which goes from step to step",
          "expected one step, " + Numbers.text(step) + " ms");
    }
  }

  /** The dendritic part of a delay cannot be longer than the delay. */
  private void checkDendrite(Plasticity plasticity, Item item, Distribution delay) {
    double dendrite = PlasticRule.of(item.path(), plasticity).dendriticDelay();
    if (dendrite < Double.POSITIVE_INFINITY && dendrite > delay.max() * (1 + 1e-9)) {
      problems.add(
          item,
          "found a dendritic delay of "
              + Numbers.text(dendrite, MeasurementUnit.MILLISECOND)
              + ", longer than the delay of "
              + Numbers.text(delay.max(), MeasurementUnit.MILLISECOND),
          "expected at most that, or nothing for all of each delay");
    }
  }

  private boolean truth(Fields fields, String key) {
    Item item = fields.get(key);
    Boolean value = item == null ? null : values.truth(item);
    return value == null || value;
  }

  private @Nullable ConnectionRule listed(
      String rule,
      Fields fields,
      List<NeuronRange> from,
      List<NeuronRange> to,
      MeasurementUnit unit) {
    if (from.size() != 1 || to.size() != 1) {
      problems.add(
          fields.mapping(),
          rule + " with several sources or targets",
          "expected one range each, since edges count from the start of a range");
      return null;
    }
    return rule.equals("explicit")
        ? explicit(fields, from.get(0), to.get(0), unit)
        : convolutions.read(fields, from.get(0), to.get(0), unit);
  }

  private @Nullable ConnectionRule explicit(
      Fields fields, NeuronRange from, NeuronRange to, MeasurementUnit unit) {
    Item item = fields.get("edges");
    if (item == null) {
      return null;
    }
    Item scaleItem = fields.get("weight_scale");
    Quantity scale = scaleItem == null ? null : values.anyQuantity(scaleItem);
    if (scaleItem != null && scale == null) {
      return null;
    }
    ConnectionRule.Explicit rule = edges.read(item, from, to, unit, scale);
    if (rule != null && scaleItem != null && !rule.hasWeights()) {
      problems.add(scaleItem, "found weight_scale, but the edges have no weights", "use weight");
    }
    return rule;
  }

  private @Nullable Distribution weight(
      Fields fields,
      MeasurementUnit unit,
      @Nullable ConnectionRule connection,
      boolean ownWeights,
      boolean placed) {
    checkGiven(fields, "weight", connection, ownWeights, "such as 1.5 " + unit.symbol());
    Item item = fields.get("weight");
    return item == null || placed ? null : distributions.random(item, unit);
  }

  /** Weight and delay are given once: in the entry or in the edges. */
  private void checkGiven(
      Fields fields, String key, @Nullable ConnectionRule connection, boolean own, String example) {
    Item item = fields.get(key);
    if (item == null && !own && connection != null) {
      problems.add(
          fields.mapping(), "'" + key + "' is missing", "expected a " + key + ", " + example);
    } else if (item != null && own) {
      String instead = key.equals("weight") ? "; weight_scale multiplies them" : "";
      problems.add(
          item,
          "found a " + key + " although every edge has its own",
          "remove one of the two" + instead);
    }
  }

  private @Nullable Distribution delay(Item item) {
    if (item instanceof Item.Mapping mapping && ConductionReader.describes(item)) {
      return conductions.offset(mapping);
    }
    return delays.read(item);
  }
}
