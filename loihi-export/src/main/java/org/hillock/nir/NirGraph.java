package org.hillock.nir;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.format.FormatException;

/**
 * Nodes by name, and who sends to whom. What arrives at a node over several edges is added up. A
 * graph may be a node of another.
 *
 * @param nodes by name, in order
 * @param edges in order; an edge that is there twice counts twice
 * @param metadata what the graph carries along
 */
public record NirGraph(Map<String, NirNode> nodes, List<Edge> edges, NirMetadata metadata)
    implements NirNode {

  /** From one node to another, by their names. */
  public record Edge(String from, String to) {
    @Override
    public String toString() {
      return "'" + from + "' → '" + to + "'";
    }
  }

  /**
   * Checks that edges lead from node to node and that shapes fit along them.
   *
   * @throws FormatException naming the edge
   */
  public NirGraph {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    edges = List.copyOf(edges);
    for (Edge edge : edges) {
      for (String name : List.of(edge.from(), edge.to())) {
        if (!nodes.containsKey(name)) {
          throw new FormatException(
              "edge " + edge,
              "there is no node '" + name + "'",
              "one of the nodes " + String.join(", ", nodes.keySet()));
        }
      }
    }
    NirShapes.of(nodes, edges);
  }

  @Override
  public String type() {
    return "NIRGraph";
  }

  /** The shapes of what enters and leaves each node. */
  public NirShapes shapes() {
    return NirShapes.of(nodes, edges);
  }
}
