package org.hillock.loihi.netx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hillock.format.FormatException;
import org.hillock.hdf5.Hdf5Exception;
import org.hillock.hdf5.Hdf5File;
import org.hillock.hdf5.Hdf5Group;
import org.hillock.hdf5.Hdf5Numbers;

/** Writes a {@link NetxNetwork} in the layout that {@code netx.hdf5.Network} of lava-dl loads. */
public final class NetxWriter {

  private NetxWriter() {}

  /**
   * Writes a file, in the place of an older one if there is one. It appears when it is whole.
   *
   * @throws FormatException if a matrix has more than 2^27 elements
   * @throws IOException if the file cannot be written
   */
  public static void write(NetxNetwork network, Path file) throws IOException {
    Hdf5Group layers = new Hdf5Group();
    for (int i = 0; i < network.layers().size(); i++) {
      layers.put(Integer.toString(i), layer(network.layers().get(i)));
    }
    Hdf5Group root =
        new Hdf5Group()
            .put("layer", layers)
            .put(
                "simulation",
                new Hdf5Group()
                    .put(
                        "Ts",
                        new Hdf5Numbers(
                            Hdf5Numbers.Kind.FLOAT64, List.of(), new double[] {network.stepMs()}))
                    .put("tSample", network.steps()));
    try {
      Hdf5File.write(root, file);
    } catch (Hdf5Exception e) {
      throw new FormatException(file.toString(), e.getMessage(), "smaller layers");
    }
  }

  private static Hdf5Group layer(NetxLayer layer) {
    Hdf5Group group =
        new Hdf5Group()
            .put("type", layer.type())
            .put(
                "shape",
                Hdf5Numbers.row(layer.shape().stream().mapToInt(Integer::intValue).toArray()));
    if (layer instanceof NetxLayer.Input input) {
      group.put("weight", input.weight()).put("bias", input.bias());
      group.put("neuron", neuron(input.neuron()));
    } else if (layer instanceof NetxLayer.Dense dense) {
      group.put("weight", matrix(dense.weight()));
      group.put("inFeatures", dense.inFeatures()).put("outFeatures", dense.outFeatures());
      if (dense.bias().length > 0) {
        group.put("bias", row(dense.bias()));
      }
      int[][] delay = dense.delay();
      if (delay.length == 1 && delay[0].length == 1) {
        group.put("delay", delay[0][0]);
      } else if (delay.length == 1 && dense.outFeatures() > 1) {
        group.put("delay", row(delay[0]));
      } else if (delay.length > 0) {
        group.put("delay", matrix(delay));
      }
      group.put("neuron", neuron(dense.neuron()));
    }
    return group;
  }

  private static Hdf5Group neuron(NetxNeuron neuron) {
    return new Hdf5Group()
        .put("type", neuron.type().name())
        .put("iDecay", neuron.iDecay())
        .put("vDecay", neuron.vDecay())
        .put("vThMant", neuron.vThMant())
        .put("refDelay", neuron.refDelay())
        .put("wgtExp", neuron.wgtExp())
        .put("gradedSpike", neuron.gradedSpike() ? 1 : 0);
  }

  private static Hdf5Numbers row(int[] values) {
    return new Hdf5Numbers(
        Hdf5Numbers.Kind.INT32,
        List.of(values.length),
        Arrays.stream(values).asDoubleStream().toArray());
  }

  private static Hdf5Numbers matrix(int[][] rows) {
    return new Hdf5Numbers(
        Hdf5Numbers.Kind.INT32,
        List.of(rows.length, rows[0].length),
        Arrays.stream(rows).flatMapToInt(Arrays::stream).asDoubleStream().toArray());
  }
}
