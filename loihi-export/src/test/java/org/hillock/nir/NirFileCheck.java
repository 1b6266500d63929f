package org.hillock.nir;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what the reference reader of NIR would not take of a file, from the rules of the format
 * alone: it hands every dataset of a node to the constructor of its type.
 */
final class NirFileCheck {

  private static final Map<String, Set<String>> REQUIRED = new HashMap<>();
  private static final Set<String> NEURONS =
      Set.of("I", "IF", "LI", "LIF", "CubaLI", "CubaLIF", "Threshold", "Scale", "Delay");

  static {
    REQUIRED.put("Input", Set.of("shape"));
    REQUIRED.put("Output", Set.of("shape"));
    REQUIRED.put("Affine", Set.of("weight", "bias"));
    REQUIRED.put("Linear", Set.of("weight"));
    REQUIRED.put("Scale", Set.of("scale"));
    Set<String> convolution =
        Set.of("input_shape", "weight", "stride", "padding", "dilation", "groups", "bias");
    REQUIRED.put("Conv1d", convolution);
    REQUIRED.put("Conv2d", convolution);
    REQUIRED.put("SumPool2d", Set.of("kernel_size", "stride", "padding"));
    REQUIRED.put("AvgPool2d", Set.of("kernel_size", "stride", "padding"));
    REQUIRED.put("Flatten", Set.of("start_dim", "end_dim", "input_type"));
    REQUIRED.put("Delay", Set.of("delay"));
    REQUIRED.put("Threshold", Set.of("threshold"));
    REQUIRED.put("I", Set.of("r"));
    REQUIRED.put("IF", Set.of("r", "v_threshold", "v_reset"));
    REQUIRED.put("LI", Set.of("tau", "r", "v_leak"));
    REQUIRED.put("LIF", Set.of("tau", "r", "v_leak", "v_threshold", "v_reset"));
    Set<String> cuba = Set.of("tau_mem", "tau_syn", "r", "v_leak", "w_in");
    REQUIRED.put("CubaLI", cuba);
    Set<String> firing = new HashSet<>(cuba);
    firing.addAll(Set.of("v_threshold", "v_reset"));
    REQUIRED.put("CubaLIF", firing);
  }

  private final List<String> complaints = new ArrayList<>();
  private int nodes;

  private NirFileCheck() {}

  /** What is wrong with a file. */
  static List<String> complaints(Path file) {
    NirFileCheck check = new NirFileCheck();
    try (HdfFile hdf = new HdfFile(file)) {
      if (!hdf.getChildren().keySet().equals(Set.of("version", "node"))) {
        check.complaints.add("root: " + hdf.getChildren().keySet());
      }
      if (!text(hdf, "version").matches("\\d+\\.\\d+\\.\\d+")) {
        check.complaints.add("version: " + text(hdf, "version"));
      }
      Group root = (Group) hdf.getChild("node");
      if (!text(root, "type").equals("NIRGraph")) {
        check.complaints.add("the root is no graph");
      }
      check.node("node", root);
    }
    if (check.nodes < 2) {
      check.complaints.add("next to nothing in it");
    }
    return check.complaints;
  }

  private static String text(Group group, String name) {
    Object data = ((Dataset) group.getChild(name)).getData();
    return data instanceof String[] texts ? texts[0] : String.valueOf(data);
  }

  private static int[] shape(Group group, String name) {
    return ((Dataset) group.getChild(name)).getDimensions();
  }

  private void node(String where, Group node) {
    nodes++;
    if (!node.getAttributes().isEmpty()) {
      complaints.add(where + ": attributes");
    }
    Set<String> names = new HashSet<>(node.getChildren().keySet());
    names.remove("metadata");
    if (!names.remove("type")) {
      complaints.add(where + ": no type");
      return;
    }
    String type = text(node, "type");
    if (type.equals("NIRGraph")) {
      if (names.equals(Set.of("nodes", "edges"))) {
        graph(where, node);
      } else {
        complaints.add(where + ": " + names);
      }
      return;
    }
    Set<String> required = REQUIRED.get(type);
    if (required == null) {
      complaints.add(where + ": type " + type);
      return;
    }
    if (!names.equals(required)) {
      complaints.add(where + ": a " + type + " with " + names + " and not " + required);
      return;
    }
    if (NEURONS.contains(type)) {
      Set<List<Integer>> shapes = new HashSet<>();
      for (String name : names) {
        shapes.add(Arrays.stream(shape(node, name)).boxed().toList());
      }
      if (shapes.size() > 1 || shapes.contains(List.of())) {
        complaints.add(where + ": shapes " + shapes);
      }
    }
    if (type.equals("Affine") && shape(node, "weight")[0] != shape(node, "bias")[0]) {
      complaints.add(where + ": bias");
    }
  }

  private void graph(String where, Group graph) {
    Group inner = (Group) graph.getChild("nodes");
    inner.getChildren().forEach((name, node) -> node(where + "/" + name, (Group) node));
    Dataset edges = (Dataset) graph.getChild("edges");
    int[] size = edges.getDimensions();
    if (size.length != 2 || size[1] != 2) {
      complaints.add(where + ": edges of shape " + Arrays.toString(size));
      return;
    }
    Object flat = edges.getDataFlat();
    Set<String> linked = new HashSet<>();
    for (int i = 0; i < size[0]; i++) {
      String from = String.valueOf(Array.get(flat, 2 * i));
      String to = String.valueOf(Array.get(flat, 2 * i + 1));
      linked.add(from);
      linked.add(to);
      if (!inner.getChildren().keySet().containsAll(Set.of(from, to))) {
        complaints.add(where + ": an edge from " + from + " to " + to);
        continue;
      }
      Integer sent = elements((Group) inner.getChild(from), true);
      Integer heard = elements((Group) inner.getChild(to), false);
      if (sent != null && heard != null && !sent.equals(heard)) {
        complaints.add(where + ": " + from + " sends " + sent + ", " + to + " hears " + heard);
      }
    }
    inner.getChildren().keySet().stream()
        .filter(name -> !linked.contains(name))
        .forEach(name -> complaints.add(where + ": nothing leads to or from " + name));
  }

  /** How many values a node sends or hears; null where that depends on what it hears. */
  private static @Nullable Integer elements(Group node, boolean sent) {
    String type = text(node, "type");
    if (type.equals("Input") || type.equals("Output")) {
      Object sizes = ((Dataset) node.getChild("shape")).getDataFlat();
      int product = 1;
      for (int i = 0; i < Array.getLength(sizes); i++) {
        product *= ((Number) Array.get(sizes, i)).intValue();
      }
      return product;
    }
    if (type.equals("Linear") || type.equals("Affine")) {
      return shape(node, "weight")[sent ? 0 : 1];
    }
    if (NEURONS.contains(type)) {
      return Arrays.stream(shape(node, REQUIRED.get(type).iterator().next()))
          .reduce(1, Math::multiplyExact);
    }
    return null;
  }
}
