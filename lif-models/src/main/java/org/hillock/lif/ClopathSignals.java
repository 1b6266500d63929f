package org.hillock.lif;

import java.util.Arrays;
import org.hillock.model.BlockParameters;
import org.hillock.model.Column;
import org.hillock.model.GridTime;
import org.hillock.model.NeuronBlock;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateCarrier;

/**
 * What neurons of {@link AeifPscDeltaClopath} tell their plastic synapses at the end of each step,
 * from V now and low-pass filtered potentials as of a while ago. Before the beginning of a run
 * these had the values that they begin with; NEST takes them for 0 mV then.
 */
final class ClopathSignals {

  private static final int NUMBERS = 6;

  private final Column delay;
  private final Column ltp;
  private final Column ltd;
  private final Column above;
  private final Column below;
  private final Column perMean;

  /** The filtered potentials of the last steps, an array a step, in a ring. */
  private final double[][] plus;

  private final double[][] minus;
  private boolean begun;

  ClopathSignals(BlockParameters parameters, double step) {
    Column[] columns = parameters.columns(NUMBERS, of -> numbers(of, step));
    this.delay = columns[0];
    this.ltp = columns[1];
    this.ltd = columns[2];
    this.above = columns[3];
    this.below = columns[4];
    this.perMean = columns[5];
    int length = (int) Arrays.stream(delay.values()).max().orElse(0) + 1;
    this.plus = new double[length][parameters.size()];
    this.minus = new double[length][parameters.size()];
  }

  private static double[] numbers(ParameterSet of, double step) {
    return new double[] {
      GridTime.index(of.get("delay_u_bars"), step),
      of.get("A_LTP"),
      of.get("A_LTD"),
      of.get("theta_plus"),
      of.get("theta_minus"),
      of.is("A_LTD_const") ? 0 : 1 / of.get("u_ref_squared")
    };
  }

  /**
   * Memory of a neuron [bytes].
   *
   * @param step grid step [ms]
   */
  static double bytes(ParameterSet of, double step) {
    return 2.0 * Double.BYTES * (GridTime.index(of.get("delay_u_bars"), step) + 1);
  }

  /** Before the first step: what was before it. */
  void begin(NeuronBlock block) {
    if (!begun) {
      begun = true;
      for (double[] then : plus) {
        System.arraycopy(block.state(ClopathEquations.U_BAR_PLUS), 0, then, 0, block.size());
      }
      for (double[] then : minus) {
        System.arraycopy(block.state(ClopathEquations.U_BAR_MINUS), 0, then, 0, block.size());
      }
    }
  }

  /**
   * After a step: what potentiates, and what a presynaptic spike would depress.
   *
   * @param now the step
   */
  void end(NeuronBlock block, int from, int to, long now, double[] growing, double[] costing) {
    double[] v = block.state(ClopathEquations.V);
    double[] mean = block.state(ClopathEquations.U_BAR_BAR);
    double[] nowPlus = plus[place(now)];
    double[] nowMinus = minus[place(now)];
    int count = to - from;
    System.arraycopy(block.state(ClopathEquations.U_BAR_PLUS), from, nowPlus, from, count);
    System.arraycopy(block.state(ClopathEquations.U_BAR_MINUS), from, nowMinus, from, count);
    for (int i = from; i < to; i++) {
      int then = place(now - (long) delay.at(i));
      double open = Math.max(0, plus[then][i] - below.at(i));
      growing[i] = ltp.at(i) * Math.max(0, v[i] - above.at(i)) * open;
      double depressed = ltd.at(i) * Math.max(0, minus[then][i] - below.at(i));
      costing[i] = perMean.at(i) == 0 ? depressed : depressed * mean[i] * mean[i] * perMean.at(i);
    }
  }

  /** Carries the filtered potentials of a neuron. */
  void carry(int neuron, StateCarrier carrier) {
    begun = carrier.carry(begun);
    for (int i = 0; i < plus.length; i++) {
      plus[i][neuron] = carrier.carry(plus[i][neuron]);
      minus[i][neuron] = carrier.carry(minus[i][neuron]);
    }
  }

  private int place(long step) {
    return (int) Math.floorMod(step, (long) plus.length);
  }
}
