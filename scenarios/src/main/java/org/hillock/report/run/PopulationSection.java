package org.hillock.report.run;

import java.util.List;
import org.hillock.io.RunFacts;
import org.hillock.report.Markup;
import org.hillock.report.Section;
import org.hillock.report.Table;

/** Who is there, and how they fired. */
record PopulationSection(RunFacts facts) implements Section {

  private static final List<String> HEADINGS =
      List.of("population", "model", "neurons", "spikes", "rate [Hz]", "CV of intervals");

  @Override
  public String id() {
    return "populations";
  }

  @Override
  public String title() {
    return "Populations";
  }

  @Override
  public void write(Markup page) {
    Table table = Table.open(page, 2, HEADINGS);
    for (RunFacts.PopulationFacts one : facts.populations()) {
      table.row(
          List.of(
              one.name(),
              one.model(),
              Values.count(one.size()),
              Values.count(one.spikes()),
              Values.text(one.rate()),
              Values.text(one.cv())));
    }
    table.close();
    page.element(
        "p",
        "Spikes after the warm-up, of all neurons, recorded or not; CV is the mean over neurons with"
            + " at least three intervals.",
        "class",
        "soft");
  }
}
