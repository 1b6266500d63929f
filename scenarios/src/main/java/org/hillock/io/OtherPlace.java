package org.hillock.io;

import java.io.PrintWriter;
import java.nio.file.Path;

/** Says that results are not where they were to be: a script looks for them there. */
public final class OtherPlace {

  private OtherPlace() {}

  /**
   * Says it on standard error, however quiet all else is to be.
   *
   * @param named where results were to be
   * @param written where they are
   */
  public static void tell(Path named, Path written, PrintWriter err) {
    if (!written.equals(named)) {
      err.println(
          "the results are in '" + written + "', since there is a folder '" + named + "' by now");
      err.flush();
    }
  }
}
