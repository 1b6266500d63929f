package org.hillock.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What people and the engines are told of a rule of plasticity, apart from what it does.
 *
 * @param name the field's name, such as {@code stdp_triplet}
 * @param family under which it is listed
 * @param summary one line for people
 * @param equations what it does, in lines of mathematics
 * @param source where it comes from: author, year, place
 * @param parameters all parameters, in the order in which they are listed to people; one whose unit
 *     is that of the target's weight has {@link Unit#NONE}
 * @param weightParameters names of those whose unit is that of the target's weight
 * @param nearestProducts the rule that comes nearest to it and is a {@link ProductForm.Sum}, with
 *     what is lost; empty if it is one itself or none is near
 */
public record RuleDescription(
    String name,
    RuleFamily family,
    String summary,
    String equations,
    String source,
    List<Parameter> parameters,
    Set<String> weightParameters,
    String nearestProducts) {

  /** The part of each delay that lies in the dendrite. */
  public static final String DENDRITIC_DELAY = "dendritic_delay";

  /** How long spikes of modulating neurons take to the synapses. */
  public static final String MODULATOR_DELAY = "modulator_delay";

  /** Copies the lists. */
  public RuleDescription {
    parameters = List.copyOf(parameters);
    weightParameters = Set.copyOf(weightParameters);
  }

  /** Begins the description of a rule. */
  public static Builder of(String name, RuleFamily family, String summary) {
    return new Builder(name, family, summary);
  }

  /** Collects what belongs to a description. */
  public static final class Builder {
    private final String name;
    private final RuleFamily family;
    private final String summary;
    private String equations = "";
    private String source = "";
    private final List<Parameter> parameters = new ArrayList<>();
    private final Set<String> weightParameters = new LinkedHashSet<>();
    private String nearestProducts = "";

    private Builder(String name, RuleFamily family, String summary) {
      this.name = name;
      this.family = family;
      this.summary = summary;
    }

    /** What it does, in lines of mathematics. */
    public Builder equations(String lines) {
      this.equations = lines.strip();
      return this;
    }

    /** Where it comes from: author, year, place. */
    public Builder source(String text) {
      this.source = text;
      return this;
    }

    /** Adds parameters. */
    public Builder parameters(Parameter... more) {
      parameters.addAll(List.of(more));
      return this;
    }

    /** Adds a parameter in the unit of the target's weight. */
    public Builder weight(Parameter parameter) {
      parameters.add(parameter);
      weightParameters.add(parameter.name());
      return this;
    }

    /**
     * Adds the part of each delay that lies in the dendrite, between the postsynaptic spike and the
     * synapse, which rules have that heed postsynaptic spikes.
     */
    public Builder dendriticDelay() {
      return parameters(
          Parameter.positiveDuration(
              DENDRITIC_DELAY,
              Double.MAX_VALUE,
              "part of each delay between postsynaptic spike and synapse; default: all of it"));
    }

    /** Adds the delay of the spikes of modulating neurons: the rule has a third factor. */
    public Builder modulatorDelay() {
      return parameters(
          Parameter.positiveDuration(
              MODULATOR_DELAY, 1, "from a spike of a modulating neuron to the synapses"));
    }

    /** The rule to take on chips, where this is no sum of products, and what is lost. */
    public Builder nearestProducts(String rule) {
      this.nearestProducts = rule;
      return this;
    }

    /**
     * Adds what all synaptic elements have: how fast they grow, how many there are at the
     * beginning, and what is lost of those without a partner.
     */
    public Builder elements() {
      return parameters(
          Parameter.any(GrowthModel.RATE, Unit.HERTZ, 0.1, "elements a second that grow at most"),
          Parameter.between(GrowthModel.INITIAL, 0, 1e9, 0, "elements at the beginning"),
          Parameter.between(
              GrowthModel.DECAY, 0, 1, 0.1, "part of the vacant elements lost at each change"));
    }

    /** The description. */
    public RuleDescription build() {
      return new RuleDescription(
          name, family, summary, equations, source, parameters, weightParameters, nearestProducts);
    }
  }
}
