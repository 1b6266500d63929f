package org.hillock.scenario.section;

/**
 * A key that a map of the scenario may have. The reader and the published schema share these
 * tables, so that they cannot drift apart.
 *
 * @param name as written
 * @param shape what it leads to
 * @param required whether it must be there
 * @param description one line for people
 */
record Key(String name, Shape shape, boolean required, String description) {

  /** What a key can lead to. */
  enum Shape {
    /** Any text. */
    TEXT,
    /** A number, a quantity or a formula. */
    FORMULA,
    /** True, false or a formula. */
    TRUTH,
    /** The same, or 1 or 0. */
    TRUTH_OR_NUMBER,
    /** A formula, a list of one formula a neuron, or a distribution. */
    PER_NEURON,
    /** A list, each element of which may differ from neuron to neuron. */
    PER_NEURON_LIST,
    /** A formula or a random distribution. */
    RANDOM,
    /** A formula, a random distribution, or a conduction velocity. */
    DELAY,
    /** A row of neurons, a grid, places drawn at random, or a list of places. */
    POSITIONS,
    /** A list of places. */
    PLACES,
    /** Rows of numbers, or such rows for each channel of sources and targets. */
    KERNEL,
    /** A mask of some shape. */
    MASK,
    /** A whole number or up to three of them. */
    COUNTS,
    /** A length or a list of lengths. */
    PLACE,
    /** A list of formulas. */
    FORMULAS,
    /** A formula or a list of formulas. */
    FORMULAS_OR_ONE,
    /** A list of [time, amplitude]. */
    STEPS,
    /** A list of [amplitude, period, phase]. */
    WAVES,
    /** A range of neurons or a list of ranges. */
    RANGES,
    /** A text or a list of texts. */
    NAMES,
    /** A list of texts. */
    TEXTS,
    /** A list of known plots. */
    PLOTS,
    /** The name of a neuron model. */
    MODEL,
    /** Times, lists of times, a regular train, or a file. */
    SPIKE_TIMES,
    /** A filter of images. */
    FILTER,
    /** Stretches of the run with names and labels. */
    PRESENTATIONS,
    /** Lots of images. */
    PARTS,
    /** Times, a regular train, or a file. */
    ONE_TRAIN,
    /** Pairs of neurons, or a file. */
    EDGES,
    /** Any values by name or path. */
    VALUES,
    /** A map of its own kind; see {@link ScenarioSchema}. */
    TIME_SECTION,
    SEEDS,
    PARAMETERS_SECTION,
    NEURONS_SECTION,
    VARIANTS_SECTION,
    PROTOCOL_SECTION,
    INPUTS_SECTION,
    SYNAPSES_SECTION,
    RECORD_SECTION,
    PLASTICITY_SECTION,
    ELEMENTS_SECTION,
    CALCIUM_SECTION,
    STRUCTURAL_SECTION,
    THIRD_FACTOR_SECTION,
    THIRD_SIDE,
    WEIGHTS_SECTION,
    MODULATORS_SECTION,
    RATES_SECTION
  }

  static Key required(String name, Shape shape, String description) {
    return new Key(name, shape, true, description);
  }

  static Key optional(String name, Shape shape, String description) {
    return new Key(name, shape, false, description);
  }
}
