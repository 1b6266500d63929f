package org.hillock.scenario.section;

import java.util.Locale;

/** What a file asks for is compared with the memory that there is before it is allocated. */
final class Allocation {

  private Allocation() {}

  /** Whether so much can never be had. */
  static boolean exceeded(double bytes) {
    return bytes > Runtime.getRuntime().maxMemory();
  }

  /** What would be accepted, and what else helps. */
  static String expected(double bytes) {
    return "this needs about "
        + gibibytes(bytes)
        + ", and the program may use "
        + gibibytes(Runtime.getRuntime().maxMemory())
        + ": make it smaller, or allow more with HILLOCK_JAVA_OPTS=-Xmx…";
  }

  private static String gibibytes(double bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / 0x1p30);
  }
}
