package org.hillock.nir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.format.FormatException;
import org.hillock.hdf5.Hdf5Exception;
import org.hillock.hdf5.Hdf5File;
import org.hillock.hdf5.Hdf5Group;
import org.hillock.hdf5.Hdf5Item;
import org.hillock.hdf5.Hdf5Numbers;
import org.hillock.hdf5.Hdf5Text;
import org.hillock.nir.NirNode.Padding;
import org.hillock.nir.NirNode.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Reads NIR files. What the reference reader ({@code nir.read} of the Python package) refuses is
 * refused here too: missing or unknown datasets, unknown types, edges to nowhere, shapes that do
 * not fit. What it accepts is accepted: no version, no v_reset, weights that are whole numbers,
 * padding 'same', metadata anywhere.
 */
public final class NirReader {

  private static final List<String> TYPES =
      List.of(
          "Input",
          "Output",
          "Affine",
          "Linear",
          "Scale",
          "Conv1d",
          "Conv2d",
          "SumPool2d",
          "AvgPool2d",
          "Flatten",
          "Delay",
          "I",
          "IF",
          "LI",
          "LIF",
          "CubaLI",
          "CubaLIF",
          "Threshold",
          "NIRGraph");

  private NirReader() {}

  /**
   * Reads a file.
   *
   * @throws FormatException if it is no NIR file, or something in it is wrong: naming node and
   *     dataset
   * @throws IOException if it cannot be read at all
   */
  public static NirGraph read(Path file) throws IOException {
    try {
      Hdf5Group root = Hdf5File.read(file);
      if (!(root.get("node") instanceof Hdf5Group node)) {
        throw new FormatException(
            "", "there is no group 'node'", "a file that NIR's write has made");
      }
      if (!(node(node) instanceof NirGraph graph)) {
        throw new FormatException(
            "group 'node'", "it is not a NIRGraph", "a graph around the node");
      }
      return graph;
    } catch (Hdf5Exception e) {
      throw new FormatException("", e.getMessage(), "a file that NIR's write has made");
    } catch (FormatException e) {
      throw e.in(file.toString());
    }
  }

  private static NirNode node(Hdf5Group group) {
    NirFields fields = new NirFields(group);
    String type = fields.text("type");
    NirMetadata metadata = metadata(fields);
    NirNode node = node(type, fields, metadata);
    fields.end(type);
    return node;
  }

  private static NirNode node(String type, NirFields in, NirMetadata metadata) {
    return switch (type) {
      case "Input" -> new NirNode.Input(in.shape("shape"), metadata);
      case "Output" -> new NirNode.Output(in.shape("shape"), metadata);
      case "Affine" -> affine(in, metadata);
      case "Linear" -> new NirNode.Linear(in.array("weight"), metadata);
      case "Scale" -> new NirNode.Scale(in.row("scale"), metadata);
      case "Delay" -> new NirNode.Delay(in.row("delay"), metadata);
      case "Threshold" -> new NirNode.Threshold(in.row("threshold"), metadata);
      case "I" -> new NirNode.I(in.row("r"), metadata);
      case "Conv1d" -> conv1d(in, metadata);
      case "Conv2d" -> conv2d(in, metadata);
      case "SumPool2d" ->
          new NirNode.SumPool2d(
              in.pair("kernel_size"), in.pair("stride"), in.pair("padding"), metadata);
      case "AvgPool2d" ->
          new NirNode.AvgPool2d(
              in.pair("kernel_size"), in.pair("stride"), in.pair("padding"), metadata);
      case "Flatten" -> flatten(in, metadata);
      case "NIRGraph" -> graph(in, metadata);
      default -> neuron(type, in, metadata);
    };
  }

  private static NirNode neuron(String type, NirFields in, NirMetadata metadata) {
    if (!TYPES.contains(type)) {
      throw new FormatException(
          "dataset 'type'", "found '" + type + "'", "one of " + String.join(", ", TYPES));
    }
    if (type.equals("IF")) {
      NirArray[] all = in.alike(List.of("r", "v_threshold"), "v_reset");
      return new NirNode.IF(all[0], all[1], all[2], metadata);
    } else if (type.equals("LI")) {
      NirArray[] all = in.alike(List.of("r", "tau", "v_leak"));
      return new NirNode.LI(all[1], all[0], all[2], metadata);
    } else if (type.equals("LIF")) {
      NirArray[] all = in.alike(List.of("r", "tau", "v_leak", "v_threshold"), "v_reset");
      return new NirNode.LIF(all[1], all[0], all[2], all[3], all[4], metadata);
    } else if (type.equals("CubaLI")) {
      NirArray[] all = in.alike(List.of("r", "tau_syn", "tau_mem", "v_leak"), "w_in");
      return new NirNode.CubaLI(all[1], all[2], all[0], all[3], all[4], metadata);
    }
    NirArray[] all =
        in.alike(List.of("r", "tau_syn", "tau_mem", "v_leak", "v_threshold"), "v_reset", "w_in");
    return new NirNode.CubaLIF(all[1], all[2], all[0], all[3], all[4], all[5], all[6], metadata);
  }

  private static NirNode affine(NirFields in, NirMetadata metadata) {
    NirArray weight = in.array("weight");
    return new NirNode.Affine(weight, in.bias("bias", weight), metadata);
  }

  private static NirNode conv1d(NirFields in, NirMetadata metadata) {
    Padding padding = padding(in);
    NirArray weight = in.array("weight");
    return new NirNode.Conv1d(
        in.has("input_shape") ? in.shape("input_shape").get(0) : null,
        weight,
        in.integer("stride"),
        padding.same() ? NirNode.Conv1d.SAME : padding.height(),
        in.integer("dilation"),
        in.integer("groups"),
        in.bias("bias", weight),
        metadata);
  }

  private static NirNode conv2d(NirFields in, NirMetadata metadata) {
    NirArray weight = in.array("weight");
    Pair image = in.has("input_shape") ? in.pair("input_shape") : null;
    return new NirNode.Conv2d(
        image,
        weight,
        in.pair("stride"),
        padding(in),
        in.pair("dilation"),
        in.integer("groups"),
        in.bias("bias", weight),
        metadata);
  }

  private static Padding padding(NirFields in) {
    if (in.item("padding") instanceof Hdf5Text) {
      String word = in.text("padding");
      if (word.equals("same")) {
        return Padding.SAME;
      }
      if (word.equals("valid")) {
        return Padding.NONE;
      }
      throw in.wrong("padding", "'same', 'valid', or whole numbers");
    }
    Pair pair = in.pair("padding");
    if (pair.height() < 0 || pair.width() < 0) {
      throw in.wrong("padding", "'same', 'valid', or numbers from 0 on");
    }
    return new Padding(false, pair.height(), pair.width());
  }

  private static NirNode flatten(NirFields in, NirMetadata metadata) {
    List<Integer> shape = null;
    if (in.item("input_type") instanceof Hdf5Group group) {
      shape = new NirFields(group).shape("input"); // as some writers do
    } else if (in.has("input_type")) {
      shape = in.shape("input_type");
    }
    int start = in.has("start_dim") ? in.integer("start_dim") : 1;
    int end = in.has("end_dim") ? in.integer("end_dim") : -1;
    return new NirNode.Flatten(start, end, shape, metadata);
  }

  private static NirGraph graph(NirFields in, NirMetadata metadata) {
    Map<String, NirNode> nodes = new LinkedHashMap<>();
    for (Map.Entry<String, Hdf5Item> entry : in.group("nodes").items().entrySet()) {
      String where = "node '" + entry.getKey() + "'";
      if (!(entry.getValue() instanceof Hdf5Group group)) {
        throw new FormatException(where, "found " + entry.getValue().phrase(), "a group");
      }
      try {
        nodes.put(entry.getKey(), node(group));
      } catch (FormatException e) {
        throw e.in(where);
      }
    }
    List<NirGraph.Edge> edges = new ArrayList<>();
    Hdf5Text pairs = edges(in);
    for (int i = 0; pairs != null && i < pairs.values().size(); i += 2) {
      edges.add(new NirGraph.Edge(pairs.values().get(i), pairs.values().get(i + 1)));
    }
    return new NirGraph(SharedParameters.spread(nodes, edges), edges, metadata);
  }

  /** The names of the edges' ends in turn; null if there are no edges. */
  private static @Nullable Hdf5Text edges(NirFields in) {
    Hdf5Item item = in.item("edges");
    if (item instanceof Hdf5Numbers none && none.size() == 0) {
      return null;
    }
    if (item instanceof Hdf5Text text && text.shape().size() == 2 && text.shape().get(1) == 2) {
      return text;
    }
    throw in.wrong("edges", "text of shape (edges, 2)");
  }

  private static NirMetadata metadata(NirFields fields) {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, NirArray> numbers = new LinkedHashMap<>();
    if (fields.item("metadata") instanceof Hdf5Group group) {
      collect(group, "", texts, numbers);
    }
    return new NirMetadata(texts, numbers);
  }

  /** Takes what can be kept: lists of texts have no use here. */
  private static void collect(
      Hdf5Group group, String prefix, Map<String, String> texts, Map<String, NirArray> numbers) {
    group
        .items()
        .forEach(
            (name, item) -> {
              if (item instanceof Hdf5Group inner) {
                collect(inner, prefix + name + "/", texts, numbers);
              } else if (item instanceof Hdf5Text text && text.values().size() == 1) {
                texts.put(prefix + name, text.values().get(0));
              } else if (item instanceof Hdf5Numbers array && array.size() > 0) {
                numbers.put(prefix + name, NirFields.of(array));
              }
            });
  }
}
