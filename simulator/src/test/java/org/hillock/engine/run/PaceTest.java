package org.hillock.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The choice of threads against machines whose speed is known; time is made up. */
class PaceTest {

  private static final double MS = 1e6;

  /**
   * Runs rounds for some time.
   *
   * @param cost what a round takes with a number of threads [ns]
   * @param work what it would take one thread without waiting [ns]
   */
  private static final class Machine {
    private final Pace pace;
    private final int most;
    private double now;
    private int active = 1;
    private double inAll;
    private final double[] spent;

    Machine(int most) {
      this.most = most;
      this.pace = new Pace(most, 0);
      this.spent = new double[most + 1];
    }

    void run(double forMs, double work, IntToDoubleFunction cost) {
      double end = now + forMs * MS;
      while (now < end) {
        double took = cost.applyAsDouble(active);
        now += took;
        spent[active] += took;
        inAll += took;
        active = pace.next((long) now, 1, (long) Math.min(work, took * active));
        assertTrue(active >= 1 && active <= most);
      }
    }

    double part(int threads) {
      return spent[threads] / inAll;
    }
  }

  @Test
  void shouldUseBothCoresWhereThereIsMuchToDo() {
    Machine machine = new Machine(2);
    machine.run(3000, 2 * MS, threads -> 2 * MS / threads + 0.01 * MS);
    assertTrue(machine.part(2) > 0.95, "two threads worked for " + machine.part(2));
  }

  @Test
  void shouldStayWithOneThreadWhereWaitingCostsMore() {
    Machine machine = new Machine(8);
    machine.run(3000, 0.008 * MS, threads -> threads == 1 ? 0.008 * MS : 0.1 * MS);
    assertTrue(machine.part(1) > 0.93, "one thread worked for " + machine.part(1));
  }

  @Test
  void shouldFindTheBestNumberOfThreadsInBetween() {
    Machine machine = new Machine(16);
    machine.run(5000, 0.4 * MS, threads -> 0.4 * MS / threads + 0.02 * MS * threads);
    // 0.42, 0.24, 0.18, 0.21, 0.345 ms with 1, 2, 4, 8, 16 threads
    assertTrue(machine.part(4) > 0.85, "four threads worked for " + machine.part(4));
  }

  @Test
  void shouldLetGoWhenTheMachineBecomesBusyAndComeBackWhenItIsFree() {
    Machine machine = new Machine(2);
    IntToDoubleFunction free = threads -> 0.1 * MS / threads + 0.01 * MS;
    IntToDoubleFunction busy = threads -> threads == 1 ? 0.15 * MS : 3 * MS;
    machine.run(2000, 0.1 * MS, free);
    assertEquals(2, machine.active);
    double before = machine.now;
    double spentBefore = machine.spent[2];
    machine.run(2000, 0.15 * MS, busy);
    double slow = machine.spent[2] - spentBefore;
    assertTrue(slow < 0.1 * (machine.now - before), slow / MS + " ms were slow");
    machine.run(6000, 0.1 * MS, free);
    assertEquals(2, machine.active);
  }

  @Test
  void shouldAcceptThatThereIsMoreToDo() {
    Machine machine = new Machine(2);
    machine.run(2000, 1 * MS, threads -> 1 * MS / threads + 0.01 * MS);
    machine.run(2000, 4 * MS, threads -> 4 * MS / threads + 0.01 * MS);
    double before = machine.spent[1];
    machine.run(1000, 1 * MS, threads -> 1 * MS / threads + 0.01 * MS);
    assertTrue(machine.part(2) > 0.9, "two threads worked for " + machine.part(2));
    assertTrue(machine.spent[1] - before < 100 * MS);
  }

  @Test
  void shouldNeverTryWhereThereIsOneThread() {
    Machine machine = new Machine(1);
    machine.run(100, MS, threads -> MS);
    assertEquals(1, machine.active);
  }
}
