package org.hillock.model;

import java.util.List;
import org.hillock.network.InvalidNetworkException;

/**
 * The intervals at whose ends gradients become weights, in steps of the grid: interval i is the
 * steps {@code first + i length + 1} to {@code first + (i + 1) length}, and interval 0 begins with
 * the run.
 *
 * @param first steps before interval 0 would begin: what inputs take to arrive
 * @param length of an interval, 1 step or more
 */
public record UpdateIntervals(int first, int length) {

  /** The parameter of neurons that gives the length. */
  public static final String LENGTH = "eprop_update_interval";

  /** That which gives the last part of each in which there is a loss. */
  public static final String WINDOW = "eprop_learning_window";

  /** That which says whether neurons begin each anew. */
  public static final String RESET = "eprop_reset_neurons_on_update";

  /** What all neurons of a network that learn have alike; in NEST it is of the kernel. */
  public static final List<String> ALIKE = List.of(LENGTH, WINDOW, RESET);

  /** An interval is known some steps after its end, and not after that of the next. */
  private static final int LEAST = 4;

  /** Steps are counted in whole numbers of 32 bits, with room for what goes before and after. */
  private static final int MOST = 2_000_000_000;

  /**
   * Intervals of some time.
   *
   * @param where path of the neurons for messages, such as {@code neurons.exc}
   * @param length their length [ms]
   * @param first steps before interval 0 would begin
   * @param step of the grid [ms]
   * @throws InvalidNetworkException if they are too short or too long
   */
  public static UpdateIntervals of(String where, double length, int first, double step) {
    long steps = GridTime.index(length, step);
    if (steps < LEAST || steps > MOST) {
      throw new InvalidNetworkException(
          where + "." + LENGTH,
          length + " ms",
          "from " + LEAST + " to " + MOST + " steps of " + step + " ms");
    }
    return new UpdateIntervals(first, (int) steps);
  }

  /** The interval in which a step lies. */
  public long of(long step) {
    return Math.max(0, Math.floorDiv(step - first - 1, length));
  }

  /** The first step of an interval. */
  public long begin(long interval) {
    return interval == 0 ? 1 : first + interval * length + 1;
  }

  /** The last step of an interval. */
  public long end(long interval) {
    return first + (interval + 1) * length;
  }

  /**
   * Whether neurons begin an interval anew with a step. Of interval 0 that is the step after {@code
   * first}, although the steps before it are counted to the interval, too: see {@link #begin}.
   */
  public boolean begins(long step) {
    return step > first && (step - first - 1) % length == 0;
  }

  /** Whether an interval ends with a step. */
  public boolean ends(long step) {
    return step > first && (step - first) % length == 0;
  }
}
