package org.hillock.loihi.netx;

import java.util.Arrays;
import java.util.List;
import org.hillock.format.FormatException;

/** One layer of a {@link NetxNetwork}. */
public sealed interface NetxLayer {

  /** The word for it in the file. */
  String type();

  /** Shape of its output. */
  List<Integer> shape();

  /**
   * Turns values between 0 and 1 into spikes by neurons of its own. Not for a network that gets
   * spikes: such a one begins with its first dense layer.
   *
   * @param shape height, width and channels
   * @param neuron biased by 2 weight x - weight + bias for a value x
   * @param weight see neuron
   * @param bias see neuron
   */
  record Input(List<Integer> shape, NetxNeuron neuron, int weight, int bias) implements NetxLayer {
    /**
     * @throws FormatException if there are not three sizes
     */
    public Input {
      shape = List.copyOf(shape);
      if (shape.size() != 3 || shape.stream().anyMatch(size -> size < 1)) {
        throw new FormatException("shape", "found " + shape, "three sizes of 1 or more");
      }
    }

    @Override
    public String type() {
      return "input";
    }
  }

  /** Makes the image of the layer before a row; no neurons. */
  record Flatten(List<Integer> shape) implements NetxLayer {
    /**
     * @throws FormatException if there is not one size
     */
    public Flatten {
      shape = List.copyOf(shape);
      if (shape.size() != 1 || shape.get(0) < 1) {
        throw new FormatException("shape", "found " + shape, "one size of 1 or more");
      }
    }

    @Override
    public String type() {
      return "flatten";
    }
  }

  /** Neurons that all hear all of the layer before. Immutable: arrays are copied. */
  final class Dense implements NetxLayer {

    static final int LEAST = -256;
    static final int MOST_MIXED = 254;
    static final int MOST_EXCITATORY = 255;
    private static final int MOST_OF_INHIBITION = 128;
    private static final int MOST_BIAS = 4095;
    private static final int MOST_DELAY = 62;

    private final NetxNeuron neuron;
    private final int[][] weight;
    private final int[] bias;
    private final int[][] delay;

    /**
     * @param neuron the neuron of all
     * @param weight mantissas with exponent 0, [out][in]: 0 to 255 if none is negative, else -256
     *     to 254; not all 0, on which the loader fails
     * @param bias mantissa for each neuron with the exponent 6, -4095 to 4095; empty for none
     * @param delay axonal or synaptic delay beyond the shortest [steps], 0 to 62: empty for none,
     *     one row of one for all, one row of [in], or [out][in]
     * @throws FormatException for what the loader would cut or not take
     */
    public Dense(NetxNeuron neuron, int[][] weight, int[] bias, int[][] delay) {
      this.neuron = neuron;
      this.weight = copy(weight);
      this.bias = bias.clone();
      this.delay = copy(delay);
      checkWeights();
      if (bias.length != 0 && bias.length != weight.length) {
        throw new FormatException(
            "bias",
            "found " + bias.length + " values",
            "none, or one for each of " + weight.length);
      }
      for (int value : bias) {
        range("bias", value, -MOST_BIAS, MOST_BIAS);
      }
      checkDelays();
    }

    private static int[][] copy(int[][] rows) {
      return Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new);
    }

    private void checkWeights() {
      if (weight.length == 0 || weight[0].length == 0) {
        throw new FormatException("weight", "found no weights", "a matrix");
      }
      int least = Integer.MAX_VALUE;
      int most = Integer.MIN_VALUE;
      for (int[] row : weight) {
        if (row.length != weight[0].length) {
          throw new FormatException("weight", "found rows of different length", "a matrix");
        }
        for (int value : row) {
          least = Math.min(least, value);
          most = Math.max(most, value);
        }
      }
      if (least == 0 && most == 0) {
        throw new FormatException("weight", "found 0 only", "at least one other weight");
      }
      int highest = least < 0 ? MOST_MIXED : MOST_EXCITATORY;
      int lowest = least < 0 ? LEAST : 0;
      range("weight", least, lowest, highest);
      range("weight", most, lowest, highest);
      if (most <= 0) {
        checkInhibition(least, most);
      }
    }

    /**
     * Without a positive weight the loader takes the layer for one of inhibition only, whose
     * weights it brings to up to 256 and cuts at 255; if there is a 0 besides, it counts the bits
     * of a sign that it has not, and where there is none to spare all weights become 0.
     */
    private void checkInhibition(int least, int most) {
      boolean cut = Integer.bitCount(-least) == 1;
      boolean odd = Arrays.stream(weight).flatMapToInt(Arrays::stream).anyMatch(w -> w % 2 != 0);
      boolean lost = most == 0 && -least > MOST_OF_INHIBITION && odd;
      if (cut || lost) {
        throw new FormatException(
            "weight",
            "found no positive weight, which the loader makes "
                + (lost ? "no weights at all" : "another weight of " + least)
                + " of",
            "a positive weight in the layer, such as one from an input neuron that never fires");
      }
    }

    private void checkDelays() {
      boolean none = delay.length == 0;
      boolean row = delay.length == 1 && (delay[0].length == 1 || delay[0].length == inFeatures());
      boolean matrix =
          delay.length == outFeatures()
              && Arrays.stream(delay).allMatch(each -> each.length == inFeatures());
      if (!none && !row && !matrix) {
        throw new FormatException(
            "delay",
            "found another shape",
            "none, one, one for each input, or one for each weight");
      }
      for (int[] each : delay) {
        for (int value : each) {
          range("delay", value, 0, MOST_DELAY);
        }
      }
    }

    private static void range(String name, int value, int least, int most) {
      if (value < least || value > most) {
        throw new FormatException(name, "found " + value, "a number from " + least + " to " + most);
      }
    }

    @Override
    public String type() {
      return "dense";
    }

    @Override
    public List<Integer> shape() {
      return List.of(outFeatures());
    }

    /** The neuron of all. */
    public NetxNeuron neuron() {
      return neuron;
    }

    /** Number of neurons of the layer before. */
    public int inFeatures() {
      return weight[0].length;
    }

    /** Number of neurons. */
    public int outFeatures() {
      return weight.length;
    }

    /** A copy of the weights, [out][in]. */
    public int[][] weight() {
      return copy(weight);
    }

    /** A copy of the biases; empty for none. */
    public int[] bias() {
      return bias.clone();
    }

    /** A copy of the delays, see the constructor. */
    public int[][] delay() {
      return copy(delay);
    }
  }
}
