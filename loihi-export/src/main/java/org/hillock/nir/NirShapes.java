package org.hillock.nir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.format.FormatException;
import org.hillock.hdf5.Shapes;
import org.hillock.nir.NirNode.Pair;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of what enters and leaves each node. Some nodes take any shape, such as pooling:
 * theirs follows from the node before.
 */
public final class NirShapes {

  private final Map<String, List<Integer>> in;
  private final Map<String, List<Integer>> out;

  private NirShapes(Map<String, List<Integer>> in, Map<String, List<Integer>> out) {
    this.in = in;
    this.out = out;
  }

  /** The shape of what enters a node; null if nothing tells. */
  public @Nullable List<Integer> in(String node) {
    return in.get(node);
  }

  /** The shape of what leaves a node; null if nothing tells. */
  public @Nullable List<Integer> out(String node) {
    return out.get(node);
  }

  static NirShapes of(Map<String, NirNode> nodes, List<NirGraph.Edge> edges) {
    NirShapes shapes = unchecked(nodes, edges);
    for (NirGraph.Edge edge : edges) {
      List<Integer> sent = shapes.out(edge.from());
      List<Integer> taken = shapes.in(edge.to());
      if (sent != null && taken != null && !sent.equals(taken)) {
        throw new FormatException(
            "edge " + edge,
            "'"
                + edge.from()
                + "' sends shape "
                + Shapes.text(sent)
                + ", and '"
                + edge.to()
                + "' takes shape "
                + Shapes.text(taken),
            "parameters of the same size on both sides, or a Flatten between them");
      }
    }
    return shapes;
  }

  /** The shapes of nodes whose neighbours may not fit. */
  static NirShapes unchecked(Map<String, NirNode> nodes, List<NirGraph.Edge> edges) {
    Map<String, List<Integer>> in = new HashMap<>();
    Map<String, List<Integer>> out = new HashMap<>();
    nodes.forEach(
        (name, node) -> {
          List<Integer> own = ownInput(node);
          if (own != null) {
            enter(name, node, own, in, out);
          }
        });
    boolean changed = true;
    while (changed) {
      changed = false;
      for (NirGraph.Edge edge : edges) {
        List<Integer> sent = out.get(edge.from());
        if (sent != null && !in.containsKey(edge.to())) {
          NirNode next = nodes.get(edge.to());
          if (next != null) {
            enter(edge.to(), next, sent, in, out);
            changed = true;
          }
        }
      }
    }
    return new NirShapes(in, out);
  }

  private static void enter(
      String name,
      NirNode node,
      List<Integer> shape,
      Map<String, List<Integer>> in,
      Map<String, List<Integer>> out) {
    in.put(name, shape);
    try {
      List<Integer> leaving = output(node, shape);
      if (leaving != null) {
        out.put(name, leaving);
      }
    } catch (FormatException e) {
      throw e.in("node '" + name + "'");
    }
  }

  /** The shape that a node takes, as far as its parameters tell. */
  private static @Nullable List<Integer> ownInput(NirNode node) {
    if (node instanceof NirNode.Elementwise unit) {
      return unit.shape();
    } else if (node instanceof NirNode.Input input) {
      return input.shape();
    } else if (node instanceof NirNode.Output output) {
      return output.shape();
    } else if (node instanceof NirNode.Linear linear) {
      return List.of(linear.weight().size(1));
    } else if (node instanceof NirNode.Affine affine) {
      return List.of(affine.weight().size(1));
    } else if (node instanceof NirNode.Flatten flatten) {
      return flatten.inputShape();
    } else if (node instanceof NirNode.Conv1d conv && conv.inputShape() != null) {
      return List.of(conv.weight().size(1) * conv.groups(), conv.inputShape());
    } else if (node instanceof NirNode.Conv2d conv && conv.inputShape() != null) {
      Pair image = conv.inputShape();
      return List.of(conv.weight().size(1) * conv.groups(), image.height(), image.width());
    } else if (node instanceof NirGraph graph) {
      return end(graph, NirNode.Input.class);
    }
    return null;
  }

  /** The shape of the one input or output of a graph; null if it has another number of them. */
  private static @Nullable List<Integer> end(NirGraph graph, Class<?> type) {
    List<NirNode> ends = graph.nodes().values().stream().filter(type::isInstance).toList();
    return ends.size() == 1 ? ownInput(ends.get(0)) : null;
  }

  private static @Nullable List<Integer> output(NirNode node, List<Integer> shape) {
    if (node instanceof NirNode.Linear linear) {
      return List.of(linear.weight().size(0));
    } else if (node instanceof NirNode.Affine affine) {
      return List.of(affine.weight().size(0));
    } else if (node instanceof NirNode.Conv1d conv) {
      dimensions(shape, 2, "(channel, length)");
      channels(shape, conv.weight(), conv.groups());
      int pad = conv.padding();
      int reach = conv.dilation() * (conv.weight().size(2) - 1);
      int length =
          pad == NirNode.Conv1d.SAME
              ? shape.get(1)
              : windows(shape.get(1), pad, reach, conv.stride());
      return List.of(conv.weight().size(0), length);
    } else if (node instanceof NirNode.Conv2d conv) {
      dimensions(shape, 3, "(channel, height, width)");
      channels(shape, conv.weight(), conv.groups());
      if (conv.padding().same()) {
        return List.of(conv.weight().size(0), shape.get(1), shape.get(2));
      }
      int tall = conv.dilation().height() * (conv.weight().size(2) - 1);
      int wide = conv.dilation().width() * (conv.weight().size(3) - 1);
      return List.of(
          conv.weight().size(0),
          windows(shape.get(1), conv.padding().height(), tall, conv.stride().height()),
          windows(shape.get(2), conv.padding().width(), wide, conv.stride().width()));
    } else if (node instanceof NirNode.SumPool2d pool) {
      return pooled(shape, pool.kernelSize(), pool.stride(), pool.padding());
    } else if (node instanceof NirNode.AvgPool2d pool) {
      return pooled(shape, pool.kernelSize(), pool.stride(), pool.padding());
    } else if (node instanceof NirNode.Flatten flatten) {
      return flattened(shape, flatten);
    } else if (node instanceof NirGraph graph) {
      return end(graph, NirNode.Output.class);
    }
    return shape;
  }

  private static List<Integer> pooled(List<Integer> shape, Pair kernel, Pair stride, Pair padding) {
    dimensions(shape, 3, "(channel, height, width)");
    return List.of(
        shape.get(0),
        windows(shape.get(1), padding.height(), kernel.height() - 1, stride.height()),
        windows(shape.get(2), padding.width(), kernel.width() - 1, stride.width()));
  }

  /** How many windows fit: floor((size + 2 padding - reach - 1)/stride) + 1. */
  private static int windows(int size, int padding, int reach, int stride) {
    int room = size + 2 * padding - reach - 1;
    if (room < 0) {
      throw new FormatException(
          "",
          "the kernel reaches over " + (reach + 1) + " of " + (size + 2 * padding) + " places",
          "a smaller kernel, or more padding");
    }
    return room / stride + 1;
  }

  private static void dimensions(List<Integer> shape, int wanted, String names) {
    if (shape.size() != wanted) {
      throw new FormatException(
          "", "takes shape " + names + ", and gets " + Shapes.text(shape), "input of that shape");
    }
  }

  private static void channels(List<Integer> shape, NirArray weight, int groups) {
    int channels = weight.size(1) * groups;
    if (shape.get(0) != channels) {
      throw new FormatException(
          "dataset 'weight'",
          "takes " + channels + " channels, and gets " + shape.get(0),
          "as many channels on both sides");
    }
  }

  private static List<Integer> flattened(List<Integer> shape, NirNode.Flatten flatten) {
    int start = flatten.startDim() < 0 ? flatten.startDim() + shape.size() : flatten.startDim();
    int end = flatten.endDim() < 0 ? flatten.endDim() + shape.size() : flatten.endDim();
    if (start < 0 || end < start || end >= shape.size()) {
      throw new FormatException(
          "",
          "found start_dim "
              + flatten.startDim()
              + " and end_dim "
              + flatten.endDim()
              + " for shape "
              + Shapes.text(shape),
          "dimensions from 0 to " + (shape.size() - 1) + ", the start not after the end");
    }
    List<Integer> result = new ArrayList<>(shape.subList(0, start));
    result.add(Shapes.elements(shape.subList(start, end + 1)));
    result.addAll(shape.subList(end + 1, shape.size()));
    return result;
  }
}
