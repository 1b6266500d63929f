package org.hillock.model;

/**
 * A state variable of a neuron model that can be recorded and given an initial value.
 *
 * @param name the field's name for it, such as {@code V_m}
 * @param unit its unit
 * @param description one line for people
 */
public record StateVariable(String name, Unit unit, String description) {}
