package org.hillock.loihi.quantise;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hillock.loihi.wiring.Arrivals;
import org.hillock.loihi.wiring.ChipTime;

/**
 * What the weights and delays of a pathway are like, found by looking at every synapse. Weights are
 * in mV: times the gain of {@link Dynamics}.
 */
public final class WeightSurvey {

  private static final int MOST_DISTINCT = 256;
  private static final int SAMPLE = 2048;

  private long synapses;
  private double largest;
  private boolean positive;
  private boolean negative;
  private boolean learning;
  private double limit;
  private double volley;
  private double shortestDelay = Double.POSITIVE_INFINITY;
  private double longestDelay;
  private double worstDelayRounding;
  private final Set<Double> distinct = new LinkedHashSet<>();
  private double last = Double.NaN;
  private double lastDelay = Double.NaN;
  private final double[] sample = new double[SAMPLE];
  private int sampled;
  private long stride = 1;

  /**
   * Adds the synapses of one neuron.
   *
   * @param together which part of the sources fires in one step, as far as that is known; else 0
   */
  public void add(Arrivals arrivals, Dynamics dynamics, ChipTime time, double together) {
    double sum = 0;
    double[] weights = arrivals.weights();
    double[] delays = arrivals.delays();
    for (int i = 0; i < arrivals.size(); i++) {
      double weight = weights[i];
      double volts = weight * (weight < 0 ? dynamics.gainInhibitory() : dynamics.gainExcitatory());
      positive |= volts > 0;
      negative |= volts < 0;
      largest = Math.max(largest, Math.abs(volts));
      sum += volts;
      if (volts != last && distinct.size() <= MOST_DISTINCT) {
        distinct.add(volts);
        last = volts;
      }
      addToSample(volts);
      double delay = delays[i];
      if (delay < shortestDelay || delay > longestDelay) {
        shortestDelay = Math.min(shortestDelay, delay);
        longestDelay = Math.max(longestDelay, delay);
      }
      if (delay != lastDelay) {
        worstDelayRounding = Math.max(worstDelayRounding, time.rounding(delay));
        lastDelay = delay;
      }
    }
    volley = Math.max(volley, together * Math.abs(sum));
  }

  /** What is known to arrive at a neuron in one step, at most [mV]. */
  public double volley() {
    return volley;
  }

  /** The weights learn, and may become as large as this [mV]. */
  public void mayReach(double volts) {
    learning = true;
    positive |= volts > 0;
    negative |= volts < 0;
    limit = volts;
    largest = Math.max(largest, Math.abs(volts));
  }

  /** Whether the weights learn. */
  public boolean learning() {
    return learning;
  }

  /** How large weights that learn may become [mV]. */
  public double limit() {
    return limit;
  }

  /** Keeps every stride-th weight, and doubles the stride whenever the sample is full. */
  private void addToSample(double volts) {
    if (synapses++ % stride == 0) {
      if (sampled == SAMPLE) {
        for (int i = 0; i < SAMPLE / 2; i++) {
          sample[i] = sample[2 * i];
        }
        sampled = SAMPLE / 2;
        stride *= 2;
        if ((synapses - 1) % stride != 0) {
          return;
        }
      }
      sample[sampled++] = volts;
    }
  }

  /** Number of synapses. */
  public long synapses() {
    return synapses;
  }

  /** Size of the largest weight [mV]. */
  public double largest() {
    return largest;
  }

  /** Whether a weight is above 0. */
  public boolean hasPositive() {
    return positive;
  }

  /** Whether a weight is below 0. */
  public boolean hasNegative() {
    return negative;
  }

  /** Shortest delay [ms]. */
  public double shortestDelay() {
    return shortestDelay;
  }

  /** Longest delay [ms]. */
  public double longestDelay() {
    return longestDelay;
  }

  /** Largest difference between a delay on the chip and on the simulator's grid [ms]. */
  public double worstDelayRounding() {
    return worstDelayRounding;
  }

  /** Which signs occur. */
  public SignMode signMode() {
    return SignMode.of(positive, negative);
  }

  /** Whether {@link #values} lists all weights that occur, and not only some. */
  public boolean complete() {
    return !learning && distinct.size() <= MOST_DISTINCT;
  }

  /** All different weights, or a sample of them [mV]. */
  public double[] values() {
    return complete()
        ? distinct.stream().mapToDouble(Double::doubleValue).toArray()
        : Arrays.copyOf(sample, sampled);
  }
}
