package org.hillock.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The rule as the manual of the GNU Scientific Library writes it. */
class StepControlTest {

  @Test
  void refusesOnlyErrorsOfMoreThanATenthAboveWhatIsAllowed() {
    assertFalse(StepControl.refuses(1.1));
    assertTrue(StepControl.refuses(1.1000001));
  }

  @Test
  void shortensByTheFifthRootOfTheErrorButNotToLessThanAFifth() {
    assertEquals(0.9 * 0.5 * 0.2, StepControl.again(0.2, 32), 1e-15);
    assertEquals(0.04, StepControl.again(0.2, 1e9), 1e-15);
  }

  @Test
  void lengthensByTheSixthRootOfTheErrorButNotToMoreThanFiveTimes() {
    assertEquals(0.9 * 2 * 0.2, StepControl.next(0.2, 1.0 / 64), 1e-15);
    assertEquals(1.0, StepControl.next(0.2, 1e-9), 1e-15);
    assertEquals(1.0, StepControl.next(0.2, 0), 1e-15);
    double least = Math.pow(0.18, 6);
    assertEquals(1.0, StepControl.next(0.2, least * 1.0001), 1e-4);
    assertTrue(StepControl.next(0.2, least * 1.0001) < 1.0);
  }

  @Test
  void leavesTheLengthOfAStepWhoseErrorIsNearWhatIsAllowed() {
    assertEquals(0.2, StepControl.next(0.2, 0.5));
    assertEquals(0.2, StepControl.next(0.2, 1.1));
    // 0.9 (1/0.6)^(1/6) would be below 1.
    assertEquals(0.9 * Math.pow(1 / 0.49, 1.0 / 6) * 0.2, StepControl.next(0.2, 0.49), 1e-15);
  }
}
