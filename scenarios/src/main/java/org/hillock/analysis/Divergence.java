package org.hillock.analysis;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The first spike of a neuron that is not the same in two runs.
 *
 * @param population name of its population
 * @param neuron index within the population
 * @param spikeA which spike of the neuron it is in the first run, counted from 1
 * @param timeA when it is in the first run; NaN if there is no further spike [ms]
 * @param spikeB which spike of the neuron it is in the second run, counted from 1
 * @param timeB when it is in the second run; NaN if there is no further spike [ms]
 */
public record Divergence(
    String population, int neuron, int spikeA, double timeA, int spikeB, double timeB) {

  /** Earlier ones first; those of the same time stay in their order. */
  static final Comparator<Divergence> BY_TIME = Comparator.comparingDouble(Divergence::time);

  /** When the runs part: the earlier of both times [ms]. */
  public double time() {
    return Double.isNaN(timeA) ? timeB : Double.isNaN(timeB) ? timeA : Math.min(timeA, timeB);
  }

  /**
   * Where two trains of one neuron part: at the first spike that has no partner within the
   * tolerance, the partner of the k-th spike being the k-th of the other train.
   *
   * <p>A spike so near to an end of the window that its partner may lie outside is no divergence.
   * With a tolerance of 0 there is no such spike, and times must be equal to the last bit. A larger
   * one is widened by the rounding of the times, so that one step of a grid is within a tolerance
   * of one step.
   *
   * @param population name of the population
   * @param neuron index within the population
   * @param a its spikes in the first run, ascending [ms]
   * @param b its spikes in the second run, ascending [ms]
   * @param window the time that both runs cover
   * @param toleranceMs how far partners may be apart [ms]
   * @return null if they do not part
   */
  static @Nullable Divergence of(
      String population,
      int neuron,
      double[] a,
      double[] b,
      TimeWindow window,
      double toleranceMs) {
    double near = toleranceMs > 0 ? toleranceMs + 4 * Math.ulp(window.stop()) : 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      double timeA = i < a.length ? a[i] : Double.NaN;
      double timeB = j < b.length ? b[j] : Double.NaN;
      if (Math.abs(timeA - timeB) <= near) {
        i++;
        j++;
        continue;
      }
      Divergence here = new Divergence(population, neuron, i + 1, timeA, j + 1, timeB);
      double time = here.time();
      if (near == 0 || time - near > window.start() && time + near <= window.stop()) {
        return here;
      }
      if (time == timeA) {
        i++;
      } else {
        j++;
      }
    }
    return null;
  }
}
