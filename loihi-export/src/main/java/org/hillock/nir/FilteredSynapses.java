package org.hillock.nir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hillock.format.FormatException;
import org.hillock.hdf5.Shapes;

/**
 * A leaky integrator (LI) before a leaky neuron is a synapse that filters. The filter and the
 * linear nodes behind it change places where all that a neuron gets is filtered with one time
 * constant:
 *
 * <pre>
 *   tau_s I' = -I + v_leak_s + r_s S,  tau v' = v_leak - v + r (W I + b)
 *     is  tau_s J' = -J + W (r_s S + v_leak_s),  tau v' = (v_leak + r b) - v + r J
 * </pre>
 *
 * <p>So LIF becomes CubaLIF, LI behind LI becomes CubaLI, and the filter a Scale by r_s.
 *
 * @param graph without potentials that feed neurons, as far as they are such filters
 * @param constants what reaches the neurons behind filters besides spikes, through the filter
 * @param notes a sentence for each neuron that has become another
 */
record FilteredSynapses(NirGraph graph, Map<String, double[]> constants, List<String> notes) {

  /** The same graph with filters in the neurons. */
  static FilteredSynapses of(NirGraph graph) {
    return new Rewriting(graph).run();
  }

  /** One graph at work. */
  private static final class Rewriting {

    private final NirGraph graph;
    private final GraphPaths paths;
    private final Map<String, NirNode> nodes;
    private final Map<String, double[]> constants = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> filters = new TreeSet<>();

    Rewriting(NirGraph graph) {
      this.graph = graph;
      this.paths = new GraphPaths(graph);
      this.nodes = new LinkedHashMap<>(graph.nodes());
    }

    FilteredSynapses run() {
      GraphReach reach = new GraphReach(graph);
      boolean any =
          graph.edges().stream()
              .anyMatch(
                  edge -> filter(edge.from()) instanceof NirNode.LI && reach.feeds(edge.to()));
      if (any) {
        graph.nodes().forEach(this::target);
      }
      if (filters.isEmpty()) {
        return new FilteredSynapses(graph, Map.of(), List.of());
      }
      for (String filter : filters) {
        if (constants.containsKey(filter)) {
          throw new FormatException(
              "node '" + filter + "'",
              "a leaky integrator between another one and neurons: two filters in a row",
              "one integrator before a neuron");
        }
      }
      List<NirGraph.Edge> edges = new FilterSplit(graph, filters).into(nodes);
      return new FilteredSynapses(
          new NirGraph(nodes, edges, graph.metadata()),
          Collections.unmodifiableMap(constants),
          notes);
    }

    private void target(String name, NirNode node) {
      boolean takes = node instanceof NirNode.LIF || node instanceof NirNode.LI;
      boolean sends = node instanceof NirNode.Input || node instanceof NirNode.Output;
      if (sends || GraphPaths.linear(node)) {
        return;
      }
      Map<String, SparsePaths> ways = paths.arriving(name);
      Set<String> potentials = new TreeSet<>();
      for (String source : ways.keySet()) {
        if (graph.nodes().get(source) instanceof NirNode.LI) {
          potentials.add(source);
        }
      }
      if (potentials.isEmpty()) {
        return;
      }
      String where = "node '" + name + "'";
      if (!takes) {
        throw new FormatException(
            where,
            "a " + node.type() + " behind the leaky integrator '" + first(potentials) + "'",
            "LIF or LI there: a filtered synapse is one before a membrane without a filter");
      }
      if (potentials.size() < ways.size() || potentials.contains(name)) {
        throw new FormatException(
            where,
            "it gets spikes at once and through the leaky integrator '" + first(potentials) + "'",
            "all spikes through integrators of one tau, or none");
      }
      double[] tau = taus(name, ways);
      double[] filtered = new double[tau.length];
      ways.forEach((source, paths) -> add(source, paths, filtered));
      constants.put(name, filtered);
      nodes.put(name, filtering(node, NirArray.of(shape(node), tau), paths.constant(name)));
      filters.addAll(potentials);
      notes.add(
          "'"
              + String.join("', '", potentials)
              + "' before '"
              + name
              + "' is a filtered synapse: its tau is tau_syn of '"
              + name
              + "'");
    }

    private static String first(Set<String> names) {
      return names.iterator().next();
    }

    private static List<Integer> shape(NirNode node) {
      return ((NirNode.Elementwise) node).shape();
    }

    /** The time constant through which each element gets what it gets. */
    private double[] taus(String name, Map<String, SparsePaths> ways) {
      NirNode node = filter(name);
      double[] tau = new double[Shapes.elements(shape(node))];
      double any = 0;
      for (Map.Entry<String, SparsePaths> entry : ways.entrySet()) {
        NirArray own = ((NirNode.LI) filter(entry.getKey())).tau();
        SparsePaths paths = entry.getValue();
        any = own.get(0);
        for (int element = 0; element < paths.elements(); element++) {
          for (int way = paths.first(element); way < paths.first(element + 1); way++) {
            double found = own.get(paths.source(way));
            if (tau[element] != 0 && tau[element] != found) {
              throw new FormatException(
                  "node '" + name + "'",
                  "element "
                      + element
                      + " gets what was filtered with "
                      + tau[element]
                      + " s and with "
                      + found
                      + " s",
                  "integrators of one tau before a neuron");
            }
            tau[element] = found;
          }
        }
      }
      for (int i = 0; i < tau.length; i++) {
        tau[i] = tau[i] == 0 ? any : tau[i];
      }
      return tau;
    }

    private NirNode filter(String name) {
      NirNode node = graph.nodes().get(name);
      if (node == null) {
        throw new IllegalArgumentException(name);
      }
      return node;
    }

    /** Constants at a filter go through it. */
    private void add(String source, SparsePaths paths, double[] sum) {
      NirNode.LI filter = (NirNode.LI) filter(source);
      double[] before = this.paths.constant(source);
      for (int element = 0; element < paths.elements(); element++) {
        for (int way = paths.first(element); way < paths.first(element + 1); way++) {
          int from = paths.source(way);
          double ends = filter.vLeak().get(from) + filter.r().get(from) * before[from];
          sum[element] += paths.weight(way) * ends;
        }
      }
    }

    /** Constants that do not go through the filter act at once, as v_leak does. */
    private static NirNode filtering(NirNode node, NirArray tau, double[] constant) {
      NirArray one = NirArray.filled(tau.shape(), 1);
      if (node instanceof NirNode.LIF lif) {
        return new NirNode.CubaLIF(
            tau,
            lif.tau(),
            lif.r(),
            leak(lif.vLeak(), lif.r(), constant),
            lif.vThreshold(),
            lif.vReset(),
            one,
            lif.metadata());
      }
      NirNode.LI li = (NirNode.LI) node;
      return new NirNode.CubaLI(
          tau, li.tau(), li.r(), leak(li.vLeak(), li.r(), constant), one, li.metadata());
    }

    private static NirArray leak(NirArray leak, NirArray r, double[] constant) {
      double[] sum = leak.toArray();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += r.get(i) * constant[i];
      }
      return NirArray.of(leak.shape(), sum);
    }
  }
}
