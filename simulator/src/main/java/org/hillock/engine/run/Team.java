package org.hillock.engine.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * Threads that work in rounds, at the end of which they wait for each other; as many of them as is
 * fastest, which {@link Pace} finds out. The others sleep until they are needed.
 *
 * <pre>
 *   while (team.joins(worker)) {
 *     … work on parts team.from(worker, parts) to team.to(worker, parts) …
 *     if (!team.endRound(worker, work, whatToDoInBetween)) {
 *       return;                                     // another one has failed
 *     }
 *   }
 * </pre>
 *
 * <p>Who waits spins briefly, since the others are usually microseconds away, and then sleeps, so
 * that a busy machine is not slowed by waiting. What a thread wrote before it waited is seen by
 * every thread after it.
 */
public final class Team {

  private static final long SPIN_NANOS = 200_000;

  /**
   * Who has waited for so long may be in the way of those it waits for. Both stay ready to run, so
   * that the system sees that they need two processors; it does not if they sleep in turn.
   */
  private static final long ALONE_NANOS = 5_000;

  private static final int SPINS_PER_LOOK = 32;

  /** Lower bits of the state: more threads than there can be. */
  private static final long MOST = 0xffff;

  /** What a meeting adds to the state. */
  private static final long MEETING = MOST + 1;

  /** Elements between the times of two workers, so that they do not share a cache line. */
  private static final int APART = 16;

  private final int processors = Runtime.getRuntime().availableProcessors();
  private final Choice choice;
  private final long[] joined;
  private final long[] busy;
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicInteger sleepers = new AtomicInteger();

  /** Where those sleep who have no part in the round. */
  private final Object bench = new Object();

  /** Number of the meeting and threads that work, in one: they change together. */
  private volatile long state = 1;

  private volatile boolean broken;
  private volatile boolean over;

  /** Chooses how many threads work in the next round. */
  interface Choice {
    /**
     * The number of threads.
     *
     * @param work how much was done in the round that has ended
     * @param busy how long the threads worked, added up, without waiting for each other [ns]
     */
    int next(long work, long busy);
  }

  /**
   * @param threads how many there are; worker 0 always works
   */
  public Team(int threads) {
    this(threads, byPace(threads));
  }

  private static Choice byPace(int threads) {
    Pace pace = new Pace(threads, System.nanoTime());
    return (work, busy) -> pace.next(System.nanoTime(), work, busy);
  }

  /** The same with another choice, for tests. */
  Team(int threads, Choice choice) {
    this.choice = choice;
    this.joined = new long[threads * APART];
    this.busy = new long[threads * APART];
  }

  /** Threads that work in this round. */
  public int active() {
    return active(state);
  }

  private static int active(long state) {
    return (int) (state & MOST);
  }

  /** First of some parts that a worker has in this round. */
  public int from(int worker, int parts) {
    return (int) ((long) parts * worker / active());
  }

  /** One past the last of them. */
  public int to(int worker, int parts) {
    return (int) ((long) parts * (worker + 1) / active());
  }

  /**
   * Waits until a worker has a part in a round.
   *
   * @return false if there is none any more, or another worker has failed
   */
  public boolean joins(int worker) {
    if (!hasPart(worker)) {
      sleepUntilNeeded(worker);
    }
    joined[worker * APART] = System.nanoTime();
    return !over && !broken;
  }

  private boolean hasPart(int worker) {
    return worker < active() || over || broken;
  }

  /**
   * Waits for the others within a round.
   *
   * @param worker who
   * @param between is done once, when all have arrived and before any goes on
   * @return false if another worker has failed
   */
  public boolean await(int worker, Runnable between) {
    busy[worker * APART] += System.nanoTime() - joined[worker * APART];
    boolean whole =
        meet(
            () -> {
              between.run();
              return active();
            });
    joined[worker * APART] = System.nanoTime();
    return whole;
  }

  /**
   * Ends a round: waits for the others.
   *
   * @param worker who
   * @param work how much all have done in the round, such as its steps
   * @param between is done once, when all have arrived and before any goes on
   * @return false if another worker has failed
   */
  public boolean endRound(int worker, long work, Runnable between) {
    busy[worker * APART] += System.nanoTime() - joined[worker * APART];
    return meet(
        () -> {
          between.run();
          return chooseActive(work);
        });
  }

  private int chooseActive(long work) {
    long together = 0;
    for (int i = 0; i < busy.length; i += APART) {
      together += busy[i];
      busy[i] = 0;
    }
    return choice.next(work, together);
  }

  /** There is no further round. Called in between two. */
  public void end() {
    over = true;
  }

  /** Lets every waiting thread go, for good: one of them has failed, or all is done. */
  public void breakUp() {
    broken = true;
    wakeSleepers();
    wakeBench();
  }

  /**
   * Waits until all that work have come.
   *
   * @param last is done by the one that comes last; gives how many work from then on
   */
  private boolean meet(IntSupplier last) {
    long mine = state;
    int parties = active(mine);
    if (arrived.incrementAndGet() == parties) {
      arrived.set(0);
      int next = last.getAsInt();
      state = (mine - parties) + MEETING + next;
      if (parties > 1) {
        wakeSleepers();
      }
      if (next > parties || over) {
        wakeBench();
      }
    } else if (parties > processors || !spins(mine)) {
      sleepUntilPast(mine);
    }
    return !broken;
  }

  /** Whether the others came while this thread was looking out for them. */
  private boolean spins(long mine) {
    long start = System.nanoTime();
    long waited;
    do {
      for (int i = 0; i < SPINS_PER_LOOK; i++) {
        if (state != mine || broken) {
          return true;
        }
        Thread.onSpinWait();
      }
      waited = System.nanoTime() - start;
      if (waited > ALONE_NANOS) {
        Thread.yield();
      }
    } while (waited < SPIN_NANOS);
    return false;
  }

  private synchronized void sleepUntilPast(long mine) {
    // Counted before the state is read again, so that a releaser either sees a sleeper or is seen.
    sleepers.incrementAndGet();
    boolean interrupted = false;
    while (state == mine && !broken) {
      interrupted |= interruptedWait(this);
    }
    sleepers.decrementAndGet();
    keep(interrupted);
  }

  private void sleepUntilNeeded(int worker) {
    boolean interrupted = false;
    synchronized (bench) {
      while (!hasPart(worker)) {
        interrupted |= interruptedWait(bench);
      }
    }
    keep(interrupted);
  }

  private static boolean interruptedWait(Object monitor) {
    try {
      monitor.wait();
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  private static void keep(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void wakeSleepers() {
    if (sleepers.get() > 0) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  private void wakeBench() {
    synchronized (bench) {
      bench.notifyAll();
    }
  }
}
