package org.hillock.cli.option;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hillock.file.WholeFile;
import org.hillock.report.ReportPage;
import org.hillock.text.MistakeException;

/** The file of a report, which replaces an older report but nothing else. */
public final class ReportFile {

  /** The mark of a report stands among its first bytes. */
  private static final int HEAD = 1000;

  private ReportFile() {}

  /**
   * Refuses a file that is there and is no report.
   *
   * @param overwrite whether it may be replaced all the same
   * @throws MistakeException if it may not
   */
  public static void check(Path file, boolean overwrite) throws IOException {
    if (overwrite || !Files.exists(file) || WholeFile.isSpecial(file)) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
      if (!head.contains(ReportPage.MARK)) {
        throw new MistakeException(
            "'"
                + file
                + "' is no report of Hillock, so that it is not replaced: name another file with"
                + " --out, or add --overwrite");
      }
    }
  }
}
