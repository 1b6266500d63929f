package org.hillock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hillock.analysis.Comparison;
import org.hillock.cli.option.OutputFile;
import org.hillock.cli.table.ComparisonTable;
import org.hillock.io.ProgramVersion;
import org.hillock.io.StoredComparison;
import org.hillock.plot.ComparisonPlot;
import org.hillock.plot.PlotException;
import org.hillock.plot.PlotWriter;
import org.hillock.text.MistakeException;

/** The folder of a comparison, which takes its name when it is whole. */
final class ComparisonFolder {

  private ComparisonFolder() {}

  /** Refuses, before anything is run, a folder that is there. */
  static void check(Path folder) {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new MistakeException(
          "--out '" + folder + "' exists: name another folder, or remove it");
    }
    OutputFile.checkInside("--out", folder);
  }

  /** Writes table, plot and what was found. */
  static void write(Comparison comparison, Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().normalize().getParent();
    Files.createDirectories(parent);
    Path aside = parent.resolve("." + folder.getFileName() + "." + ProcessHandle.current().pid());
    Files.createDirectory(aside);
    try {
      List<String> lines = ComparisonTable.lines(comparison);
      OutputFile.write(aside.resolve("compare.csv"), ComparisonTable.csv(comparison));
      PlotWriter.writeByEnding(
          ComparisonPlot.of(comparison), aside.resolve("compare"), ComparisonPlot.SIZE);
      StoredComparison found =
          new StoredComparison(
              ProgramVersion.number(),
              comparison.a().name(),
              comparison.b().name(),
              comparison.identical(),
              lines,
              comparison.notes());
      Files.writeString(aside.resolve("manifest.json"), found.json());
      Files.move(aside, folder);
    } catch (PlotException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      remove(aside);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
