package org.hillock.model;

/**
 * A state variable of a neuron model that can be recorded.
 *
 * @param name the field's name for it, such as {@code V_m}
 * @param unit its unit
 * @param description one line for people
 * @param initial whether it can be given an initial value; not if it follows from others
 */
public record StateVariable(String name, Unit unit, String description, boolean initial) {

  /** A variable that can be given an initial value. */
  public StateVariable(String name, Unit unit, String description) {
    this(name, unit, description, true);
  }

  /** A variable that follows from others. */
  public static StateVariable derived(String name, Unit unit, String description) {
    return new StateVariable(name, unit, description, false);
  }
}
