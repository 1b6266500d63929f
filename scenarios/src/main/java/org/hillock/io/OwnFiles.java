package org.hillock.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hillock.plot.PlotKind;

/**
 * Tells a folder that Hillock wrote from any other, since only such a one may be replaced: its
 * manifest has the keys that a run, an export or an import writes, and every file in it bears a
 * name that they give.
 */
final class OwnFiles {

  static final String MANIFEST = "manifest.json";

  private static final int MOST_NAMED = 5;

  private static final Set<String> RUN =
      Set.of(
          "scenario.yaml",
          "spikes.csv",
          "rates.csv",
          "weights.csv",
          "synapse_states.csv",
          "modulators.csv",
          "presentations.csv",
          "traces.csv",
          PlaceFile.NAME,
          "structure.csv",
          "wiring.csv",
          "report.html");
  private static final List<String> OTHER_ENDINGS = List.of(".npy", ".h5");
  private static final Set<String> EXPORT =
      Set.of("scenario.yaml", "mapping.json", "summary.txt", "report.html");
  private static final List<String> EXPORT_ENDINGS =
      List.of(".nir", ".net", ".arch.yaml", ".net.yaml");

  private OwnFiles() {}

  /**
   * What in a folder speaks against replacing it, a phrase that follows its name; nothing if it is
   * empty or all of it is ours.
   */
  static Optional<String> obstacle(Path folder) {
    List<Path> entries;
    try (Stream<Path> list = Files.list(folder)) {
      entries = list.sorted().toList();
    } catch (IOException e) {
      return Optional.of("cannot be read");
    }
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    Set<String> own;
    try {
      own = names(folder.resolve(MANIFEST));
    } catch (IOException e) {
      own = Set.of();
    }
    if (own.isEmpty()) {
      return Optional.of("holds something else than results of Hillock");
    }
    Set<String> known = own;
    List<String> foreign =
        entries.stream()
            .filter(
                path ->
                    !known.contains(String.valueOf(path.getFileName()))
                        || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
            .filter(path -> !isCheckpoint(path) && !Leftovers.isMark(path))
            .map(path -> "'" + path.getFileName() + "'")
            .toList();
    if (foreign.isEmpty()) {
      return Optional.empty();
    }
    int more = foreign.size() - MOST_NAMED;
    return Optional.of(
        "holds what Hillock did not write there, "
            + String.join(", ", foreign.subList(0, Math.min(MOST_NAMED, foreign.size())))
            + (more > 0 ? " and " + more + " more" : ""));
  }

  /** Whether this is the folder from which a run can be gone on with, and nothing else in it. */
  private static boolean isCheckpoint(Path path) {
    if (!String.valueOf(path.getFileName()).equals(SavedFolder.CHECKPOINT)
        || !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.allMatch(
          file ->
              Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                  && SavedFolder.isNeeded(String.valueOf(file.getFileName())));
    } catch (IOException e) {
      return false;
    }
  }

  /** The names that files of a folder with this manifest may have; none if it is not ours. */
  private static Set<String> names(Path manifest) throws IOException {
    Set<String> names = new HashSet<>();
    if (!Files.isRegularFile(manifest, LinkOption.NOFOLLOW_LINKS)) {
      return names;
    }
    JsonFields fields = JsonFields.read(manifest);
    Set<String> keys = fields.names();
    if (keys.containsAll(Set.of("hillock", "scenario", "engine", "spikes_sha256", "populations"))) {
      names.addAll(RUN);
      fields.object("populations").names().forEach(population -> names.add(population + ".dat"));
      if (keys.contains("other_files")) {
        fields.texts("other_files").stream()
            .filter(name -> OTHER_ENDINGS.stream().anyMatch(name::endsWith))
            .forEach(names::add);
      }
      for (PlotKind kind : PlotKind.values()) {
        names.add(kind.plotName() + ".png");
        names.add(kind.plotName() + ".svg");
      }
    } else if (!keys.containsAll(Set.of("hillock", "scenario", "kind"))) {
      return names;
    } else if (fields.text("kind").equals("export") && keys.contains("scenario_sha256")) {
      names.addAll(EXPORT);
      for (String ending : EXPORT_ENDINGS) {
        names.add(fields.text("scenario") + ending);
      }
    } else if (fields.text("kind").equals("import") && keys.contains("files")) {
      names.addAll(fields.texts("files"));
    } else {
      return names;
    }
    names.add(MANIFEST);
    return names;
  }
}
