package org.hillock.cli;

import org.hillock.experiment.Experiment;

/** How the program ends. */
final class ExitCode {

  static final int OK = 0;
  static final int FAILED = 1;
  static final int MISTAKE = 2;
  static final int EXPECTATION_FAILED = 3;
  static final int INTERRUPTED = 130;

  private ExitCode() {}

  /** That of a run. */
  static int of(Experiment.Ending ending) {
    return switch (ending) {
      case DONE -> OK;
      case EXPECTATION_FAILED -> EXPECTATION_FAILED;
      case INTERRUPTED -> INTERRUPTED;
      case UNWRITTEN -> FAILED;
    };
  }
}
