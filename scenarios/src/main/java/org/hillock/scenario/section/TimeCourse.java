package org.hillock.scenario.section;

import java.util.List;

/**
 * Something that is constant between given times: the k-th value holds over (time k, time k+1], the
 * last one to the end.
 *
 * @param times when each value begins [ms]
 * @param values as many
 */
record TimeCourse(List<Double> times, List<Double> values) {

  TimeCourse {
    times = List.copyOf(times);
    values = List.copyOf(values);
  }

  double[] timeArray() {
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }

  double[] valueArray() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
