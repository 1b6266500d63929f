package org.hillock.report.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Curves of the page: regular times are told by two numbers, long ones are thinned. */
class CurveTest {

  private static final int MOST = 200_000;

  @Test
  void shouldShareTheRoomAmongCurves() {
    assertEquals(Curve.MOST_TOGETHER, Curve.most(1));
    assertEquals(Curve.MOST_TOGETHER / 100, Curve.most(100));
    assertTrue(Curve.most(1_000_000) > 1000);
  }

  @Test
  void shouldKnowRegularTimes() {
    double[] times = IntStream.range(0, 1000).mapToDouble(i -> 50 + i * 0.1).toArray();
    assertEquals(0.1, Curve.of("x", times, times, 10_000).step(), 1e-12);
    times[500] += 0.01;
    assertTrue(Double.isNaN(Curve.of("x", times, times, 10_000).step()));
  }

  @Test
  void shouldKeepTheExtremesOfALongCurve() {
    int count = 3 * MOST;
    double[] times = IntStream.range(0, count).mapToDouble(i -> i).toArray();
    double[] values = new double[count];
    values[123_457] = 5; // a stroke of one sample
    values[400_001] = -7;
    Curve curve = Curve.of("x", times, values, MOST);
    assertTrue(curve.thinned());
    assertTrue(curve.values().length <= MOST);
    assertEquals(5, Arrays.stream(curve.values()).max().orElseThrow());
    assertEquals(-7, Arrays.stream(curve.values()).min().orElseThrow());
    for (int i = 1; i < curve.times().length; i++) {
      assertTrue(curve.times()[i] >= curve.times()[i - 1]);
    }
  }

  @Test
  void shouldLeaveAShortCurveAsItIs() {
    double[] times = {0, 1, 2};
    assertFalse(Curve.of("x", times, times, 10_000).thinned());
  }
}
