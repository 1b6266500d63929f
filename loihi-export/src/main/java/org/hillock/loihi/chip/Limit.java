package org.hillock.loihi.chip;

/** The resources of a core that a mapping must not exceed. */
public enum Limit {
  /** Neurons. */
  COMPARTMENTS("compartments", "compartments", "a smaller population"),
  /** Sources that reach the core. */
  INPUT_AXONS(
      "inputAxons",
      "input axons",
      "fewer different sources per neuron, such as a smaller indegree or one train shared by many"
          + " neurons in place of one each"),
  /** Pairs of a neuron and a core that it reaches. */
  OUTPUT_AXONS(
      "outputAxons", "output axons", "fewer targets per neuron, such as a smaller indegree"),
  /** Words that hold the synapses. */
  SYNAPSE_MEMORY(
      "synapseWords",
      "words of synapse memory",
      "fewer synapses, or weights of fewer different values and shorter delays, which take fewer"
          + " bits"),
  /** Combinations of decays and refractory period. */
  COMPARTMENT_PROFILES(
      "compartmentProfiles",
      "compartment profiles",
      "fewer different values of tau_m, tau_syn and t_ref"),
  /** Different thresholds. */
  THRESHOLD_PROFILES(
      "thresholdProfiles", "threshold profiles", "fewer different values of V_th - V_reset"),
  /** Ways to write synapses. */
  SYNAPSE_FORMATS(
      "synapseFormats", "synapse formats", "fewer projections with weights of their own scale"),
  /** Compartments times delay slots. */
  DENDRITE_ACCUMULATORS(
      "dendriteAccumulators", "dendrite accumulators", "shorter delays, or a coarser --chip-step");

  private final String key;
  private final String label;
  private final String remedy;

  Limit(String key, String label, String remedy) {
    this.key = key;
    this.label = label;
    this.remedy = remedy;
  }

  /** The key of profile files and mappings. */
  public String key() {
    return key;
  }

  /** How people call it. */
  public String label() {
    return label;
  }

  /** What helps where it is short. */
  public String remedy() {
    return remedy;
  }

  /** How much of it a core has. */
  public int perCore(ChipProfile.Core core) {
    return switch (this) {
      case COMPARTMENTS -> core.compartments();
      case INPUT_AXONS -> core.inputAxons();
      case OUTPUT_AXONS -> core.outputAxons();
      case SYNAPSE_MEMORY -> core.synapseWords();
      case COMPARTMENT_PROFILES -> core.compartmentProfiles();
      case THRESHOLD_PROFILES -> core.thresholdProfiles();
      case SYNAPSE_FORMATS -> core.synapseFormats();
      case DENDRITE_ACCUMULATORS -> core.dendriteAccumulators();
    };
  }
}
