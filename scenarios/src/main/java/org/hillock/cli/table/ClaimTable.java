package org.hillock.cli.table;

import java.util.ArrayList;
import java.util.List;
import org.hillock.gallery.VerifiedClaim;
import org.hillock.gallery.VerifiedScenario;
import org.hillock.text.Text;

/** Claims of a scenario and what became of them, for people. */
public final class ClaimTable {

  /** What is longer is cut, unless the claim does not hold. */
  private static final int LONGEST = 46;

  private ClaimTable() {}

  /**
   * Lines, the last of which is empty.
   *
   * @param failing whether only claims that do not hold are listed
   */
  public static List<String> lines(VerifiedScenario verified, boolean failing) {
    List<String> lines = new ArrayList<>();
    lines.add(
        verified.source()
            + ": "
            + verified.scenario().title()
            + (verified.scenario().sets().isEmpty()
                ? ""
                : " (" + verified.scenario().setText() + ")"));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "claim", "expected", "found"));
    for (VerifiedClaim claim : verified.claims()) {
      if (!failing || !claim.holds()) {
        rows.add(
            List.of(
                claim.holds() ? "holds" : "FAILS",
                cut(claim.claim(), claim.holds()),
                cut(claim.expected(), claim.holds()),
                claim.found()));
      }
    }
    lines.addAll(rows.size() == 1 ? List.of("  claims nothing") : Text.table(rows, 4));
    lines.add("");
    return lines;
  }

  private static String cut(String text, boolean holds) {
    return !holds || text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
