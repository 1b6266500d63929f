package org.hillock.cli.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hillock.loihi.chip.ChipForm;
import org.hillock.loihi.chip.ProfileReader;
import org.hillock.model.Models;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.model.Receptor;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;
import org.hillock.text.Text;

/** What there is to know of a model, on a page. */
public final class ModelPage {

  /** For what depends on the step [ms]. */
  private static final double USUAL_STEP = 0.1;

  private ModelPage() {}

  /** The page. */
  public static List<String> lines(NeuronModel model) {
    NeuronDescription description = model.description();
    List<String> lines = new ArrayList<>();
    lines.add(model.name() + ": " + description.summary());
    lines.add("");
    lines.add("Equations");
    description.equations().lines().forEach(line -> lines.add("  " + line));
    section(lines, "Parameters", ParameterRows.of(description.parameters(), Set.of()));
    section(lines, "State", variables(model));
    section(lines, "Receptors", receptors(description));
    section(lines, "Current", currents(description));
    section(lines, "Signals", signals(description));
    section(lines, "Engines", engines(model));
    section(lines, "Memory", memory(model));
    section(lines, "Chips", chips(model));
    lines.add("");
    lines.add("Source");
    lines.add("  " + description.source());
    return lines;
  }

  private static void section(List<String> into, String title, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      into.add("");
      into.add(title);
      into.addAll(Text.table(rows, 4));
    }
  }

  private static List<List<String>> variables(NeuronModel model) {
    List<List<String>> rows = new ArrayList<>();
    for (StateVariable variable : model.stateVariables()) {
      rows.add(
          List.of(
              variable.name(),
              variable.unit().symbol(),
              variable.description(),
              variable.initial() ? "" : "follows from others"));
    }
    return rows;
  }

  private static List<List<String>> receptors(NeuronDescription description) {
    List<List<String>> rows = new ArrayList<>();
    for (Receptor receptor : description.receptors()) {
      int place = rows.size();
      String by =
          !description.bySign() || place > 1
              ? ""
              : place == 0 ? "taken for weights of 0 and above" : "taken for weights below 0";
      String unit = receptor.unit() == Unit.NONE ? "number" : receptor.unit().symbol();
      rows.add(
          List.of(
              receptor.name(),
              "weights in " + unit + ", " + receptor.weights().words(),
              receptor.description(),
              by));
    }
    return rows;
  }

  private static List<List<String>> currents(NeuronDescription description) {
    boolean one = description.currents().equals(List.of(NeuronDescription.CURRENT));
    return one || description.currents().isEmpty()
        ? List.of()
        : List.of(
            List.of(
                "receptor: one of "
                    + description.currents().stream()
                        .map(place -> place + (plain(description, place) ? ", a plain number" : ""))
                        .collect(Collectors.joining(", "))));
  }

  private static boolean plain(NeuronDescription description, String place) {
    return description.currentUnit(place) == Unit.NONE;
  }

  private static List<List<String>> signals(NeuronDescription description) {
    return description.signals().stream()
        .map(place -> List.of(place, "what projections carry in every step"))
        .toList();
  }

  private static List<List<String>> engines(NeuronModel model) {
    NeuronModel shaped = Models.withLists(model, List.of());
    ParameterSet usual = ParameterSet.of(model.name(), shaped.parameters(), Map.of());
    Optional<String> refused = shaped.dynamics().gridOnly(usual);
    return List.of(
        List.of("grid", "yes"),
        List.of("event", refused.map(reason -> "no: " + reason).orElse("yes")));
  }

  private static List<List<String>> memory(NeuronModel model) {
    NeuronModel shaped = Models.withLists(model, List.of());
    ParameterSet usual = ParameterSet.of(model.name(), shaped.parameters(), Map.of());
    int state = shaped.dynamics().stateSize(usual);
    int receptors = shaped.description().receptors().size();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            Double.BYTES * (state + receptors) + Integer.BYTES + " bytes a neuron on a grid",
            "state, one sum of input a receptor, and until when it is refractory"));
    double other = shaped.dynamics().otherBytes(usual, USUAL_STEP, Long.MAX_VALUE / 2);
    if (other > 0) {
      rows.add(
          List.of(
              Math.round(other) + " bytes more at a step of " + USUAL_STEP + " ms", "its past"));
    }
    return rows;
  }

  private static List<List<String>> chips(NeuronModel model) {
    List<String> targets =
        ChipForm.of(Models.form(model))
            .map(form -> ProfileReader.taking(form, ""))
            .orElse(List.of());
    return List.of(
        List.of(targets.isEmpty() ? "none as a compartment" : String.join(", ", targets)));
  }
}
