package org.hillock.cli.option;

import java.util.ArrayList;
import java.util.Arrays;
import org.hillock.loihi.chip.ProfileReader;
import org.hillock.plot.PlotKind;

/** What can be said where an option or parameter takes one of several names, for completion. */
public final class Candidates {

  private Candidates() {}

  /** Names of plots. */
  public static final class Plots extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Plots() {
      super(Arrays.stream(PlotKind.values()).map(PlotKind::plotName).toList());
    }
  }

  /** Names of the scenarios that ship. */
  public static final class Scenarios extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Scenarios() {
      super(Catalog.names());
    }
  }

  /** Names of chips. */
  public static final class Targets extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Targets() {
      super(ProfileReader.names());
    }
  }
}
