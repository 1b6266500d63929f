package org.hillock.loihi.netx;

import java.util.List;
import org.hillock.format.FormatException;

/**
 * A feed-forward network: each layer hears the one before it and no other. It begins with a dense
 * layer, which then hears the spikes from outside, or with an input layer. Each layer adds a step
 * of latency.
 *
 * @param layers in order
 * @param stepMs what one step stands for [ms], for people: the loader ignores it
 * @param steps how many steps a sample lasts, for people likewise
 */
public record NetxNetwork(List<NetxLayer> layers, double stepMs, int steps) {

  /**
   * Checks that layers fit each other.
   *
   * @throws FormatException naming the layer
   */
  public NetxNetwork {
    layers = List.copyOf(layers);
    if (layers.stream().noneMatch(NetxLayer.Dense.class::isInstance)) {
      throw new FormatException("layers", "found no dense layer", "at least one");
    }
    for (int i = 0; i < layers.size(); i++) {
      NetxLayer before = i == 0 ? null : layers.get(i - 1);
      NetxLayer layer = layers.get(i);
      String where = "layer " + i;
      if (layer instanceof NetxLayer.Input && i != 0) {
        throw new FormatException(where, "found an input layer", "an input layer in front only");
      }
      if (layer instanceof NetxLayer.Flatten && !(before instanceof NetxLayer.Input)) {
        throw new FormatException(where, "found a flatten layer", "one behind an input layer only");
      }
      if (layer instanceof NetxLayer.Dense && before instanceof NetxLayer.Input) {
        throw new FormatException(
            where, "found a dense layer behind an image", "a flatten layer between");
      }
      int sent =
          before == null
              ? inputs(layer)
              : before.shape().stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
      if (inputs(layer) != sent) {
        throw new FormatException(
            where,
            "found " + inputs(layer) + " inputs",
            sent + ", as many as the layer before has neurons");
      }
    }
  }

  private static int inputs(NetxLayer layer) {
    return layer instanceof NetxLayer.Dense dense
        ? dense.inFeatures()
        : layer.shape().stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
  }
}
