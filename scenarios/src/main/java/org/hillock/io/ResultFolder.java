package org.hillock.io;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of results that appears under its name only when it is whole: files are written into a
 * hidden folder beside it, which is renamed at the end. What is not kept is removed.
 */
public final class ResultFolder implements AutoCloseable {

  private static final String MANIFEST = "manifest.json";

  private final Path target;
  private final boolean overwrite;
  private final Path partial;
  private boolean kept;

  private ResultFolder(Path target, boolean overwrite, Path partial) {
    this.target = target;
    this.overwrite = overwrite;
    this.partial = partial;
  }

  /**
   * What speaks against writing results under this name, if anything: asked before a long run.
   *
   * @param target the folder to be
   * @param overwrite whether an older result may be replaced
   * @return a sentence, or an empty text
   */
  public static String obstacle(Path target, boolean overwrite) {
    if (target.toString().isBlank()) {
      return "--out is empty; give the folder a name";
    }
    if (Files.isRegularFile(target)) {
      return "'" + target + "' is a file; choose another folder with --out";
    }
    if (Files.exists(target)) {
      if (!overwrite) {
        return "the folder '" + target + "' exists; add --overwrite or choose another with --out";
      }
      if (!isResult(target)) {
        return "the folder '"
            + target
            + "' holds something else than results (it has no manifest.json) and is not"
            + " overwritten; choose another with --out";
      }
    }
    Path existing = target.toAbsolutePath().getParent();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing)) {
      return "'" + existing + "' is not a folder; choose another place with --out";
    }
    try {
      Files.delete(Files.createTempDirectory(existing, ".hillock-"));
      return "";
    } catch (IOException e) {
      return "the folder '" + existing + "' cannot be written to; choose another place with --out";
    }
  }

  /** Whether a folder holds results, or nothing at all. */
  private static boolean isResult(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return Files.exists(folder.resolve(MANIFEST)) || entries.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** Starts a folder. */
  public static ResultFolder create(Path target, boolean overwrite) throws IOException {
    Path parent = target.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path partial = Files.createTempDirectory(parent, "." + target.getFileName() + ".partial-");
    PosixFileAttributeView permissions =
        Files.getFileAttributeView(partial, PosixFileAttributeView.class);
    if (permissions != null) {
      permissions.setPermissions(PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return new ResultFolder(target, overwrite, partial);
  }

  /** A file of the folder while it is being written. */
  public Path file(String name) {
    return partial.resolve(name);
  }

  /** Where the folder will be. */
  public Path target() {
    return target;
  }

  /**
   * Gives the folder its name. If another run has taken the name meanwhile, nothing is lost: the
   * next free number is added to it.
   *
   * @return the name it got
   */
  public Path keep() throws IOException {
    Path old = null;
    if (overwrite && Files.exists(target)) {
      old = partial.resolveSibling(partial.getFileName() + ".old");
      Files.move(target, old);
    }
    Path name = free(target);
    try {
      Files.move(partial, name, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(partial, name);
    }
    kept = true;
    if (old != null) {
      delete(old);
    }
    return name;
  }

  /** The folder of this name, or the next free number after it. */
  public static Path free(Path wanted) {
    Path name = wanted;
    for (int i = 2; Files.exists(name); i++) {
      name = numbered(wanted, i);
    }
    return name;
  }

  private static Path numbered(Path name, int number) {
    return name.resolveSibling(name.getFileName() + "-" + number);
  }

  /** Removes what was written, unless it was kept. */
  @Override
  public void close() throws IOException {
    if (!kept) {
      delete(partial);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
