package org.hillock.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /** A file larger than this is no model. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - 16;

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
    if (Files.size(file) > MOST_BYTES) {
      throw new Hdf5Exception(
          file
              + " has "
              + Files.size(file)
              + " bytes; expected at most "
              + MOST_BYTES
              + ", since a model is read as a whole");
    }
    // In memory nothing that a file says of itself can ask for more than its bytes.
    try (HdfFile hdf = HdfFile.fromBytes(Files.readAllBytes(file))) {
      return new Hdf5Reading(Files.size(file)).group(hdf);
    } catch (StackOverflowError e) {
      throw new Hdf5Exception(file + " is damaged: its parts contain each other; write it again");
    } catch (Hdf5Exception e) {
      throw new Hdf5Exception(file + ": " + e.getMessage());
    } catch (RuntimeException e) {
      // Whatever the library stumbles over in foreign bytes says the same to the user.
      throw new Hdf5Exception(file + " is not an HDF5 file, or is damaged; write it again");
    }
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
