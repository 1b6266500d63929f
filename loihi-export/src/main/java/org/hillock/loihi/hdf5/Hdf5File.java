package org.hillock.loihi.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads a whole HDF5 file into a tree, and writes one. */
public final class Hdf5File {

  /** The library writes a dataset in one piece of at most 2 GiB. */
  public static final int MOST_ELEMENTS = 1 << 27;

  static {
    // The library logs through a facade, which would complain on standard error that nobody
    // listens.
    String verbosity = "slf4j.internal.verbosity";
    if (System.getProperty(verbosity) == null) {
      System.setProperty(verbosity, "ERROR");
    }
  }

  private Hdf5File() {}

  /**
   * Reads a file.
   *
   * @throws NoSuchFileException if there is none
   * @throws IOException if it cannot be read
   * @throws Hdf5Exception if it is not HDF5, is damaged, or holds other things than numbers and
   *     text
   */
  public static Hdf5Group read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isRegularFile(file)) {
      throw new Hdf5Exception(file + " is not a file");
    }
    if (!Files.isReadable(file)) {
      throw new IOException("no permission to read '" + file + "'");
    }
    try (HdfFile hdf = new HdfFile(file)) {
      return group(hdf);
    } catch (Hdf5Exception e) {
      throw new Hdf5Exception(file + ": " + e.getMessage());
    } catch (RuntimeException e) {
      // Whatever the library stumbles over in foreign bytes says the same to the user.
      throw new Hdf5Exception(
          file + " is not an HDF5 file, or is damaged: " + e.getMessage() + "; write it again");
    }
  }

  private static Hdf5Group group(Group group) {
    Hdf5Group result = new Hdf5Group();
    for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
      if (child.getValue() instanceof Group inner) {
        result.put(child.getKey(), group(inner));
      } else if (child.getValue() instanceof Dataset dataset) {
        result.put(child.getKey(), item(dataset));
      }
    }
    return result;
  }

  private static Hdf5Item item(Dataset dataset) {
    List<Integer> shape = Arrays.stream(dataset.getDimensions()).boxed().toList();
    if (dataset.isEmpty() || dataset.getSize() == 0) {
      return new Hdf5Numbers(Hdf5Numbers.Kind.FLOAT64, List.of(0), new double[0]);
    }
    Object data = dataset.isScalar() ? dataset.getData() : dataset.getDataFlat();
    if (data instanceof String text) {
      return Hdf5Text.scalar(text);
    }
    if (data instanceof String[] texts) {
      return new Hdf5Text(shape, List.of(texts));
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

  /**
   * Writes a file, in the place of an older one if there is one. It appears when it is whole.
   *
   * @throws IOException if it cannot be written
   * @throws Hdf5Exception if a dataset is empty or larger than {@link #MOST_ELEMENTS}
   */
  public static void write(Hdf5Group root, Path file) throws IOException {
    check(root, "");
    long pid = ProcessHandle.current().pid();
    Path partial = file.resolveSibling("." + file.getFileName() + "." + pid + ".part");
    // Asked here, where the answer is an IOException: the library throws its own.
    Files.write(partial, new byte[0]);
    try {
      try (WritableHdfFile hdf = HdfFile.write(partial)) {
        fill(hdf, root);
      }
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static void check(Hdf5Group group, String path) {
    for (Map.Entry<String, Hdf5Item> entry : group.items().entrySet()) {
      String name = path + "/" + entry.getKey();
      int elements = 1;
      if (entry.getValue() instanceof Hdf5Group inner) {
        check(inner, name);
      } else if (entry.getValue() instanceof Hdf5Numbers numbers) {
        elements = numbers.size();
      } else if (entry.getValue() instanceof Hdf5Text text) {
        elements = text.values().size();
      }
      if (elements == 0 || elements > MOST_ELEMENTS) {
        throw new Hdf5Exception(
            name
                + " has "
                + elements
                + " elements; from 1 to "
                + MOST_ELEMENTS
                + " can be written");
      }
    }
  }

  private static void fill(WritableGroup group, Hdf5Group content) {
    content
        .items()
        .forEach(
            (name, item) -> {
              if (item instanceof Hdf5Group inner) {
                fill(group.putGroup(name), inner);
              } else if (item instanceof Hdf5Text text) {
                group.putDataset(name, nested(text));
              } else if (item instanceof Hdf5Numbers numbers) {
                group.putDataset(name, nested(numbers));
              }
            });
  }

  private static Object nested(Hdf5Text text) {
    if (text.shape().isEmpty()) {
      return text.values().get(0);
    }
    return nested(String.class, text.shape(), 0, text.values()::get);
  }

  private static Object nested(Hdf5Numbers numbers) {
    return switch (numbers.kind()) {
      case INT32 -> nested(int.class, numbers.shape(), 0, i -> (int) numbers.get(i));
      case INT64 -> nested(long.class, numbers.shape(), 0, i -> (long) numbers.get(i));
      case FLOAT32 -> nested(float.class, numbers.shape(), 0, i -> (float) numbers.get(i));
      case FLOAT64 -> nested(double.class, numbers.shape(), 0, numbers::get);
    };
  }

  /** One element by its index. */
  private interface Elements {
    Object at(int index);
  }

  /** The arrays of arrays that the library takes, from element {@code first} on. */
  private static Object nested(Class<?> type, List<Integer> shape, int first, Elements elements) {
    if (shape.isEmpty()) {
      return elements.at(first);
    }
    int size = shape.get(0);
    if (shape.size() == 1) {
      Object row = Array.newInstance(type, size);
      for (int i = 0; i < size; i++) {
        Array.set(row, i, elements.at(first + i));
      }
      return row;
    }
    List<Integer> inner = shape.subList(1, shape.size());
    int stride = Shapes.elements(inner);
    Object rows = Array.newInstance(type, shape.stream().mapToInt(Integer::intValue).toArray());
    for (int i = 0; i < size; i++) {
      Array.set(rows, i, nested(type, inner, first + i * stride, elements));
    }
    return rows;
  }
}
