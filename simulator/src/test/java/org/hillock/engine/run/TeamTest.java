package org.hillock.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamTest {

  private static final int PARTS = 7;
  private static final int ROUNDS = 20_000;

  /** Threads that work in the next round change all the time; every part has its turn in each. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void shouldDoEveryPartOnceARoundWhoeverWorks(int threads) {
    AtomicLong rounds = new AtomicLong();
    IntUnaryOperator whoever = round -> 1 + (round * 7919 >>> 3) % threads;
    Team team = new Team(threads, (work, busy) -> whoever.applyAsInt((int) rounds.get()));
    AtomicIntegerArray done = new AtomicIntegerArray(PARTS);
    long[] plain = new long[1];
    Workers.run(
        threads,
        worker -> {
          while (team.joins(worker)) {
            for (int p = team.from(worker, PARTS); p < team.to(worker, PARTS); p++) {
              assertEquals(rounds.get(), done.getAndIncrement(p), "part " + p);
            }
            boolean whole = team.await(worker, () -> plain[0]++);
            assertTrue(whole);
            assertEquals(rounds.get() + 1, plain[0], "what was done in between is seen by all");
            Runnable next =
                () -> {
                  if (rounds.incrementAndGet() == ROUNDS) {
                    team.end();
                  }
                };
            if (!team.endRound(worker, 1, next)) {
              return;
            }
          }
        },
        team::breakUp);
    assertEquals(ROUNDS, rounds.get());
    for (int p = 0; p < PARTS; p++) {
      assertEquals(ROUNDS, done.get(p));
    }
  }

  @Test
  void shouldLetAllGoWhenOneFails() {
    Team team = new Team(3, (work, busy) -> 3);
    AtomicLong rounds = new AtomicLong();
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () ->
                Workers.run(
                    3,
                    worker -> {
                      while (team.joins(worker)) {
                        if (worker == 2 && rounds.get() > 10) {
                          throw new IllegalStateException("no more");
                        }
                        if (!team.endRound(worker, 1, rounds::incrementAndGet)) {
                          return;
                        }
                      }
                    },
                    team::breakUp));
    assertEquals("no more", failure.getMessage());
  }
}
