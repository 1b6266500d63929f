package org.hillock.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.experiment.ChipChoice;
import org.hillock.experiment.Drawing;
import org.hillock.experiment.EngineRuns;
import org.hillock.io.ScenarioFacts;
import org.hillock.plot.PlotSize;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.claim.Expectation;
import org.hillock.scenario.claim.Findings;

/**
 * A scenario that was run, and what became of its claims.
 *
 * @param source the name or path that it was called by
 * @param scenario what was run
 * @param claims in the order of the file
 * @param result what came out
 */
public record VerifiedScenario(
    String source, Scenario scenario, List<VerifiedClaim> claims, RunResult result) {

  private static final PlotSize SMALL = new PlotSize(760, 480);

  /** Copies what could change. */
  public VerifiedScenario {
    claims = List.copyOf(claims);
  }

  /** Runs a scenario and checks what it claims. */
  public static VerifiedScenario of(String source, Scenario scenario, RunListener listener)
      throws IOException {
    RunResult result = EngineRuns.result(scenario, ChipChoice.STANDARD, listener, note -> {});
    Findings findings = Findings.of(result);
    List<VerifiedClaim> claims = new ArrayList<>();
    for (Expectation claim : scenario.expectations()) {
      claims.add(
          VerifiedClaim.of(claim, claim.check(findings, scenario.network(), scenario.settings())));
    }
    return new VerifiedScenario(source, scenario, claims, result);
  }

  /** Whether all claims hold. */
  public boolean holds() {
    return claims.stream().allMatch(VerifiedClaim::holds);
  }

  /**
   * Draws the first of its plots.
   *
   * @param file a PNG
   * @return whether there was one to draw
   */
  public boolean draw(Path file) throws IOException {
    ScenarioFacts facts = new ScenarioFacts(scenario);
    return Drawing.writeFirst(facts.plotData(result), facts.plots(), file, SMALL);
  }
}
