package org.hillock.engine.run;

import java.util.Arrays;

/**
 * Chooses how many threads work, by measuring: more threads share the work, but wait for each other
 * at the end of every round, and on a busy machine wait long.
 *
 * <p>It begins with all threads. Where they are mostly waiting for a while it tries half as many,
 * and later now and then twice as many: both numbers work in turn for a few moments each, and the
 * medians of what they took are compared, so that neither a disturbance nor work that grows
 * decides. Trials that fail come at growing distances, so that together they cost a few per cent at
 * most; one of fewer threads comes at once when the work suddenly takes several times as long.
 *
 * <p>Results do not depend on it. Times are in ns. Not thread-safe.
 */
final class Pace {

  /** A number of threads is judged by no less than this at a time. */
  private static final long WINDOW = 2_000_000;

  /** And by no fewer rounds, unless they take long. */
  private static final int ROUNDS = 4;

  /**
   * Threads that are woken after a long time are not judged for so long: they may share a processor
   * at first.
   */
  private static final long COLD = 10_000_000;

  /** So often does each number of threads work in a trial. */
  private static final int TURNS = 3;

  /** More threads must take less than this part of the time, for what they take of the machine. */
  private static final double FASTER = 0.97;

  /** Threads that work for more than this part of the time do more than half of them could. */
  private static final double EFFECTIVE = 0.5;

  /**
   * Work that takes so many times as long as it did asks for a trial of fewer; more threads that
   * take so many times as long as fewer need no second turn.
   */
  private static final double SUDDEN = 3;

  /** A disturbance passes: only what is found so often in a row asks for a trial. */
  private static final int LASTING = 3;

  private final int most;
  private final Trials more;
  private final Trials fewer;
  private int kept;
  private int active;

  /** The number of threads on trial, or 0. */
  private int tried;

  private final double[] costOfTried = new double[TURNS];
  private final double[] costOfKept = new double[TURNS];
  private int turn;
  private long trialBegan;

  /** What a unit of work took with the threads that were kept when last compared. */
  private double usualCost = Double.NaN;

  private int slowWindows;
  private int idleWindows;
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
    long window = cold && kept < most ? COLD : WINDOW;
    if (elapsed >= window && (windowRounds >= ROUNDS || elapsed >= ROUNDS * WINDOW)) {
      double cost = (double) elapsed / Math.max(1, windowWork);
      int before = active;
      if (cold) {
        cold = false;
      } else if (tried != 0) {
        takeTurns(now, cost);
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

  private void judge(long now, double cost, double busy) {
    boolean effective = busy >= EFFECTIVE * kept;
    slowWindows = cost > SUDDEN * usualCost ? slowWindows + 1 : 0;
    idleWindows = effective ? 0 : idleWindows + 1;
    if (kept > 1 && (idleWindows >= LASTING && fewer.due(now) || slowWindows == LASTING)) {
      tryOut(kept / 2, now);
    } else if (kept < most && effective && more.due(now)) {
      tryOut(Math.min(most, 2 * kept), now);
    }
    if (Double.isNaN(usualCost)) {
      usualCost = cost;
    }
  }

  private void tryOut(int threads, long now) {
    tried = threads;
    active = threads;
    slowWindows = 0;
    idleWindows = 0;
    turn = 0;
    trialBegan = now;
  }

  private void takeTurns(long now, double cost) {
    if (active == tried) {
      costOfTried[turn] = cost;
      active = kept;
      return;
    }
    costOfKept[turn] = cost;
    boolean hopeless = tried > kept && costOfTried[turn] > SUDDEN * cost;
    active = tried;
    turn++;
    if (turn == TURNS || hopeless) {
      endTrial(now);
    }
  }

  private void endTrial(long now) {
    double cost = median(costOfTried, turn);
    usualCost = median(costOfKept, turn);
    boolean ofMore = tried > kept;
    Trials trials = ofMore ? more : fewer;
    if (ofMore ? cost < FASTER * usualCost : cost <= usualCost) {
      kept = tried;
      usualCost = cost;
      trials.soon(now);
      (ofMore ? fewer : more).afterSuccess(now);
    } else {
      trials.later(now, now - trialBegan);
    }
    active = kept;
    tried = 0;
  }

  private static double median(double[] costs, int count) {
    double[] sorted = Arrays.copyOf(costs, count);
    Arrays.sort(sorted);
    return sorted[count / 2];
  }

  /** When to try something next. */
  private static final class Trials {

    private static final long SOON = 10_000_000;
    private static final long SETTLED = 200_000_000;
    private static final long LATE = 2_000_000_000;

    /** A trial that fails is followed by none for this many times as long as it took. */
    private static final int REST = 40;

    private final long began;
    private long wait = SOON;
    private long next;

    Trials(long now) {
      this.began = now;
      this.next = now;
    }

    boolean due(long now) {
      return now >= next;
    }

    void soon(long now) {
      wait = SOON;
      next = Math.min(next, now + SOON);
    }

    /** Back again would be premature. */
    void afterSuccess(long now) {
      next = now + SETTLED;
    }

    /** What fails early, when code is not compiled yet, is not left for long. */
    void later(long now, long took) {
      wait = Math.min(LATE, 2 * wait);
      next = now + Math.max(wait, Math.min(REST * took, Math.min(LATE, (now - began) / 4)));
    }
  }
}
