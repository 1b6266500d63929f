package org.hillock.loihi.netx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.hillock.format.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetxWriterTest {

  private static final int[] NO_BIAS = {};
  private static final int[][] NO_DELAY = {};

  @TempDir Path folder;

  private static NetxNeuron neuron(int threshold) {
    return NetxNeuron.ofFields(4095, 0, threshold, 1);
  }

  private static NetxLayer.Dense dense(int threshold, int[]... weight) {
    return new NetxLayer.Dense(neuron(threshold), weight, NO_BIAS, NO_DELAY);
  }

  private List<NetxLoader.Block> written(NetxLayer... layers) throws IOException {
    Path file = folder.resolve("x.net");
    NetxWriter.write(new NetxNetwork(List.of(layers), 1, 100), file);
    return NetxLoader.load(file);
  }

  @Test
  void shouldWriteLayersThatFireAsTheyAreMeant() throws IOException {
    // The first neuron needs both inputs, the second any; then one that counts to three.
    List<NetxLoader.Block> blocks =
        written(dense(100, new int[] {60, 60}, new int[] {101, 101}), dense(50, new int[] {0, 20}));
    boolean[][] input = new boolean[12][2];
    for (int t : new int[] {0, 2, 3, 5, 6, 7, 8}) {
      input[t][t % 2] = true;
    }
    boolean[][] out = NetxLoader.run(blocks, input);
    boolean[] expected = new boolean[12];
    expected[4] = true; // the third spike, of step 3, one step later
    expected[8] = true;
    for (int t = 0; t < 12; t++) {
      assertEquals(expected[t], out[t][0], "step " + t);
    }
  }

  @Test
  void shouldWriteEveryField() throws IOException {
    NetxNeuron neuron = new NetxNeuron(NetxNeuron.Type.CUBA, 1025, 128, 8000, 2, 0, false);
    int[][] weight = {{-256, 254, 0}, {1, -2, 3}};
    int[][] delay = {{0, 62, 1}, {2, 3, 4}};
    NetxLoader.Block block =
        written(new NetxLayer.Dense(neuron, weight, new int[] {-4095, 17}, delay)).get(0);
    assertArrayEquals(weight, block.weight());
    assertArrayEquals(new int[] {-4095, 17}, block.bias());
    assertArrayEquals(delay, block.delay());
    assertEquals(1024, block.du());
    assertEquals(128, block.dv());
    assertEquals(8000, block.vth());
    try (HdfFile file = new HdfFile(folder.resolve("x.net"))) {
      assertEquals("[layer, simulation]", new TreeSet<>(file.getChildren().keySet()).toString());
      Group layer = (Group) file.getByPath("/layer/0");
      assertEquals(
          "[bias, delay, inFeatures, neuron, outFeatures, shape, type, weight]",
          new TreeSet<>(layer.getChildren().keySet()).toString());
      assertEquals(
          "[gradedSpike, iDecay, refDelay, type, vDecay, vThMant, wgtExp]",
          new TreeSet<>(((Group) layer.getChild("neuron")).getChildren().keySet()).toString());
      assertEquals("dense", file.getDatasetByPath("/layer/0/type").getData());
      assertEquals(1.0, file.getDatasetByPath("/simulation/Ts").getData());
    }
    assertArrayEquals(
        new int[][] {{5}},
        written(new NetxLayer.Dense(neuron, weight, NO_BIAS, new int[][] {{5}})).get(0).delay());
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void shouldWriteImagesInFront() throws IOException {
    List<NetxLoader.Block> blocks =
        written(
            new NetxLayer.Input(List.of(2, 1, 1), neuron(100), 32, 5),
            new NetxLayer.Flatten(List.of(2)),
            dense(10, new int[] {1, 2}));
    assertEquals(1, blocks.size());
    try (HdfFile file = new HdfFile(folder.resolve("x.net"))) {
      assertEquals("input", file.getDatasetByPath("/layer/0/type").getData());
      assertArrayEquals(
          new long[] {2, 1, 1}, (long[]) file.getDatasetByPath("/layer/0/shape").getData());
      assertEquals("flatten", file.getDatasetByPath("/layer/1/type").getData());
    }
  }

  private static String refusal(Runnable made) {
    return assertThrows(FormatException.class, made::run).getMessage();
  }

  @Test
  void shouldRefuseWhatTheLoaderWouldCutOrNotTake() {
    assertEquals(
        "weight: found 255.\nWhat would help: a number from -256 to 254.",
        refusal(() -> dense(1, new int[] {255, -1})));
    assertEquals(
        "weight: found 256.\nWhat would help: a number from 0 to 255.",
        refusal(() -> dense(1, new int[] {256, 1})));
    assertTrue(refusal(() -> dense(1, new int[] {0, 0})).startsWith("weight: found 0 only"));
    assertEquals(
        "layer 1: found 2 inputs.\nWhat would help: 1, as many as the layer before has neurons.",
        refusal(
            () ->
                new NetxNetwork(
                    List.of(dense(1, new int[] {1}), dense(1, new int[] {1, 1})), 1, 1)));
    assertEquals(
        "neuron, vThMant: found 131072.\nWhat would help: a number from 1 to 131071.",
        refusal(() -> neuron(131_072)));
    assertEquals(
        "neuron, wgtExp: found -1.\nWhat would help: 0.",
        refusal(() -> new NetxNeuron(NetxNeuron.Type.LOIHI, 4096, 0, 1, 1, -1, false)));
    assertEquals(
        "delay: found 63.\nWhat would help: a number from 0 to 62.",
        refusal(
            () -> new NetxLayer.Dense(neuron(1), new int[][] {{1}}, NO_BIAS, new int[][] {{63}})));
  }
}
