package org.hillock.gallery;

import java.util.ArrayList;
import java.util.List;
import org.hillock.scenario.Scenario;
import org.hillock.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A page in Markdown: for each scenario what it shows, its picture, the command that runs it, and
 * its claims with what was found. The same runs give the same page.
 */
public final class GalleryPage {

  /** More claims than this are folded away. */
  private static final int SHOWN = 6;

  private final List<String> lines = new ArrayList<>();

  /**
   * A page without scenarios.
   *
   * @param command that writes it
   */
  public GalleryPage(String command) {
    lines.add("# Gallery");
    lines.add("");
    lines.add(
        "The scenarios that ship, each with its claims and what a run of it gave. Values to compare with come from theory or");
    lines.add(
        "the literature, never from Hillock. This page and its pictures were written by `"
            + command
            + "`.");
  }

  /**
   * Adds a scenario.
   *
   * @param verified what became of it
   * @param picture how the page refers to its picture; empty if it has none
   */
  public void add(VerifiedScenario verified, String picture) {
    Scenario scenario = verified.scenario();
    lines.add("");
    lines.add("## " + verified.source());
    lines.add("");
    lines.add("**" + scenario.title() + ".**" + text(scenario.description()));
    if (scenario.reference() != null) {
      lines.add("");
      lines.add("*" + scenario.reference().strip() + "*");
    }
    lines.add("");
    lines.add("```sh");
    lines.add("./hillock run " + verified.source() + sets(scenario));
    lines.add("```");
    if (!picture.isEmpty()) {
      lines.add("");
      lines.add("![" + scenario.title().replaceAll("[\\[\\]]", "") + "](" + picture + ")");
    }
    claims(verified.claims());
  }

  private static String text(@Nullable String description) {
    return description == null ? "" : " " + description.strip().replaceAll("\\s+", " ");
  }

  private static String sets(Scenario scenario) {
    StringBuilder sets = new StringBuilder();
    scenario.sets().forEach((key, value) -> sets.append(" --set " + key + "=" + value));
    return sets.toString();
  }

  private void claims(List<VerifiedClaim> claims) {
    boolean folded = claims.size() > SHOWN;
    long holding = claims.stream().filter(VerifiedClaim::holds).count();
    lines.add("");
    if (folded) {
      String said =
          Text.count(claims.size(), "claim", "claims") + ", of which " + holding + " hold";
      lines.add("<details><summary>" + said + "</summary>");
      lines.add("");
    }
    lines.add("| claim | expected | found | |");
    lines.add("|---|---|---|---|");
    for (VerifiedClaim claim : claims) {
      lines.add(
          "| `"
              + cell(claim.claim())
              + "` | `"
              + cell(claim.expected())
              + "` | "
              + cell(claim.found())
              + " | "
              + (claim.holds() ? "holds" : "**fails**")
              + " |");
    }
    if (folded) {
      lines.add("");
      lines.add("</details>");
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  /** The page. */
  public List<String> lines() {
    return List.copyOf(lines);
  }
}
