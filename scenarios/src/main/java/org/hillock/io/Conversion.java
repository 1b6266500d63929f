package org.hillock.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Files that are written once a run has ended, out of what it has written.
 *
 * @param files their names
 * @param writing writes all of them
 */
public record Conversion(List<String> files, Writing writing) {

  /** Writes files. */
  @FunctionalInterface
  public interface Writing {
    /**
     * Writes them.
     *
     * @param folder gives a file of this name
     */
    void write(Function<String, Path> folder) throws IOException;
  }

  /** Writes one file. */
  @FunctionalInterface
  interface OfFile {
    void write(Path file) throws IOException;
  }

  /** Copies the list. */
  public Conversion {
    files = List.copyOf(files);
  }

  /** One file. */
  static Conversion of(String name, OfFile writing) {
    return new Conversion(List.of(name), folder -> writing.write(folder.apply(name)));
  }
}
