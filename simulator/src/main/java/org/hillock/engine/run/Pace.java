package org.hillock.engine.run;

/**
 * Chooses how many threads work, by measuring: more threads share the work, but wait for each other
 * at the end of every round, and on a busy machine wait long.
 *
 * <p>It begins with all threads, and measures how long the work takes. Where they are mostly
 * waiting it tries half as many for a moment; what is faster is kept. Later trials, of more threads
 * and of fewer, come at growing distances while they fail, so that together they cost a few per
 * cent at most. Fewer are tried where the threads are mostly waiting; and if what has been kept
 * becomes slower than one thread was, one thread works again at once.
 *
 * <p>Results do not depend on it. Times are in ns. Not thread-safe.
 */
final class Pace {

  /** A number of threads is judged by no less than this. */
  private static final long WINDOW = 2_000_000;

  /** And by no fewer rounds, unless they take long. */
  private static final int ROUNDS = 4;

  /** More threads must take less than this part of the time, for what they take of the machine. */
  private static final double FASTER = 0.95;

  /** What is kept is given up when one thread took this much less. */
  private static final double SLOWER = 1.1;

  /** Threads that are at work for this part of the time are worth it. */
  private static final double EFFECTIVE = 0.7;

  /** What has been kept for so long was no accident. */
  private static final long PROVEN = 500_000_000;

  private final int most;
  private final Trials more;
  private final Trials fewer;
  private int kept;
  private int active;
  private long keptSince;

  /** Time a unit of work took with the threads that were kept, and with one thread. */
  private double keptCost = Double.NaN;

  private double oneCost = Double.NaN;
  private long windowBegan;
  private long windowWork;
  private long windowBusy;
  private int windowRounds;

  /** Whether threads have just been woken, whose caches hold nothing of what they work on. */
  private boolean cold;

  /**
   * @param most threads that there are
   * @param now the time
   */
  Pace(int most, long now) {
    this.most = most;
    this.kept = most;
    this.active = most;
    this.cold = most > 1;
    this.keptSince = now;
    this.windowBegan = now;
    this.more = new Trials(now);
    this.fewer = new Trials(now);
  }

  /**
   * Takes note of a round that has ended.
   *
   * @param now the time
   * @param work how much was done, such as steps
   * @param busy how long the threads worked, added up, without waiting for each other
   * @return how many threads work in the next one
   */
  int next(long now, long work, long busy) {
    if (most == 1) {
      return 1;
    }
    windowWork += work;
    windowBusy += busy;
    windowRounds++;
    long elapsed = now - windowBegan;
    if (elapsed >= WINDOW && (windowRounds >= ROUNDS || elapsed >= ROUNDS * WINDOW)) {
      double cost = (double) elapsed / Math.max(1, windowWork);
      int before = active;
      if (cold) {
        cold = false;
      } else if (active != kept) {
        endTrial(now, cost, elapsed);
      } else {
        judge(now, cost, (double) windowBusy / elapsed);
      }
      cold |= active > before;
      windowBegan = now;
      windowWork = 0;
      windowBusy = 0;
      windowRounds = 0;
    }
    return active;
  }

  private void endTrial(long now, double cost, long elapsed) {
    boolean ofMore = active > kept;
    if (active == 1) {
      oneCost = cost;
    }
    if (ofMore ? cost < FASTER * keptCost : FASTER * cost < keptCost) {
      kept = active;
      keptCost = cost;
      keptSince = now;
      if (ofMore) {
        fewer.soon(now);
      } else {
        more.later(now, 0);
      }
    } else {
      active = kept;
      (ofMore ? more : fewer).later(now, elapsed);
    }
  }

  private void judge(long now, double cost, double busy) {
    keptCost = cost;
    boolean proven = now - keptSince > PROVEN;
    if (kept == 1) {
      oneCost = cost;
    } else if (cost > SLOWER * oneCost) {
      // There is more to do now, or the machine has become busy: a trial tells which.
      kept = 1;
      active = 1;
      keptSince = now;
      more.soon(now);
      return;
    } else if (proven) {
      more.soon(now);
    }
    boolean effective = busy >= EFFECTIVE * kept;
    if (kept > 1 && !effective && fewer.due(now)) {
      active = kept / 2;
    } else if (kept < most && effective && more.due(now)) {
      active = Math.min(most, 2 * kept);
    }
  }

  /** When to try something next. */
  private static final class Trials {

    private static final long SOON = 10_000_000;
    private static final long LATE = 2_000_000_000;

    /** A trial that fails is followed by none for this many times as long as it took. */
    private static final int REST = 40;

    private long wait = SOON;
    private long next;

    Trials(long now) {
      this.next = now;
    }

    boolean due(long now) {
      return now >= next;
    }

    void soon(long now) {
      wait = SOON;
      next = Math.min(next, now + SOON);
    }

    void later(long now, long took) {
      wait = Math.min(LATE, 2 * wait);
      next = now + Math.max(wait, REST * took);
    }
  }
}
