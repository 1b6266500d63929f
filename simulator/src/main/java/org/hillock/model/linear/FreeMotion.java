package org.hillock.model.linear;

import org.hillock.model.EventBlock;

/**
 * A membrane and its synaptic currents, moving without input: the state of the neuron that is being
 * looked at, in the variables of an object that one thread uses for all neurons in turn.
 *
 * <pre>
 *   V' = (drive - V)/tau_m + I/C_m,   drive = R (I_e + injected current),   V relative to E_L
 * </pre>
 *
 * <p>Bounds spare most threshold searches. (1) In an interval that begins below the threshold, let
 * V reach it first at time s, and let r be the last time before at which V had its initial value.
 * Between r and s V is above that value, so V' ≤ (drive - V(0))/tau_m + max I/C_m, and the
 * threshold cannot be reached unless this, times the length of the interval, covers the distance.
 * (2) V ≤ max(V(0), drive) + Σ (positive current) (largest response to a current of 1) for ever.
 */
abstract class FreeMotion implements ThresholdSearch.Ladder {

  /** Bounds are rounded: what they exclude must be excluded by more than that. */
  private static final double MARGIN = 1e-9;

  /**
   * Longer intervals are searched piece by piece, each so many of the longest time constant: within
   * one the motion does not die away so far that the sign of a slope is lost to rounding.
   */
  private static final double PIECE = 8;

  final ContinuousMembrane membrane;
  private final double piece;
  private final double[] saved = new double[4];
  private final ThresholdSearch search = new ThresholdSearch();

  /** A bound on V below this excludes a spike. */
  final double safe;

  /** Membrane potential, relative to E_L [mV]. */
  double v;

  /** Where V goes without synaptic current, relative to E_L [mV]. */
  double drive;

  /** See {@link #found()}. */
  double found;

  /**
   * @param membrane the membrane
   * @param longestSynaptic the longest time constant of the currents [ms]
   */
  FreeMotion(ContinuousMembrane membrane, double longestSynaptic) {
    this.membrane = membrane;
    this.piece = PIECE * Math.max(membrane.tauM(), longestSynaptic);
    this.safe = membrane.threshold() - MARGIN * (1 + Math.abs(membrane.threshold()));
  }

  /** Takes the room of the block whose neurons are moved next. */
  void workIn(EventBlock block) {}

  /** Number of doubles that the currents take in the state of a neuron. */
  abstract int currents();

  /** Reads the currents of a neuron. */
  abstract void load(double[] state, int at);

  /** Writes the currents of a neuron. */
  abstract void store(double[] state, int at);

  /** Adds a spike that arrives now. */
  abstract void receive(double weight);

  /**
   * Moves through inputs, and takes them in, up to the first spike.
   *
   * @param from where the motion stands [ms]
   * @param times when inputs arrive, none before {@code from}, ascending [ms]
   * @param weights their weights
   * @param first the first of them
   * @param end one past the last
   * @return the first input before which there is a spike, {@link #found} after the one before; or
   *     {@code end}. The motion stands where the input before was taken in.
   */
  int pass(double from, double[] times, double[] weights, int first, int end) {
    double time = from;
    for (int next = first; next < end; next++) {
      double interval = times[next] - time;
      found = crossing(interval);
      if (found < Double.POSITIVE_INFINITY) {
        return next;
      }
      move(interval);
      receive(weights[next]);
      time = times[next];
    }
    return end;
  }

  /** How long after the input before it comes the spike at which {@link #pass} has stopped [ms]. */
  final double found() {
    return found;
  }

  /** Lets the currents decay while V is held [ms]. */
  abstract void decay(double time);

  /** Moves V and the currents [ms]. */
  abstract void move(double time);

  /** V' at the beginning at most, whatever happens in an interval of this length [mV/ms]. */
  abstract double steepest(double time);

  /** The same if the currents that hold V down are taken to be gone [mV/ms]. */
  abstract double steepestEver();

  /** V never exceeds this, relative to E_L [mV]. */
  abstract double ceiling();

  /** A synaptic current [pA], by its place among the state variables, V being 0. */
  abstract double current(int variable);

  /**
   * No less than the largest value of a current that decays from i in an interval of x time
   * constants: e^-x is above 1 - x.
   */
  static double largest(double i, double x) {
    return i >= 0 ? i : i * (1 - x);
  }

  /** No more than the smallest value of such a current. */
  static double least(double i, double x) {
    return i >= 0 ? i * (1 - x) : i;
  }

  /** The first time within an interval at which the threshold is reached; infinity if it is not. */
  final double crossing(double interval) {
    return v < safe && v + interval * steepest(interval) < safe
        ? Double.POSITIVE_INFINITY
        : search(interval);
  }

  /** The same, without asking the bound first. */
  final double search(double interval) {
    return interval <= piece ? search.first(this, interval) : crossingInPieces(interval);
  }

  private double crossingInPieces(double interval) {
    double before = v;
    store(saved, 0);
    double passed = 0;
    double crossing = search.first(this, piece);
    while (crossing == Double.POSITIVE_INFINITY && interval - passed > piece) {
      move(piece);
      passed += piece;
      if (ceiling() < safe) {
        break;
      }
      crossing = search.first(this, Math.min(piece, interval - passed));
    }
    v = before;
    load(saved, 0);
    return passed + crossing;
  }

  /** A time before which the threshold is not reached; infinity if it never is. */
  final double quiet() {
    if (ceiling() < safe) {
      return Double.POSITIVE_INFINITY;
    }
    if (v >= safe) {
      return 0;
    }
    double slope = steepestEver();
    return slope > 0 ? (safe - v) / slope : Double.POSITIVE_INFINITY;
  }
}
