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
  /** Rate, also of decay: 1/ms. */
  KILOHERTZ("kHz"),
  /** Rate that grows with voltage. */
  HERTZ_PER_MILLIVOLT("Hz/mV"),
  /** Steepness over voltage. */
  PER_MILLIVOLT("1/mV"),
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
