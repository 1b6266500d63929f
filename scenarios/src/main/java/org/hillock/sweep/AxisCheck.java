package org.hillock.sweep;

import java.util.List;
import java.util.Map;
import org.hillock.scenario.source.Problem;
import org.hillock.scenario.source.ScenarioException;

/**
 * Tells mistakes from points that fail: a value that cannot be fails where it comes, but a name
 * that is unknown, or values none of which can be, are better known before hours of work.
 */
public final class AxisCheck {

  private AxisCheck() {}

  /**
   * Reads the scenario with the values of each axis alone, until one of them can be.
   *
   * @param seed of the first point
   * @throws ScenarioException of the first value of an axis none of whose values can be
   */
  public static void check(PointRun.Loader loader, List<SweepAxis> axes, long seed)
      throws ScenarioException {
    for (SweepAxis axis : axes) {
      ScenarioException first = null;
      boolean any = false;
      for (int i = 0; i < axis.values().size() && !any; i++) {
        Map<String, String> values = Map.of(axis.name(), axis.values().get(i));
        try {
          loader.load(new SweepPoint(0, values, seed), null);
          any = true;
        } catch (ScenarioException e) {
          first = first == null ? named(e, axis.name()) : first;
        }
      }
      if (!any && first != null) {
        throw first;
      }
    }
  }

  /** The same mistakes of the option that was given. */
  private static ScenarioException named(ScenarioException e, String axis) {
    return new ScenarioException(
        e.problems().stream()
            .map(
                problem ->
                    problem.file().equals("--set " + axis)
                        ? new Problem(
                            "--over " + axis,
                            problem.line(),
                            problem.column(),
                            problem.path(),
                            problem.found(),
                            problem.allowed(),
                            problem.suggestion())
                        : problem)
            .toList());
  }
}
