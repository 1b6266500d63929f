package org.hillock.plot;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;

/**
 * An axis that fits itself to the data, but does not zoom in on the rounding errors of one value.
 */
class FittedAxis extends NumberAxis {

  private static final double SAME = 1e-9; // of the value
  private static final double AROUND = 0.05; // of the value, to either side

  FittedAxis(String label) {
    super(label);
  }

  @Override
  protected void autoAdjustRange() {
    super.autoAdjustRange();
    Range range = getRange();
    double size = Math.max(Math.abs(range.getLowerBound()), Math.abs(range.getUpperBound()));
    double same = Math.max(SAME * size, 1.01 * getAutoRangeMinimumSize());
    if (getPlot() == null || range.getLength() > same) {
      return;
    }
    double value = range.getCentralValue();
    if (size > same) {
      double margin = AROUND * size;
      setRange(new Range(value - margin, value + margin), false, false);
    } else {
      setRange(getAutoRangeIncludesZero() ? new Range(0, 1) : new Range(-0.5, 0.5), false, false);
    }
  }
}
