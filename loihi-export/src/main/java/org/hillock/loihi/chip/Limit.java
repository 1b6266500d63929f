package org.hillock.loihi.chip;

import java.util.Arrays;
import java.util.List;

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
      "dendriteAccumulators", "dendrite accumulators", "shorter delays, or a coarser --chip-step"),
  /** Words that hold the state of neurons. */
  STATE_WORDS(
      "stateWords",
      "words of state",
      "fewer neurons, or a model that keeps less, such as a threshold that does not adapt"),
  /** Types of axons, where a neuron has one weight for each. */
  AXON_TYPES(
      "axonTypes", "axon types", "fewer different weights onto a neuron, such as one a projection");

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

  /** The resources that cores of a chip have: axon types only where weights go by them. */
  public static List<Limit> of(ChipProfile profile) {
    return Arrays.stream(values()).filter(limit -> limit.perCore(profile) > 0).toList();
  }

  /** How much of it a core has; 0: the chip knows nothing of the kind. */
  public int perCore(ChipProfile profile) {
    ChipProfile.Core core = profile.core();
    return switch (this) {
      case COMPARTMENTS -> core.compartments();
      case INPUT_AXONS -> core.inputAxons();
      case OUTPUT_AXONS -> core.outputAxons();
      case SYNAPSE_MEMORY -> core.synapseWords();
      case COMPARTMENT_PROFILES -> core.compartmentProfiles();
      case THRESHOLD_PROFILES -> core.thresholdProfiles();
      case SYNAPSE_FORMATS -> core.synapseFormats();
      case DENDRITE_ACCUMULATORS -> core.dendriteAccumulators();
      case STATE_WORDS -> core.stateWords();
      case AXON_TYPES -> profile.synapse().axonTypes();
    };
  }
}
