package org.hillock.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  /** Folders of this process: opening and closing their files would give back their locks. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private Leftovers() {}

  /** A folder that is being written; the lock that says so. */
  static final class Claim {
    private final Path file;
    private final @Nullable FileChannel channel;

    private Claim(Path file, @Nullable FileChannel channel) {
      this.file = file;
      this.channel = channel;
    }

    /** Before the folder gets its name, or is removed. */
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

  /** How the names of folders begin that are to become this one. */
  static String prefix(Path target) {
    return "." + target.getFileName() + ".partial-";
  }

  /** Where a folder stays that is being replaced, until the new one has its name. */
  static Path setAside(Path partial) {
    return partial.resolveSibling(partial.getFileName() + ASIDE);
  }

  /** Removes what killed processes left that were to write this folder. */
  static void remove(Path target) throws IOException {
    Path parent = target.toAbsolutePath().normalize().getParent();
    String prefix = prefix(target);
    List<Path> left;
    try (Stream<Path> entries = Files.list(parent)) {
      left =
          entries
              .filter(path -> String.valueOf(path.getFileName()).startsWith(prefix))
              .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
              .sorted()
              .toList();
    } catch (IOException e) {
      return; // a folder that may be written to but not read
    }
    for (Path folder : left) {
      if (String.valueOf(folder.getFileName()).endsWith(ASIDE)) {
        restore(folder, target);
      } else if (isAbandoned(folder)) {
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
