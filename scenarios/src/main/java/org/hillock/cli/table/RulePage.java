package org.hillock.cli.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.engine.plasticity.PostSignals;
import org.hillock.model.FollowedSignals;
import org.hillock.model.GrowthModel;
import org.hillock.model.Models;
import org.hillock.model.ModulatorTrace;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.ProductForm;
import org.hillock.model.RuleDescription;
import org.hillock.model.SynapseModel;
import org.hillock.model.SynapseRule;
import org.hillock.text.Text;

/** What there is to know of a rule of plasticity, on a page. */
public final class RulePage {

  private RulePage() {}

  /** The page of a rule or a growth curve, if there is one of this name. */
  public static Optional<List<String>> of(String name) {
    return Models.synapse(name)
        .map(model -> rule(model))
        .or(() -> Models.growthCurve(name).map(model -> growth(model)));
  }

  private static List<String> growth(GrowthModel model) {
    List<String> lines = head(model.description());
    lines.add("");
    lines.add("Engines");
    lines.add("    grid, since the wiring changes between its steps");
    source(model.description(), lines);
    return lines;
  }

  private static List<String> head(RuleDescription description) {
    List<String> lines = new ArrayList<>();
    lines.add(description.name() + ": " + description.summary());
    lines.add("");
    lines.add("Equations");
    description.equations().lines().forEach(line -> lines.add("  " + line));
    lines.add("");
    lines.add("Parameters");
    lines.addAll(
        Text.table(ParameterRows.of(description.parameters(), description.weightParameters()), 4));
    if (!description.weightParameters().isEmpty()) {
      lines.add("    (weight): in the unit of the target's weights, such as pA or mV");
    }
    return lines;
  }

  private static void source(RuleDescription description, List<String> lines) {
    lines.add("");
    lines.add("Source");
    lines.add("  " + description.source());
  }

  private static List<String> rule(SynapseModel model) {
    RuleDescription description = model.description();
    SynapseRule rule =
        model.rule(ParameterSet.of(model.name(), description.parameters(), Map.of()));
    List<String> lines = head(description);
    if (!rule.states().isEmpty()) {
      lines.add("");
      lines.add("State of a synapse, which can be recorded");
      lines.add("  " + String.join(", ", rule.states()));
    }
    otherStates(model, rule)
        .forEach(
            (choice, states) -> lines.add("  with " + choice + ": " + String.join(", ", states)));
    if (!rule.modulatorTraces().isEmpty()) {
      lines.add("");
      lines.add("Left by spikes of the modulator, which can be recorded [1/ms]");
      lines.add(
          "  "
              + String.join(
                  ", ", rule.modulatorTraces().stream().map(ModulatorTrace::name).toList()));
    }
    lines.add("");
    lines.add("Engines");
    FollowedSignals signals = FollowedSignals.of(rule);
    if (rule.descendsGradient()) {
      lines.add("    grid, since it goes from step to step; delays are one step");
      lines.add("");
      lines.add("Targets");
      lines.add(
          "    neurons of "
              + String.join(
                  ", ",
                  Models.neurons().stream()
                      .filter(NeuronModel::hasGradient)
                      .map(NeuronModel::name)
                      .toList()));
    } else if (signals.names().isEmpty()) {
      lines.add("    grid and event");
    } else {
      lines.add(
          "    grid, since it follows " + signals.text() + " of its targets from step to step");
      lines.add("");
      lines.add("Targets");
      lines.add("    neurons of " + String.join(", ", signals.models()));
    }
    lines.add("");
    lines.add("Memory");
    lines.add(
        "    " + Double.BYTES * (1 + rule.states().size()) + " bytes a synapse, and its target");
    otherStates(model, rule)
        .forEach(
            (choice, states) ->
                lines.add(
                    "    with " + choice + ": " + Double.BYTES * (1 + states.size()) + " bytes"));
    if (!signals.names().isEmpty()) {
      double each = PostSignals.bytes(signals.names().size());
      lines.add(
          "    up to about "
              + Math.round(each / 1024)
              + " KiB a target neuron, for "
              + signals.text());
    }
    lines.add("");
    lines.add("Chips");
    lines.add("    " + chips(model));
    source(description, lines);
    return lines;
  }

  /** What synapses keep where a choice is not the usual one, if that is something else. */
  private static Map<String, List<String>> otherStates(SynapseModel model, SynapseRule usual) {
    Map<String, List<String>> others = new LinkedHashMap<>();
    for (Parameter parameter : model.parameters()) {
      for (int i = 0; i < parameter.choices().size(); i++) {
        Map<String, Double> given = Map.of(parameter.name(), (double) i);
        List<String> states =
            model.rule(ParameterSet.of(model.name(), model.parameters(), given)).states();
        if (!states.equals(usual.states())) {
          others.put(parameter.name() + ": " + parameter.choices().get(i), states);
        }
      }
    }
    return others;
  }

  private static String chips(SynapseModel model) {
    ParameterSet usual = ParameterSet.of(model.name(), model.parameters(), Map.of());
    if (model.products(usual) instanceof ProductForm.Sum) {
      return "as a sum of products of traces and the weight, where the chip learns";
    }
    String nearest = model.description().nearestProducts();
    return "none" + (nearest.isEmpty() ? "" : "; what comes nearest is " + nearest);
  }
}
