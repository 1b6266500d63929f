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
import org.hillock.format.FormatException;
import org.hillock.network.Distribution;
import org.junit.jupiter.api.Test;

/** No edge of a graph is left out. */
class NirGraphEndsTest {

  private static final NirNode UNIT = new NirNode.Threshold(NirArray.of(0.5), NirMetadata.NONE);

  private static NirGraph graph(Map<String, NirNode> nodes, String... ends) {
    List<NirGraph.Edge> edges = new ArrayList<>();
    for (int i = 0; i < ends.length; i += 2) {
      edges.add(new NirGraph.Edge(ends[i], ends[i + 1]));
    }
    return new NirGraph(nodes, edges, NirMetadata.NONE);
  }

  private static Map<String, NirNode> nodes(Object... namesAndNodes) {
    Map<String, NirNode> nodes = new LinkedHashMap<>();
    for (int i = 0; i < namesAndNodes.length; i += 2) {
      nodes.put((String) namesAndNodes[i], (NirNode) namesAndNodes[i + 1]);
    }
    return nodes;
  }

  @Test
  void shouldPassOnWhatReachesAnInput() {
    NirGraph graph =
        graph(
            nodes("in", input(1), "a", UNIT, "b", UNIT, "back", input(1), "out", output(1)),
            "in",
            "a",
            "a",
            "back",
            "back",
            "b",
            "b",
            "out");
    double[] b = NirRuns.run(graph, Map.of("in", new double[] {1}), 5).get("b").times();
    assertArrayEquals(new double[] {1.2}, b, 1e-9);
    ImportedNetwork network = NirImport.of(graph, STEP);
    assertTrue(network.notes().toString().contains("'back' passes on"), network.notes().toString());
  }

  @Test
  void shouldPassOnWhatReachesAnOutput() {
    NirGraph graph =
        graph(
            nodes("in", input(1), "a", UNIT, "mid", output(1), "b", UNIT, "out", output(1)),
            "in",
            "a",
            "a",
            "mid",
            "mid",
            "b",
            "b",
            "out");
    assertArrayEquals(
        new double[] {1.2},
        NirRuns.run(graph, Map.of("in", new double[] {1}), 5).get("b").times(),
        1e-9);
    assertEquals(List.of("a", "b"), NirImport.of(graph, STEP).outputs());
  }

  @Test
  void shouldFeedWhatNothingFeeds() {
    NirNode affine =
        new NirNode.Affine(NirArray.of(List.of(1, 2), 1, 2), NirArray.of(0), NirMetadata.NONE);
    ImportedNetwork network =
        NirImport.of(chain("affine", affine, "cell", lif(0.01, 1, 0, 1, 0)), STEP);
    assertEquals(List.of("input_affine"), List.copyOf(network.inputs().keySet()));
    assertEquals(1, network.projections().size());
    assertEquals(2, network.projections().get(0).source().size());
    assertTrue(network.notes().get(0).startsWith("nothing feeds node 'affine'"));
    ImportedNetwork alone = NirImport.of(chain("cell", lif(0.01, 1, 0, 1, 0)), STEP);
    assertEquals(List.of("input_cell"), List.copyOf(alone.inputs().keySet()));
  }

  @Test
  void shouldGiveNamesThatScenariosTakeAndNoNameTwice() {
    NirGraph graph =
        graph(
            nodes("a", input(1), "a_b", input(1), "b_c", UNIT, "c", UNIT, "null", UNIT),
            "a",
            "b_c",
            "a_b",
            "c",
            "a",
            "null");
    ImportedNetwork network = NirImport.of(graph, STEP);
    assertEquals(
        List.of("a_b_c", "a_b_c_2", "a_null_0"),
        network.projections().stream().map(p -> p.name()).toList());
  }

  @Test
  void shouldTellOfPoissonInputsWhatTheFileTells() {
    NirMetadata told =
        NirMetadata.NONE
            .with("rate_Hz", NirArray.of(10, 20))
            .with("start_ms", NirArray.of(List.of(), 5))
            .with("stop_ms", NirArray.of(List.of(), 50));
    NirGraph graph =
        chain(
            "in", new NirNode.Input(List.of(2), told),
            "w", new NirNode.Linear(NirArray.of(List.of(1, 2), 1, 1), NirMetadata.NONE),
            "t", UNIT);
    Map<String, Distribution> poisson = NirImport.of(graph, STEP).inputs().get("in").poisson();
    assertEquals(new Distribution.Listed(new double[] {10, 20}), poisson.get("rate"));
    assertEquals(Distribution.of(5), poisson.get("start"));
    assertEquals(Distribution.of(50), poisson.get("stop"));
  }

  @Test
  void shouldRefuseResetBySubtraction() {
    NirNode cell =
        new NirNode.IF(
            NirArray.of(1),
            NirArray.of(1),
            NirArray.of(0),
            NirMetadata.NONE.with("reset_mechanism", "subtract"));
    String message =
        assertThrows(
                FormatException.class,
                () -> NirImport.of(chain("in", input(1), "cell", cell), STEP))
            .getMessage();
    assertTrue(message.startsWith("node 'cell', metadata 'reset_mechanism': found"), message);
  }
}
