package org.hillock.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhaseClockTest {

  @Test
  void phasesAddUpToTheTimeOfTheRun() {
    PhaseClock clock = new PhaseClock();
    clock.beginEpoch(true);
    clock.end(PhaseClock.Phase.EXCHANGE);
    clock.end(PhaseClock.Phase.DELIVER);
    long until = System.nanoTime() + 1_000_000;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    clock.end(PhaseClock.Phase.UPDATE);
    clock.end(PhaseClock.Phase.RECORD);
    PhaseTimes times = PhaseClock.of(List.of(clock, new PhaseClock()), 2.5);
    assertEquals(2.5, times.deliver() + times.update() + times.exchange() + times.record(), 1e-12);
    assertTrue(times.update() > times.deliver());
  }

  @Test
  void epochsThatDoNotCountAreNotTimed() {
    PhaseClock clock = new PhaseClock();
    for (int epoch = 0; epoch < 20; epoch++) {
      clock.beginEpoch(false);
      clock.end(PhaseClock.Phase.UPDATE);
    }
    assertSame(PhaseTimes.NONE, PhaseClock.of(List.of(clock), 1));
  }
}
