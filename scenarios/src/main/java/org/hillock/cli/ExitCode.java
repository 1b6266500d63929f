package org.hillock.cli;

/** How the program ends. */
final class ExitCode {

  static final int OK = 0;
  static final int FAILED = 1;
  static final int MISTAKE = 2;
  static final int EXPECTATION_FAILED = 3;
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
