package org.hillock.scenario.section;

import java.util.List;
import org.hillock.network.ChangingPoisson;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.NeuronRange;
import org.hillock.network.RateSchedule;
import org.hillock.random.PoissonTable;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/** Reads an input of Poisson spikes, whose rate may change. */
final class PoissonReader {

  private static final MeasurementUnit RATE = MeasurementUnit.canonical(Dimension.RATE);

  private final ValueReader values;
  private final Problems problems;
  private final InputKeys keys;
  private final TimeCourseReader courses;
  private final TimeFormula formula;
  private final double step;

  PoissonReader(
      ValueReader values,
      InputKeys keys,
      TimeCourseReader courses,
      TimeFormula formula,
      double step) {
    this.values = values;
    this.problems = values.problems();
    this.keys = keys;
    this.courses = courses;
    this.formula = formula;
    this.step = step;
  }

  @Nullable Input read(String name, Fields fields, @Nullable List<NeuronRange> reached) {
    String receptor = keys.receptor(fields, reached, false);
    Distribution weight = keys.weight(fields, reached, receptor);
    double delay = keys.time(fields, "delay", step, step);
    Item rate = fields.get("rate");
    Item steps = fields.get("steps");
    if ((rate == null) == (steps == null)) {
      problems.add(
          fields.mapping(),
          rate == null ? "'rate' is missing" : "found both rate and steps",
          "expected rate, such as 8 Hz or a formula in t, or steps: [[time, rate], ...]");
      return null;
    }
    if (rate != null && !formula.changes(rate)) {
      return constant(name, fields, reached, weight, delay, receptor, rate);
    }
    fields.refuse("period", "only a rate that does not change has one", problems);
    TimeCourse course = rate == null ? steps(fields, steps) : changing(fields, rate);
    if (course == null || reached == null || weight == null) {
      return null;
    }
    RateSchedule rates = new RateSchedule(course.timeArray(), course.valueArray());
    return inRange(rate == null ? steps : rate, rates.most())
        ? new ChangingPoisson(name, reached, rates, weight, delay, receptor)
        : null;
  }

  private @Nullable Input constant(
      String name,
      Fields fields,
      @Nullable List<NeuronRange> reached,
      @Nullable Distribution weight,
      double delay,
      @Nullable String receptor,
      Item item) {
    Double rate = keys.quantityFrom(fields, "rate", RATE, 0, Double.NaN);
    double start = keys.time(fields, "start", 0, 0);
    double stop = keys.stop(fields, start);
    fields.refuse("interval", "the rate does not change; in a formula, t is the time", problems);
    return reached == null || weight == null || rate == null || !inRange(item, rate)
        ? null
        : new Input.Poisson(
            name, reached, rate, weight, delay, start, stop, receptor, keys.period(fields));
  }

  private @Nullable TimeCourse steps(Fields fields, Item steps) {
    for (String key : List.of("start", "stop", "interval")) {
      fields.refuse(key, "the steps say when", problems);
    }
    return courses.steps(steps, RATE, "rate", 0);
  }

  private @Nullable TimeCourse changing(Fields fields, Item rate) {
    double start = keys.time(fields, "start", 0, 0);
    double stop = keys.stop(fields, start);
    Double interval = keys.interval(fields);
    return interval == null ? null : formula.read(rate, RATE, 0, start, stop, interval);
  }

  private boolean inRange(Item item, double rate) {
    double most =
        step == 0 ? Input.Poisson.MOST_IN_CONTINUOUS_TIME : PoissonTable.MAX_MEAN / step * 1000;
    if (rate > most) {
      problems.add(
          item,
          "found " + item.phrase() + " = " + Numbers.rounded(rate, RATE),
          "expected at most " + Numbers.rounded(most, RATE));
    }
    return rate <= most;
  }
}
