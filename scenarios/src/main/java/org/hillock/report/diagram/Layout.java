package org.hillock.report.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the boxes are: layers from left to right; within a layer groups from top to bottom; the
 * nodes of a group, which reach each other, one below the other if they are two, else on an
 * ellipse, so that no arrow between two of them must cross a third.
 *
 * @param boxes one a node
 * @param width of the picture [px]
 * @param height of the picture [px]
 */
record Layout(List<Box> boxes, double width, double height) {

  private static final double HEIGHT = 46;
  private static final double INPUT_HEIGHT = 40;
  static final double LINE = 16;
  private static final double CHARACTER = 7.6; // mean width at 13 px
  private static final double BETWEEN_LAYERS = 120;
  private static final double BETWEEN_GROUPS = 34;
  private static final double LOOP = 44; // above and below a group, where arrows to oneself are
  private static final double EDGE = 12;
  private static final int LONGEST = 24; // characters of a label

  /** A group of boxes around (0, 0). */
  private record Placed(List<Integer> nodes, List<Box> boxes, double width, double height) {}

  static Layout of(NetworkGraph graph) {
    List<List<Placed>> layers = new ArrayList<>();
    for (List<List<Integer>> layer : Components.layers(graph)) {
      layers.add(layer.stream().map(group -> place(graph, group)).toList());
    }
    double height = layers.stream().mapToDouble(Layout::height).max().orElse(0) + 2 * EDGE;
    Box[] boxes = new Box[graph.nodes().size()];
    double x = EDGE;
    for (List<Placed> layer : layers) {
      double width = layer.stream().mapToDouble(Placed::width).max().orElse(0);
      double y = (height - height(layer)) / 2;
      for (Placed group : layer) {
        for (int i = 0; i < group.nodes().size(); i++) {
          Box box = group.boxes().get(i);
          boxes[group.nodes().get(i)] = box.moved(x + width / 2, y + group.height() / 2);
        }
        y += group.height() + BETWEEN_GROUPS;
      }
      x += width + BETWEEN_LAYERS;
    }
    return new Layout(List.of(boxes), x - BETWEEN_LAYERS + EDGE, height);
  }

  private static double height(List<Placed> layer) {
    return layer.stream().mapToDouble(group -> group.height() + BETWEEN_GROUPS).sum()
        - BETWEEN_GROUPS;
  }

  private static Placed place(NetworkGraph graph, List<Integer> group) {
    List<Box> sizes = group.stream().map(node -> box(graph.nodes().get(node))).toList();
    List<Box> boxes = group.size() <= 2 ? column(sizes) : ellipse(sizes);
    double width =
        2 * boxes.stream().mapToDouble(box -> Math.abs(box.x()) + box.width() / 2).max().orElse(0);
    double height =
        2 * boxes.stream().mapToDouble(box -> Math.abs(box.y()) + box.height() / 2).max().orElse(0);
    boolean input = graph.nodes().get(group.get(0)).input();
    return new Placed(group, boxes, width, height + (input ? 0 : 2 * LOOP));
  }

  private static Box box(NetworkGraph.Node node) {
    int characters = Math.max(label(node.name()).length(), label(node.detail()).length());
    for (String line : node.fed()) {
      characters = Math.max(characters, label(line).length());
    }
    double width = Math.max(90, characters * CHARACTER + 20);
    double height = (node.input() ? INPUT_HEIGHT : HEIGHT) + LINE * node.fed().size();
    return new Box(0, 0, width, height);
  }

  /** A label that fits into a box. */
  static String label(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static List<Box> column(List<Box> sizes) {
    double gap = 90 + sizes.stream().mapToDouble(Box::height).max().orElse(HEIGHT);
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      boxes.add(sizes.get(i).moved(0, (i - (sizes.size() - 1) / 2.0) * gap));
    }
    return boxes;
  }

  /** On an ellipse that is widened until no two boxes come near each other. */
  private static List<Box> ellipse(List<Box> sizes) {
    int count = sizes.size();
    for (double scale = 1; ; scale *= 1.1) {
      List<Box> boxes = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        double angle = 2 * Math.PI * (i + 0.5) / count - Math.PI / 2;
        boxes.add(
            sizes.get(i).moved(210 * scale * Math.sin(angle), -150 * scale * Math.cos(angle)));
      }
      if (apart(boxes)) {
        return boxes;
      }
    }
  }

  private static boolean apart(List<Box> boxes) {
    for (int i = 0; i < boxes.size(); i++) {
      for (int k = 0; k < i; k++) {
        if (boxes.get(i).touches(boxes.get(k), 34)) {
          return false;
        }
      }
    }
    return true;
  }
}
