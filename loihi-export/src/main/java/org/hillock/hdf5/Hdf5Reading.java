package org.hillock.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.object.datatype.EnumDataType;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Turns what a file holds into a tree. Sizes are the file's own word, so each is held against the
 * length of the file before anything of that size is made. Not thread-safe; for one file.
 */
final class Hdf5Reading {

  /** No compression of this format makes more of a byte: deflate gives 1032. */
  private static final long EXPANSION = 1032;

  /** What may be asked for beyond that: headers and small parts. */
  private static final long SMALL = 1 << 16;

  /** Groups within groups, and items altogether; beyond that parts contain each other. */
  private static final int DEEPEST = 64;

  private final long length;
  private long items;
  private long left;

  /**
   * @param length of the file in bytes
   */
  Hdf5Reading(long length) {
    this.length = length;
    this.left = SMALL + EXPANSION * length;
  }

  Hdf5Group group(Group group) {
    return group(group, 0);
  }

  private Hdf5Group group(Group group, int depth) {
    if (depth > DEEPEST) {
      throw new Hdf5Exception(group.getPath() + " is a group within too many groups");
    }
    Hdf5Group result = new Hdf5Group();
    for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
      // A name in a group takes some bytes of the file, unless a group is in itself.
      if (++items > length) {
        throw new Hdf5Exception(group.getPath() + " has more items than the file has bytes");
      }
      if (child.getValue() instanceof Group inner) {
        result.put(child.getKey(), group(inner, depth + 1));
      } else if (child.getValue() instanceof Dataset dataset) {
        result.put(child.getKey(), item(dataset));
      }
    }
    return result;
  }

  private Hdf5Item item(Dataset dataset) {
    long[] dimensions = dataset.getDimensionsAsLong();
    if (dataset.isEmpty() || Arrays.stream(dimensions).anyMatch(size -> size == 0)) {
      return new Hdf5Numbers(Hdf5Numbers.Kind.FLOAT64, List.of(0), new double[0]);
    }
    checkSize(dataset, dimensions);
    List<Integer> shape = Arrays.stream(dimensions).mapToObj(size -> (int) size).toList();
    Object data = dataset.isScalar() ? dataset.getData() : dataset.getDataFlat();
    if (data instanceof String text) {
      return dataset.getDataType() instanceof EnumDataType
          ? truth(dataset, shape, text)
          : Hdf5Text.scalar(text);
    }
    if (data instanceof String[] texts) {
      return dataset.getDataType() instanceof EnumDataType
          ? truth(dataset, shape, texts)
          : new Hdf5Text(shape, List.of(texts));
    }
    Hdf5Numbers.Kind kind =
        data instanceof Float || data instanceof float[]
            ? Hdf5Numbers.Kind.FLOAT32
            : data instanceof Double || data instanceof double[]
                ? Hdf5Numbers.Kind.FLOAT64
                : Hdf5Numbers.Kind.INT64;
    if (data instanceof Number number) {
      return new Hdf5Numbers(kind, shape, new double[] {number.doubleValue()});
    }
    if (data == null || !data.getClass().isArray()) {
      throw new Hdf5Exception(dataset.getPath() + " holds neither numbers nor text");
    }
    return new Hdf5Numbers(kind, shape, numbers(dataset, data));
  }

  private void checkSize(Dataset dataset, long[] dimensions) {
    long width = Math.max(1, dataset.getDataType().getSize());
    if (dataset instanceof ChunkedDataset chunks) {
      long expansion = dataset.getFilters().isEmpty() ? 1 : EXPANSION;
      int[] chunk = chunks.getChunkDimensions();
      take(dataset, dimensions, width, expansion);
      take(dataset, Arrays.stream(chunk).asLongStream().toArray(), width, expansion);
    } else {
      take(dataset, dimensions, width, 1);
    }
  }

  /** Takes what an array needs from what is left of all that a file can hold. */
  private void take(Dataset dataset, long[] dimensions, long width, long expansion) {
    double bytes = width;
    for (long size : dimensions) {
      bytes *= size;
    }
    double most = SMALL + (double) expansion * length;
    if (!(bytes >= 0 && bytes <= Math.min(most, left)) || bytes / width > Hdf5File.MOST_ELEMENTS) {
      throw new Hdf5Exception(
          dataset.getPath()
              + " is said to have the shape "
              + Arrays.toString(dimensions)
              + ", which does not fit into a file of "
              + length
              + " bytes; write the file again");
    }
    left -= (long) bytes;
  }

  /** How h5py writes bool: an enumeration of FALSE and TRUE. */
  private static Hdf5Numbers truth(Dataset dataset, List<Integer> shape, String... texts) {
    double[] values = new double[texts.length];
    for (int i = 0; i < values.length; i++) {
      boolean yes = texts[i].equals("TRUE");
      if (!yes && !texts[i].equals("FALSE")) {
        throw new Hdf5Exception(dataset.getPath() + " holds neither numbers nor text");
      }
      values[i] = yes ? 1 : 0;
    }
    return new Hdf5Numbers(Hdf5Numbers.Kind.INT64, shape, values);
  }

  private static double[] numbers(Dataset dataset, Object data) {
    if (data instanceof double[] doubles) {
      return doubles;
    }
    double[] values = new double[Array.getLength(data)];
    for (int i = 0; i < values.length; i++) {
      if (!(Array.get(data, i) instanceof Number number)) {
        throw new Hdf5Exception(dataset.getPath() + " holds neither numbers nor text");
      }
      values[i] = number.doubleValue();
    }
    return values;
  }
}
