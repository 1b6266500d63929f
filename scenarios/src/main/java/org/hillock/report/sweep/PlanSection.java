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
    if (!sweep.words().isEmpty()) {
      page.element("p", "The command that sweeps again, from the folder in which it was given:");
      Copyable.write(page, "command", "command", command());
    }
  }

  /**
   * As it was given, but for what concerns one of several processes, or one of several attempts.
   */
  private String command() {
    List<String> words = new ArrayList<>(List.of("./hillock", "sweep"));
    boolean skipped = false;
    for (String word : sweep.words()) {
      boolean own = word.equals("--shard") || word.equals("--resume");
      if (!own && !skipped) {
        words.add(Copyable.word(word));
      }
      skipped = word.equals("--shard");
    }
    return String.join(" ", words);
  }
}
