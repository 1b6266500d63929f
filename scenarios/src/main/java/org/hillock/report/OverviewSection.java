package org.hillock.report;

import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.estimate.LinkLoads;
import org.hillock.loihi.quantise.PathwayReport;

/** What was mapped onto which chip, and the answers of the other sections in a number each. */
record OverviewSection(Mapping mapping, CoreUse use, LinkLoads links) implements Section {

  @Override
  public String id() {
    return "overview";
  }

  @Override
  public String title() {
    return "At a glance";
  }

  @Override
  public void write(Markup page) {
    ChipProfile profile = mapping.profile();
    page.open("div", "class", "cards");
    card(
        page,
        Numerals.count(mapping.cores()),
        String.format(
            "of %s cores, on %s",
            Numerals.count(profile.cores()), Numerals.counted(mapping.chips(), "chip", "chips")));
    Limit shortest = use.shortest();
    card(
        page,
        Numerals.percent(use.most(shortest)),
        "of the " + shortest.label() + " of the fullest core");
    card(
        page,
        Numerals.significant(links.busiest().load(), 3) + "/s",
        "packets on the busiest link (estimate)");
    double worst = worstWeights();
    if (worst == 0) {
      card(page, "exact", "weights of all pathways");
    } else {
      card(
          page,
          Numerals.significant(-20 * Math.log10(worst), 3) + " dB",
          "signal to noise of the worst weights");
    }
    if (profile.costs().known()) {
      writeCosts(page);
    }
    page.close();
    writeFacts(page, profile);
  }

  private void writeCosts(Markup page) {
    card(
        page,
        Numerals.significant(mapping.estimate().energy() / 1e6, 3) + " µJ",
        "per second of the network's time (estimate)");
    card(
        page,
        Numerals.significant(mapping.estimate().stepNs() / 1000, 3) + " µs",
        "for a step of " + Numerals.number(mapping.chipStep()) + " ms (estimate)");
  }

  private void writeFacts(Markup page, ChipProfile profile) {
    page.open("div", "class", "scroll").open("table", "class", "facts").open("tbody");
    fact(page, "scenario", mapping.subject().name());
    fact(page, "seed", "" + mapping.subject().seed());
    fact(page, "chip", profile.name() + ": " + profile.description());
    fact(page, "step of the chip", Numerals.number(mapping.chipStep()) + " ms");
    fact(page, "step of the simulator", Numerals.number(mapping.subject().gridStep()) + " ms");
    fact(
        page,
        "neurons on the chip",
        Numerals.count(mapping.neurons())
            + " in "
            + Numerals.counted(mapping.populations().size(), "population", "populations")
            + (mapping.numbering().relays().stages().isEmpty() ? "" : ", relays among them"));
    long all = mapping.reports().pathways().stream().mapToLong(PathwayReport::synapses).sum();
    fact(
        page,
        "synapses on the chip",
        Numerals.count(mapping.synapses()) + " of " + Numerals.count(all));
    fact(
        page,
        "sources outside the chip",
        Numerals.count(mapping.numbering().sources() - mapping.neurons()));
    fact(page, "cores", Numerals.count(mapping.cores()) + " of " + Numerals.count(profile.cores()));
    fact(page, "chips", Numerals.count(mapping.chips()) + " of " + Numerals.count(profile.chips()));
    int warnings = mapping.reports().warnings().size();
    page.open("tr").element("th", "warnings", "scope", "row").open("td");
    page.element("a", warnings == 0 ? "none" : Numerals.count(warnings), "href", "#warnings");
    page.close().close();
    page.close().close().close();
  }

  /** The largest relative error of the weights of a pathway. */
  private double worstWeights() {
    double worst = 0;
    for (PathwayReport report : mapping.reports().pathways()) {
      worst = Math.max(worst, report.relativeError());
    }
    return worst;
  }

  private static void card(Markup page, String number, String what) {
    page.open("div", "class", "card").element("b", number).element("span", what).close();
  }

  private static void fact(Markup page, String name, String value) {
    page.open("tr").element("th", name, "scope", "row").element("td", value).close();
  }
}
