package org.hillock.report.run;

import org.hillock.io.RunFacts;
import org.hillock.report.Markup;
import org.hillock.report.Numerals;
import org.hillock.report.Section;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.claim.Verdict;
import org.jspecify.annotations.Nullable;

/** What the scenario claims, and whether the run bears it out. */
record ClaimSection(RunFacts facts, @Nullable Scenario scenario) implements Section {

  @Override
  public String id() {
    return "claims";
  }

  @Override
  public String title() {
    return "Claim and verdict";
  }

  @Override
  public void write(Markup page) {
    if (facts.partial() || !facts.leftOut().isEmpty()) {
      page.element("p", incomplete(), "class", "notice", "role", "note");
    }
    if (scenario != null && scenario.description() != null) {
      page.element("p", scenario.description().strip());
    }
    if (!facts.reference().isEmpty()) {
      page.element("p", "After " + facts.reference(), "class", "soft");
    }
    if (facts.claims().isEmpty()) {
      page.element("p", "The scenario expects nothing, so that there is no verdict.");
      return;
    }
    long held = facts.claims().stream().filter(RunFacts.Claim::passed).count();
    page.open("p").element("strong", verdict(held), "class", facts.passed() ? "holds" : "fails");
    page.close();
    page.open("div", "class", "scroll").open("table", "class", "claims").open("thead").open("tr");
    for (String heading : new String[] {"expected", "found", "verdict"}) {
      page.element("th", heading, "scope", "col", "class", "name");
    }
    page.close().close().open("tbody");
    for (RunFacts.Claim claim : facts.claims()) {
      page.open("tr").element("td", claim.text(), "class", "name");
      page.element("td", claim.found().isEmpty() ? "nothing" : claim.found(), "class", "name");
      writeVerdict(page, claim.outcome());
      page.close();
    }
    page.close().close().close();
  }

  private static void writeVerdict(Markup page, Verdict.Outcome outcome) {
    switch (outcome) {
      case HOLDS -> page.element("td", "holds", "class", "name holds");
      case FAILS -> page.element("td", "does not hold", "class", "name fails");
      default -> page.element("td", "outside of this run", "class", "name");
    }
  }

  private String verdict(long held) {
    int all = facts.claims().size();
    long outside =
        facts.claims().stream().filter(claim -> claim.outcome() == Verdict.Outcome.OUTSIDE).count();
    if (outside > 0) {
      String inside =
          all == outside
              ? ""
              : held
                  + " of "
                  + Numerals.counted(all - (int) outside, "claim", "claims")
                  + " hold. ";
      return inside
          + Numerals.counted((int) outside, "claim is", "claims are")
          + " about what is outside of this run.";
    }
    if (held == all && all <= 2) {
      return all == 1 ? "The claim holds." : "Both claims hold.";
    }
    return held == all
        ? "All " + all + " claims hold."
        : held + " of " + Numerals.counted(all, "claim", "claims") + " hold.";
  }

  private String incomplete() {
    StringBuilder sentence = new StringBuilder();
    if (facts.partial()) {
      double end = facts.clock().getOrDefault("end_ms", Double.NaN);
      sentence.append("The run was interrupted at ").append(Values.text(end)).append(" ms. ");
    }
    if (!facts.leftOut().isEmpty()) {
      sentence.append("Left out: ").append(String.join(", ", facts.leftOut())).append('.');
    }
    return sentence.toString().strip();
  }
}
