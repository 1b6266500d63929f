package org.hillock.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is left of folders whose process was killed before they were whole.
 *
 * <p>While a process writes a folder it holds a lock on a file in it. The system gives the lock
 * back when the process is gone, however it ended and wherever its number is used again; so a
 * folder whose lock can be had is nobody's any more. A folder without such a file is left alone.
 */
final class Leftovers {

  private static final String MARK = ".running";
  private static final String UNMARKED = ".starting";
  private static final String ASIDE = ".old";
  private static final String PARTIAL = ".partial-";

  /** Folders of this process: opening and closing their files would give back their locks. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private Leftovers() {}

  /** A folder that is being written; the lock that says so. */
  static final class Claim {
    private Path file;
    private @Nullable FileChannel channel;

    private Claim(Path file, @Nullable FileChannel channel) {
      this.file = file;
      this.channel = channel;
    }

    /** Renames the folder, which stays claimed. */
    void move(Path from, Path to) throws IOException {
      Path moved = to.resolve(MARK);
      if (channel == null || !channel.isOpen()) {
        Files.move(from, to);
        return;
      }
      OWN.add(moved);
      try {
        Files.move(from, to);
      } catch (AccessDeniedException e) {
        // Windows renames no folder in which a file is open.
        release();
        Files.move(from, to);
        channel = claim(to).channel;
      }
      OWN.remove(file);
      file = moved;
    }

    /** Before the folder gets its name, or is removed; a second time it does nothing. */
    void release() throws IOException {
      if (channel != null && channel.isOpen()) {
        OWN.remove(file);
        // First the file, then the lock: at no time is there one that nobody holds.
        Files.deleteIfExists(file);
        channel.close();
      }
    }
  }

  /** Says that a folder is being written by this process. */
  static Claim claim(Path partial) throws IOException {
    Path file = partial.resolve(MARK);
    Path unmarked = partial.resolve(UNMARKED);
    FileChannel channel =
        FileChannel.open(unmarked, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        // It gets its name with the lock: at no time can another process take it for abandoned.
        OWN.add(file);
        Files.move(unmarked, file);
        return new Claim(file, channel);
      }
    } catch (IOException e) {
      // This file system has no locks: the folder stays unmarked, so that nobody removes it.
      OWN.remove(file);
    }
    channel.close();
    Files.deleteIfExists(unmarked);
    return new Claim(file, null);
  }

  /**
   * Says that a folder that is there is being written by this process from now on.
   *
   * @return null if another process writes it
   */
  static @Nullable Claim takeOver(Path folder) throws IOException {
    Path file = folder.resolve(MARK);
    Files.deleteIfExists(folder.resolve(UNMARKED));
    // Opening and closing a file of this process would give back its lock.
    if (!OWN.add(file)) {
      return null;
    }
    Claim claim = null;
    try {
      claim = lock(file);
      return claim;
    } finally {
      if (claim == null || claim.channel == null) {
        OWN.remove(file);
      }
    }
  }

  /** Locks a file that may be there already; null if another process has locked it. */
  private static @Nullable Claim lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      // Who held it before removes it and then gives back the lock: that file is nobody's sign.
      if (channel.tryLock() != null && Files.exists(file)) {
        return new Claim(file, channel);
      }
    } catch (IOException e) {
      // This file system has no locks: the folder stays unmarked.
      channel.close();
      Files.deleteIfExists(file);
      return new Claim(file, null);
    }
    channel.close();
    return null;
  }

  /** Whether this is the file that says that a folder is being written. */
  static boolean isMark(Path file) {
    return String.valueOf(file.getFileName()).equals(MARK);
  }

  /** Whether a process writes a folder now. */
  static boolean isBeingWritten(Path partial) {
    return Files.exists(partial.resolve(MARK)) && !isAbandoned(partial);
  }

  /** What is left of folders that were to become this one, in order of their names. */
  static List<Path> of(Path target) {
    Path parent = target.toAbsolutePath().normalize().getParent();
    String prefix = prefix(target);
    try (Stream<Path> entries = Files.list(parent)) {
      return entries
          .filter(path -> String.valueOf(path.getFileName()).startsWith(prefix))
          .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of(); // a folder that may be written to but not read, or is not there
    }
  }

  /** A name for a folder that is to become this one, which nobody has. */
  static Path freeName(Path target) {
    Path parent = target.toAbsolutePath().normalize().getParent();
    Path name;
    do {
      long number = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
      name = parent.resolve(prefix(target) + number);
    } while (Files.exists(name, LinkOption.NOFOLLOW_LINKS));
    return name;
  }

  /** The folder that one with such a name was to become; null if it is no such name. */
  static @Nullable Path target(Path partial) {
    String name = String.valueOf(partial.getFileName());
    int end = name.lastIndexOf(PARTIAL);
    return name.startsWith(".") && end > 1 && !name.endsWith(ASIDE)
        ? partial.resolveSibling(name.substring(1, end))
        : null;
  }

  /** How the names of folders begin that are to become this one. */
  static String prefix(Path target) {
    return "." + target.getFileName() + PARTIAL;
  }

  /** Where a folder stays that is being replaced, until the new one has its name. */
  static Path setAside(Path partial) {
    return partial.resolveSibling(partial.getFileName() + ASIDE);
  }

  /**
   * Removes what killed processes left that were to write this folder, but not what can be gone on
   * with.
   */
  static void remove(Path target) throws IOException {
    for (Path folder : of(target)) {
      if (String.valueOf(folder.getFileName()).endsWith(ASIDE)) {
        restore(folder, target);
      } else if (!SavedFolder.canGoOn(folder) && isAbandoned(folder)) {
        ResultFolder.delete(folder);
      }
    }
  }

  /** An older result that was set aside comes back, or goes once there is a newer one. */
  private static void restore(Path aside, Path target) throws IOException {
    String name = String.valueOf(aside.getFileName());
    Path partial = aside.resolveSibling(name.substring(0, name.length() - ASIDE.length()));
    if (Files.exists(partial) || !ResultFolder.isResult(aside)) {
      return;
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      ResultFolder.delete(aside);
    } else {
      Files.move(aside, target);
    }
  }

  private static boolean isAbandoned(Path partial) {
    Path file = partial.resolve(MARK);
    if (OWN.contains(file) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (IOException e) {
      return false;
    }
  }
}
