package org.hillock.report.sweep;

import java.util.ArrayList;
import java.util.List;
import org.hillock.report.Copyable;
import org.hillock.report.Facts;
import org.hillock.report.Markup;
import org.hillock.report.Numerals;
import org.hillock.report.Section;
import org.hillock.sweep.StoredSweep;

/** What was varied, and the command that varies it. */
record PlanSection(StoredSweep sweep) implements Section {

  @Override
  public String id() {
    return "plan";
  }

  @Override
  public String title() {
    return "What was varied";
  }

  @Override
  public void write(Markup page) {
    int failed = sweep.failed().size();
    page.element(
        "p",
        Numerals.counted(sweep.rows().size(), "run", "runs")
            + (failed == 0 ? ", none failed." : ", of which " + failed + " failed."));
    Facts facts = Facts.open(page);
    facts.row("scenario", sweep.scenario());
    for (String axis : sweep.over()) {
      int equals = axis.indexOf('=');
      facts.row(axis.substring(0, equals), axis.substring(equals + 1).replace(",", ", "));
    }
    facts.row("seeds", sweep.seeds() + ", from " + sweep.firstSeed());
    if (!sweep.set().isEmpty()) {
      facts.row("changed by --set", sweep.set());
    }
    facts.row("Hillock", sweep.hillock());
    facts.close();
    page.element(
        "p",
        "The command that sweeps again; --set and --duration that were given then are to be given"
            + " again:");
    Copyable.write(page, "command", "command", command());
  }

  private String command() {
    List<String> words =
        new ArrayList<>(List.of("./hillock", "sweep", Copyable.word(sweep.scenario())));
    for (String axis : sweep.over()) {
      words.add("--over");
      words.add(Copyable.word(axis));
    }
    words.add("--seeds " + sweep.seeds() + " --seed " + sweep.firstSeed());
    for (String measure : sweep.measures()) {
      words.add("--measure");
      words.add(Copyable.word(measure));
    }
    words.add("--engine " + sweep.engine());
    return String.join(" ", words);
  }
}
