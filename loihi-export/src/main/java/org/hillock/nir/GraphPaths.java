package org.hillock.nir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hillock.format.FormatException;
import org.hillock.hdf5.Shapes;
import org.jspecify.annotations.Nullable;

/**
 * What reaches each node of a flat graph through linear nodes: paths from neurons and inputs, and a
 * constant.
 */
final class GraphPaths {

  private final NirGraph graph;
  private final NirShapes shapes;
  private final Map<String, List<String>> before = new HashMap<>();
  private final Map<String, Map<String, SparsePaths>> leaving = new HashMap<>();
  private final Map<String, double[]> constants = new HashMap<>();
  private final Set<String> open = new LinkedHashSet<>();

  GraphPaths(NirGraph graph) {
    this.graph = graph;
    this.shapes = graph.shapes();
    for (NirGraph.Edge edge : graph.edges()) {
      before.computeIfAbsent(edge.to(), name -> new ArrayList<>()).add(edge.from());
    }
  }

  /** Whether a node only maps what it gets, without a state of its own. */
  static boolean linear(NirNode node) {
    return node instanceof NirNode.Linear
        || node instanceof NirNode.Affine
        || node instanceof NirNode.Scale
        || node instanceof NirNode.Delay
        || node instanceof NirNode.Flatten
        || node instanceof NirNode.Conv1d
        || node instanceof NirNode.Conv2d
        || node instanceof NirNode.SumPool2d
        || node instanceof NirNode.AvgPool2d;
  }

  /** The paths into a node, by the name of the source. */
  Map<String, SparsePaths> arriving(String node) {
    Map<String, SparsePaths> arriving = new LinkedHashMap<>();
    for (String from : before.getOrDefault(node, List.of())) {
      leaving(from).forEach((source, paths) -> arriving.merge(source, paths, SparsePaths::plus));
    }
    return arriving;
  }

  /** The constant that reaches each element of a node. */
  double[] constant(String node) {
    double[] sum = new double[Shapes.elements(shape(node, shapes.in(node)))];
    for (String from : before.getOrDefault(node, List.of())) {
      double[] part = constantLeaving(from);
      for (int i = 0; i < part.length; i++) {
        sum[i] += part[i];
      }
    }
    return sum;
  }

  /** The neurons and inputs whose signals reach a node, through linear nodes or at once. */
  Set<String> sources(String node) {
    return arriving(node).keySet();
  }

  /** Whether a node gets signals through anything but an edge. */
  boolean transformed(String node) {
    return before.getOrDefault(node, List.of()).stream().anyMatch(from -> linear(node(from)));
  }

  private NirNode node(String name) {
    return Objects.requireNonNull(graph.nodes().get(name));
  }

  private static List<Integer> shape(String node, @Nullable List<Integer> shape) {
    if (shape == null) {
      throw new FormatException(
          "node '" + node + "'",
          "the shape of what it gets is not known",
          "an Input before it, or an input_shape (Conv) or input_type (Flatten)");
    }
    return shape;
  }

  private Map<String, SparsePaths> leaving(String name) {
    Map<String, SparsePaths> known = leaving.get(name);
    if (known != null) {
      return known;
    }
    Map<String, SparsePaths> result = new LinkedHashMap<>();
    if (linear(node(name))) {
      enter(name);
      LinearMap map = map(name);
      arriving(name).forEach((source, paths) -> result.put(source, paths.through(map)));
      open.remove(name);
    } else if (!(node(name) instanceof NirNode.Output)) {
      int size = Shapes.elements(shape(name, shapes.out(name)));
      result.put(name, SparsePaths.identity(size));
    }
    leaving.put(name, result);
    return result;
  }

  private void enter(String name) {
    if (!open.add(name)) {
      throw new FormatException(
          "nodes " + String.join(" → ", open) + " → " + name,
          "a cycle without a neuron: what goes round is not a network of spikes",
          "a neuron in the cycle");
    }
  }

  private LinearMap map(String name) {
    List<Integer> in = shape(name, shapes.in(name));
    List<Integer> out = shape(name, shapes.out(name));
    return Objects.requireNonNull(LinearMap.of(node(name), in, out));
  }

  private double[] constantLeaving(String name) {
    if (!linear(node(name))) {
      return new double[0];
    }
    double[] known = constants.get(name);
    if (known != null) {
      return known;
    }
    enter(name);
    LinearMap map = map(name);
    double[] arriving = constant(name);
    double[] result = new double[map.outputs()];
    for (int i = 0; i < result.length; i++) {
      double[] sum = {map.bias(i)};
      map.row(i, (input, weight) -> sum[0] += weight * arriving[input]);
      result[i] = sum[0];
    }
    open.remove(name);
    constants.put(name, result);
    return result;
  }
}
