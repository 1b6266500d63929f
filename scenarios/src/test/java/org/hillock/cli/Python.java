package org.hillock.cli;

import java.io.IOException;

/** The interpreters that a machine may have. */
final class Python {

  private Python() {}

  /**
   * Whether one is there, and has some modules.
   *
   * @param program such as {@code python3}
   * @param modules separated by commas
   */
  static boolean has(String program, String modules) {
    try {
      return new ProcessBuilder(program, "-c", "import " + modules)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
