package org.hillock.cli.table;

import java.util.ArrayList;
import java.util.List;
import org.hillock.model.Models;
import org.hillock.model.RuleFamily;
import org.hillock.model.SynapseModel;
import org.hillock.text.Text;

/** All rules of plasticity, in families. */
public final class RuleTable {

  private RuleTable() {}

  /** Names of all rules. */
  public static List<String> names() {
    return Models.synapses().stream().map(SynapseModel::name).toList();
  }

  /** One line a rule, under the title of its family. */
  public static List<String> lines() {
    List<String> lines = new ArrayList<>();
    int width = names().stream().mapToInt(String::length).max().orElse(0);
    for (RuleFamily family : RuleFamily.values()) {
      List<List<String>> rows = new ArrayList<>();
      for (SynapseModel model : Models.synapses()) {
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
    lines.add("'hillock rules NAME' shows equations, parameters and where a rule comes from.");
    return lines;
  }
}
