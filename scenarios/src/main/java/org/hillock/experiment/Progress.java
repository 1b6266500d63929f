package org.hillock.experiment;

import java.io.PrintStream;
import java.util.Locale;
import org.hillock.engine.run.RunListener;
import org.hillock.text.Text;

/**
 * Tells how far a run has come: on a terminal one line that is written again and again, elsewhere a
 * line after five seconds and then after twice as long each time (a day of it has 14), or nothing.
 */
public final class Progress implements RunListener {

  /** Set by the launcher, which can see whether standard error is a terminal. */
  public static final String TERMINAL = "hillock.terminal";

  private static final long TERMINAL_NANOS = 200_000_000L;

  /** Elsewhere a file is to be read, not watched: lines come at ever longer intervals. */
  private static final long FIRST_PLAIN_NANOS = 5_000_000_000L;

  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean quiet;
  private final boolean terminal;
  private final double durationMs;
  private final Interruption interruption;
  private long plainNanos = FIRST_PLAIN_NANOS;
  private long lastTold = System.nanoTime();
  private long phaseStarted = System.nanoTime();
  private Phase phase = Phase.BUILD;
  private boolean lineOpen;

  public Progress(
      PrintStream out,
      boolean quiet,
      boolean terminal,
      double durationMs,
      Interruption interruption) {
    this.out = out;
    this.quiet = quiet;
    this.terminal = terminal;
    this.durationMs = durationMs;
    this.interruption = interruption;
  }

  @Override
  public void progress(Phase newPhase, double done) {
    long now = System.nanoTime();
    if (newPhase != phase) {
      phase = newPhase;
      phaseStarted = now;
    }
    if (quiet || now - lastTold < (terminal ? TERMINAL_NANOS : plainNanos)) {
      return;
    }
    lastTold = now;
    String line = line(done, (now - phaseStarted) * 1e-9);
    if (terminal) {
      out.print(CLEAR_LINE + line);
      out.flush();
      lineOpen = true;
    } else {
      out.println(line);
      plainNanos *= 2;
    }
  }

  private String line(double done, double elapsed) {
    String percent = String.format(Locale.ROOT, "%3.0f %%", 100 * done);
    String left = done > 0 ? Text.seconds(elapsed * (1 - done) / done) + " left" : "";
    return switch (phase) {
      case BUILD -> "building    " + percent;
      case WARMUP -> "warming up  " + percent + "   " + left;
      case SIMULATE ->
          "simulating  "
              + percent
              + "   real-time factor "
              + Text.number(elapsed * 1000 / (done * durationMs))
              + "   "
              + left;
    };
  }

  /** Removes the line from the terminal. */
  public void close() {
    if (lineOpen) {
      out.print(CLEAR_LINE);
      out.flush();
      lineOpen = false;
    }
  }

  @Override
  public boolean stopRequested() {
    return interruption.requested();
  }
}
