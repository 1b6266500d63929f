package org.hillock.scenario.section;

import java.util.ArrayList;
import java.util.List;
import org.hillock.network.Input;
import org.hillock.network.NeuronRange;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/** Reads an input of current: constant, by a formula in t, or in steps. */
final class CurrentReader {

  private final Problems problems;
  private final InputKeys keys;
  private final TimeCourseReader courses;
  private final TimeFormula formula;

  CurrentReader(ValueReader values, InputKeys keys, TimeCourseReader courses, TimeFormula formula) {
    this.problems = values.problems();
    this.keys = keys;
    this.courses = courses;
    this.formula = formula;
  }

  @Nullable Input read(String name, Fields fields, @Nullable List<NeuronRange> reached) {
    keys.checkTargets(fields, reached);
    double delay = keys.time(fields, "delay", 0, 0);
    String place = keys.receptor(fields, reached, true);
    MeasurementUnit unit = keys.unit(fields, reached, place);
    TimeCourse course = unit == null ? null : course(fields, unit);
    return reached == null || course == null
        ? null
        : new Input.StepCurrent(name, reached, course.times(), course.values(), delay, place);
  }

  private @Nullable TimeCourse course(Fields fields, MeasurementUnit unit) {
    int forms =
        (fields.has("amplitude") ? 1 : 0)
            + (fields.has("steps") ? 1 : 0)
            + (fields.has("times") || fields.has("amplitudes") ? 1 : 0);
    Item amplitude = fields.get("amplitude");
    Item steps = fields.get("steps");
    Item times = fields.get("times");
    Item amplitudes = fields.get("amplitudes");
    if (forms != 1 || (fields.has("times") != fields.has("amplitudes"))) {
      problems.add(
          fields.mapping(),
          forms == 0
              ? "no current is given"
              : forms > 1 ? "found several currents" : "found only one of times and amplitudes",
          "expected amplitude, or steps: [[time, amplitude], ...], or times and amplitudes");
      return null;
    }
    if (amplitude == null) {
      for (String key : List.of("start", "stop", "interval")) {
        fields.refuse(key, "the steps say when", problems);
      }
    }
    if (steps != null) {
      return courses.steps(steps, unit, "amplitude", -Double.MAX_VALUE);
    }
    if (times != null && amplitudes != null) {
      return courses.lists(times, amplitudes, unit);
    }
    double start = keys.time(fields, "start", 0, 0);
    double stop = keys.stop(fields, start);
    if (amplitude != null && formula.changes(amplitude)) {
      Double interval = keys.interval(fields);
      return interval == null
          ? null
          : formula.read(amplitude, unit, -Double.MAX_VALUE, start, stop, interval);
    }
    fields.refuse("interval", "the current does not change; in a formula, t is the time", problems);
    return constant(fields, unit, start, stop);
  }

  private @Nullable TimeCourse constant(
      Fields fields, MeasurementUnit unit, double start, double stop) {
    Double amplitude = keys.quantityFrom(fields, "amplitude", unit, -Double.MAX_VALUE, Double.NaN);
    if (amplitude == null) {
      return null;
    }
    List<Double> times = new ArrayList<>(List.of(start));
    List<Double> amplitudes = new ArrayList<>(List.of(amplitude));
    if (stop < Double.POSITIVE_INFINITY) {
      times.add(stop);
      amplitudes.add(0.0);
    }
    return new TimeCourse(times, amplitudes);
  }
}
