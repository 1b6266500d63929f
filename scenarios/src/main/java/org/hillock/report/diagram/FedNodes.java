package org.hillock.report.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes inputs that reach one population alone into its box, where a picture is crowded. */
final class FedNodes {

  private FedNodes() {}

  /** The same graph with fewer nodes. */
  static NetworkGraph of(NetworkGraph graph) {
    int count = graph.nodes().size();
    List<List<String>> fed = new ArrayList<>();
    int[] numbers = new int[count];
    Arrays.fill(numbers, -1);
    for (int i = 0; i < count; i++) {
      fed.add(new ArrayList<>());
    }
    int kept = 0;
    for (int i = 0; i < count; i++) {
      NetworkGraph.Node node = graph.nodes().get(i);
      if (node.input() && graph.after(i).size() == 1) {
        fed.get(graph.after(i).iterator().next()).add("← " + node.detail());
      } else {
        numbers[i] = kept++;
      }
    }
    List<NetworkGraph.Node> nodes = new ArrayList<>();
    List<NetworkGraph.Bundle> bundles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      NetworkGraph.Node node = graph.nodes().get(i);
      if (numbers[i] >= 0) {
        nodes.add(new NetworkGraph.Node(node.name(), node.detail(), node.input(), fed.get(i)));
      }
    }
    for (NetworkGraph.Bundle one : graph.bundles()) {
      if (numbers[one.from()] >= 0) {
        bundles.add(
            new NetworkGraph.Bundle(
                numbers[one.from()],
                numbers[one.to()],
                one.sign(),
                one.synapses(),
                one.projections(),
                one.drawn()));
      }
    }
    return new NetworkGraph(List.copyOf(nodes), List.copyOf(bundles));
  }
}
