package org.hillock.report.run;

import java.util.ArrayList;
import java.util.List;
import org.hillock.network.Network;
import org.hillock.report.Markup;
import org.hillock.report.Section;
import org.hillock.report.diagram.NetworkDiagram;
import org.hillock.report.diagram.NetworkGraph;

/** Who is connected with whom: a diagram, and numbers of synapses as a table. */
record NetworkSection(Network network) implements Section {

  /** A larger table would say less than the list of synapses. */
  private static final int MOST_POPULATIONS = 40;

  @Override
  public String id() {
    return "network";
  }

  @Override
  public String title() {
    return "Network";
  }

  @Override
  public void write(Markup page) {
    NetworkGraph graph = NetworkGraph.of(network);
    if (NetworkDiagram.suits(graph)) {
      NetworkDiagram.write(page, graph);
    } else {
      page.element("p", "The network has too many parts for a diagram: " + graph.nodes().size());
    }
    if (network.projections().stream().anyMatch(projection -> projection.rewiring() != null)) {
      page.element(
          "p",
          "Where synapses form and vanish, numbers are those of the beginning.",
          "class",
          "soft");
    }
    if (!graph.synapses().isEmpty() && network.populations().size() <= MOST_POPULATIONS) {
      page.element("h3", "Synapses from row to column");
      matrix(page, graph);
    }
  }

  private void matrix(Markup page, NetworkGraph graph) {
    int count = network.populations().size();
    page.open("div", "class", "scroll").open("table").open("thead").open("tr");
    page.element("th", "from \\ to", "scope", "col", "class", "name");
    for (int to = 0; to < count; to++) {
      page.element("th", graph.nodes().get(to).name(), "scope", "col", "class", "number");
    }
    page.close().close().open("tbody");
    for (int from = 0; from < count; from++) {
      page.open("tr")
          .element("th", graph.nodes().get(from).name(), "scope", "row", "class", "name");
      for (int to = 0; to < count; to++) {
        cell(page, between(graph, from, to));
      }
      page.close();
    }
    page.close().close().close();
    page.element(
        "p",
        "With − where weights are negative, with ± where they have both signs or carry signals; ≈"
            + " where the number is drawn at random.",
        "class",
        "soft");
  }

  private static List<NetworkGraph.Bundle> between(NetworkGraph graph, int from, int to) {
    return graph.synapses().stream()
        .filter(bundle -> bundle.from() == from && bundle.to() == to)
        .toList();
  }

  private static void cell(Markup page, List<NetworkGraph.Bundle> bundles) {
    List<String> texts = new ArrayList<>();
    for (NetworkGraph.Bundle bundle : bundles) {
      String sign =
          switch (bundle.sign()) {
            case EXCITES -> "";
            case INHIBITS -> "− ";
            case EITHER -> "± ";
          };
      texts.add(sign + bundle.count());
    }
    String style = bundles.size() == 1 ? bundles.get(0).sign().style() : "";
    page.element("td", String.join(", ", texts), "class", "number " + style);
  }
}
