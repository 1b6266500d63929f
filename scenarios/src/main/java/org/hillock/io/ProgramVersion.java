package org.hillock.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Version of the program, and of the virtual machine it runs on. */
public final class ProgramVersion {

  private ProgramVersion() {}

  /** The program's version, from the build. */
  public static String number() {
    try (InputStream in = ProgramVersion.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Name and version of the virtual machine. */
  public static String jvm() {
    return System.getProperty("java.vm.name") + " " + Runtime.version();
  }
}
