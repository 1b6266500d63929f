package org.hillock.nir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A graph while it is being put together. Not thread-safe. */
final class NirDraft {

  /** So many places are named in a warning. */
  private static final int PLACES = 4;

  private final Map<String, NirNode> nodes = new LinkedHashMap<>();
  private final List<NirGraph.Edge> edges = new ArrayList<>();
  private final Map<String, List<String>> warnings = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();

  /** Takes names for populations, before anything else may take them. */
  void reserve(Collection<String> populations) {
    populations.forEach(population -> names.add(inFile(population)));
  }

  /** A name as it can stand in a file. Dots would be paths to some frameworks. */
  static String inFile(String name) {
    return name.replace("->", "_to_").replace('/', '_').replace('.', '_');
  }

  /** A name that no other node has, as like as possible to one that is wanted. */
  String name(String wanted) {
    String name = inFile(wanted);
    for (int i = 2; !names.add(name); i++) {
      name = inFile(wanted) + "_" + i;
    }
    return name;
  }

  void put(String name, NirNode node) {
    nodes.put(name, node);
  }

  void edge(String from, String to) {
    edges.add(new NirGraph.Edge(from, to));
  }

  /** Whether there is a way from an Input to a node. */
  boolean reached(String node) {
    return way(node, NirNode.Input.class, NirGraph.Edge::to, NirGraph.Edge::from);
  }

  /** Whether there is a way from a node to an Output. */
  boolean leads(String node) {
    return way(node, NirNode.Output.class, NirGraph.Edge::from, NirGraph.Edge::to);
  }

  private boolean way(
      String node,
      Class<? extends NirNode> end,
      Function<NirGraph.Edge, String> here,
      Function<NirGraph.Edge, String> there) {
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(node));
    while (!open.isEmpty()) {
      String next = open.remove(open.size() - 1);
      if (end.isInstance(nodes.get(next))) {
        return true;
      }
      for (NirGraph.Edge edge : edges) {
        if (here.apply(edge).equals(next) && seen.add(there.apply(edge))) {
          open.add(there.apply(edge));
        }
      }
    }
    return false;
  }

  /** Warns of something; what is said of several places is said once. */
  void warn(String where, String sentence) {
    warnings.computeIfAbsent(sentence, key -> new ArrayList<>()).add(where);
  }

  List<String> warnings() {
    List<String> all = new ArrayList<>();
    warnings.forEach(
        (sentence, places) -> {
          int more = places.size() - PLACES;
          all.add(
              String.join(", ", places.subList(0, Math.min(PLACES, places.size())))
                  + (more > 0 ? " and " + more + " more" : "")
                  + ": "
                  + sentence);
        });
    return List.copyOf(all);
  }

  NirGraph graph(NirMetadata metadata) {
    return new NirGraph(nodes, edges, metadata);
  }
}
