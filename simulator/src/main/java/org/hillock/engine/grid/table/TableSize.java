package org.hillock.engine.grid.table;

import java.util.Arrays;
import org.hillock.engine.wiring.TablePlan;
import org.hillock.model.GridTime;
import org.hillock.network.DelayBounds;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.Projection;

/**
 * How many synapses and segments the tables of one plan will have in all partitions together.
 *
 * @param synapses expected number
 * @param segments in which a spike of every source is delivered
 * @param bytes of targets, weights and index
 */
public record TableSize(double synapses, double segments, double bytes) {

  /** More slots than this are counted as this many: an estimate needs no more. */
  private static final int MOST_SLOTS = 1 << 12;

  /** Delays listed one by one are taken to spread over so many slots. */
  private static final int LISTED_SLOTS = 32;

  /** Points at which the density of a distribution of delays is looked at, a step. */
  private static final int POINTS = 4;

  /** A normal delay is not looked for beyond so many standard deviations. */
  private static final double REACH = 6;

  /**
   * @param network what will be built
   * @param plan of the tables
   * @param partitions into how many parts it is cut
   * @param step grid step [ms]
   */
  public static TableSize of(Network network, TablePlan plan, int partitions, double step) {
    double sources = network.populations().get(plan.sourcePopulation()).size();
    double[] perSlot = new double[MOST_SLOTS];
    double synapses = 0;
    double full = 0;
    for (int index : plan.projections()) {
      Projection projection = network.projections().get(index);
      double expected = projection.expectedSynapses();
      synapses += expected;
      double perRow = expected / (sources * partitions);
      full += perRow / 255;
      double[] share = shares(network, projection, step);
      for (int slot = 0; slot < MOST_SLOTS; slot++) {
        perSlot[slot] += perRow * share[slot];
      }
    }
    double used = Arrays.stream(perSlot).map(mean -> -Math.expm1(-mean)).sum();
    double rows = (sources + 1) * partitions;
    double starts = rows * Integer.BYTES;
    double segments = (used + full) * rows;
    boolean singly = synapses <= 2 * segments + starts;
    double index = singly ? synapses + starts : 2 * segments + 2 * starts;
    double bytes = synapses * (Character.BYTES + plan.weightBytes()) + index;
    return new TableSize(synapses, singly ? synapses : segments, bytes);
  }

  /** What part of a projection's synapses has each delay, in steps. */
  private static double[] shares(Network network, Projection projection, double step) {
    double[] shares = new double[MOST_SLOTS];
    if (projection.rule().hasDelays()) {
      Arrays.fill(shares, 0, LISTED_SLOTS, 1.0 / LISTED_SLOTS);
      return shares;
    }
    Distribution delay = projection.delay();
    if (projection.conduction() != null || delay.byPlace()) {
      DelayBounds bounds = DelayBounds.of(network, projection);
      spread(shares, slot(bounds.min(), step), slot(bounds.max(), step));
      return shares;
    }
    if (delay.constant()) {
      shares[slot(delay.mean(), step)] = 1;
      return shares;
    }
    double sum = 0;
    for (int point = 0; point < MOST_SLOTS * POINTS; point++) {
      double time = (point + 0.5) * step / POINTS;
      if (time >= delay.min() && time <= delay.max()) {
        double density = density(delay, time);
        shares[slot(time, step)] += density;
        sum += density;
      }
    }
    if (sum == 0) {
      shares[slot(delay.mean(), step)] = 1;
      return shares;
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  /** Conduction delays are taken to spread evenly between their bounds. */
  private static void spread(double[] shares, int first, int last) {
    Arrays.fill(shares, first, last + 1, 1.0 / (last + 1 - first));
  }

  private static int slot(double time, double step) {
    return (int) Math.max(0, Math.min(MOST_SLOTS - 1, GridTime.index(time, step)));
  }

  /** How likely a delay is, but for a factor. */
  private static double density(Distribution delay, double time) {
    if (delay instanceof Distribution.Normal normal) {
      double z = (time - normal.mean()) / normal.sd();
      return Math.abs(z) > REACH ? 0 : Math.exp(-0.5 * z * z);
    }
    if (delay instanceof Distribution.LogNormal normal) {
      double z = Math.log(time / normal.median()) / normal.sigma();
      return Math.exp(-0.5 * z * z) / time;
    }
    return 1;
  }
}
