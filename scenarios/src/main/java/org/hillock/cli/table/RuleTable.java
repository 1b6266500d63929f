package org.hillock.cli.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hillock.model.GrowthModel;
import org.hillock.model.Models;
import org.hillock.model.RuleDescription;
import org.hillock.model.RuleFamily;
import org.hillock.model.SynapseModel;
import org.hillock.text.Text;

/** All rules of plasticity, in families. */
public final class RuleTable {

  private RuleTable() {}

  /** Names of all rules and growth curves. */
  public static List<String> names() {
    return descriptions().stream().map(RuleDescription::name).toList();
  }

  private static List<RuleDescription> descriptions() {
    return Stream.concat(
            Models.synapses().stream().map(SynapseModel::description),
            Models.growthCurves().stream().map(GrowthModel::description))
        .toList();
  }

  /** One line a rule, under the title of its family. */
  public static List<String> lines() {
    List<String> lines = new ArrayList<>();
    int width = names().stream().mapToInt(String::length).max().orElse(0);
    for (RuleFamily family : RuleFamily.values()) {
      List<List<String>> rows = new ArrayList<>();
      for (RuleDescription rule : descriptions()) {
        if (rule.family() == family) {
          String padding = " ".repeat(width - rule.name().length());
          rows.add(List.of(rule.name() + padding, rule.summary()));
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
