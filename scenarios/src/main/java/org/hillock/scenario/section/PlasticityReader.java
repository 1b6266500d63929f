package org.hillock.scenario.section;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.engine.run.CarriedCheck;
import org.hillock.model.FollowedSignals;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.PlasticRule;
import org.hillock.model.PlasticWeights;
import org.hillock.model.SynapseModel;
import org.hillock.model.SynapseRule;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/** Reads {@code plasticity:} of a projection. */
final class PlasticityReader {

  private final ValueReader values;
  private final Problems problems;

  PlasticityReader(ValueReader values) {
    this.values = values;
    this.problems = values.problems();
  }

  /**
   * The rule with its parameters; null after a problem was reported.
   *
   * @param weightUnit unit of the projection's weights; null if it is not known, since something
   *     else was reported: then parameters in this unit are passed over
   * @param modulatorItem the neurons of its third factor, if any are given
   * @param ranges reads them
   */
  @Nullable Plasticity read(
      Item item,
      @Nullable MeasurementUnit weightUnit,
      @Nullable Item modulatorItem,
      RangeReader ranges) {
    Item.Mapping mapping = Fields.mapping(item, "a map, such as {rule: stdp}", problems);
    if (mapping == null) {
      return null;
    }
    List<String> rules = Models.synapses().stream().map(SynapseModel::name).toList();
    Item.Field ruleField = mapping.fields().get("rule");
    if (ruleField == null) {
      problems.add(mapping, "'rule' is missing", "expected one of " + String.join(", ", rules));
      return null;
    }
    String name = values.choice(ruleField.value(), "plasticity rule", rules);
    SynapseModel model = name == null ? null : Models.synapse(name).orElse(null);
    if (model == null) {
      return null;
    }
    int before = problems.count();
    Fields fields = Fields.check(mapping, "parameter", Keys.plasticity(model), "rule", problems);
    Map<String, Double> parameters = new HashMap<>();
    for (Parameter parameter : model.parameters()) {
      Item given = fields.get(parameter.name());
      if (given != null && (parameter.truth() || parameter.isChoice())) {
        Double value = word(parameter, given);
        if (value != null) {
          parameters.put(parameter.name(), value);
        }
        continue;
      }
      boolean weight = model.weightParameters().contains(parameter.name());
      MeasurementUnit unit = weight ? weightUnit : MeasurementUnit.of(parameter.unit());
      if (given != null && unit != null) {
        Double value = values.number(given, unit);
        if (value != null && !parameter.allows(value)) {
          String range = parameter.range(value) + (weight ? " " + unit.symbol() : "");
          problems.add(given, "found " + given.phrase(), "expected " + range);
        } else if (value != null && parameter.onGrid()) {
          Double onGrid =
              parameter.minAllowed()
                  ? values.onGrid(given, "found " + given.phrase(), value)
                  : values.multiple(given, false);
          parameters.put(parameter.name(), onGrid == null ? value : onGrid);
        } else if (value != null) {
          parameters.put(parameter.name(), value);
        }
      }
    }
    NeuronRange modulator = modulator(model, mapping, modulatorItem, ranges);
    if (problems.count() > before || weightUnit == null) {
      return null;
    }
    Optional<String> conflict =
        model.conflict(ParameterSet.of(mapping.path(), model.parameters(), parameters));
    if (conflict.isPresent()) {
      problems.add(mapping, conflict.get(), "");
      return null;
    }
    return new Plasticity(model.name(), parameters, modulator);
  }

  /** What is so or not, or one of some words; null after a problem was reported. */
  private @Nullable Double word(Parameter parameter, Item given) {
    if (parameter.truth()) {
      Boolean truth = values.truthOrNumber(given);
      return truth == null ? null : (Double) (truth ? 1.0 : 0.0);
    }
    String word = values.choice(given, parameter.name(), parameter.choices());
    return word == null ? null : (Double) (double) parameter.choices().indexOf(word);
  }

  /** The neurons of the third factor of a rule that has one. */
  private @Nullable NeuronRange modulator(
      SynapseModel model, Item.Mapping plasticity, @Nullable Item given, RangeReader ranges) {
    if (given == null) {
      if (model.modulated()) {
        problems.add(
            plasticity,
            "'modulator' is missing beside the plasticity",
            "expected the neurons whose spikes are the third factor of "
                + model.name()
                + ", such as modulator: dopamine");
      }
      return null;
    }
    if (!model.modulated()) {
      List<String> modulated =
          Models.synapses().stream()
              .filter(SynapseModel::modulated)
              .map(SynapseModel::name)
              .toList();
      problems.add(
          given,
          "found " + given.phrase() + ", but " + model.name() + " has no third factor",
          "leave it out, or take one of " + String.join(", ", modulated));
      return null;
    }
    List<NeuronRange> read = ranges.ranges(given);
    if (read != null && read.size() > 1) {
      problems.add(given, "found several ranges", "expected one, such as dopamine[0:50]");
    }
    return read == null ? null : read.get(0);
  }

  /** Reports targets that do not have what the rule follows. */
  void checkTargets(Plasticity plasticity, Item item, List<NeuronRange> to, Targets targets) {
    SynapseRule rule = PlasticRule.of(item.path(), plasticity).rule();
    FollowedSignals signals = FollowedSignals.of(rule);
    for (NeuronRange range : to) {
      NeuronModel model = targets.model(range.population());
      boolean lacksGradient = model != null && rule.descendsGradient() && !model.hasGradient();
      if (model != null && (lacksGradient || !signals.has(model))) {
        problems.add(
            item,
            "found the rule "
                + plasticity.rule()
                + " onto "
                + range.population()
                + ", neurons of "
                + model.name(),
            "expected " + (lacksGradient ? CarriedCheck.targets() : signals.targets()));
        return;
      }
    }
  }

  /**
   * Reports weights that the rule does not allow: of the other sign, or beyond W_max.
   *
   * @param weight of all synapses, or null if the edges have their own
   */
  void checkWeights(
      Plasticity plasticity,
      Fields fields,
      @Nullable Distribution weight,
      @Nullable ConnectionRule rule,
      MeasurementUnit unit) {
    PlasticWeights allowed = PlasticWeights.of("plasticity", plasticity);
    String range =
        Numbers.text(allowed.least(), unit) + " to " + Numbers.text(allowed.greatest(), unit);
    boolean twoBounds = allowed.least() != 0 && allowed.greatest() != 0;
    String bounds =
        twoBounds ? "W_min and W_max of the plasticity say" : "W_max of the plasticity says";
    String expected = "expected from " + range + ", as " + bounds;
    Item edges = fields.get("edges");
    ConnectionRule.Explicit listed = rule == null ? null : rule.listed();
    if (listed != null && listed.hasWeights() && edges != null) {
      for (int i = 0; i < listed.size(); i++) {
        if (!allowed.allow(listed.weight(i))) {
          Item edge = edges instanceof Item.Listing list ? list.items().get(i) : edges;
          String which = " for the edge " + i + " (counted from 0)";
          String found = "found the weight " + Numbers.text(listed.weight(i), unit) + which;
          problems.add(edge, found, expected);
          return;
        }
      }
    }
    Item given = fields.get("weight");
    if (weight == null || given == null || allowed.allow(weight)) {
      return;
    }
    if (weight.constant()) {
      problems.add(given, "found " + given.phrase(), expected);
    } else {
      problems.add(
          given,
          "found a distribution that can leave the range of the plasticity",
          expected + "; " + remedy(weight));
    }
  }

  /** How a distribution is kept within a range. */
  private static String remedy(Distribution weight) {
    if (weight instanceof Distribution.Normal) {
      return "give it min and max in this range";
    }
    return weight instanceof Distribution.Uniform
        ? "let its min and max be in this range"
        : "take a normal distribution with min and max, or a uniform one, since this one takes no"
            + " bounds";
  }
}
