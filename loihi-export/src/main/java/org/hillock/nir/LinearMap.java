package org.hillock.nir;

import java.util.List;
import java.util.Objects;
import org.hillock.hdf5.Shapes;
import org.hillock.nir.NirNode.Pair;
import org.jspecify.annotations.Nullable;

/**
 * A node that is a linear map with a bias and a delay, element by element of what leaves it. Only
 * what is not 0 is listed. Elements are counted over all dimensions, the last one fastest.
 */
interface LinearMap {

  /** Takes the inputs of one output. */
  interface Row {
    /** An input, and what it is multiplied by. */
    void add(int input, double weight);
  }

  /** Number of elements of the output. */
  int outputs();

  /** Lists the inputs of one output. */
  void row(int output, Row into);

  /** What is added to an output. */
  default double bias(int output) {
    return 0;
  }

  /** How much later an output comes [s]. */
  default double delay(int output) {
    return 0;
  }

  /**
   * The map of a node; null if the node is none.
   *
   * @param in shape of what enters
   * @param out shape of what leaves
   */
  static @Nullable LinearMap of(NirNode node, List<Integer> in, List<Integer> out) {
    if (node instanceof NirNode.Linear linear) {
      return new Matrix(linear.weight(), null);
    } else if (node instanceof NirNode.Affine affine) {
      return new Matrix(affine.weight(), affine.bias());
    } else if (node instanceof NirNode.Scale scale) {
      return new Each(scale.scale().size(), scale.scale(), null);
    } else if (node instanceof NirNode.Delay delay) {
      return new Each(delay.delay().size(), null, delay.delay());
    } else if (node instanceof NirNode.Flatten) {
      return new Each(Shapes.elements(in), null, null);
    } else if (node instanceof NirNode.Conv2d conv) {
      return Windows.of(conv, in, out);
    } else if (node instanceof NirNode.Conv1d conv) {
      return Windows.of(conv, in, out);
    } else if (node instanceof NirNode.SumPool2d pool) {
      return Windows.pool(pool.kernelSize(), pool.stride(), pool.padding(), 1, in, out);
    } else if (node instanceof NirNode.AvgPool2d pool) {
      Pair kernel = pool.kernelSize();
      double part = 1.0 / (kernel.height() * kernel.width());
      return Windows.pool(kernel, pool.stride(), pool.padding(), part, in, out);
    }
    return null;
  }

  /** A matrix, with a bias or without. */
  record Matrix(NirArray weight, @Nullable NirArray offset) implements LinearMap {
    @Override
    public int outputs() {
      return weight.size(0);
    }

    @Override
    public void row(int output, Row into) {
      int columns = weight.size(1);
      for (int i = 0; i < columns; i++) {
        double value = weight.get(output * columns + i);
        if (value != 0) {
          into.add(i, value);
        }
      }
    }

    @Override
    public double bias(int output) {
      return offset == null ? 0 : offset.get(output);
    }
  }

  /** Each element by itself, scaled or delayed. */
  record Each(int outputs, @Nullable NirArray scale, @Nullable NirArray time) implements LinearMap {
    @Override
    public void row(int output, Row into) {
      double factor = scale == null ? 1 : scale.get(output);
      if (factor != 0) {
        into.add(output, factor);
      }
    }

    @Override
    public double delay(int output) {
      return time == null ? 0 : time.get(output);
    }
  }

  /**
   * A kernel that moves over an image of shape (channel, height, width):
   *
   * <pre>
   *   out[o, y, x] = bias[o] + Σ_c,i,j weight[o, c, i, j] in[c', y s - p + i d, x s - p + j d]
   * </pre>
   *
   * <p>where c' runs over the channels of o's group, and beyond the image there are zeros.
   *
   * @param groups how many groups the channels fall into
   * @param weight of shape (out, in / groups, height, width); null if all are {@code uniform}
   * @param padTop zeros above
   * @param padLeft zeros to the left
   */
  record Windows(
      List<Integer> in,
      List<Integer> out,
      int groups,
      Pair kernel,
      @Nullable NirArray weight,
      double uniform,
      @Nullable NirArray offset,
      Pair stride,
      Pair dilation,
      int padTop,
      int padLeft)
      implements LinearMap {

    static Windows of(NirNode.Conv2d conv, List<Integer> in, List<Integer> out) {
      Pair kernel = new Pair(conv.weight().size(2), conv.weight().size(3));
      boolean same = conv.padding().same();
      Pair dilation = conv.dilation();
      return new Windows(
          in,
          out,
          conv.groups(),
          kernel,
          conv.weight(),
          0,
          conv.bias(),
          conv.stride(),
          dilation,
          same ? dilation.height() * (kernel.height() - 1) / 2 : conv.padding().height(),
          same ? dilation.width() * (kernel.width() - 1) / 2 : conv.padding().width());
    }

    /** A line is an image of height 1. */
    static Windows of(NirNode.Conv1d conv, List<Integer> in, List<Integer> out) {
      int length = conv.weight().size(2);
      boolean same = conv.padding() == NirNode.Conv1d.SAME;
      return new Windows(
          List.of(in.get(0), 1, in.get(1)),
          List.of(out.get(0), 1, out.get(1)),
          conv.groups(),
          new Pair(1, length),
          conv.weight(),
          0,
          conv.bias(),
          new Pair(1, conv.stride()),
          new Pair(1, conv.dilation()),
          0,
          same ? conv.dilation() * (length - 1) / 2 : conv.padding());
    }

    /** Pooling keeps channels apart: as many groups as channels. */
    static Windows pool(
        Pair kernel,
        Pair stride,
        Pair padding,
        double uniform,
        List<Integer> in,
        List<Integer> out) {
      return new Windows(
          in,
          out,
          in.get(0),
          kernel,
          null,
          uniform,
          null,
          stride,
          new Pair(1, 1),
          padding.height(),
          padding.width());
    }

    @Override
    public int outputs() {
      return Shapes.elements(out);
    }

    @Override
    public void row(int output, Row into) {
      int area = out.get(1) * out.get(2);
      int channel = output / area;
      int y = output % area / out.get(2);
      int x = output % out.get(2);
      int height = in.get(1);
      int width = in.get(2);
      int perGroup = in.get(0) / groups;
      int firstChannel = channel / (out.get(0) / groups) * perGroup;
      for (int c = 0; c < perGroup; c++) {
        for (int i = 0; i < kernel.height(); i++) {
          int row = y * stride.height() - padTop + i * dilation.height();
          for (int j = 0; j < kernel.width(); j++) {
            int column = x * stride.width() - padLeft + j * dilation.width();
            if (row < 0 || row >= height || column < 0 || column >= width) {
              continue;
            }
            double value = weight(channel, perGroup, c, i, j);
            if (value != 0) {
              into.add(((firstChannel + c) * height + row) * width + column, value);
            }
          }
        }
      }
    }

    private double weight(int channel, int perGroup, int c, int i, int j) {
      return weight == null
          ? uniform
          : weight.get(((channel * perGroup + c) * kernel.height() + i) * kernel.width() + j);
    }

    @Override
    public double bias(int output) {
      return offset == null
          ? 0
          : Objects.requireNonNull(offset).get(output / (out.get(1) * out.get(2)));
    }
  }
}
