package org.hillock.model;

import java.util.List;
import java.util.Optional;

/**
 * A kind of growth curve: how fast a neuron grows synaptic elements, by its calcium (Butz and van
 * Ooyen 2013).
 *
 * <p>Implementations are found through {@link java.util.ServiceLoader}; see {@link Models}. They
 * are immutable. All of them have the parameters of {@link RuleDescription.Builder#elements}.
 */
public interface GrowthModel {

  /** So many elements of a kind may be vacant in a population at a change of the wiring. */
  int MOST = 1 << 24;

  /** Elements that grow at most, in a second. */
  String RATE = "growth_rate";

  /** Elements at the beginning. */
  String INITIAL = "z";

  /** The part of the vacant elements that is lost at each change of the wiring. */
  String DECAY = "tau_vacant";

  /** Name, parameters, equations. */
  RuleDescription description();

  /**
   * The curve with these parameters.
   *
   * @param parameters checked values
   */
  GrowthCurve curve(ParameterSet parameters);

  /** What is wrong with a combination of parameters that are fine one by one, if anything. */
  default Optional<String> conflict(ParameterSet parameters) {
    return Optional.empty();
  }

  /** The name used in scenario files, such as {@code gaussian}. */
  default String name() {
    return description().name();
  }

  /** All parameters, in the order in which they are listed to people. */
  default List<Parameter> parameters() {
    return description().parameters();
  }
}
