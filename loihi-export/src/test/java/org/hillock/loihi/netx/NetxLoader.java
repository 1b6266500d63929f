package org.hillock.loihi.netx;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads a file as lava-dl's netx does, from the rules of its format alone, and runs it with the
 * arithmetic of lava's fixed-point LIF: u truncates towards 0, v likewise.
 */
public final class NetxLoader {

  /** A dense block as the loader hands it to the chip. */
  public record Block(int[][] weight, int[] bias, int du, int dv, int vth, int[][] delay) {}

  private NetxLoader() {}

  /** Loads the dense blocks of a file. */
  public static List<Block> load(Path file) {
    List<Block> blocks = new ArrayList<>();
    try (HdfFile hdf = new HdfFile(file)) {
      Group layers = (Group) hdf.getChild("layer");
      for (int i = 0; i < layers.getChildren().size(); i++) {
        Group layer = (Group) layers.getChild(Integer.toString(i));
        if (text(layer, "type").equals("dense")) {
          blocks.add(dense(layer));
        }
      }
    }
    return blocks;
  }

  private static String text(Group group, String name) {
    Object data = ((Dataset) group.getChild(name)).getData();
    return data instanceof String[] texts ? texts[0] : (String) data;
  }

  private static Block dense(Group layer) {
    Group neuron = (Group) layer.getChild("neuron");
    if (!List.of("LOIHI", "CUBA").contains(text(neuron, "type"))) {
      throw new IllegalArgumentException("no neuron for " + text(neuron, "type"));
    }
    int[][] weight = matrix((Dataset) layer.getChild("weight"));
    int shape = number(layer, "shape");
    if (shape != weight.length) {
      throw new IllegalArgumentException(shape + " neurons, " + weight.length + " rows of weights");
    }
    int[] bias = new int[shape];
    if (layer.getChildren().containsKey("bias")) {
      bias = matrix((Dataset) layer.getChild("bias"))[0];
    }
    int[][] delay = new int[0][0];
    if (layer.getChildren().containsKey("delay")) {
      delay = matrix((Dataset) layer.getChild("delay"));
    }
    return new Block(
        weight,
        bias,
        number(neuron, "iDecay") - 1,
        number(neuron, "vDecay"),
        number(neuron, "vThMant"),
        delay);
  }

  private static int number(Group group, String name) {
    return matrix((Dataset) group.getChild(name))[0][0];
  }

  private static int[][] matrix(Dataset dataset) {
    int[] size = dataset.getDimensions();
    int columns = size.length == 0 ? 1 : size[size.length - 1];
    int rows = size.length < 2 ? 1 : size[0];
    Object flat = dataset.isScalar() ? null : dataset.getDataFlat();
    int[][] values = new int[rows][columns];
    for (int i = 0; i < rows * columns; i++) {
      Number value = flat == null ? (Number) dataset.getData() : (Number) Array.get(flat, i);
      values[i / columns][i % columns] = value.intValue();
    }
    return values;
  }

  /** Spikes of the last block in each step; every block hears the one before a step later. */
  public static boolean[][] run(List<Block> blocks, boolean[][] input) {
    int[][] u = new int[blocks.size()][];
    int[][] v = new int[blocks.size()][];
    boolean[][] spikes = new boolean[blocks.size()][];
    for (int i = 0; i < u.length; i++) {
      int size = blocks.get(i).weight().length;
      u[i] = new int[size];
      v[i] = new int[size];
      spikes[i] = new boolean[size];
    }
    boolean[][] out = new boolean[input.length][];
    for (int t = 0; t < input.length; t++) {
      for (int i = blocks.size() - 1; i >= 0; i--) {
        boolean[] heard = i == 0 ? input[t] : spikes[i - 1];
        spikes[i] = step(blocks.get(i), heard, u[i], v[i]);
      }
      out[t] = spikes[spikes.length - 1].clone();
    }
    return out;
  }

  private static boolean[] step(Block block, boolean[] heard, int[] u, int[] v) {
    boolean[] fired = new boolean[u.length];
    for (int n = 0; n < u.length; n++) {
      int sum = 0;
      for (int j = 0; j < heard.length; j++) {
        sum += heard[j] ? block.weight()[n][j] : 0;
      }
      u[n] = decayed(u[n], block.du() + 1) + (sum << 6);
      v[n] = decayed(v[n], block.dv()) + u[n] + (block.bias()[n] << 6);
      if (v[n] > block.vth() << 6) {
        fired[n] = true;
        v[n] = 0;
      }
    }
    return fired;
  }

  private static int decayed(int value, int decay) {
    return (int) ((long) value * (4096 - decay) / 4096);
  }
}
