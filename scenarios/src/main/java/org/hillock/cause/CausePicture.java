package org.hillock.cause;

import java.util.List;
import org.hillock.plot.CausePlot;
import org.hillock.text.Text;

/** An explanation as a picture draws it. */
public final class CausePicture {

  private CausePicture() {}

  /**
   * What is drawn.
   *
   * @param title of the scenario
   */
  public static CausePlot.Cause of(Explanation explanation, String title) {
    List<CausePlot.Way> ways =
        explanation.sums().stream().map(sum -> way(explanation, sum)).toList();
    return new CausePlot.Cause(
        title
            + ": why "
            + explanation.neuron()
            + " fires at "
            + Text.milliseconds(explanation.time()),
        explanation.time(),
        explanation.rest(),
        explanation.threshold(),
        explanation.trace().times(),
        explanation.trace().values()[0][0],
        ways);
  }

  private static CausePlot.Way way(Explanation explanation, Explanation.Sum sum) {
    List<Contribution> its =
        explanation.contributions().stream()
            .filter(each -> each.way().equals(sum.way()) && each.receptor().equals(sum.receptor()))
            .toList();
    return new CausePlot.Way(
        sum.receptor().isEmpty() ? sum.way() : sum.way() + ", " + sum.receptor(),
        its.stream().mapToDouble(Contribution::arrival).toArray(),
        its.stream().mapToDouble(Contribution::potential).toArray());
  }
}
