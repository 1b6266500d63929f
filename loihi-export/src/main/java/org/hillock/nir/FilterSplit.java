package org.hillock.nir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Takes filters out of the ways to neurons. A filter passes on what it gets, times r. Where an
 * Output can be reached from it besides, the filter stays for the Output, as a potential, and the
 * way parts behind it: linear nodes that lead to both, to neurons and to outputs, are there twice.
 */
final class FilterSplit {

  private final NirGraph graph;
  private final Set<String> filters;
  private final GraphReach reach;

  /** What stands in the place of a node on the ways to neurons, where both are there. */
  private final Map<String, String> beside = new HashMap<>();

  FilterSplit(NirGraph graph, Set<String> filters) {
    this.graph = graph;
    this.filters = filters;
    this.reach = new GraphReach(graph);
  }

  /** Replaces the filters and adds what is new; returns the edges. */
  List<NirGraph.Edge> into(Map<String, NirNode> nodes) {
    for (String filter : filters) {
      NirNode.LI li = (NirNode.LI) node(filter);
      NirNode scale = new NirNode.Scale(li.r(), NirMetadata.NONE);
      if (graph.edges().stream()
          .anyMatch(edge -> edge.from().equals(filter) && reach.shows(edge.to()))) {
        twice(filter, scale, nodes);
      } else {
        nodes.put(filter, scale);
      }
    }
    List<String> open = new ArrayList<>(beside.keySet());
    while (!open.isEmpty()) {
      String from = open.remove(open.size() - 1);
      for (NirGraph.Edge edge : graph.edges()) {
        String to = edge.to();
        if (edge.from().equals(from)
            && GraphPaths.linear(node(to))
            && reach.feeds(to)
            && reach.shows(to)
            && !beside.containsKey(to)) {
          twice(to, node(to), nodes);
          open.add(to);
        }
      }
    }
    List<NirGraph.Edge> edges = new ArrayList<>();
    graph.edges().forEach(edge -> edges(edge, edges));
    return edges;
  }

  private void edges(NirGraph.Edge edge, List<NirGraph.Edge> edges) {
    String from = edge.from();
    String to = edge.to();
    String source = beside.getOrDefault(from, from);
    String target = beside.get(to);
    if (filters.contains(to)) {
      edges.add(edge);
      if (target != null) {
        edges.add(new NirGraph.Edge(source, target));
      }
    } else if (target != null) {
      edges.add(edge);
      edges.add(new NirGraph.Edge(source, target));
    } else {
      edges.add(reach.feeds(to) ? new NirGraph.Edge(source, to) : edge);
    }
  }

  private void twice(String name, NirNode copy, Map<String, NirNode> nodes) {
    String free = name + " before neurons";
    while (nodes.containsKey(free)) {
      free += "'";
    }
    nodes.put(free, copy);
    beside.put(name, free);
  }

  private NirNode node(String name) {
    return Objects.requireNonNull(graph.nodes().get(name), name);
  }
}
