package org.hillock.model;

/** The units in which the simulator keeps its numbers. */
public enum Unit {
  /** Time. */
  MILLISECOND("ms"),
  /** Voltage. */
  MILLIVOLT("mV"),
  /** Current. */
  PICOAMPERE("pA"),
  /** Capacitance. */
  PICOFARAD("pF"),
  /** Conductance. */
  NANOSIEMENS("nS"),
  /** Resistance. */
  MEGAOHM("MOhm"),
  /** Rate. */
  HERTZ("Hz"),
  /** A plain number. */
  NONE("");

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /** How the unit is written; empty for a plain number. */
  public String symbol() {
    return symbol;
  }
}
