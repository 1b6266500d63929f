package org.hillock.nir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Where what a node of a graph sends ends up: in neurons, in outputs, or in both. */
final class GraphReach {

  private final Set<String> feeding = new HashSet<>();
  private final Set<String> shown = new HashSet<>();

  GraphReach(NirGraph graph) {
    Map<String, List<String>> before = new HashMap<>();
    for (NirGraph.Edge edge : graph.edges()) {
      before.computeIfAbsent(edge.to(), to -> new ArrayList<>()).add(edge.from());
    }
    graph
        .nodes()
        .forEach(
            (name, node) -> {
              if (node instanceof NirNode.Output) {
                back(name, graph, before, shown);
              } else if (!(node instanceof NirNode.Input) && !GraphPaths.linear(node)) {
                back(name, graph, before, feeding);
              }
            });
  }

  /** Adds a node, and all linear ones from which a way through linear ones leads to it. */
  private static void back(
      String end, NirGraph graph, Map<String, List<String>> before, Set<String> into) {
    List<String> open = new ArrayList<>();
    if (into.add(end)) {
      open.add(end);
    }
    while (!open.isEmpty()) {
      for (String from : before.getOrDefault(open.remove(open.size() - 1), List.of())) {
        if (GraphPaths.linear(Objects.requireNonNull(graph.nodes().get(from))) && into.add(from)) {
          open.add(from);
        }
      }
    }
  }

  /** Whether a node is a neuron, or linear and before one. */
  boolean feeds(String node) {
    return feeding.contains(node);
  }

  /** Whether a node is an Output, or linear and before one. */
  boolean shows(String node) {
    return shown.contains(node);
  }
}
