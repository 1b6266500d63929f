package org.hillock.model;

import java.util.List;
import java.util.Optional;

/**
 * A plasticity rule for pairs of pre- and postsynaptic spikes: its parameters and the kernel that
 * changes weights.
 *
 * <p>Implementations are found through {@link java.util.ServiceLoader}; see {@link Models}.
 */
public interface SynapseModel {

  /** The name used in scenario files, such as {@code stdp}. */
  String name();

  /** One line for people. */
  String description();

  /**
   * All parameters. A parameter whose unit is that of the target's weight has {@link Unit#NONE} and
   * is listed by {@link #weightParameters}.
   */
  List<Parameter> parameters();

  /** Names of the parameters that are weights, in the unit of the target model's weight. */
  List<String> weightParameters();

  /** What is wrong with a combination of parameters that are fine one by one, if anything. */
  default Optional<String> conflict(ParameterSet parameters) {
    return Optional.empty();
  }

  /**
   * The least weight that a synapse can have, in the unit of the target model.
   *
   * @param parameters checked values
   */
  default double leastWeight(ParameterSet parameters) {
    return Double.NEGATIVE_INFINITY;
  }

  /**
   * The greatest weight that a synapse can have, in the unit of the target model.
   *
   * @param parameters checked values
   */
  default double greatestWeight(ParameterSet parameters) {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * The part of each delay that lies in the dendrite, between the postsynaptic spike and the
   * synapse [ms]; infinity if all of it does.
   *
   * @param parameters checked values
   */
  double dendriticDelay(ParameterSet parameters);

  /**
   * The rule with these parameters.
   *
   * @param parameters checked values
   */
  SynapseRule rule(ParameterSet parameters);
}
