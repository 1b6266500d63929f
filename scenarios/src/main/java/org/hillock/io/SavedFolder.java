package org.hillock.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hillock.text.MistakeException;

/**
 * A folder of results with a checkpoint in it, from which its run can be gone on with: one that was
 * stopped, or has ended, or that a killed process left under its hidden name.
 *
 * @param folder where it is
 * @param target what it is called, or was to be called when whole
 */
public record SavedFolder(Path folder, Path target) {

  /** Where in a folder all lies that is needed to go on, and nothing else. */
  public static final String CHECKPOINT = "checkpoint";

  private static final String STATE = "state";

  private static final Pattern SPOOL = Pattern.compile("(traces|weights|rates)-\\d+\\.spool");

  /** The file of the checkpoint in a folder of results. */
  public static Path state(Path folder) {
    return folder.resolve(CHECKPOINT).resolve(STATE);
  }

  /** Whether a folder can be gone on with. */
  public static boolean canGoOn(Path folder) {
    return Files.isRegularFile(state(folder));
  }

  /** Whether a file of this name is needed to go on. */
  static boolean isNeeded(String name) {
    return name.equals(STATE) || name.equals(STATE + ".new") || SPOOL.matcher(name).matches();
  }

  /** The file of the checkpoint. */
  public Path state() {
    return state(folder);
  }

  /** Whether it still bears the name of what is not whole. */
  public boolean hidden() {
    return !folder.equals(target);
  }

  /**
   * The folder that is meant by a name.
   *
   * @param given the folder of results, whether it came to be or not, or one that was left
   * @throws MistakeException if there is none, or more than one
   */
  public static SavedFolder find(Path given) {
    Path normal = given.normalize();
    boolean plain = !normal.toString().isEmpty() && !normal.endsWith("..");
    Path named = plain ? normal : given.toAbsolutePath().normalize();
    Path hiddenFor = Leftovers.target(named);
    if (hiddenFor != null && canGoOn(named)) {
      return new SavedFolder(named, hiddenFor);
    }
    List<SavedFolder> found = left(named);
    if (canGoOn(named)) {
      found.add(0, new SavedFolder(named, named));
    }
    if (found.size() > 1) {
      throw new MistakeException(
          "for '"
              + named
              + "' there are several to go on with: "
              + found.stream().map(one -> "'" + one.folder + "'").collect(Collectors.joining(", "))
              + "; name one of them, or remove what is not wanted");
    }
    if (found.isEmpty()) {
      throw new MistakeException(nothing(named));
    }
    return found.get(0);
  }

  /** What killed processes left of a folder that can be gone on with. */
  public static List<SavedFolder> left(Path target) {
    List<SavedFolder> found = new ArrayList<>();
    for (Path folder : Leftovers.of(target)) {
      if (canGoOn(folder) && Leftovers.target(folder) != null) {
        found.add(new SavedFolder(target.resolveSibling(folder.getFileName()), target));
      }
    }
    return found;
  }

  /**
   * Looks whether all that is in it is of Hillock, since files are written anew when it is gone on
   * with.
   *
   * @throws MistakeException if something is not
   */
  public void checkOwn() {
    if (!hidden()) {
      OwnFiles.obstacle(folder)
          .ifPresent(
              what -> {
                throw new MistakeException(
                    "'"
                        + folder
                        + "' "
                        + what
                        + ", and its files are written anew: move that elsewhere first");
              });
    }
  }

  /** Whether a process writes it now. */
  public boolean isBeingWritten() {
    return Leftovers.isBeingWritten(folder);
  }

  /**
   * Claims it for this process, before anything in it is read: another one may go on with it too.
   *
   * @throws MistakeException if a process writes it
   */
  public ClaimedFolder claim() throws IOException {
    Leftovers.Claim claim = Leftovers.takeOver(folder);
    if (claim == null) {
      throw beingWritten();
    }
    return new ClaimedFolder(this, claim);
  }

  /**
   * Looks whether it stays as it is for now.
   *
   * @throws MistakeException if a process writes it
   */
  public SavedFolder checkFree() {
    if (isBeingWritten()) {
      throw beingWritten();
    }
    return this;
  }

  private MistakeException beingWritten() {
    return new MistakeException(
        "'" + folder + "' is being written by another process; let it end, or stop it");
  }

  private static String nothing(Path named) {
    return Files.isDirectory(named)
        ? "'"
            + named
            + "' has no checkpoint to go on from: it holds one if it is run with --checkpoint or"
            + " --checkpoint-every, until its folder 'checkpoint' is removed"
        : "there is no folder '"
            + named
            + "', and no run that was to write it has left a checkpoint: name the folder of a run"
            + " with --checkpoint or --checkpoint-every";
  }
}
