package org.hillock.scenario.section;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.GridTime;
import org.hillock.network.Conduction;
import org.hillock.network.DelayBounds;
import org.hillock.network.Extent;
import org.hillock.network.NeuronRange;
import org.hillock.network.Pairs;
import org.hillock.network.Positions;
import org.hillock.network.Projection;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;

/**
 * Finds out whether conduction delays fit the grid: at least one step, at most {@link
 * RunSettings#MAX_DELAY_STEPS}.
 *
 * <p>Where bounds say that some pair might be too close, a search names one that is. It sorts the
 * sources along the axis on which they spread most, and looks at each target's neighbours only.
 */
final class GridDelays {

  private static final MeasurementUnit MS = MeasurementUnit.MILLISECOND;
  private static final MeasurementUnit MM = MeasurementUnit.canonical(Dimension.LENGTH);

  private final Problems problems;
  private final double step;

  /**
   * @param step grid step [ms]
   */
  GridDelays(Problems problems, double step) {
    this.problems = problems;
    this.step = step;
  }

  /** Reports delays of a projection with conduction that the grid cannot have. */
  void check(Projection projection, Positions sources, Positions targets, Item item) {
    DelayBounds bounds = DelayBounds.of(projection, sources, targets);
    if (steps(bounds.max()) > RunSettings.MAX_DELAY_STEPS
        && bounds.max() < Double.POSITIVE_INFINITY) {
      problems.add(
          item,
          "found delays of up to "
              + Numbers.rounded(bounds.max(), MS)
              + " from "
              + projection.source()
              + " to "
              + projection.target(),
          "expected at most "
              + RunSettings.MAX_DELAY_STEPS
              + " steps, "
              + Numbers.rounded(RunSettings.MAX_DELAY_STEPS * step, MS));
    }
    if (steps(bounds.min()) < 1) {
      new Search(projection, sources, targets).report(item);
    }
  }

  private double steps(double delay) {
    return GridTime.index(delay, step);
  }

  /** Looks for a pair of neurons that a spike joins in less than one step. */
  private final class Search {

    private final Projection projection;
    private final NeuronRange source;
    private final NeuronRange target;
    private final Positions sources;
    private final Positions targets;
    private final double velocity;

    Search(Projection projection, Positions sources, Positions targets) {
      this.projection = projection;
      this.source = projection.source();
      this.target = projection.target();
      this.sources = sources;
      this.targets = targets;
      Conduction conduction = projection.conduction();
      this.velocity = conduction == null ? Double.POSITIVE_INFINITY : conduction.velocity();
    }

    void report(Item item) {
      int[] pair = pair();
      if (pair.length > 0) {
        double distance = sources.distance(pair[0], targets, pair[1]);
        String least = Numbers.text(step, MS);
        problems.add(
            item,
            "found a delay of "
                + Numbers.rounded(delay(distance), MS)
                + " from "
                + source.population()
                + "["
                + pair[0]
                + "] to "
                + target.population()
                + "["
                + pair[1]
                + "], "
                + Numbers.rounded(distance, MM)
                + " apart",
            "expected at least one step, " + least + "; an offset adds to every delay");
      }
    }

    /** Source and target of the first pair that is too close, or nothing. */
    private int[] pair() {
      Pairs pairs = projection.rule().pairs(source, target, projection.autapses());
      if (pairs == null) {
        return neighbours();
      }
      for (int i = 0; i < pairs.size(); i++) {
        int from = source.from() + pairs.source(i);
        int to = target.from() + pairs.target(i);
        if (tooClose(from, to)) {
          return new int[] {from, to};
        }
      }
      return new int[0];
    }

    private int[] neighbours() {
      int axis = widestAxis();
      int[] order =
          IntStream.range(source.from(), source.to())
              .boxed()
              .sorted(Comparator.comparingDouble(neuron -> sources.coordinate(neuron, axis)))
              .mapToInt(Integer::intValue)
              .toArray();
      double[] along = Arrays.stream(order).mapToDouble(n -> sources.coordinate(n, axis)).toArray();
      // A hair more than a spike travels in what the offset leaves of half a step.
      double reach = Math.max(0, 0.5 * step - projection.delay().min()) * velocity * (1 + 1e-9);
      for (int to = target.from(); to < target.to(); to++) {
        for (double shift : shifts(axis)) {
          double here = targets.coordinate(to, axis) + shift;
          int i = Arrays.binarySearch(along, here - reach);
          i = i < 0 ? -i - 1 : i;
          while (i > 0 && along[i - 1] >= here - reach) {
            i--;
          }
          for (; i < along.length && along[i] <= here + reach; i++) {
            if (allowed(order[i], to) && tooClose(order[i], to)) {
              return new int[] {order[i], to};
            }
          }
        }
      }
      return new int[0];
    }

    /** Where a target is seen from the sources: with periodic borders on either side, too. */
    private double[] shifts(int axis) {
      Extent period = sources.period();
      return period == null
          ? new double[] {0}
          : new double[] {0, period.length(axis), -period.length(axis)};
    }

    private int widestAxis() {
      int widest = 0;
      double most = -1;
      for (int axis = 0; axis < sources.dimensions(); axis++) {
        double width =
            sources.high(axis, source.from(), source.to())
                - sources.low(axis, source.from(), source.to());
        if (width > most) {
          most = width;
          widest = axis;
        }
      }
      return widest;
    }

    private boolean allowed(int from, int to) {
      return projection.autapses() || !projection.recurrent() || from != to;
    }

    private boolean tooClose(int from, int to) {
      return steps(delay(sources.distance(from, targets, to))) < 1;
    }

    private double delay(double distance) {
      return projection.delay().min() + distance / velocity;
    }
  }
}
