package org.hillock.file;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a name must be like that becomes the name of a file or folder, on any system: one step of a
 * path, which cannot lead elsewhere, hide, or stand for a device.
 */
public final class FileNames {

  /** Names may get endings such as {@code .partial-…}; file systems take 255 bytes. */
  private static final int LONGEST = 100;

  private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}/\\\\:*?\"<>|\u2028\u2029]");

  /** Windows takes these for devices, with any ending. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private FileNames() {}

  /** What a name may be, for messages. */
  public static String allowed() {
    return "a name that can be one of a file: at most "
        + LONGEST
        + " characters, none of / \\ : * ? \" < > |, beginning with neither '.' nor '-'";
  }

  /** What is wrong with a name, a phrase that follows "found 'NAME'"; nothing if it is fine. */
  public static Optional<String> fault(String name) {
    if (name.isBlank()) {
      return Optional.of("which is empty");
    }
    if (name.length() > LONGEST) {
      return Optional.of("which has " + name.length() + " characters");
    }
    var forbidden = FORBIDDEN.matcher(name);
    if (forbidden.find()) {
      char found = name.charAt(forbidden.start());
      return Optional.of(
          Character.isISOControl(found) || found > '\u2000'
              ? "which has a control character"
              : "which has the character " + found);
    }
    if (name.startsWith(".") || name.startsWith("-")) {
      return Optional.of("which begins with '" + name.charAt(0) + "'");
    }
    if (name.endsWith(".") || !name.equals(name.strip())) {
      return Optional.of("which has a space at either end or a dot at its end");
    }
    return DEVICE.matcher(name).matches()
        ? Optional.of("which is a device on Windows")
        : Optional.empty();
  }
}
