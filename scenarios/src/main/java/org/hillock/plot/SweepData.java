package org.hillock.plot;

import java.util.List;

/**
 * What a sweep gave, to be drawn.
 *
 * @param title above the picture
 * @param subtitle below it: what error bars are, and what is missing; empty for none
 * @param axes what was varied, one or more; the first goes from left to right
 * @param panels what was measured
 */
public record SweepData(String title, String subtitle, List<Axis> axes, List<Panel> panels) {

  /** Copies what could change. */
  public SweepData {
    axes = List.copyOf(axes);
    panels = List.copyOf(panels);
  }

  /**
   * What was varied.
   *
   * @param label with the unit
   * @param name without it
   * @param values as they are written
   * @param numbers as many, where the values are numbers; else none
   */
  public record Axis(String label, String name, List<String> values, List<Double> numbers) {

    boolean numeric() {
      return !numbers.isEmpty();
    }
  }

  /**
   * What was measured, at each place of the grid: the first axis changes slowest.
   *
   * @param label with the unit
   * @param mean over the seeds; not a number where there is none
   * @param sd standard deviation over the seeds, 0 for none
   */
  public record Panel(String label, double[] mean, double[] sd) {}

  /** How many places there are for one value of the first axis. */
  int curves() {
    return axes.stream().skip(1).mapToInt(axis -> axis.values().size()).reduce(1, (a, b) -> a * b);
  }
}
