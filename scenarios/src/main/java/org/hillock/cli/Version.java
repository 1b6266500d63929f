package org.hillock.cli;

import org.hillock.io.ProgramVersion;
import org.hillock.text.Text;
import picocli.CommandLine;

/** Version of the program, and of the machine it runs on. */
final class Version implements CommandLine.IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "Hillock " + ProgramVersion.number(),
      ProgramVersion.jvm(),
      System.getProperty("os.name")
          + " "
          + System.getProperty("os.arch")
          + ", "
          + Runtime.getRuntime().availableProcessors()
          + " processors, up to "
          + Text.mebibytes(Runtime.getRuntime().maxMemory())
          + " of memory"
    };
  }
}
