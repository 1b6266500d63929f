package org.hillock.plot;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;

/**
 * An axis that covers a given window, whatever the data: at first, and again when the user zooms
 * all the way out.
 */
class WindowAxis extends NumberAxis {

  private final transient Range window;

  WindowAxis(String label, double from, double to) {
    super(label);
    // A window without extent still needs a width to be drawn on.
    double margin = to - from > 1e-12 * Math.max(Math.abs(from), Math.abs(to)) ? 0 : 0.5;
    this.window = new Range(Math.min(from, to) - margin, Math.max(from, to) + margin);
    autoAdjustRange();
  }

  @Override
  protected void autoAdjustRange() {
    if (window != null) { // called by the constructor of the superclass
      setRange(window, false, false);
    }
  }
}
