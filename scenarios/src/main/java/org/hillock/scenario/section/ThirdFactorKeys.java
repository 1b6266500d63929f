package org.hillock.scenario.section;

import static org.hillock.scenario.section.Key.optional;
import static org.hillock.scenario.section.Key.required;

import java.util.List;
import org.hillock.scenario.section.Key.Shape;

/** Every key of what says which synapses have a third neuron. */
final class ThirdFactorKeys {

  /** Synapses to or from third neurons. */
  static final List<Key> SIDE =
      List.of(
          required(
              "weight",
              Shape.RANDOM,
              "strength of a spike, in mV, pA or nS as the model that it reaches has it"),
          required("delay", Shape.RANDOM, "time until it takes effect"),
          optional(
              "receptor",
              Shape.TEXT,
              "where spikes arrive; default by the sign of the weight where a model has two for"
                  + " that"));

  /** Third neurons of a projection. */
  static final List<Key> THIRD_FACTOR =
      List.of(
          required("through", Shape.TEXT, "the third neurons, such as astrocytes or glia[0:50]"),
          optional(
              "probability",
              Shape.FORMULA,
              "that a synapse has a third neuron, from 0 to 1; default 1"),
          optional(
              "pool_size",
              Shape.FORMULA,
              "how many third neurons a target has to choose from; default all"),
          optional(
              "pool_type",
              Shape.TEXT,
              "random (default), drawn for each target without repetition, or block, the first"
                  + " ones for the first target, and so on"),
          required("in", Shape.THIRD_SIDE, "synapses from the sources to third neurons"),
          required("out", Shape.THIRD_SIDE, "synapses from third neurons to the targets"));

  private ThirdFactorKeys() {}
}
