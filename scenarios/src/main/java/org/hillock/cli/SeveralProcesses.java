package org.hillock.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hillock.engine.exchange.mpi.Launch;
import org.hillock.engine.exchange.mpi.MpiException;
import org.hillock.engine.exchange.mpi.MpiSession;
import org.hillock.experiment.Abandonment;
import picocli.CommandLine;

/**
 * The program as one of several processes that a launcher of MPI has started: the first one speaks
 * for all. One that fails ends the others, after its sentence; where all fail by the same mistake,
 * it is said once.
 */
final class SeveralProcesses {

  /** So long the first process is left to say what another one has found too. */
  private static final long FIRST_SECONDS = 2;

  /** An exchange that waits for so long, once all are told to end, is given up. */
  private static final long LONG_MILLIS = 250;

  /** For so long it is looked whether one does. */
  private static final long LOOKING_MILLIS = 4000;

  /** What has been recorded is kept within so long. */
  private static final long KEEPING_MILLIS = 5000;

  private static final long LOOK_MILLIS = 50;

  private final Launch launch;
  private final Abandonment abandonment = new Abandonment();
  private volatile boolean done;

  /**
   * @param launch what the environment says
   */
  SeveralProcesses(Launch launch) {
    this.launch = launch;
  }

  /** Does what the first process of several, or another, does; gives the exit code. */
  int run(String[] arguments) {
    if (arguments.length > 0
        && !arguments[0].startsWith("-")
        && !Set.of("run", "resume").contains(arguments[0])) {
      return refuse(
          "only 'hillock run' and 'hillock resume' are shared by several processes, not 'hillock "
              + arguments[0]
              + "': start it without mpirun or srun");
    }
    MpiSession mpi;
    try {
      mpi = MpiSession.start(launch, System.getenv(MpiSession.LIBRARY));
    } catch (MpiException e) {
      return refuse(e.getMessage());
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(mpi), "hillock-lonely"));
    StringWriter complaints = new StringWriter();
    CommandLine line = Main.commandLine(mpi.exchange(), abandonment);
    if (launch.rank() > 0) {
      line.setOut(new PrintWriter(PrintWriter.nullWriter()));
      line.setErr(new PrintWriter(complaints, true));
    }
    int code = Main.execute(line, arguments);
    if (code == ExitCode.FAILED || code == ExitCode.MISTAKE) {
      fail(mpi, code, complaints.toString());
    }
    if (!abandonment.left()) {
      mpi.end();
    }
    done = true;
    return code;
  }

  /**
   * What happens when this process is told to end, by Ctrl-C or since the launcher has seen another
   * one end: in the latter case an exchange waits for that one for good.
   */
  private void end(MpiSession mpi) {
    if (waitsForGood(mpi)) {
      System.err.println(
          "process "
              + launch.rank()
              + " of "
              + launch.size()
              + ": told to end, and another process does not answer: it has failed or was killed,"
              + " and the run ends here");
      System.err.flush();
      // The thread that waits is in the midst of MPI, which must not be ended meanwhile.
      abandonment.leave(KEEPING_MILLIS);
      Runtime.getRuntime().halt(ExitCode.FAILED);
    }
  }

  /** Whether one and the same exchange waits for long, before this process has ended by itself. */
  private boolean waitsForGood(MpiSession mpi) {
    long exchange = -1;
    long waited = 0;
    for (long millis = 0; millis < LOOKING_MILLIS && !done; millis += LOOK_MILLIS) {
      long now = mpi.exchanges();
      waited = now % 2 != 0 && now == exchange ? waited + LOOK_MILLIS : 0;
      if (waited >= LONG_MILLIS) {
        return true;
      }
      exchange = now;
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        return false;
      }
    }
    return false;
  }

  private int refuse(String sentence) {
    if (launch.rank() == 0) {
      System.err.println(sentence);
    }
    return ExitCode.MISTAKE;
  }

  private void fail(MpiSession mpi, int code, String complaints) {
    if (launch.rank() > 0) {
      try {
        TimeUnit.SECONDS.sleep(FIRST_SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      System.err.println("process " + launch.rank() + " of " + launch.size() + ": " + complaints);
    }
    System.err.flush();
    mpi.abort(code);
  }
}
