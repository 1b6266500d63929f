package org.hillock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine;

/** Version of the program, and of the machine it runs on. */
final class Version implements CommandLine.IVersionProvider {

  /** The program's version, from the build. */
  static String number() {
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Name and version of the virtual machine. */
  static String jvm() {
    return System.getProperty("java.vm.name") + " " + Runtime.version();
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "Hillock " + number(),
      jvm(),
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
