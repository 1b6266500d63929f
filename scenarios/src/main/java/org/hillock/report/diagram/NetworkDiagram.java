package org.hillock.report.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.report.Markup;
import org.hillock.report.Numerals;

/** Draws a network as SVG that takes its colours from the page. */
public final class NetworkDiagram {

  /** With more arrows their numbers would cover each other: they show where the pointer rests. */
  private static final int MOST_LABELS = 16;

  /** More boxes are a list, not a picture. */
  private static final int MOST_NODES = 60;

  private static final double ASIDE = 16; // [px]
  private static final double HEAD = 9; // [px]
  private static final double[] LABEL_PLACES = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74};

  private final NetworkGraph graph;
  private final Layout layout;
  private final List<Box> labels = new ArrayList<>();
  private final Map<Integer, Integer> loops = new HashMap<>();
  private final Map<List<Integer>, Integer> parallel = new HashMap<>();

  private NetworkDiagram(NetworkGraph graph) {
    this.graph = graph;
    this.layout = Layout.of(graph);
  }

  /** Whether a network has so few parts that a picture of them helps. */
  public static boolean suits(NetworkGraph graph) {
    return graph.nodes().size() <= MOST_NODES;
  }

  /** Draws it. */
  public static void write(Markup page, NetworkGraph graph) {
    new NetworkDiagram(graph).write(page);
  }

  private void write(Markup page) {
    page.open("figure").open("div", "class", "scroll");
    String box =
        "0 0 " + Numerals.coordinate(layout.width()) + " " + Numerals.coordinate(layout.height());
    page.open(
        "svg",
        "class",
        "diagram",
        "viewBox",
        box,
        "width",
        layout.width(),
        "height",
        layout.height(),
        "role",
        "img",
        "aria-label",
        label());
    graph.bundles().forEach(bundle -> arrow(page, bundle));
    for (int i = 0; i < graph.nodes().size(); i++) {
      node(page, graph.nodes().get(i), layout.boxes().get(i));
    }
    page.close().close();
    page.element(
        "figcaption",
        "Blue arrows excite, orange ones inhibit, grey ones are currents, signals or weights of both"
            + " signs. Numbers are synapses, of inputs the neurons that they reach; wider is more."
            + (labelled()
                ? ""
                : " With so many arrows they show where the pointer rests; ← is an input of"
                    + " one population."));
    page.close();
  }

  private String label() {
    long populations = graph.nodes().stream().filter(node -> !node.input()).count();
    return "Diagram of the network: "
        + Numerals.counted(populations, "population", "populations")
        + ", "
        + Numerals.counted(graph.nodes().size() - populations, "input", "inputs")
        + ", "
        + Numerals.counted(graph.bundles().size(), "arrow", "arrows");
  }

  private boolean labelled() {
    return graph.bundles().size() <= MOST_LABELS;
  }

  private void node(Markup page, NetworkGraph.Node node, Box box) {
    page.open("g").element("title", node.name() + ": " + node.detail());
    page.empty(
        "rect",
        "class",
        node.input() ? "source" : "node",
        "x",
        box.left(),
        "y",
        box.top(),
        "rx",
        node.input() ? 16.0 : 6.0,
        "width",
        box.width(),
        "height",
        box.height());
    double line = box.top() + 19;
    text(page, "", box.x(), line, Layout.label(node.name()));
    text(page, "small", box.x(), line + Layout.LINE, Layout.label(node.detail()));
    for (int i = 0; i < node.fed().size(); i++) {
      text(page, "small", box.x(), line + (2 + i) * Layout.LINE, Layout.label(node.fed().get(i)));
    }
    page.close();
  }

  private static void text(Markup page, String style, double x, double y, String content) {
    page.element("text", content, "class", style, "x", x, "y", y, "text-anchor", "middle");
  }

  private void arrow(Markup page, NetworkGraph.Bundle bundle) {
    page.open("g", "class", "pair").element("title", title(bundle));
    if (bundle.from() == bundle.to()) {
      loop(page, bundle, layout.boxes().get(bundle.from()));
    } else {
      int nth = parallel.merge(List.of(bundle.from(), bundle.to()), 1, Integer::sum) - 1;
      double aside = (graph.answered(bundle) ? ASIDE : 0) + nth * 1.6 * ASIDE;
      EdgePath path = EdgePath.between(layout.boxes(), bundle.from(), bundle.to(), aside);
      curve(page, bundle, path);
    }
    page.close();
  }

  private String title(NetworkGraph.Bundle bundle) {
    NetworkGraph.Node from = graph.nodes().get(bundle.from());
    String what = from.input() ? " neurons reached" : " synapses";
    return from.name()
        + " → "
        + graph.nodes().get(bundle.to()).name()
        + ": "
        + bundle.count()
        + what
        + (bundle.projections() > 1 ? " of " + bundle.projections() + " entries" : "");
  }

  private void curve(Markup page, NetworkGraph.Bundle bundle, EdgePath path) {
    String shape = "M" + point(path.from()) + " Q" + point(path.control()) + " " + point(path.to());
    stroke(page, bundle, shape);
    head(page, bundle, path.to(), path.control());
    if (labelled()) {
      for (double place : LABEL_PLACES) {
        double[] middle = path.at(place);
        Box box = labelBox(bundle, middle[0], middle[1]);
        if (free(box)) {
          label(page, bundle, box);
          return;
        }
      }
      double[] middle = path.at(0.5);
      label(page, bundle, labelBox(bundle, middle[0], middle[1]));
    }
  }

  /** An arrow to oneself: above the box in the upper half of the picture, else below. */
  private void loop(Markup page, NetworkGraph.Bundle bundle, Box box) {
    int nth = loops.merge(bundle.from(), 1, Integer::sum) - 1;
    double up = box.y() <= layout.height() / 2 + 1 ? -1 : 1;
    double x = box.x() + nth * 44;
    double y = box.y() + up * box.height() / 2;
    double[] end = {x + 13, y};
    double[] before = {x + 30, y + up * 40};
    String shape =
        "M"
            + point(x - 13, y)
            + " C"
            + point(x - 30, y + up * 40)
            + " "
            + point(before)
            + " "
            + point(end);
    stroke(page, bundle, shape);
    head(page, bundle, end, before);
    if (labelled()) {
      double width = labelBox(bundle, 0, 0).width();
      label(page, bundle, labelBox(bundle, x - 28 - width / 2, y + up * 22));
    }
  }

  private static void stroke(Markup page, NetworkGraph.Bundle bundle, String shape) {
    double width = 1 + 0.4 * Math.log10(1 + bundle.synapses());
    page.empty("path", "class", "edge " + bundle.sign().style(), "d", shape, "stroke-width", width);
  }

  private static void head(Markup page, NetworkGraph.Bundle bundle, double[] tip, double[] from) {
    double length = Math.max(1e-9, Math.hypot(tip[0] - from[0], tip[1] - from[1]));
    double ux = HEAD * (tip[0] - from[0]) / length;
    double uy = HEAD * (tip[1] - from[1]) / length;
    String shape =
        "M"
            + point(tip)
            + " L"
            + point(tip[0] - ux - uy / 2, tip[1] - uy + ux / 2)
            + " L"
            + point(tip[0] - ux + uy / 2, tip[1] - uy - ux / 2)
            + " Z";
    page.empty("path", "class", "head " + bundle.sign().style(), "d", shape);
  }

  private static Box labelBox(NetworkGraph.Bundle bundle, double x, double y) {
    return new Box(x, y, bundle.count().length() * 7.2 + 4, 15);
  }

  private boolean free(Box box) {
    return labels.stream().noneMatch(other -> other.touches(box, 2))
        && layout.boxes().stream().noneMatch(other -> other.touches(box, 2));
  }

  private void label(Markup page, NetworkGraph.Bundle bundle, Box box) {
    labels.add(box);
    text(page, "count", box.x(), box.y() + 4, bundle.count());
  }

  private static String point(double... at) {
    return Numerals.coordinate(at[0]) + "," + Numerals.coordinate(at[1]);
  }
}
