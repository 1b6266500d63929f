package org.hillock.model;

/**
 * A state variable of a neuron model that can be recorded.
 *
 * @param name the field's name for it, such as {@code V_m}
 * @param unit its unit
 * @param description one line for people
 * @param initial whether it can be given an initial value; not if it follows from others
 * @param nonNegative whether it can only be 0 or above
 */
public record StateVariable(
    String name, Unit unit, String description, boolean initial, boolean nonNegative) {

  /** A variable that can be given an initial value. */
  public StateVariable(String name, Unit unit, String description) {
    this(name, unit, description, true, false);
  }

  /** A conductance that spikes open, which is nothing if they do not, and never less. */
  public static StateVariable conductance(String name, String description) {
    return new StateVariable(name, Unit.NANOSIEMENS, description, true, true);
  }

  /** A variable that follows from others. */
  public static StateVariable derived(String name, Unit unit, String description) {
    return new StateVariable(name, unit, description, false, false);
  }

  /** Whether an initial value lies in the allowed range. */
  public boolean allows(double value) {
    return !nonNegative || value >= 0;
  }

  /** The allowed range in words, with the unit. */
  public String range() {
    return (nonNegative ? "at least 0 " : "any finite value in ") + unit.symbol();
  }
}
