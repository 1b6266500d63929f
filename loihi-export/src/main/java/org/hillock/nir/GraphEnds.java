package org.hillock.nir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where signals enter and leave a flat graph, so that no edge is lost: an Input passes on what
 * reaches it over edges, beside what comes from outside; an Output passes on what it gets; and what
 * nothing feeds, though it does nothing by itself, has an Input, as the reference reader gives it
 * one.
 */
final class GraphEnds {

  private final Map<String, NirNode> nodes;
  private final List<NirGraph.Edge> edges;
  private final List<String> notes;

  private GraphEnds(NirGraph graph, List<String> notes) {
    this.nodes = new LinkedHashMap<>(graph.nodes());
    this.edges = new ArrayList<>(graph.edges());
    this.notes = notes;
  }

  /** The same graph with these ends; what was added is told in notes. */
  static NirGraph of(NirGraph graph, List<String> notes) {
    GraphEnds ends = new GraphEnds(graph, notes);
    graph.nodes().forEach(ends::passOn);
    ends.feed(graph);
    return new NirGraph(ends.nodes, ends.edges, graph.metadata());
  }

  /** A node beside an Input or Output that does what such an end does between nodes. */
  private void passOn(String name, NirNode node) {
    boolean entered = edges.stream().anyMatch(edge -> edge.to().equals(name));
    boolean left = edges.stream().anyMatch(edge -> edge.from().equals(name));
    if (node instanceof NirNode.Input input && entered) {
      String pass = pass(name, input.shape());
      for (int i = 0, n = edges.size(); i < n; i++) {
        NirGraph.Edge edge = edges.get(i);
        if (edge.to().equals(name)) {
          edges.set(i, new NirGraph.Edge(edge.from().equals(name) ? pass : edge.from(), pass));
        }
        if (edge.from().equals(name)) {
          edges.add(new NirGraph.Edge(pass, edge.to().equals(name) ? pass : edge.to()));
        }
      }
      notes.add("input '" + name + "' passes on what reaches it, beside what comes from outside");
    } else if (node instanceof NirNode.Output output && left) {
      String pass = pass(name, output.shape());
      for (int i = 0, n = edges.size(); i < n; i++) {
        NirGraph.Edge edge = edges.get(i);
        if (edge.from().equals(name)) {
          edges.set(i, new NirGraph.Edge(pass, edge.to().equals(name) ? pass : edge.to()));
        } else if (edge.to().equals(name)) {
          edges.add(new NirGraph.Edge(edge.from(), pass));
        }
      }
      notes.add("output '" + name + "' passes on what it gets");
    }
  }

  private String pass(String name, List<Integer> shape) {
    String pass = free(name + " passed on");
    nodes.put(pass, new NirNode.Scale(NirArray.filled(shape, 1), NirMetadata.NONE));
    return pass;
  }

  private void feed(NirGraph graph) {
    Set<String> fed = edges.stream().map(NirGraph.Edge::to).collect(Collectors.toSet());
    boolean none = nodes.values().stream().noneMatch(NirNode.Input.class::isInstance);
    boolean roots = graph.nodes().keySet().stream().anyMatch(name -> !fed.contains(name));
    NirShapes shapes = graph.shapes();
    for (Map.Entry<String, NirNode> entry : graph.nodes().entrySet()) {
      String name = entry.getKey();
      NirNode node = entry.getValue();
      boolean end = node instanceof NirNode.Input || node instanceof NirNode.Output;
      boolean needs = GraphPaths.linear(node) || none && roots;
      List<Integer> shape = shapes.in(name);
      if (end || fed.contains(name) || !needs || shape == null) {
        continue;
      }
      String input = free("input_" + name);
      nodes.put(input, new NirNode.Input(shape, NirMetadata.NONE));
      edges.add(new NirGraph.Edge(input, name));
      notes.add("nothing feeds node '" + name + "' in the file; it has the input '" + input + "'");
    }
  }

  private String free(String wanted) {
    String name = wanted;
    for (int i = 2; nodes.containsKey(name); i++) {
      name = wanted + " " + i;
    }
    return name;
  }
}
