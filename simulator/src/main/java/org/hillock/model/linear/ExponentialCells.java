package org.hillock.model.linear;

import org.hillock.model.CellInputs;
import org.hillock.model.CellKernel;
import org.hillock.model.Decay;
import org.hillock.model.EventBlock;
import org.hillock.model.SpikeTimes;
import org.jspecify.annotations.Nullable;

/**
 * A membrane with exponentially decaying currents, cell by cell. What an input of weight w leaves a
 * time s later, at the end of its cell, does not depend on the others:
 *
 * <pre>
 *   I_x: w e^(-s/tau_syn_x)     V: w P_x(s)
 * </pre>
 *
 * <p>The bounds are those of {@link FreeMotion} and {@link ExponentialCurrents}, with all of a
 * cell's excitation taken to be there from its beginning, and all of its inhibition to its end.
 */
final class ExponentialCells implements CellKernel {

  /** Cells of a window at least: the bound on V is as good as they are short. */
  private static final int FEWEST = 8;

  /** With more it takes longer to go through the cells than to put the inputs in order. */
  private static final int MOST = 32;

  /** Cells last for this part of a time constant at most: the series of {@link Decay} serves. */
  private static final double PART = 0.34;

  /** Rounds bounds up. */
  private static final double ROUNDED_UP = 1 + 1e-9;

  private static final int LANES = 8;

  private final SynapticEvents events;
  private final ExponentialCurrents motion;
  private final int cells;
  private final double length;
  private final double leak;
  private final double decayEx;
  private final double decayIn;
  private final double answerEx;
  private final double answerIn;

  /** What is left at the end of a cell by as much as this was there at its beginning, at most. */
  private final double growthEx;

  private final double growthIn;

  private double[] leaks = new double[0];
  private double[] decaysEx = new double[0];
  private double[] decaysIn = new double[0];
  private double[] answersEx = new double[0];
  private double[] answersIn = new double[0];

  private ExponentialCells(
      SynapticEvents events, ExponentialCurrents motion, int cells, double length) {
    this.events = events;
    this.motion = motion;
    this.cells = cells;
    this.length = length;
    this.leak = Decay.expm1(-length * motion.leakRate);
    this.decayEx = Decay.expm1(-length * motion.rateEx);
    this.decayIn = Decay.expm1(-length * motion.rateIn);
    this.answerEx = motion.responseEx.after(length, leak, decayEx);
    this.answerIn = motion.responseIn.after(length, leak, decayIn);
    this.growthEx = ROUNDED_UP / (1 + decayEx);
    this.growthIn = ROUNDED_UP / (1 + decayIn);
  }

  /** Cells for windows of a length [ms]; null if time constants are too short for it. */
  static @Nullable ExponentialCells of(
      SynapticEvents events, ExponentialCurrents motion, double width) {
    double fastest = Math.max(motion.leakRate, Math.max(motion.rateEx, motion.rateIn));
    double cells = Math.max(FEWEST, Math.ceil(width * fastest / PART));
    return cells <= MOST ? new ExponentialCells(events, motion, (int) cells, width / cells) : null;
  }

  @Override
  public int cells() {
    return cells;
  }

  @Override
  public void effects(double[] remaining, double[] weights, int count, double[][] into) {
    int padded = (count + LANES - 1) / LANES * LANES;
    if (leaks.length < padded) {
      leaks = new double[padded];
      decaysEx = new double[padded];
      decaysIn = new double[padded];
      answersEx = new double[padded];
      answersIn = new double[padded];
    }
    Decay.expm1(remaining, motion.leakRate, leaks, padded);
    Decay.expm1(remaining, motion.rateEx, decaysEx, padded);
    double[] ofIn = decaysEx;
    if (!motion.sameRates) {
      Decay.expm1(remaining, motion.rateIn, decaysIn, padded);
      ofIn = decaysIn;
    }
    motion.responseEx.after(remaining, leaks, decaysEx, answersEx, count);
    double[] toIn = answersEx;
    if (!motion.sameRates) {
      motion.responseIn.after(remaining, leaks, decaysIn, answersIn, count);
      toIn = answersIn;
    }
    double[] potential = into[0];
    double[] ex = into[1];
    double[] in = into[2];
    for (int i = 0; i < count; i++) {
      double excitation = 0.5 * (weights[i] + Math.abs(weights[i]));
      double inhibition = weights[i] - excitation;
      potential[i] = excitation * answersEx[i] + inhibition * toIn[i];
      ex[i] = excitation + excitation * decaysEx[i];
      in[i] = inhibition + inhibition * ofIn[i];
    }
  }

  @Override
  public double advance(EventBlock block, int neuron, CellInputs inputs, SpikeTimes spikes) {
    double[] state = block.state();
    int at = block.at(neuron);
    double[] bounds = inputs.bounds();
    double[] sums = inputs.sums();
    events.moveTo(state, at, bounds[0]);
    double ready = events.ready(state, at);
    int cell = 0;
    while (cell < cells) {
      if (ready <= bounds[cell]) {
        cell = pass(sums, cell);
        if (cell == cells) {
          break;
        }
      } else if (ready >= bounds[cell + 1]) {
        rest(sums, cell++);
        continue;
      }
      double end = bounds[cell + 1];
      events.save(state, at, bounds[cell]);
      events.advance(block, neuron, inputs.ordered(cell), 0, end, spikes);
      events.moveTo(state, at, end);
      ready = events.ready(state, at);
      cell++;
    }
    double until = bounds[cells];
    events.save(state, at, until);
    events.checkFinite(state, at, neuron);
    if (ready > until) {
      motion.decay(ready - until);
    }
    return Math.max(Math.max(until, ready) + motion.quiet(), Math.nextUp(until));
  }

  /** Moves through cells up to the first in which a spike is not excluded, which it returns. */
  private int pass(double[] sums, int first) {
    double drive = motion.drive;
    double leakRate = motion.leakRate;
    double perCapacitance = motion.perCapacitance;
    double safe = motion.safe;
    double gapEx = length * motion.rateEx;
    double gapIn = length * motion.rateIn;
    double fallFromThreshold = (motion.membrane.threshold() - drive) * leakRate;
    double v = motion.v;
    double ex = motion.ex;
    double in = motion.in;
    int cell = first;
    for (; cell < cells; cell++) {
      int at = SUMS * cell;
      double addedEx = sums[at + 1];
      double addedIn = sums[at + 2];
      double most =
          FreeMotion.largest(ex, gapEx) + FreeMotion.largest(in, gapIn) + addedEx * growthEx;
      double rise = (drive - v) * leakRate + most * perCapacitance;
      double next = v + leak * v + (ex * answerEx + in * answerIn - leak * drive) + sums[at];
      if (!(v < safe && v + length * rise < safe)) {
        double least =
            FreeMotion.least(ex, gapEx) + FreeMotion.least(in, gapIn) + addedIn * growthIn;
        double fall = fallFromThreshold - least * perCapacitance;
        if (!motion.peaksBelow(v, next, rise, fall, length)) {
          break;
        }
      }
      v = next;
      ex += ex * decayEx + addedEx;
      in += in * decayIn + addedIn;
    }
    motion.v = v;
    motion.ex = ex;
    motion.in = in;
    return cell;
  }

  /** Moves the currents through a cell in which V is held. */
  private void rest(double[] sums, int cell) {
    motion.ex += motion.ex * decayEx + sums[SUMS * cell + 1];
    motion.in += motion.in * decayIn + sums[SUMS * cell + 2];
  }
}
