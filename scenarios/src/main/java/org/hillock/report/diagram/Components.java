package org.hillock.report.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Nodes that reach each other, and the layers in which they stand: each group of them after all
 * that lead to it. Tarjan 1972, SIAM J Comput 1:146; layers by longest paths.
 */
final class Components {

  private final NetworkGraph graph;
  private final int[] found;
  private final int[] lowest;
  private final int[] member;
  private final Deque<Integer> path = new ArrayDeque<>();
  private final List<List<Integer>> groups = new ArrayList<>();
  private int counter;

  private Components(NetworkGraph graph) {
    this.graph = graph;
    int nodes = graph.nodes().size();
    this.found = new int[nodes];
    this.lowest = new int[nodes];
    this.member = new int[nodes];
    Arrays.fill(member, -1);
    for (int node = 0; node < nodes; node++) {
      if (found[node] == 0) {
        visit(node);
      }
    }
  }

  /** Groups by layer, from left to right; nodes of a group in their order. */
  static List<List<List<Integer>>> layers(NetworkGraph graph) {
    return new Components(graph).layers();
  }

  private void visit(int node) {
    found[node] = ++counter;
    lowest[node] = counter;
    path.push(node);
    for (int next : graph.after(node)) {
      if (found[next] == 0) {
        visit(next);
        lowest[node] = Math.min(lowest[node], lowest[next]);
      } else if (member[next] < 0) {
        lowest[node] = Math.min(lowest[node], found[next]);
      }
    }
    if (lowest[node] == found[node]) {
      List<Integer> group = new ArrayList<>();
      int last;
      do {
        last = path.pop();
        member[last] = groups.size();
        group.add(last);
      } while (last != node);
      Collections.sort(group);
      groups.add(group);
    }
  }

  /** Groups were found in reverse order: a group leads only to those that were found before it. */
  private List<List<List<Integer>>> layers() {
    int count = groups.size();
    int[] layer = new int[count];
    int deepest = 0;
    for (int group = count - 1; group >= 0; group--) {
      for (int next : after(group)) {
        layer[next] = Math.max(layer[next], layer[group] + 1);
        deepest = Math.max(deepest, layer[next]);
      }
    }
    // Who is led to by nobody stands just before the first that it leads to.
    for (int group = 0; group < count; group++) {
      List<Integer> next = after(group);
      if (layer[group] == 0 && !next.isEmpty()) {
        layer[group] = next.stream().mapToInt(one -> layer[one]).min().orElse(1) - 1;
      }
    }
    List<List<List<Integer>>> layers = new ArrayList<>();
    for (int i = 0; i <= deepest; i++) {
      layers.add(new ArrayList<>());
    }
    for (int group = 0; group < count; group++) {
      layers.get(layer[group]).add(groups.get(group));
    }
    layers.forEach(one -> one.sort((a, b) -> Integer.compare(a.get(0), b.get(0))));
    return layers;
  }

  private List<Integer> after(int group) {
    return groups.get(group).stream()
        .flatMap(node -> graph.after(node).stream())
        .map(node -> member[node])
        .filter(other -> other != group)
        .distinct()
        .toList();
  }
}
