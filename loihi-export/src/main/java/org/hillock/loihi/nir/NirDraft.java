package org.hillock.loihi.nir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A graph while it is being put together. Not thread-safe. */
final class NirDraft {

  private final Map<String, NirNode> nodes = new LinkedHashMap<>();
  private final List<NirGraph.Edge> edges = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /** Takes names for populations, before anything else may take them. */
  void reserve(Collection<String> populations) {
    populations.forEach(population -> names.add(inFile(population)));
  }

  /** A name as it can stand in a file. Dots would be paths to some frameworks. */
  static String inFile(String name) {
    return name.replace('/', '_').replace('.', '_');
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

  void warn(String warning) {
    warnings.add(warning);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  NirGraph graph(NirMetadata metadata) {
    return new NirGraph(nodes, edges, metadata);
  }
}
