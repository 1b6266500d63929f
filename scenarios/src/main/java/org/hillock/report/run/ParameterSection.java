package org.hillock.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.io.RunFacts;
import org.hillock.report.Facts;
import org.hillock.report.Markup;
import org.hillock.report.Section;

/**
 * Every parameter with its unit: those that the scenario names, and those of neurons, inputs and
 * synapses, as the resolved scenario has them.
 *
 * @param facts of the manifest
 * @param tables of neurons, inputs and synapses
 */
record ParameterSection(RunFacts facts, List<EntryTable> tables) implements Section {

  /** Longer tables are folded. */
  private static final int SHOWN = 12; // rows

  /**
   * Reads the resolved scenario.
   *
   * @param yaml its text; empty if it is gone
   */
  static ParameterSection of(RunFacts facts, String yaml) {
    Map<String, Object> scenario = ResolvedText.read(yaml);
    List<EntryTable> tables = new ArrayList<>();
    tables.add(EntryTable.of("Neurons", "population", scenario.get("neurons"), "size"));
    tables.add(EntryTable.of("Inputs", "input", scenario.get("inputs")));
    tables.add(EntryTable.of("Synapses", "projection", scenario.get("synapses")));
    tables.removeIf(table -> table.rows().isEmpty());
    return new ParameterSection(facts, tables);
  }

  @Override
  public String id() {
    return "parameters";
  }

  @Override
  public String title() {
    return "Parameters";
  }

  @Override
  public void write(Markup page) {
    if (!facts.parameters().isEmpty()) {
      page.element("h3", "Of the scenario");
      boolean folded = facts.parameters().size() > 2 * SHOWN;
      fold(page, folded, facts.parameters().size());
      Facts table = Facts.open(page);
      facts
          .parameters()
          .forEach(
              (name, value) -> {
                boolean changed = facts.sets().containsKey(name);
                table.row(name, changed ? value + " (changed by --set)" : value);
              });
      table.close();
      unfold(page, folded);
    }
    if (!facts.sets().isEmpty()) {
      page.element("h3", "Changed by --set");
      Facts table = Facts.open(page);
      facts.sets().forEach(table::row);
      table.close();
    }
    for (EntryTable table : tables) {
      page.element("h3", table.title());
      boolean folded = table.rows().size() > SHOWN;
      fold(page, folded, table.rows().size());
      table.write(page);
      unfold(page, folded);
    }
  }

  private static void fold(Markup page, boolean folded, int count) {
    if (folded) {
      page.open("details").element("summary", "All " + count);
    }
  }

  private static void unfold(Markup page, boolean folded) {
    if (folded) {
      page.close();
    }
  }
}
