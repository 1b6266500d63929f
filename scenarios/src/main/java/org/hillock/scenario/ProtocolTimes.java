package org.hillock.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.analysis.TimeWindow;
import org.hillock.scenario.quantity.Nanoseconds;
import org.hillock.scenario.section.ProtocolReader.Step;

/** When each phase of a protocol begins and ends. */
final class ProtocolTimes {

  private ProtocolTimes() {}

  /**
   * A phase in its time.
   *
   * @param trial which of the phases of its name it is, from 0 on
   */
  record Timed(Step step, int trial, TimeWindow time) {

    /** Whether there is time for all of it. */
    boolean whole() {
      return time.duration() > step.duration() - TimeWindow.ROUNDING;
    }
  }

  /**
   * The phases one after the other, as far as there is time.
   *
   * @param begin of the first [ms]
   * @param end nothing goes on after it [ms]
   */
  static List<Timed> of(List<Step> steps, double begin, double end) {
    Map<String, Integer> trials = new LinkedHashMap<>();
    List<Timed> timed = new ArrayList<>();
    double now = begin;
    for (Step step : steps) {
      if (Nanoseconds.of(end - now) < 1) {
        break;
      }
      // Rounding adds to the last digits, of thousands of phases.
      double next = Math.min(end, Nanoseconds.rounded(now + step.duration()));
      int trial = trials.merge(step.name(), 1, Integer::sum) - 1;
      timed.add(new Timed(step, trial, new TimeWindow(now, next)));
      now = next;
    }
    return timed;
  }
}
