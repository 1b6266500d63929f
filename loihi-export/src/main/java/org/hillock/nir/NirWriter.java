package org.hillock.nir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.format.FormatException;
import org.hillock.hdf5.Hdf5Exception;
import org.hillock.hdf5.Hdf5File;
import org.hillock.hdf5.Hdf5Group;
import org.hillock.hdf5.Hdf5Numbers;
import org.hillock.hdf5.Hdf5Text;
import org.hillock.nir.NirNode.Pair;

/**
 * Writes NIR files, as the reference reader ({@code nir.read} of the Python package) takes them:
 * {@code /version}, and {@code /node} with type, edges and nodes. Numbers are of 64 bits.
 */
public final class NirWriter {

  /** The version of NIR whose layout is written. */
  static final String VERSION = "1.0.6";

  private NirWriter() {}

  /**
   * Writes a graph, in the place of an older file if there is one. The file appears when it is
   * whole.
   *
   * @throws FormatException if HDF5 cannot hold it: a name with a slash, no edges, or an array of
   *     more than 2^27 elements
   * @throws IOException if the file cannot be written
   */
  public static void write(NirGraph graph, Path file) throws IOException {
    Hdf5Group root = new Hdf5Group().put("version", VERSION).put("node", node(graph));
    try {
      Hdf5File.write(root, file);
    } catch (Hdf5Exception e) {
      throw new FormatException(file.toString(), e.getMessage(), "a smaller network");
    }
  }

  private static Hdf5Group node(NirNode node) {
    Hdf5Group group = new Hdf5Group().put("type", node.type());
    if (node instanceof NirNode.Elementwise unit) {
      unit(unit, group);
    } else if (node instanceof NirNode.Input input) {
      group.put("shape", shape(input.shape()));
    } else if (node instanceof NirNode.Output output) {
      group.put("shape", shape(output.shape()));
    } else if (node instanceof NirNode.Affine affine) {
      put(group, "weight", affine.weight(), "bias", affine.bias());
    } else if (node instanceof NirNode.Linear linear) {
      put(group, "weight", linear.weight());
    } else if (node instanceof NirNode.Conv1d conv) {
      conv1d(conv, group);
    } else if (node instanceof NirNode.Conv2d conv) {
      conv2d(conv, group);
    } else if (node instanceof NirNode.SumPool2d pool) {
      window(group, pool.kernelSize(), pool.stride(), pool.padding());
    } else if (node instanceof NirNode.AvgPool2d pool) {
      window(group, pool.kernelSize(), pool.stride(), pool.padding());
    } else if (node instanceof NirNode.Flatten flatten) {
      group.put("start_dim", flatten.startDim()).put("end_dim", flatten.endDim());
      if (flatten.inputShape() != null) {
        group.put("input_type", shape(flatten.inputShape()));
      }
    } else if (node instanceof NirGraph graph) {
      graph(graph, group);
    }
    if (!node.metadata().empty()) {
      group.put("metadata", metadata(node.metadata()));
    }
    return group;
  }

  private static void unit(NirNode.Elementwise unit, Hdf5Group group) {
    if (unit instanceof NirNode.Scale node) {
      put(group, "scale", node.scale());
    } else if (unit instanceof NirNode.Delay node) {
      put(group, "delay", node.delay());
    } else if (unit instanceof NirNode.Threshold node) {
      put(group, "threshold", node.threshold());
    } else if (unit instanceof NirNode.I node) {
      put(group, "r", node.r());
    } else if (unit instanceof NirNode.IF node) {
      put(group, "r", node.r(), "v_threshold", node.vThreshold(), "v_reset", node.vReset());
    } else if (unit instanceof NirNode.LI node) {
      put(group, "tau", node.tau(), "r", node.r(), "v_leak", node.vLeak());
    } else if (unit instanceof NirNode.LIF node) {
      put(group, "tau", node.tau(), "r", node.r(), "v_leak", node.vLeak());
      put(group, "v_threshold", node.vThreshold(), "v_reset", node.vReset());
    } else if (unit instanceof NirNode.CubaLI node) {
      put(group, "tau_syn", node.tauSyn(), "tau_mem", node.tauMem(), "r", node.r());
      put(group, "v_leak", node.vLeak(), "w_in", node.wIn());
    } else if (unit instanceof NirNode.CubaLIF node) {
      put(group, "tau_syn", node.tauSyn(), "tau_mem", node.tauMem(), "r", node.r());
      put(group, "v_leak", node.vLeak(), "v_threshold", node.vThreshold());
      put(group, "v_reset", node.vReset(), "w_in", node.wIn());
    }
  }

  private static void conv1d(NirNode.Conv1d conv, Hdf5Group group) {
    if (conv.inputShape() != null) {
      group.put("input_shape", conv.inputShape());
    }
    put(group, "weight", conv.weight(), "bias", conv.bias());
    group.put("stride", conv.stride()).put("dilation", conv.dilation());
    group.put("groups", conv.groups());
    if (conv.padding() == NirNode.Conv1d.SAME) {
      group.put("padding", "same");
    } else {
      group.put("padding", conv.padding());
    }
  }

  private static void conv2d(NirNode.Conv2d conv, Hdf5Group group) {
    if (conv.inputShape() != null) {
      group.put("input_shape", pair(conv.inputShape()));
    }
    put(group, "weight", conv.weight(), "bias", conv.bias());
    group.put("stride", pair(conv.stride())).put("dilation", pair(conv.dilation()));
    group.put("groups", conv.groups());
    if (conv.padding().same()) {
      group.put("padding", "same");
    } else {
      group.put("padding", Hdf5Numbers.row(conv.padding().height(), conv.padding().width()));
    }
  }

  private static void window(Hdf5Group group, Pair kernel, Pair stride, Pair padding) {
    group.put("kernel_size", pair(kernel)).put("stride", pair(stride));
    group.put("padding", pair(padding));
  }

  private static void graph(NirGraph graph, Hdf5Group group) {
    List<String> ends = new ArrayList<>();
    for (NirGraph.Edge edge : graph.edges()) {
      ends.add(edge.from());
      ends.add(edge.to());
    }
    group.put("edges", new Hdf5Text(List.of(graph.edges().size(), 2), ends));
    NirShapes shapes = graph.shapes();
    Hdf5Group nodes = new Hdf5Group();
    graph
        .nodes()
        .forEach(
            (name, node) -> {
              if (name.isEmpty() || name.indexOf('/') >= 0) {
                throw new FormatException(
                    "node '" + name + "'", "the name cannot stand in a file", "a name without '/'");
              }
              nodes.put(name, node(withShape(name, node, shapes)));
            });
    group.put("nodes", nodes);
  }

  /** The reference reader needs to be told what a convolution gets. */
  private static NirNode withShape(String name, NirNode node, NirShapes shapes) {
    boolean told =
        !(node instanceof NirNode.Conv1d line && line.inputShape() == null)
            && !(node instanceof NirNode.Conv2d image && image.inputShape() == null);
    if (told) {
      return node;
    }
    List<Integer> in = shapes.in(name);
    if (in == null) {
      throw new FormatException(
          "node '" + name + "'", "the shape of what it gets is not known", "an input_shape");
    }
    if (node instanceof NirNode.Conv1d conv) {
      return new NirNode.Conv1d(
          in.get(1),
          conv.weight(),
          conv.stride(),
          conv.padding(),
          conv.dilation(),
          conv.groups(),
          conv.bias(),
          conv.metadata());
    }
    NirNode.Conv2d conv = (NirNode.Conv2d) node;
    return new NirNode.Conv2d(
        new Pair(in.get(1), in.get(2)),
        conv.weight(),
        conv.stride(),
        conv.padding(),
        conv.dilation(),
        conv.groups(),
        conv.bias(),
        conv.metadata());
  }

  private static Hdf5Group metadata(NirMetadata metadata) {
    Hdf5Group group = new Hdf5Group();
    metadata.texts().forEach((name, text) -> group.put(name.replace('/', '.'), text));
    metadata.numbers().forEach((name, array) -> put(group, name.replace('/', '.'), array));
    return group;
  }

  private static void put(Hdf5Group group, Object... namesAndArrays) {
    for (int i = 0; i < namesAndArrays.length; i += 2) {
      NirArray array = (NirArray) namesAndArrays[i + 1];
      group.put(
          (String) namesAndArrays[i],
          new Hdf5Numbers(Hdf5Numbers.Kind.FLOAT64, array.shape(), array.toArray()));
    }
  }

  private static Hdf5Numbers shape(List<Integer> shape) {
    return Hdf5Numbers.row(shape.stream().mapToInt(Integer::intValue).toArray());
  }

  private static Hdf5Numbers pair(Pair pair) {
    return Hdf5Numbers.row(pair.height(), pair.width());
  }
}
