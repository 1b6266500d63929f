package org.hillock.nir;

import java.util.List;
import org.hillock.format.FormatException;
import org.jspecify.annotations.Nullable;

/**
 * A node of a graph: one record for each type. S is the sum of what arrives, spikes or other; a
 * node that fires sends z = 1 in a time-step with v &gt; v_threshold, and v becomes v_reset.
 *
 * <p>All parameters of a neuron have one shape, which is that of its input and output.
 */
public sealed interface NirNode
    permits NirNode.Elementwise,
        NirNode.Input,
        NirNode.Output,
        NirNode.Affine,
        NirNode.Linear,
        NirNode.Conv1d,
        NirNode.Conv2d,
        NirNode.SumPool2d,
        NirNode.AvgPool2d,
        NirNode.Flatten,
        NirGraph {

  /** What the node carries along. */
  NirMetadata metadata();

  /** The name of the type in files. */
  default String type() {
    return getClass().getSimpleName();
  }

  /** A neuron or unit whose parameters all have one shape. */
  sealed interface Elementwise extends NirNode
      permits Scale, Delay, I, IF, LI, LIF, CubaLI, CubaLIF, Threshold {

    /** The shape of input and output. */
    List<Integer> shape();
  }

  /** Where signals enter. */
  record Input(List<Integer> shape, NirMetadata metadata) implements NirNode {
    /** Copies. */
    public Input {
      shape = List.copyOf(shape);
    }
  }

  /** Where signals leave. */
  record Output(List<Integer> shape, NirMetadata metadata) implements NirNode {
    /** Copies. */
    public Output {
      shape = List.copyOf(shape);
    }
  }

  /**
   * W S + b.
   *
   * @param weight W, of shape (out, in)
   * @param bias b, of shape (out)
   */
  record Affine(NirArray weight, NirArray bias, NirMetadata metadata) implements NirNode {
    /**
     * @throws FormatException if the shapes do not fit each other
     */
    public Affine {
      NirChecks.matrix(weight);
      NirChecks.row("bias", bias, weight.size(0), "one for each row of weight");
    }
  }

  /**
   * W S.
   *
   * @param weight W, of shape (out, in)
   */
  record Linear(NirArray weight, NirMetadata metadata) implements NirNode {
    /**
     * @throws FormatException if the weight is no matrix
     */
    public Linear {
      NirChecks.matrix(weight);
    }
  }

  /** s S, element by element. */
  record Scale(NirArray scale, NirMetadata metadata) implements Elementwise {
    @Override
    public List<Integer> shape() {
      return scale.shape();
    }
  }

  /** S(t - delay), element by element [s]. */
  record Delay(NirArray delay, NirMetadata metadata) implements Elementwise {
    @Override
    public List<Integer> shape() {
      return delay.shape();
    }
  }

  /**
   * A convolution (as neural networks call it: the kernel is not flipped) along one dimension.
   *
   * @param inputShape length of the input, or null if it follows from the node before
   * @param weight of shape (out, in / groups, kernel)
   * @param padding zeros on either side, or {@link #SAME}
   * @param bias of shape (out)
   */
  record Conv1d(
      @Nullable Integer inputShape,
      NirArray weight,
      int stride,
      int padding,
      int dilation,
      int groups,
      NirArray bias,
      NirMetadata metadata)
      implements NirNode {

    /** Padding such that the output is as long as the input. */
    public static final int SAME = -1;

    /**
     * @throws FormatException if the parameters do not fit each other
     */
    public Conv1d {
      NirChecks.kernel(weight, 3, groups);
      NirChecks.row("bias", bias, weight.size(0), "one for each channel of output");
      NirChecks.positive("stride", stride);
      NirChecks.positive("dilation", dilation);
      NirChecks.padding(padding == SAME, new Pair(stride, stride), padding);
    }
  }

  /** Two numbers, for height and width. */
  record Pair(int height, int width) {}

  /**
   * Zeros around an image.
   *
   * @param same whether as many as make the output as large as the input; then the rest is 0
   * @param height above and below
   * @param width left and right
   */
  record Padding(boolean same, int height, int width) {
    /** As many as make the output as large as the input. */
    public static final Padding SAME = new Padding(true, 0, 0);

    /** None. */
    public static final Padding NONE = new Padding(false, 0, 0);
  }

  /**
   * A convolution (as neural networks call it: the kernel is not flipped) of images of shape
   * (channel, height, width).
   *
   * @param inputShape height and width of the input, or null if they follow from the node before
   * @param weight of shape (out, in / groups, height, width)
   * @param bias of shape (out)
   */
  record Conv2d(
      @Nullable Pair inputShape,
      NirArray weight,
      Pair stride,
      Padding padding,
      Pair dilation,
      int groups,
      NirArray bias,
      NirMetadata metadata)
      implements NirNode {
    /**
     * @throws FormatException if the parameters do not fit each other
     */
    public Conv2d {
      NirChecks.kernel(weight, 4, groups);
      NirChecks.row("bias", bias, weight.size(0), "one for each channel of output");
      NirChecks.positive("stride", Math.min(stride.height(), stride.width()));
      NirChecks.positive("dilation", Math.min(dilation.height(), dilation.width()));
      NirChecks.padding(padding.same(), stride, Math.min(padding.height(), padding.width()));
    }
  }

  /** Sums over windows of images of shape (channel, height, width). */
  record SumPool2d(Pair kernelSize, Pair stride, Pair padding, NirMetadata metadata)
      implements NirNode {
    /**
     * @throws FormatException if a number is too small
     */
    public SumPool2d {
      NirChecks.window(kernelSize, stride, padding);
    }
  }

  /** Means over windows of images of shape (channel, height, width); padding counts as zeros. */
  record AvgPool2d(Pair kernelSize, Pair stride, Pair padding, NirMetadata metadata)
      implements NirNode {
    /**
     * @throws FormatException if a number is too small
     */
    public AvgPool2d {
      NirChecks.window(kernelSize, stride, padding);
    }
  }

  /**
   * Makes dimensions {@code startDim} to {@code endDim} one.
   *
   * @param startDim counted from 0, without a dimension for batches; from the end if negative
   * @param endDim likewise, itself included
   * @param inputShape shape of the input ({@code input_type} in files), or null if it follows from
   *     the node before
   */
  record Flatten(int startDim, int endDim, @Nullable List<Integer> inputShape, NirMetadata metadata)
      implements NirNode {}

  /** Integrator: dv/dt = r S. */
  record I(NirArray r, NirMetadata metadata) implements Elementwise {
    @Override
    public List<Integer> shape() {
      return r.shape();
    }
  }

  /** Integrate and fire: dv/dt = r S. */
  record IF(NirArray r, NirArray vThreshold, NirArray vReset, NirMetadata metadata)
      implements Elementwise {
    /**
     * @throws FormatException if the shapes differ
     */
    public IF {
      NirChecks.sameShape("r", r, "v_threshold", vThreshold, "v_reset", vReset);
    }

    @Override
    public List<Integer> shape() {
      return r.shape();
    }
  }

  /** Leaky integrator: tau dv/dt = v_leak - v + r S, tau in s. */
  record LI(NirArray tau, NirArray r, NirArray vLeak, NirMetadata metadata) implements Elementwise {
    /**
     * @throws FormatException if the shapes differ
     */
    public LI {
      NirChecks.sameShape("tau", tau, "r", r, "v_leak", vLeak);
    }

    @Override
    public List<Integer> shape() {
      return r.shape();
    }
  }

  /** Leaky integrate and fire: tau dv/dt = v_leak - v + r S, tau in s. */
  record LIF(
      NirArray tau,
      NirArray r,
      NirArray vLeak,
      NirArray vThreshold,
      NirArray vReset,
      NirMetadata metadata)
      implements Elementwise {
    /**
     * @throws FormatException if the shapes differ
     */
    public LIF {
      NirChecks.sameShape(
          "tau", tau, "r", r, "v_leak", vLeak, "v_threshold", vThreshold, "v_reset", vReset);
    }

    @Override
    public List<Integer> shape() {
      return r.shape();
    }
  }

  /**
   * Leaky integrator behind a current: tau_syn dI/dt = -I + w_in S, tau_mem dv/dt = v_leak - v + r
   * I, time constants in s.
   */
  record CubaLI(
      NirArray tauSyn,
      NirArray tauMem,
      NirArray r,
      NirArray vLeak,
      NirArray wIn,
      NirMetadata metadata)
      implements Elementwise {
    /**
     * @throws FormatException if the shapes differ
     */
    public CubaLI {
      NirChecks.sameShape(
          "tau_syn", tauSyn, "tau_mem", tauMem, "r", r, "v_leak", vLeak, "w_in", wIn);
    }

    @Override
    public List<Integer> shape() {
      return r.shape();
    }
  }

  /**
   * Leaky integrate and fire behind a current: tau_syn dI/dt = -I + w_in S, tau_mem dv/dt = v_leak
   * - v + r I, time constants in s.
   */
  record CubaLIF(
      NirArray tauSyn,
      NirArray tauMem,
      NirArray r,
      NirArray vLeak,
      NirArray vThreshold,
      NirArray vReset,
      NirArray wIn,
      NirMetadata metadata)
      implements Elementwise {
    /**
     * @throws FormatException if the shapes differ
     */
    public CubaLIF {
      NirChecks.sameShape("tau_syn", tauSyn, "tau_mem", tauMem, "r", r, "v_leak", vLeak);
      NirChecks.sameShape("r", r, "v_threshold", vThreshold, "v_reset", vReset, "w_in", wIn);
    }

    @Override
    public List<Integer> shape() {
      return r.shape();
    }
  }

  /** z = 1 in a time-step with S &gt; threshold; no memory. */
  record Threshold(NirArray threshold, NirMetadata metadata) implements Elementwise {
    @Override
    public List<Integer> shape() {
      return threshold.shape();
    }
  }
}
