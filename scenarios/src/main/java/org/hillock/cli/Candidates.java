package org.hillock.cli;

import java.util.ArrayList;
import java.util.Arrays;
import org.hillock.plot.PlotKind;

/** What can be said where an option or parameter takes one of several names, for completion. */
final class Candidates {

  private Candidates() {}

  /** Names of plots. */
  static final class Plots extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Plots() {
      super(Arrays.stream(PlotKind.values()).map(PlotKind::plotName).toList());
    }
  }

  /** Names of the scenarios that ship. */
  static final class Scenarios extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Scenarios() {
      super(Catalog.names());
    }
  }
}
