package org.hillock.scenario.section;

import java.util.Arrays;
import java.util.List;
import org.hillock.engine.run.CarriedCheck;
import org.hillock.model.NeuronModel;
import org.hillock.model.StateVariable;
import org.hillock.network.Carried;
import org.hillock.network.NeuronRange;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/** Reads {@code carries:} and {@code feedback:} of a projection. */
final class CarriedReader {

  private final ValueReader values;
  private final Problems problems;
  private final Targets targets;

  CarriedReader(ValueReader values, Targets targets) {
    this.values = values;
    this.problems = values.problems();
    this.targets = targets;
  }

  /** What a projection carries; null if it carries spikes, or after a problem was reported. */
  @Nullable Carried read(Fields fields, List<NeuronRange> from, List<NeuronRange> to) {
    Item item = fields.get("carries");
    Item feedbackItem = fields.get("feedback");
    if (item == null) {
      if (feedbackItem != null) {
        problems.add(
            feedbackItem,
            "found feedback: " + feedbackItem.phrase() + " without carries",
            "expected both, such as carries: error_signal, or neither");
      }
      return null;
    }
    if (fields.has("plasticity")) {
      problems.add(
          fields.mapping(),
          "found plasticity beside carries",
          "expected one of them; feedback: symmetric or adaptive follows plastic synapses");
    }
    if (fields.has("structural")) {
      problems.add(
          fields.mapping(),
          "found structural beside carries",
          "expected one of them; synapses that form carry spikes");
    }
    String variable = variable(item, from);
    checkTargets(fields, to);
    List<String> words =
        Arrays.stream(Carried.Feedback.values()).map(Carried.Feedback::word).toList();
    String word =
        feedbackItem == null
            ? Carried.Feedback.RANDOM.word()
            : values.choice(feedbackItem, "feedback", words);
    return variable == null || word == null
        ? null
        : new Carried(variable, Carried.Feedback.values()[words.indexOf(word)]);
  }

  private @Nullable String variable(Item item, List<NeuronRange> from) {
    String variable = values.text(item);
    for (NeuronRange range : from) {
      NeuronModel model = targets.model(range.population());
      if (model == null || variable == null) {
        return null;
      }
      List<String> known = model.stateVariables().stream().map(StateVariable::name).toList();
      if (!known.contains(variable)) {
        problems.unknown(
            item.place(), item.path(), "state variable of " + model.name(), variable, known);
        return null;
      }
    }
    return variable;
  }

  private void checkTargets(Fields fields, List<NeuronRange> to) {
    Item item = fields.get("to");
    for (NeuronRange range : to) {
      NeuronModel model = targets.model(range.population());
      if (item != null && model != null && model.description().signals().isEmpty()) {
        problems.add(
            item,
            "found "
                + range.population()
                + ", neurons of "
                + model.name()
                + ", at which no signals arrive",
            "expected neurons of " + CarriedCheck.takingSignals());
        return;
      }
    }
  }

  /** The place for signals that is named; null after a problem was reported. */
  @Nullable String place(Item item, List<NeuronRange> to) {
    String place = values.text(item);
    for (NeuronRange range : to) {
      NeuronModel model = targets.model(range.population());
      List<String> known = model == null ? List.of() : model.description().signals();
      if (model != null && place != null && !known.contains(place)) {
        problems.unknown(
            item.place(), item.path(), "place for signals of " + model.name(), place, known);
        return null;
      }
    }
    return place;
  }
}
