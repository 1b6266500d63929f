package org.hillock.cli;

import java.util.ArrayList;
import java.util.Arrays;
import org.hillock.bench.BenchCase;
import org.hillock.loihi.chip.ProfileReader;
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

  /** Names of chips. */
  static final class Targets extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Targets() {
      super(ProfileReader.names());
    }
  }

  /** Formats of an export. */
  static final class Formats extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Formats() {
      super(ExportFormats.KNOWN);
    }
  }

  /** Cases of a benchmark. */
  static final class Cases extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Cases() {
      super(BenchCase.standard(1).stream().map(BenchCase::name).toList());
      addAll(BenchCommand.STUDIES);
    }
  }
}
