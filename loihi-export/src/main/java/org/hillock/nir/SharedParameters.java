package org.hillock.nir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.hdf5.Shapes;
import org.jspecify.annotations.Nullable;

/**
 * Nodes with one number for all neurons: many frameworks write a parameter that all neurons share
 * once. How many neurons there are then follows from the node before, or else from the one behind.
 */
final class SharedParameters {

  private SharedParameters() {}

  /** The same nodes, with the number repeated for each neuron. */
  static Map<String, NirNode> spread(Map<String, NirNode> nodes, List<NirGraph.Edge> edges) {
    Map<String, NirNode> wide = new LinkedHashMap<>(nodes);
    for (int tries = 0; tries < nodes.size() && spreadOne(wide, edges); tries++) {
      // Each node that was spread may tell of another.
    }
    return wide;
  }

  private static boolean spreadOne(Map<String, NirNode> nodes, List<NirGraph.Edge> edges) {
    if (nodes.values().stream().noneMatch(SharedParameters::single)) {
      return false;
    }
    NirShapes shapes = NirShapes.unchecked(nodes, edges);
    for (boolean behind : new boolean[] {false, true}) {
      for (NirGraph.Edge edge : edges) {
        String name = behind ? edge.from() : edge.to();
        NirNode node = nodes.get(name);
        List<Integer> shape = behind ? shapes.in(edge.to()) : shapes.out(edge.from());
        boolean told = behind && told(name, nodes, edges, shapes);
        if (node != null && single(node) && !told && many(shape)) {
          nodes.put(name, spread((NirNode.Elementwise) node, shape));
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether a node before says how many there are, which is not one that is to be spread itself.
   */
  private static boolean told(
      String name, Map<String, NirNode> nodes, List<NirGraph.Edge> edges, NirShapes shapes) {
    for (NirGraph.Edge edge : edges) {
      NirNode before = nodes.get(edge.from());
      boolean open = before == null || single(before) || shapes.out(edge.from()) == null;
      if (edge.to().equals(name) && !open) {
        return true;
      }
    }
    return false;
  }

  private static boolean single(NirNode node) {
    return node instanceof NirNode.Elementwise unit && Shapes.elements(unit.shape()) == 1;
  }

  private static boolean many(@Nullable List<Integer> shape) {
    return shape != null && Shapes.elements(shape) > 1;
  }

  private static NirNode spread(NirNode.Elementwise unit, List<Integer> shape) {
    Spread to = new Spread(shape);
    NirMetadata more = unit.metadata();
    if (unit instanceof NirNode.Scale node) {
      return new NirNode.Scale(to.all(node.scale()), more);
    } else if (unit instanceof NirNode.Delay node) {
      return new NirNode.Delay(to.all(node.delay()), more);
    } else if (unit instanceof NirNode.Threshold node) {
      return new NirNode.Threshold(to.all(node.threshold()), more);
    } else if (unit instanceof NirNode.I node) {
      return new NirNode.I(to.all(node.r()), more);
    } else if (unit instanceof NirNode.IF node) {
      return new NirNode.IF(
          to.all(node.r()), to.all(node.vThreshold()), to.all(node.vReset()), more);
    } else if (unit instanceof NirNode.LI node) {
      return new NirNode.LI(to.all(node.tau()), to.all(node.r()), to.all(node.vLeak()), more);
    } else if (unit instanceof NirNode.LIF node) {
      return new NirNode.LIF(
          to.all(node.tau()),
          to.all(node.r()),
          to.all(node.vLeak()),
          to.all(node.vThreshold()),
          to.all(node.vReset()),
          more);
    } else if (unit instanceof NirNode.CubaLI node) {
      return new NirNode.CubaLI(
          to.all(node.tauSyn()),
          to.all(node.tauMem()),
          to.all(node.r()),
          to.all(node.vLeak()),
          to.all(node.wIn()),
          more);
    }
    NirNode.CubaLIF node = (NirNode.CubaLIF) unit;
    return new NirNode.CubaLIF(
        to.all(node.tauSyn()),
        to.all(node.tauMem()),
        to.all(node.r()),
        to.all(node.vLeak()),
        to.all(node.vThreshold()),
        to.all(node.vReset()),
        to.all(node.wIn()),
        more);
  }

  /** One number as often as a shape has elements. */
  private record Spread(List<Integer> shape) {
    NirArray all(NirArray one) {
      return NirArray.filled(shape, one.get(0));
    }
  }
}
