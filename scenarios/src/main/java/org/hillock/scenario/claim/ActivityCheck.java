package org.hillock.scenario.claim;

import java.util.List;
import org.hillock.analysis.LabelledTrial;
import org.hillock.analysis.PowerSpectrum;
import org.hillock.analysis.TrialCounts;
import org.hillock.analysis.Tuning;
import org.hillock.scenario.formula.Expression;
import org.hillock.scenario.formula.ExpressionException;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;

/** Whether the numbers that measures of activity are given make sense. */
final class ActivityCheck {

  /** Width of the bins in which counts of two groups of neurons are correlated [ms]. */
  static final double LAG_BIN = 1;

  private static final double WHOLE = 1e-9; // so near must a lag be to a number of bins

  private ActivityCheck() {}

  /**
   * @param first argument that is a number, or not a number
   * @param second the next one
   * @param shown what is shown, or phases
   */
  static void check(
      Expression.Call call, Measure measure, double first, double second, List<LabelledTrial> shown)
      throws ExpressionException {
    switch (measure) {
      case SPECTRUM -> frequency(call, first);
      case PEAK_FREQUENCY -> {
        if (!Double.isNaN(first)) {
          frequency(call, first);
          frequency(call, second);
          ascending(call, first, second, "frequency");
        }
      }
      case PSTH -> ascending(call, first, second, "time");
      case FRACTION_WEIGHTS -> {
        if (second < first) {
          throw new ExpressionException(
              call.at(), "no weight is between the two", "expected the smaller first");
        }
      }
      case CROSS_CORRELATION -> lag(call, first, Double.isNaN(second) ? LAG_BIN : second);
      case SELECTIVITY -> several(call, TrialCounts.labels(shown).size(), "found");
      case ORIENTATION_SELECTIVITY, DIRECTION_SELECTIVITY -> {
        long angles =
            TrialCounts.labels(shown).stream()
                .filter(label -> !Double.isNaN(Tuning.angle(label)))
                .count();
        several(call, angles, "found angles in");
      }
      default -> {}
    }
  }

  private static void several(Expression.Call call, long found, String what)
      throws ExpressionException {
    if (found < 2) {
      throw new ExpressionException(
          call.at(),
          what + " " + found + " of what is shown",
          "expected at least 2 labels or phases"
              + (what.equals("found") ? "" : " that end with a number of degrees, such as bar_45"));
    }
  }

  private static void frequency(Expression.Call call, double frequency) throws ExpressionException {
    boolean measured = Double.isNaN(frequency); // by another claim, once the run has ended
    if (!measured && !(frequency > 0 && frequency <= PowerSpectrum.HIGHEST)) {
      throw new ExpressionException(
          call.at(),
          "a frequency of " + Numbers.text(frequency) + " Hz",
          "expected above 0 Hz, to " + Numbers.text(PowerSpectrum.HIGHEST) + " Hz");
    }
  }

  private static void ascending(Expression.Call call, double first, double second, String what)
      throws ExpressionException {
    if (!(first < second)) {
      throw new ExpressionException(
          call.at(), "a second " + what + " that is not above the first", "");
    }
  }

  private static void lag(Expression.Call call, double lag, double bin) throws ExpressionException {
    double bins = lag / bin;
    if (Math.abs(bins - Math.rint(bins)) > WHOLE * Math.max(1, Math.abs(bins))) {
      throw new ExpressionException(
          call.at(),
          "a lag of " + Numbers.rounded(lag, MeasurementUnit.MILLISECOND),
          "expected whole bins of " + Numbers.rounded(bin, MeasurementUnit.MILLISECOND));
    }
  }
}
