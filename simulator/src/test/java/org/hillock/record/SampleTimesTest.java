package org.hillock.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTimesTest {

  @ParameterizedTest
  @CsvSource({"0, 0.1, 1000", "50.3, 0.3, 1284.8", "0.1, 0.7, 9.9", "1e7, 0.1, 50", "3.3, 4, 8"})
  void findsTheIntervalAsItWasWrittenAfterAnyWarmUp(double from, double interval, double during) {
    double end = from + during;
    List<Double> times = SampleTimes.every(from, end, interval);
    assertEquals(OptionalDouble.of(interval), SampleTimes.interval(times, from, end));
  }

  @Test
  void findsAnIntervalThatHasNoShortDecimal() {
    double interval = 1 / 3.0;
    OptionalDouble found = SampleTimes.interval(SampleTimes.every(0, 100, interval), 0, 100);
    assertEquals(
        SampleTimes.every(0, 100, interval), SampleTimes.every(0, 100, found.orElseThrow()));
  }

  @Test
  void findsNoIntervalOfTimesThatHaveNone() {
    List<Double> times = new ArrayList<>(SampleTimes.every(50.3, 80, 0.3));
    assertEquals(OptionalDouble.empty(), SampleTimes.interval(times, 50, 80));
    assertEquals(OptionalDouble.empty(), SampleTimes.interval(times, 50.3, 90), "it ends before");
    times.set(7, Math.nextUp(times.get(7)));
    assertEquals(OptionalDouble.empty(), SampleTimes.interval(times, 50.3, 80));
    assertEquals(OptionalDouble.empty(), SampleTimes.interval(List.of(0.0), 0, 80));
  }
}
