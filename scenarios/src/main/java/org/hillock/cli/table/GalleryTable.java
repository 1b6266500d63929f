package org.hillock.cli.table;

import java.util.ArrayList;
import java.util.List;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.claim.Expectation;
import org.hillock.text.Text;

/** The scenarios that ship: what each shows, and what it claims. */
public final class GalleryTable {

  private GalleryTable() {}

  /** A line for each: name and title. */
  public static List<String> titles(List<Scenario> scenarios) {
    List<List<String>> rows = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      rows.add(List.of(scenario.name(), scenario.title()));
    }
    return Text.table(rows, 2);
  }

  /**
   * Name, title and claims.
   *
   * @param most so many claims of each; the others are counted
   */
  public static List<String> claims(List<Scenario> scenarios, int most) {
    List<String> lines = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      lines.add(scenario.heading());
      if (scenario.reference() != null) {
        lines.add("  " + scenario.reference().strip());
      }
      List<Expectation> claims = scenario.expectations();
      claims.stream().limit(most).forEach(claim -> lines.add("  claims  " + claim.text()));
      if (claims.size() > most) {
        lines.add("          and " + (claims.size() - most) + " more");
      }
      lines.add("");
    }
    return lines;
  }
}
