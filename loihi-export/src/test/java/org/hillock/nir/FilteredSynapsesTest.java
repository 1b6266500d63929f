package org.hillock.nir;

import static org.hillock.nir.NirRuns.STEP;
import static org.hillock.nir.NirRuns.chain;
import static org.hillock.nir.NirRuns.input;
import static org.hillock.nir.NirRuns.lif;
import static org.hillock.nir.NirRuns.output;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hillock.format.FormatException;
import org.hillock.network.Distribution;
import org.hillock.network.SpikeTrains;
import org.junit.jupiter.api.Test;

class FilteredSynapsesTest {

  private static NirNode.LI li(double tau, double r, double leak) {
    return new NirNode.LI(NirArray.of(tau), NirArray.of(r), NirArray.of(leak), NirMetadata.NONE);
  }

  private static NirNode affine(double weight, double bias) {
    return new NirNode.Affine(
        NirArray.of(List.of(1, 1), weight), NirArray.of(bias), NirMetadata.NONE);
  }

  /** Forward Euler of both equations with all that there may be: leaks, biases on both sides. */
  @Test
  void shouldFilterWhatComesBetween() {
    Random random = new Random(3);
    boolean[] spikes = new boolean[1002];
    List<Double> train = new ArrayList<>();
    for (int k = 1; k <= 1000; k++) {
      spikes[k] = random.nextInt(4) == 0;
      if (spikes[k]) {
        train.add(k / 10.0);
      }
    }
    double current = 0;
    double v = 0;
    List<Double> expected = new ArrayList<>();
    for (int k = 1; k <= 1000; k++) {
      v += 0.05 * (0.02 - v + 1.5 * (0.8 * current + 0.03));
      current += 0.2 * (0.1 - current + 3 * (2 * (spikes[k - 1] ? 1 : 0) + 0.04));
      if (v > 1) {
        expected.add(k / 10.0);
        v = 0;
      }
    }
    NirGraph graph =
        chain(
            "in", input(1),
            "first", affine(2, 0.04),
            "filter", li(0.0005, 3, 0.1),
            "second", affine(0.8, 0.03),
            "cell", lif(0.002, 1.5, 0.02, 1, 0),
            "out", output(1));
    ImportedNetwork network = NirImport.of(graph, NirDecay.EULER, STEP);
    double[] times =
        NirRuns.run(
                network.network(
                    Map.of(
                        "in",
                        SpikeTrains.of(List.of(train.stream().mapToDouble(t -> t).toArray())))),
                100)
            .get("cell")
            .times();
    assertTrue(expected.size() > 10, expected.toString());
    assertArrayEquals(expected.stream().mapToDouble(t -> t).toArray(), times, 1e-9);
    assertTrue(network.notes().toString().contains("filtered synapse"));
    assertEquals(2, network.populations().size());
  }

  @Test
  void shouldStayAnOutputBesides() {
    NirGraph chain =
        chain(
            "in",
            input(1),
            "filter",
            li(0.005, 1, 0),
            "cell",
            lif(0.02, 1, 0, 1, 0),
            "out",
            output(1));
    List<NirGraph.Edge> edges = new ArrayList<>(chain.edges());
    edges.add(new NirGraph.Edge("filter", "out"));
    ImportedNetwork network =
        NirImport.of(new NirGraph(chain.nodes(), edges, NirMetadata.NONE), STEP);
    assertEquals(List.of("filter"), network.silent());
    assertEquals(
        List.of("in_filter", "in_cell"),
        network.projections().stream().map(p -> p.name()).toList());
  }

  private static NirGraph with(NirGraph graph, Map<String, NirNode> more, String... ends) {
    Map<String, NirNode> nodes = new LinkedHashMap<>(graph.nodes());
    nodes.putAll(more);
    List<NirGraph.Edge> edges = new ArrayList<>(graph.edges());
    for (int i = 0; i < ends.length; i += 2) {
      edges.add(new NirGraph.Edge(ends[i], ends[i + 1]));
    }
    return new NirGraph(nodes, edges, NirMetadata.NONE);
  }

  /** The Output is a map of the potential, not of the spikes before it. */
  @Test
  void shouldStayAnOutputBehindLinearNodesThatLeadToNeuronsToo() {
    NirGraph chain =
        chain(
            "in",
            input(1),
            "filter",
            li(0.005, 1, 0),
            "w",
            affine(3, 0),
            "w2",
            affine(2, 0),
            "cell",
            lif(0.02, 1, 0, 1, 0),
            "out",
            output(1));
    for (String last : List.of("w", "w2")) {
      NirGraph graph = with(chain, Map.of("li_out", output(1)), last, "li_out");
      ImportedNetwork network = NirImport.of(graph, STEP);
      assertEquals(List.of("filter"), network.silent());
      assertEquals(Set.of("filter", "cell"), Set.copyOf(network.outputs()));
      assertTrue(
          network.notes().stream()
              .anyMatch(note -> note.startsWith("output 'li_out' is a linear map of filter,")),
          network.notes().toString());
      ImportedNetwork alone = NirImport.of(chain, STEP);
      assertEquals(List.of(), alone.silent());
      assertEquals(synapse(alone, "in_cell"), synapse(network, "in_cell"));
      assertEquals(
          List.of("in_filter", "in_cell"),
          network.projections().stream().map(p -> p.name()).toList());
    }
  }

  /** Of two filters onto one linear node before a neuron and an Output, both stay. */
  @Test
  void shouldStayAnOutputOfSeveralFiltersThatShareALinearNode() {
    NirGraph chain =
        chain(
            "in", input(1),
            "a", li(0.005, 1, 0),
            "w", affine(3, 0),
            "cell", lif(0.02, 1, 0, 1, 0));
    NirGraph graph =
        with(
            chain, Map.of("b", li(0.005, 2, 0), "out", output(1)), "in", "b", "b", "w", "w", "out");
    ImportedNetwork network = NirImport.of(graph, STEP);
    assertEquals(Set.of("a", "b"), Set.copyOf(network.silent()));
    assertEquals(Set.of("a", "b"), Set.copyOf(network.outputs()));
    assertEquals(
        3 * Double.parseDouble(synapse(NirImport.of(chain, STEP), "in_cell")),
        Double.parseDouble(synapse(network, "in_cell")),
        1e-12);
  }

  /** The weight of a projection of one synapse, in all. */
  private static String synapse(ImportedNetwork network, String name) {
    return network.projections().stream()
        .filter(projection -> projection.name().equals(name))
        .map(projection -> Double.toString(((Distribution.Constant) projection.weight()).value()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldRefuseWhatNoModelDoes() {
    assertTrue(
        refusal(
                chain(
                    "in",
                    input(1),
                    "a",
                    li(0.005, 1, 0),
                    "b",
                    li(0.005, 1, 0),
                    "c",
                    lif(0.02, 1, 0, 1, 0)))
            .startsWith("node 'b': a leaky integrator between"));
    NirGraph chain = chain("in", input(1), "a", li(0.005, 1, 0), "c", lif(0.02, 1, 0, 1, 0));
    List<NirGraph.Edge> edges = new ArrayList<>(chain.edges());
    edges.add(new NirGraph.Edge("in", "c"));
    assertTrue(
        refusal(new NirGraph(chain.nodes(), edges, NirMetadata.NONE))
            .startsWith("node 'c': it gets spikes at once and through"));
    NirNode unit = new NirNode.Threshold(NirArray.of(1), NirMetadata.NONE);
    assertTrue(
        refusal(chain("in", input(1), "a", li(0.005, 1, 0), "t", unit))
            .startsWith("node 't': a Threshold behind the leaky integrator 'a'"));
  }

  private static String refusal(NirGraph graph) {
    return assertThrows(FormatException.class, () -> NirImport.of(graph, STEP)).getMessage();
  }
}
