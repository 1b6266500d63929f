package org.hillock.nir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.format.FormatException;

/**
 * A graph without graphs in it: a node n of a graph g is called g.n, and the ends of an inner graph
 * pass on what they get.
 */
final class FlatGraph {

  private FlatGraph() {}

  /** The same graph, flat. */
  static NirGraph of(NirGraph graph) {
    Map<String, NirNode> nodes = new LinkedHashMap<>();
    List<NirGraph.Edge> edges = new ArrayList<>();
    flatten(graph, "", nodes, edges);
    return new NirGraph(nodes, edges, graph.metadata());
  }

  private static void flatten(
      NirGraph graph, String prefix, Map<String, NirNode> nodes, List<NirGraph.Edge> edges) {
    graph
        .nodes()
        .forEach(
            (name, node) -> {
              String full = prefix + name;
              if (node instanceof NirGraph inner) {
                flatten(inner, full + ".", nodes, edges);
              } else if (!prefix.isEmpty() && node instanceof NirNode.Input end) {
                put(nodes, full, pass(end.shape()));
              } else if (!prefix.isEmpty() && node instanceof NirNode.Output end) {
                put(nodes, full, pass(end.shape()));
              } else {
                put(nodes, full, node);
              }
            });
    for (NirGraph.Edge edge : graph.edges()) {
      edges.add(
          new NirGraph.Edge(
              prefix + end(graph, edge.from(), NirNode.Output.class),
              prefix + end(graph, edge.to(), NirNode.Input.class)));
    }
  }

  private static void put(Map<String, NirNode> nodes, String name, NirNode node) {
    if (nodes.put(name, node) != null) {
      throw new FormatException(
          "node '" + name + "'", "there are two of this name", "names without a dot");
    }
  }

  private static NirNode pass(List<Integer> shape) {
    return new NirNode.Scale(NirArray.filled(shape, 1), NirMetadata.NONE);
  }

  /** The node at the end of an edge: of an inner graph, its only input or output. */
  private static String end(NirGraph graph, String name, Class<? extends NirNode> type) {
    if (!(graph.nodes().get(name) instanceof NirGraph inner)) {
      return name;
    }
    List<String> ends =
        inner.nodes().entrySet().stream()
            .filter(node -> type.isInstance(node.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (ends.size() != 1) {
      throw new FormatException(
          "node '" + name + "'",
          "the inner graph has "
              + ends.size()
              + " nodes of type "
              + type.getSimpleName()
              + ", so that an edge to or from it is ambiguous",
          "one Input and one Output, or the inner nodes in the outer graph");
    }
    return name + "." + end(inner, ends.get(0), type);
  }
}
