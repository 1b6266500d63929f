package org.hillock.scenario.section;

import java.util.Objects;
import org.hillock.network.Conduction;
import org.hillock.network.Distribution;
import org.hillock.network.Positions;
import org.hillock.network.Projection;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Reads delays that follow from distances: {@code {velocity: 20 m/s, offset: 1 ms}}, where what is
 * added to distance / velocity may be left out.
 */
final class ConductionReader {

  private final ValueReader values;
  private final DistributionReader distributions;
  private final Targets targets;
  private final Problems problems;
  private final GridDelays grid;
  private final double step;

  /**
   * @param step grid step [ms]; 0 in continuous time
   */
  ConductionReader(
      ValueReader values, DistributionReader distributions, Targets targets, double step) {
    this.values = values;
    this.distributions = distributions;
    this.targets = targets;
    this.problems = values.problems();
    this.grid = new GridDelays(problems, step);
    this.step = step;
  }

  /** Whether a delay is written as a velocity. */
  static boolean describes(@Nullable Item item) {
    return item instanceof Item.Mapping mapping
        && !mapping.fields().containsKey("distribution")
        && (mapping.fields().containsKey("velocity") || mapping.fields().containsKey("offset"));
  }

  /** How fast spikes travel, or null: because that is wrong, or because the delay says nothing. */
  @Nullable Conduction velocity(@Nullable Item item) {
    if (!describes(item) || !(item instanceof Item.Mapping mapping)) {
      return null;
    }
    Fields fields = Fields.check(mapping, "key", Keys.CONDUCTION, "", problems);
    Item velocityItem = fields.get("velocity");
    MeasurementUnit unit = MeasurementUnit.canonical(Dimension.VELOCITY);
    Double velocity = velocityItem == null ? null : values.number(velocityItem, unit);
    if (velocityItem == null || velocity == null) {
      return null;
    }
    if (!(velocity > 0)) {
      problems.add(
          velocityItem,
          ValueReader.source(velocityItem, velocity, unit),
          "expected more than 0 m/s");
      return null;
    }
    return new Conduction(velocity);
  }

  /** What is added to the time of travel, 0 ms or more; null after a problem was reported. */
  @Nullable Distribution offset(Item.Mapping mapping) {
    Item.Field field = mapping.fields().get("offset");
    if (field == null) {
      return Distribution.of(0);
    }
    Item item = field.value();
    Distribution offset = distributions.random(item, MeasurementUnit.MILLISECOND);
    if (offset == null || offset.min() >= 0) {
      return offset;
    }
    if (offset instanceof Distribution.Constant) {
      problems.add(item, "found " + item.phrase(), "expected 0 ms or more");
    } else {
      problems.add(
          item,
          "found a distribution that can be below 0 ms",
          "expected 0 ms or more; a normal distribution can have min: 0 ms");
    }
    return null;
  }

  /**
   * Whether there is a way from source to target. Reports if not, or if it is too short or too
   * long.
   *
   * @param delay where the velocity stands
   */
  boolean leads(Projection projection, @Nullable Item delay) {
    String from = projection.source().population();
    String to = projection.target().population();
    Positions sources = targets.positions(from);
    Positions reached = targets.positions(to);
    if (delay == null) {
      return true;
    }
    if (sources == null || reached == null) {
      String placeless = sources == null ? from : to;
      problems.add(
          delay,
          "found a velocity, but " + placeless + " has no positions",
          "expected 'positions' in neurons." + placeless + ", such as {from: 0 m, to: 1 m}");
      return false;
    }
    if (sources.dimensions() != reached.dimensions()) {
      problems.add(
          delay,
          "found "
              + from
              + " in "
              + sources.dimensions()
              + " and "
              + to
              + " in "
              + reached.dimensions()
              + " dimensions",
          "expected positions of as many coordinates");
      return false;
    }
    if (!Objects.equals(sources.period(), reached.period())) {
      problems.add(
          delay,
          "found " + from + " and " + to + " with different borders",
          "expected the same extent, center and edge_wrap in the positions of both");
      return false;
    }
    if (step > 0) {
      grid.check(projection, sources, reached, delay);
    }
    return true;
  }
}
