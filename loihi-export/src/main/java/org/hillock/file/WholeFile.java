package org.hillock.file;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a file that a user named.
 *
 * <p>A regular file is written aside and takes its name when it is whole, so that an interruption
 * leaves the old one as it was. That must not be done to anything else: renaming over {@code
 * /dev/null} would put a plain file in the place of the device. So a link is followed to the file
 * that it leads to, and a device or a pipe is opened and written to.
 */
public final class WholeFile {

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; closing is up to the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Other names of the streams that the process has. */
  private static final Map<String, FileDescriptor> STREAMS =
      Map.of(
          "/dev/stdout", FileDescriptor.out,
          "/dev/fd/1", FileDescriptor.out,
          "/proc/self/fd/1", FileDescriptor.out,
          "/dev/stderr", FileDescriptor.err,
          "/dev/fd/2", FileDescriptor.err,
          "/proc/self/fd/2", FileDescriptor.err);

  private WholeFile() {}

  /**
   * What speaks against writing to a path, if anything: asked before long work. Makes nothing.
   *
   * @return a sentence without the name of the option
   */
  public static Optional<String> obstacle(Path file) {
    if (file.toString().isBlank() || file.getFileName() == null) {
      return Optional.of("is no name of a file: expected one");
    }
    if (Files.isDirectory(file)) {
      return Optional.of("is a folder: expected the name of a file");
    }
    if (isSpecial(file)) {
      return Files.isWritable(file)
          ? Optional.empty()
          : Optional.of("is a device or pipe that cannot be written to; name another");
    }
    return folderObstacle(file);
  }

  /** The same for a name to which endings are added, so that it is not a file itself. */
  public static Optional<String> baseObstacle(Path base) {
    if (base.toString().isBlank() || base.getFileName() == null) {
      return Optional.of("is no name of a file: expected one");
    }
    if (isSpecial(base)) {
      return Optional.of(
          "is a device or pipe: expected the beginning of the names of files, to which endings are"
              + " added");
    }
    return folderObstacle(base);
  }

  private static Optional<String> folderObstacle(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path existing = folder;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing)) {
      return Optional.of("'" + existing + "' is not a folder; name another place");
    }
    // Only trying tells: the administrator may write everywhere, but not make a folder in /proc.
    try {
      Files.delete(Files.createTempDirectory(existing, ".hillock-"));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "the folder '"
              + folder
              + (existing.equals(folder) ? "' cannot be written" : "' cannot be made")
              + "; name another");
    }
  }

  /** Whether there is something of this name that is neither a regular file nor a folder. */
  public static boolean isSpecial(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  /**
   * Writes a file; its folder is made if need be.
   *
   * @param file as the user named it
   */
  public static void write(Path file, Content content) throws IOException {
    try {
      writeAll(file, content);
    } catch (FileSystemException e) {
      throw e; // names the file
    } catch (IOException e) {
      String why = e.getMessage() == null ? "" : ": " + e.getMessage();
      throw new IOException("the file '" + file + "' could not be written" + why, e);
    }
  }

  private static void writeAll(Path file, Content content) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder; expected the name of a file");
    }
    FileDescriptor own = STREAMS.get(file.toAbsolutePath().normalize().toString());
    if (own != null) {
      // Not by its name: what the shell has made of it may be a file with a place to write at.
      OutputStream out = new FileOutputStream(own);
      content.writeTo(out);
      out.flush();
      return;
    }
    if (isSpecial(file) || isDanglingLink(file)) {
      try (OutputStream out = Files.newOutputStream(file, options(file))) {
        content.writeTo(out);
      }
      return;
    }
    Path whole = Files.isSymbolicLink(file) ? file.toRealPath() : file;
    Path folder = whole.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // Not createTempFile: the result would be readable by its owner only.
    long pid = ProcessHandle.current().pid();
    Path partial = folder.resolve("." + whole.getFileName() + "." + pid + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(partial)) {
        content.writeTo(out);
      }
      try {
        Files.move(partial, whole, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(partial, whole, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static StandardOpenOption[] options(Path file) {
    return isSpecial(file)
        ? new StandardOpenOption[] {StandardOpenOption.WRITE}
        : new StandardOpenOption[] {StandardOpenOption.WRITE, StandardOpenOption.CREATE};
  }

  private static boolean isDanglingLink(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.exists(file);
  }
}
