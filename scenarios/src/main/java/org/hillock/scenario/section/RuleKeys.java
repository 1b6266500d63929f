package org.hillock.scenario.section;

import static org.hillock.scenario.section.Key.optional;
import static org.hillock.scenario.section.Key.required;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.scenario.section.Key.Shape;

/** Every key of what says which neurons are connected. */
final class RuleKeys {

  /** Connection rules, each with the keys that only it has. */
  static final Map<String, List<Key>> RULES = new LinkedHashMap<>();

  /** The rule by which targets see sources through a kernel. */
  static final String CONVOLUTION = "conv2d";

  /** The rule of a projection that begins without synapses. */
  static final String NO_SYNAPSES = "none";

  static {
    RULES.put("one_to_one", List.of());
    RULES.put("all_to_all", List.of());
    RULES.put(
        "fixed_indegree",
        List.of(
            required("indegree", Shape.FORMULA, "synapses that each target neuron receives"),
            PlaceKeys.RELATIVE,
            PlaceKeys.MASK));
    RULES.put(
        "fixed_outdegree",
        List.of(
            required("outdegree", Shape.FORMULA, "synapses that each source neuron makes"),
            PlaceKeys.RELATIVE,
            PlaceKeys.MASK));
    RULES.put("fixed_total_number", List.of(required("total", Shape.FORMULA, "synapses in all")));
    RULES.put(
        "pairwise_bernoulli",
        List.of(
            required(
                "probability",
                Shape.FORMULA,
                "chance of each pair, from 0 to 1; with d for the distance, such as exp(-d / 1"
                    + " mm)"),
            PlaceKeys.MASK));
    RULES.put(
        "pairwise_poisson",
        List.of(
            required(
                "pairwise_avg_num_conns",
                Shape.FORMULA,
                "synapses of each pair on average, 0 or more; may be a formula of the distance"
                    + " d"),
            PlaceKeys.MASK));
    RULES.put(
        "watts_strogatz",
        List.of(
            required(
                "neighbours",
                Shape.FORMULA,
                "to how many on its ring each neuron is connected, both ways: an even number"),
            required(
                "rewiring",
                Shape.FORMULA,
                "probability that a connection leads to any other neuron, from 0 to 1")));
    RULES.put(
        CONVOLUTION,
        List.of(
            required(
                "input",
                Shape.COUNTS,
                "rows and columns of the sources, or channels, rows and columns, such as [3, 28,"
                    + " 28]"),
            required(
                "kernel",
                Shape.KERNEL,
                "rows of plain numbers, or such rows for each channel of the source in a list for"
                    + " each channel of the target"),
            required(
                "weight_scale",
                Shape.FORMULA,
                "what the numbers of the kernel are multiplied by, such as 10 pA"),
            optional(
                "stride",
                Shape.COUNTS,
                "by how many sources the kernel moves on, one or [rows, columns]; default 1"),
            optional(
                "padding",
                Shape.COUNTS,
                "how far it begins beyond the image, one or [rows, columns]; default 0"),
            optional(
                "dilation",
                Shape.COUNTS,
                "how far apart the sources are that it sees, one or [rows, columns]; default"
                    + " 1")));
    RULES.put(
        "explicit",
        List.of(
            required(
                "edges", Shape.EDGES, "a CSV file, or a list of [source, target, weight, delay]"),
            optional("weight_scale", Shape.FORMULA, "multiplies the weights of the edges")));
    RULES.put(NO_SYNAPSES, List.of());
  }

  private RuleKeys() {}
}
