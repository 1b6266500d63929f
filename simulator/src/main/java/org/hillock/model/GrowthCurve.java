package org.hillock.model;

import org.hillock.vector.Exp;

/** How fast synaptic elements grow at a concentration of calcium; immutable. */
public interface GrowthCurve {

  /**
   * How fast elements grow, in parts of their growth rate: 1 at most, below 0 where they are lost.
   *
   * @param calcium concentration
   */
  double at(double calcium);

  /** The change of calcium over which the curve may bend; its integral is taken in finer pieces. */
  double width();

  /**
   * What grows over a time in which calcium decays freely, in parts of the growth rate: by Gauss
   * and Legendre with three nodes a piece, in which calcium changes by a quarter of the width and
   * of itself at most. For a bell or a sigmoid as wide as that, the relative error is below 1e-7;
   * over intervals between spikes, in which calcium hardly changes, it is below 1e-13. Curves
   * narrower than a thousandth of the calcium are seen as if they were as wide as that.
   *
   * @param calcium concentration at the beginning
   * @param tau its time constant [ms]
   * @param time how long [ms]
   * @return [ms]
   */
  default double growth(double calcium, double tau, double time) {
    double left = Math.min(time, Pieces.GONE * tau);
    double grown = (time - left) * at(0);
    double finest = Math.max(width(), calcium / Pieces.NARROWEST) / Pieces.FINER;
    double now = calcium;
    while (left > 0) {
      double most = Math.min(tau / Pieces.FINER, tau * finest / now);
      double length = Math.min(left, most);
      double middle = length / 2;
      double aside = Pieces.NODE * middle;
      grown +=
          length
              * (Pieces.CENTRE * at(now * Exp.of(-middle / tau))
                  + Pieces.SIDE * at(now * Exp.of(-(middle - aside) / tau))
                  + Pieces.SIDE * at(now * Exp.of(-(middle + aside) / tau)));
      now *= Exp.of(-length / tau);
      left = length < left ? left - length : 0;
    }
    return grown;
  }

  /** Numbers of the integral. */
  final class Pieces {

    /** Pieces for a width. */
    private static final double FINER = 4;

    /** Widths in the calcium at the beginning, at most, so that there is an end of pieces. */
    private static final double NARROWEST = 1000;

    /** After so many time constants nothing is left of calcium that could be seen. */
    private static final double GONE = 40;

    /** Nodes and weights of Gauss and Legendre (Abramowitz and Stegun 1964, table 25.4). */
    private static final double NODE = Math.sqrt(0.6);

    private static final double CENTRE = 4.0 / 9;
    private static final double SIDE = 5.0 / 18;

    private Pieces() {}
  }
}
