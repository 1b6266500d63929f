package org.hillock.plot;

import java.awt.AWTError;
import java.awt.HeadlessException;
import java.util.function.Supplier;

/**
 * Whether pictures go to a screen or only to files.
 *
 * <p>Java settles this when the first class of AWT starts and never again. A run that only writes
 * files must not try to reach a screen: {@code DISPLAY} may name one that is long gone.
 */
public final class Display {

  private static final String HEADLESS = "java.awt.headless";

  private static boolean settled; // guarded by the class

  private Display() {}

  /**
   * To be called once, before the first plot. Later calls, and a headless property given on the
   * command line of Java, change nothing.
   *
   * @param window whether a window is going to be shown
   */
  public static synchronized void prepare(boolean window) {
    if (!settled && !window && System.getProperty(HEADLESS) == null) {
      System.setProperty(HEADLESS, "true");
    }
    settled = true;
  }

  /** Runs something that draws; what the machine lacks becomes a sentence. */
  static <T> T guarded(Supplier<T> drawing) {
    try {
      return drawing.get();
    } catch (LinkageError | InternalError e) {
      throw new PlotException(
          "This Java cannot draw: " + reason(e) + ".",
          "Install the packages fontconfig and libfreetype6 (freetype on Alpine and Fedora), or a"
              + " JDK that is not cut down; the results other than plots are complete.",
          e);
    } catch (HeadlessException | AWTError e) {
      throw new PlotException(
          "There is no screen to draw on: " + reason(e) + ".",
          "Leave out the window; plots are written as files all the same.",
          e);
    }
  }

  /** The innermost cause in one line, without a full stop. */
  static String reason(Throwable thrown) {
    Throwable innermost = thrown;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    String text = message == null || message.isBlank() ? innermost.getClass().getName() : message;
    return text.strip().lines().findFirst().orElse("").strip().replaceAll("\\.$", "");
  }
}
