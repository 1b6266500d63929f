package org.hillock.cli.table;

import java.util.ArrayList;
import java.util.List;
import org.hillock.model.Family;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.text.Text;

/** All neuron models, in families. */
public final class ModelTable {

  /** What is true of several models, and not what everybody expects. */
  private static final List<String> NOTES =
      List.of(
          "  t_ref: a spike that arrives exactly t_ref after a spike of its target is lost, as in NEST.",
          "  poisson_generator: all targets of one neuron get the same train, where NEST's device sends",
          "  each its own; connect as many of them one_to_one, or take an input of type poisson.");

  private ModelTable() {}

  /** Names of all models. */
  public static List<String> names() {
    return Models.neurons().stream().map(NeuronModel::name).toList();
  }

  /** One line a model, under the title of its family. */
  public static List<String> lines() {
    List<String> lines = new ArrayList<>();
    int width = names().stream().mapToInt(String::length).max().orElse(0);
    for (Family family : Family.values()) {
      List<List<String>> rows = new ArrayList<>();
      for (NeuronModel model : Models.neurons()) {
        if (model.description().family() == family) {
          String padding = " ".repeat(width - model.name().length());
          rows.add(List.of(model.name() + padding, model.description().summary()));
        }
      }
      if (!rows.isEmpty()) {
        lines.add(family.title());
        lines.addAll(Text.table(rows, 2));
        lines.add("");
      }
    }
    lines.addAll(NOTES);
    lines.add("");
    lines.add(
        "'hillock models NAME' shows equations, parameters, receptors and where a model runs.");
    return lines;
  }
}
