package org.hillock.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where complaints go. The launcher keeps the real standard error under another descriptor, since
 * that of Java passes a filter for a warning that Java prints before the program begins; through
 * the other one nothing that the program says is late.
 */
final class StandardError {

  /** Set by the launcher: the number of the descriptor. */
  static final String DESCRIPTOR = "hillock.stderr";

  private StandardError() {}

  /** That of Java's own standard error, whose property has had several names. */
  private static Charset encoding() {
    for (String property : List.of("stderr.encoding", "sun.stderr.encoding", "native.encoding")) {
      String name = System.getProperty(property);
      if (name != null && Charset.isSupported(name)) {
        return Charset.forName(name);
      }
    }
    return Charset.defaultCharset();
  }

  /** Whether there is such a descriptor, as far as the system tells. */
  private static boolean exists(int number) {
    Path all = Path.of("/proc/self/fd");
    return !Files.isDirectory(all) || Files.exists(all.resolve(Integer.toString(number)));
  }

  /** Lets {@link System#err} be the real standard error, if the launcher says where it is. */
  static void restore() {
    Integer number = Integer.getInteger(DESCRIPTOR);
    if (number == null || !exists(number)) {
      return;
    }
    try {
      FileDescriptor descriptor = new FileDescriptor();
      Field field = FileDescriptor.class.getDeclaredField("fd");
      field.setAccessible(true);
      field.setInt(descriptor, number);
      System.setErr(new PrintStream(new FileOutputStream(descriptor), true, encoding()));
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Java keeps its own, which is the same but for the filter.
    }
  }
}
