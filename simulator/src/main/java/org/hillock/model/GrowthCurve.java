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
   * and Legendre with three nodes a piece, calcium changing by a quarter of the width or of itself.
   * For a bell or a sigmoid as wide as that, the relative error is below 1e-7; over intervals
   * between spikes, in which calcium hardly changes, it is below 1e-13.
   *
   * @param calcium concentration at the beginning
   * @param tau its time constant [ms]
   * @param time how long [ms]
   * @return [ms]
   */
  default double growth(double calcium, double tau, double time) {
    double decaying = Math.min(time, Pieces.GONE * tau);
    double change = Math.min(decaying / tau, 1) * calcium;
    double pieces = 1 + Math.floor(Pieces.FINER * (decaying / tau + change / width()));
    double length = decaying / pieces;
    double sum = 0;
    for (double piece = 0; piece < pieces; piece++) {
      double middle = (piece + 0.5) * length;
      double aside = Pieces.NODE * length / 2;
      sum +=
          Pieces.CENTRE * at(calcium * Exp.of(-middle / tau))
              + Pieces.SIDE * at(calcium * Exp.of(-(middle - aside) / tau))
              + Pieces.SIDE * at(calcium * Exp.of(-(middle + aside) / tau));
    }
    return sum * length + (time - decaying) * at(0);
  }

  /** Numbers of the integral. */
  final class Pieces {

    /** Pieces for a width. */
    private static final double FINER = 4;

    /** After so many time constants nothing is left of calcium that could be seen. */
    private static final double GONE = 40;

    /** Nodes and weights of Gauss and Legendre (Abramowitz and Stegun 1964, table 25.4). */
    private static final double NODE = Math.sqrt(0.6);

    private static final double CENTRE = 4.0 / 9;
    private static final double SIDE = 5.0 / 18;

    private Pieces() {}
  }
}
