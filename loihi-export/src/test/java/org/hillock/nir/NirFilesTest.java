package org.hillock.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hillock.format.FormatException;
import org.hillock.hdf5.Hdf5File;
import org.hillock.hdf5.Hdf5Group;
import org.hillock.hdf5.Hdf5Numbers;
import org.hillock.hdf5.Hdf5Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files. Those of the resources were written by h5py with the calls that the reference writer
 * makes: strings of variable length, compressed arrays of float32.
 */
class NirFilesTest {

  @TempDir Path folder;

  static NirGraph shipped(String name) throws Exception {
    return NirReader.read(Path.of(NirFilesTest.class.getResource(name).toURI()));
  }

  @Test
  void shouldReadTheSingleNeuronOfThePaper() throws Exception {
    NirGraph graph = shipped("h5py-lif.nir");
    assertEquals(
        List.of(
            new NirGraph.Edge("input", "0"),
            new NirGraph.Edge("0", "1"),
            new NirGraph.Edge("1", "output")),
        graph.edges());
    NirNode.LIF lif = (NirNode.LIF) graph.nodes().get("1");
    assertEquals((double) 0.0025f, lif.tau().get(0));
    assertEquals((double) 0.1f, lif.vThreshold().get(0));
    NirNode.Affine affine = (NirNode.Affine) graph.nodes().get("0");
    assertEquals(NirArray.of(List.of(1, 1), 1), affine.weight());
  }

  @Test
  void shouldReadEveryTypeOfNode() throws Exception {
    NirGraph graph = shipped("h5py-every-type.nir");
    NirShapes shapes = graph.shapes();
    assertEquals(List.of(4, 6, 6), shapes.out("conv"));
    assertEquals(List.of(4, 3, 3), shapes.in("avg"));
    assertEquals(List.of(4, 1, 1), shapes.in("flat"));
    assertEquals(List.of(4), shapes.out("flat"));
    assertEquals(List.of(1, 5), shapes.out("conv1"));
    assertEquals(List.of(2), shapes.in("sub"));
    NirMetadata metadata = graph.nodes().get("in").metadata();
    assertEquals("an image", metadata.texts().get("note"));
    assertEquals(36, metadata.numbers().get("size").get(0));
    assertEquals(NirArray.of(1, 2), metadata.numbers().get("inner/deep"));
    assertEquals("by hand", graph.metadata().texts().get("made"));
    NirNode.IF unit = (NirNode.IF) graph.nodes().get("if");
    assertEquals(NirArray.of(0, 0, 0, 0), unit.vReset());
    assertTrue(graph.edges().contains(new NirGraph.Edge("lif", "lif")));
  }

  @Test
  void shouldWriteWhatItReads() throws Exception {
    for (String name : List.of("h5py-lif.nir", "h5py-every-type.nir")) {
      NirGraph graph = shipped(name);
      Path file = folder.resolve(name);
      NirWriter.write(graph, file);
      NirGraph again = NirReader.read(file);
      assertEquals(graph.nodes().keySet(), again.nodes().keySet());
      assertEquals(graph.edges(), again.edges());
      graph
          .nodes()
          .forEach(
              (node, record) -> {
                if (record.metadata().empty()) {
                  assertEquals(record, again.nodes().get(node), node);
                }
              });
    }
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count(), "nothing else is left behind");
    }
  }

  /** The layout, looked at with nothing but HDF5. */
  @Test
  void shouldLayTheFileOutAsTheFormatSays() throws Exception {
    Path file = folder.resolve("x.nir");
    NirWriter.write(shipped("h5py-lif.nir"), file);
    Hdf5Group root = Hdf5File.read(file);
    assertEquals(2, root.items().size());
    assertTrue(((Hdf5Text) root.get("version")).values().get(0).startsWith("1."));
    Hdf5Group node = (Hdf5Group) root.get("node");
    assertEquals(Hdf5Text.scalar("NIRGraph"), node.get("type"));
    assertEquals(List.of(3, 2), ((Hdf5Text) node.get("edges")).shape());
    Hdf5Group lif = (Hdf5Group) ((Hdf5Group) node.get("nodes")).get("1");
    assertEquals(
        List.of("r", "tau", "type", "v_leak", "v_reset", "v_threshold"),
        lif.items().keySet().stream().sorted().toList());
    assertEquals(List.of(1), ((Hdf5Numbers) lif.get("tau")).shape());
  }

  private String refusal(Hdf5Group node) throws IOException {
    Path file = folder.resolve("wrong.nir");
    Hdf5File.write(new Hdf5Group().put("node", node), file);
    FormatException e = assertThrows(FormatException.class, () -> NirReader.read(file));
    assertNotNull(e.getMessage());
    return e.getMessage().replace(file.toString(), "wrong.nir");
  }

  private static Hdf5Group graph(Map<String, Hdf5Group> nodes, String... edges) {
    Hdf5Group all = new Hdf5Group();
    nodes.forEach(all::put);
    return new Hdf5Group()
        .put("type", "NIRGraph")
        .put("nodes", all)
        .put("edges", new Hdf5Text(List.of(edges.length / 2, 2), Arrays.asList(edges)));
  }

  private static Hdf5Group end(String type, int size) {
    return new Hdf5Group().put("type", type).put("shape", Hdf5Numbers.row(size));
  }

  private static Hdf5Group scale(double... values) {
    return new Hdf5Group()
        .put("type", "Scale")
        .put("scale", new Hdf5Numbers(Hdf5Numbers.Kind.FLOAT32, List.of(values.length), values));
  }

  @Test
  void shouldNameNodeDatasetAndRemedy() throws IOException {
    assertEquals(
        "wrong.nir, node 's', dataset 'scale': is missing.\n"
            + "What would help: numbers under this name (found: type).",
        refusal(graph(Map.of("s", new Hdf5Group().put("type", "Scale")), "s", "s")));
    assertEquals(
        "wrong.nir, node 's', dataset 'scalee': a node of type Scale has none of this name.\n"
            + "What would help: one of metadata, scale.",
        refusal(graph(Map.of("s", scale(1).put("scalee", 1)), "s", "s")));
    assertTrue(
        refusal(graph(Map.of("s", new Hdf5Group().put("type", "Scael")), "s", "s"))
            .startsWith("wrong.nir, node 's', dataset 'type': found 'Scael'.\n"));
    assertTrue(
        refusal(graph(Map.of("s", scale(1)), "s", "t"))
            .startsWith("wrong.nir, edge 's' → 't': there is no node 't'.\n"));
    assertEquals(
        "wrong.nir, edge 'i' → 's': 'i' sends shape (3), and 's' takes shape (2).\n"
            + "What would help: parameters of the same size on both sides, or a Flatten between"
            + " them.",
        refusal(graph(Map.of("i", end("Input", 3), "s", scale(1, 2)), "i", "s")));
    Hdf5Group unequal =
        new Hdf5Group()
            .put("type", "LI")
            .put("tau", Hdf5Numbers.row(1, 1))
            .put("r", Hdf5Numbers.row(1, 1, 1))
            .put("v_leak", Hdf5Numbers.row(1));
    assertTrue(
        refusal(graph(Map.of("li", unequal), "li", "li"))
            .startsWith("wrong.nir, node 'li', dataset 'r': found shape (3), but tau has (2).\n"));
    assertTrue(refusal(end("Input", 1)).contains("it is not a NIRGraph"));
  }

  /** bool by h5py, gzip, a scalar, one of size 1 and a row: what all neurons share stands once. */
  @Test
  void shouldRepeatParametersThatAllNeuronsShare() throws Exception {
    NirGraph graph = shipped("h5py-gzip.nir");
    NirNode.LIF lif = (NirNode.LIF) graph.nodes().get("cell");
    assertEquals(NirArray.filled(List.of(3), (double) 0.02f), lif.tau());
    assertEquals(NirArray.of(1, 1, 1), lif.r());
    assertEquals(NirArray.of(1, 1, 1), lif.vThreshold());
    NirNode.Linear weights = (NirNode.Linear) graph.nodes().get("w");
    assertEquals(NirArray.of(List.of(3, 4), 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1), weights.weight());
  }

  @Test
  void shouldTakeTheNumberOfNeuronsFromTheNodeBeforeOrBehind() throws IOException {
    Hdf5Group unit =
        new Hdf5Group()
            .put("type", "LIF")
            .put("tau", 1)
            .put("r", Hdf5Numbers.row(1))
            .put("v_leak", 0)
            .put("v_threshold", 1);
    Hdf5Group linear =
        new Hdf5Group()
            .put("type", "Linear")
            .put("weight", new Hdf5Numbers(Hdf5Numbers.Kind.FLOAT32, List.of(2, 3), new double[6]));
    for (List<String> order :
        List.of(List.of("in", "w", "cell", "late"), List.of("late", "cell", "w", "end"))) {
      Map<String, Hdf5Group> nodes = new java.util.LinkedHashMap<>();
      Hdf5Group delay = new Hdf5Group().put("type", "Delay").put("delay", 0);
      Map<String, Hdf5Group> all =
          Map.of(
              "in",
              end("Input", 3),
              "end",
              end("Output", 2),
              "w",
              linear,
              "cell",
              unit,
              "late",
              delay);
      order.forEach(name -> nodes.put(name, all.get(name)));
      Path file = folder.resolve("shared.nir");
      Hdf5File.write(
          new Hdf5Group()
              .put(
                  "node",
                  graph(
                      nodes,
                      order.get(0),
                      order.get(1),
                      order.get(1),
                      order.get(2),
                      order.get(2),
                      order.get(3))),
          file);
      NirGraph graph = NirReader.read(file);
      List<Integer> wide = List.of(order.get(0).equals("in") ? 2 : 3);
      assertEquals(wide, ((NirNode.LIF) graph.nodes().get("cell")).shape());
      assertEquals(wide, ((NirNode.Delay) graph.nodes().get("late")).shape());
    }
  }

  @Test
  void shouldRefuseWhatIsNotNir() throws IOException {
    Path text = Files.writeString(folder.resolve("text.nir"), "no HDF5 at all");
    assertTrue(
        assertThrows(FormatException.class, () -> NirReader.read(text))
            .getMessage()
            .contains("is not an HDF5 file"));
    Path other = folder.resolve("other.h5");
    Hdf5File.write(new Hdf5Group().put("x", 1), other);
    assertTrue(
        assertThrows(FormatException.class, () -> NirReader.read(other))
            .getMessage()
            .contains("there is no group 'node'"));
    assertThrows(IOException.class, () -> NirReader.read(folder.resolve("none.nir")));
  }

  @Test
  void shouldNotLeaveHalfAFileBehind() throws Exception {
    NirGraph empty = new NirGraph(Map.of(), List.of(), NirMetadata.NONE);
    Path file = folder.resolve("empty.nir");
    assertThrows(FormatException.class, () -> NirWriter.write(empty, file));
    assertFalse(Files.exists(file));
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }
}
