package org.hillock.io;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of results that appears under its name only when it is whole: files are written into a
 * hidden folder beside it, which is renamed at the end. What is not kept is removed; what a process
 * left that was killed, the next one removes ({@link Leftovers}), unless it can be gone on with
 * ({@link SavedFolder}).
 *
 * <p>A folder that is there is replaced only if Hillock wrote all that is in it ({@link OwnFiles}),
 * and never through a link.
 */
public final class ResultFolder implements AutoCloseable {

  private final Path target;
  private final boolean overwrite;
  private final Path partial;
  private final Leftovers.Claim claim;

  /** Where a folder stood that is gone on with; null for a new one, or one that had no name yet. */
  private final @Nullable Path origin;

  private volatile boolean kept;

  private ResultFolder(
      Path target, boolean overwrite, Path partial, Leftovers.Claim claim, @Nullable Path origin) {
    this.target = target;
    this.overwrite = overwrite;
    this.partial = partial;
    this.claim = claim;
    this.origin = origin;
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
    Path absolute = target.toAbsolutePath().normalize();
    if (Path.of("").toAbsolutePath().startsWith(absolute)) {
      return "'" + target + "' is the present folder or one above it; choose another with --out";
    }
    String inTheWay = inTheWay(target, overwrite);
    if (!inTheWay.isEmpty()) {
      return inTheWay;
    }
    Path existing = absolute.getParent();
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

  /** What of this name must not be replaced; an empty text if nothing is. */
  private static String inTheWay(Path target, boolean overwrite) {
    if (!exists(target)) {
      return "";
    }
    if (Files.isSymbolicLink(target)) {
      return "'" + target + "' is a link; name the folder that it leads to, or another with --out";
    }
    if (!Files.isDirectory(target)) {
      return "'" + target + "' is not a folder; choose another with --out";
    }
    if (!overwrite) {
      return "the folder '" + target + "' exists; add --overwrite or choose another with --out";
    }
    if (Leftovers.isBeingWritten(target)) {
      return "the folder '" + target + "' is being gone on with; choose another with --out";
    }
    return OwnFiles.obstacle(target)
        .map(
            what ->
                "the folder '"
                    + target
                    + "' "
                    + what
                    + ", and is not overwritten; choose another with --out")
        .orElse("");
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether a folder holds results, an export or an import of ours, or nothing at all. */
  static boolean isResult(Path folder) {
    return OwnFiles.obstacle(folder).isEmpty();
  }

  /** Starts a folder. */
  public static ResultFolder create(Path target, boolean overwrite) throws IOException {
    Path parent = target.toAbsolutePath().normalize().getParent();
    Files.createDirectories(parent);
    Leftovers.remove(target);
    Path partial = Files.createTempDirectory(parent, Leftovers.prefix(target));
    letAllRead(partial);
    return new ResultFolder(target, overwrite, partial, Leftovers.claim(partial), null);
  }

  /**
   * Goes on with a folder that holds a checkpoint: under a hidden name, until it is whole again. It
   * never replaces what has its name by then.
   */
  public static ResultFolder goOn(ClaimedFolder claimed) throws IOException {
    SavedFolder saved = claimed.saved();
    Path folder = saved.folder();
    if (saved.hidden()) {
      return new ResultFolder(saved.target(), false, folder, claimed.claim(), null);
    }
    Path partial = Leftovers.freeName(saved.target());
    claimed.claim().move(folder, partial);
    return new ResultFolder(folder, false, partial, claimed.claim(), folder);
  }

  private static void letAllRead(Path partial) throws IOException {
    PosixFileAttributeView permissions =
        Files.getFileAttributeView(partial, PosixFileAttributeView.class);
    if (permissions != null) {
      permissions.setPermissions(PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** A file of the folder while it is being written. */
  public Path file(String name) {
    Path file = partial.resolve(name).normalize();
    if (!file.startsWith(partial)) {
      throw new IllegalArgumentException("'" + name + "' leads out of the folder of results");
    }
    return file;
  }

  /**
   * Removes the files that are written anew when a run goes on.
   *
   * @param but names of those that are gone on with
   */
  public void removeFiles(Set<String> but) throws IOException {
    try (Stream<Path> entries = Files.list(partial)) {
      for (Path path : entries.toList()) {
        String name = String.valueOf(path.getFileName());
        if (Files.isRegularFile(path) && !but.contains(name) && !Leftovers.isMark(path)) {
          Files.delete(path);
        }
      }
    }
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
    return keep(overwrite);
  }

  /** The same, but never in place of what is there: a whole result is not replaced by a part. */
  public Path keepBeside() throws IOException {
    return keep(false);
  }

  private Path keep(boolean replace) throws IOException {
    Path old = null;
    // Looked at again: a run may take hours, in which somebody else may have used the name.
    if (replace && exists(target) && inTheWay(target, true).isEmpty()) {
      old = Leftovers.setAside(partial);
      Files.move(target, old);
    }
    Path name;
    try {
      claim.release();
      name = moveToFreeName();
    } catch (IOException e) {
      if (old != null) {
        Files.move(old, target);
      }
      throw e;
    }
    kept = true;
    if (old != null) {
      delete(old);
    }
    return name;
  }

  private Path moveToFreeName() throws IOException {
    while (true) {
      Path name = free(target);
      try {
        return Files.move(partial, name, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        return Files.move(partial, name);
      } catch (FileSystemException e) {
        if (!exists(name)) {
          throw e;
        }
        // Another run has taken this name between the look and the move: take the next.
      }
    }
  }

  /** From now on, what was written is removed if the process is interrupted. */
  public void removeOnInterruption() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    close();
                  } catch (IOException e) {
                    System.err.println("left behind: " + partial);
                  }
                }));
  }

  /** The folder of this name, or the next free number after it. */
  public static Path free(Path wanted) {
    Path name = wanted;
    for (int i = 2; exists(name); i++) {
      name = numbered(wanted, i);
    }
    return name;
  }

  private static Path numbered(Path name, int number) {
    return name.resolveSibling(name.getFileName() + "-" + number);
  }

  /**
   * Removes what was written, unless it was kept, or holds a checkpoint from which it can be gone
   * on with.
   */
  @Override
  public void close() throws IOException {
    if (kept) {
      return;
    }
    claim.release();
    if (!SavedFolder.canGoOn(partial)) {
      delete(partial);
    } else if (origin != null && Files.exists(partial.resolve(OwnFiles.MANIFEST))) {
      // Else not all of its files are there any more: it stays what a run has left.
      Files.move(partial, free(origin));
    }
  }

  /** Removes a folder with all that is in it; what links in it lead to stays. */
  public static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    } catch (NoSuchFileException e) {
      return;
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
