package org.hillock.report.run;

import java.util.List;
import org.hillock.io.RunFacts;
import org.hillock.report.Markup;
import org.hillock.report.Section;
import org.hillock.report.Table;

/** When each phase of the protocol took place. */
record ProtocolSection(RunFacts facts) implements Section {

  /** A protocol may have thousands of trials. */
  private static final int MOST = 200;

  @Override
  public String id() {
    return "protocol";
  }

  @Override
  public String title() {
    return "Protocol";
  }

  @Override
  public void write(Markup page) {
    List<RunFacts.PhaseFacts> phases = facts.phases();
    Table table = Table.open(page, 1, List.of("phase", "trial", "begins [ms]", "ends [ms]"));
    for (RunFacts.PhaseFacts phase : phases.subList(0, Math.min(MOST, phases.size()))) {
      table.row(
          List.of(
              phase.name(),
              Integer.toString(phase.trial()),
              Values.text(phase.begin()),
              Values.text(phase.end())));
    }
    table.close();
    if (phases.size() > MOST) {
      page.element(
          "p",
          "The first " + MOST + " of " + phases.size() + " phases; manifest.json has all.",
          "class",
          "soft");
    }
  }
}
