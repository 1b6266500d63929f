package org.hillock.scenario.section;

import org.hillock.engine.run.RunSettings;
import org.hillock.model.GridTime;
import org.hillock.network.Distribution;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/** Reads delays of synapses that do not follow from places. */
final class DelayReader {

  private final ValueReader values;
  private final DistributionReader distributions;
  private final Problems problems;
  private final double step;
  private final double least;

  /**
   * @param step grid step [ms]; 0 in continuous time
   * @param least that a synapse can have in continuous time if it has any [ms]
   */
  DelayReader(ValueReader values, DistributionReader distributions, double step, double least) {
    this.values = values;
    this.distributions = distributions;
    this.problems = values.problems();
    this.step = step;
    this.least = least;
  }

  /** A delay, or how it is drawn; null after a problem was reported. */
  @Nullable Distribution read(Item item) {
    Distribution delay = distributions.random(item, MeasurementUnit.MILLISECOND);
    if (delay == null) {
      return null;
    }
    return step == 0 ? inContinuousTime(item, delay) : onGrid(item, delay);
  }

  private @Nullable Distribution inContinuousTime(Item item, Distribution delay) {
    if (delay.min() >= 0) {
      if (delay instanceof Distribution.Constant constant
          && constant.value() > 0
          && constant.value() < least) {
        problems.add(
            item,
            "found "
                + item.phrase()
                + ", by which a run of this duration would be cut into too many windows",
            "expected 0 ms, or at least " + Numbers.rounded(least, MeasurementUnit.MILLISECOND));
        return null;
      }
      return delay;
    }
    problems.add(
        item,
        delay instanceof Distribution.Constant
            ? "found " + item.phrase()
            : "found a distribution that can be below 0 ms",
        "expected 0 ms or more" + remedy(delay, "0 ms"));
    return null;
  }

  /** How a distribution is kept from giving less. */
  private static String remedy(Distribution delay, String least) {
    if (delay instanceof Distribution.Normal) {
      return "; add min: " + least;
    }
    return delay instanceof Distribution.Uniform
        ? "; let its min be " + least + " or more"
        : "; take a normal distribution with min: " + least;
  }

  private @Nullable Distribution onGrid(Item item, Distribution delay) {
    double most = RunSettings.MAX_DELAY_STEPS * step;
    if (delay.min() > most || (delay.max() > most && delay.max() < Double.POSITIVE_INFINITY)) {
      problems.add(
          item,
          "found " + item.phrase(),
          "expected at most "
              + RunSettings.MAX_DELAY_STEPS
              + " steps, "
              + Numbers.rounded(most, MeasurementUnit.MILLISECOND));
      return null;
    }
    if (delay instanceof Distribution.Constant constant && constant.value() >= step * (1 - 1e-6)) {
      Double onGrid = values.onGrid(item, "found " + item.phrase(), constant.value());
      return onGrid == null ? null : Distribution.of(onGrid);
    }
    if (GridTime.index(delay.min(), step) >= 1 && !delay.constant()) {
      return delay;
    }
    String oneStep = Numbers.text(step) + " ms";
    if (delay instanceof Distribution.Constant) {
      problems.add(item, "found " + item.phrase(), "expected at least one step, " + oneStep);
    } else {
      problems.add(
          item,
          "found a distribution that can give less than one step",
          "expected at least " + oneStep + remedy(delay, oneStep));
    }
    return null;
  }
}
