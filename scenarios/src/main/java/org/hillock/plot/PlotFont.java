package org.hillock.plot;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The font of all plots: DejaVu Sans, which ships with Hillock, so that plots look the same on
 * every machine.
 *
 * <p>Even to load a font of its own, Java on Linux first asks the library fontconfig for the fonts
 * of the system, and fails where that finds none: {@code Fontconfig head is null}. A bare container
 * has neither the library nor a font. Java can do without if a file of properties, named by {@code
 * sun.awt.fontconfig}, says which file each logical font is in. So on failure the shipped font is
 * put into a temporary directory beside such a file, and Java is asked once more; the failed
 * attempt leaves no trace. What Java cannot do without is FreeType, which most JDKs carry along but
 * some take from the system.
 */
final class PlotFont {

  private static final String FILE = "DejaVuSans.ttf";
  private static final String PROPERTY = "sun.awt.fontconfig";

  private static volatile @Nullable Font base;

  private PlotFont() {}

  /**
   * The font at a size.
   *
   * @param size [pixels]
   * @throws PlotException if Java cannot use fonts at all
   */
  static Font of(double size) {
    Font font = base;
    if (font == null) {
      font = load();
      base = font;
    }
    return font.deriveFont((float) size);
  }

  private static synchronized Font load() {
    try {
      return create();
    } catch (LinkageError
        | InternalError
        | RuntimeException
        | FontFormatException
        | IOException first) {
      if (System.getProperty(PROPERTY) != null) {
        throw unusable(first);
      }
      try {
        System.setProperty(PROPERTY, describeShippedFont().toString());
        return create();
      } catch (LinkageError
          | InternalError
          | RuntimeException
          | FontFormatException
          | IOException second) {
        System.clearProperty(PROPERTY);
        throw unusable(
            second instanceof NoClassDefFoundError ? first : second); // not a mere sequel
      }
    }
  }

  private static PlotException unusable(Throwable cause) {
    return new PlotException(
        "Java cannot use fonts on this machine: " + Display.reason(cause) + ".",
        "Install the packages fontconfig and libfreetype6 (freetype on Alpine and Fedora); the"
            + " results other than plots are complete.",
        cause);
  }

  private static Font create() throws FontFormatException, IOException {
    // Starts the fonts of Java: createFont would do so, too, but hide the reason of a failure.
    new Font(Font.DIALOG, Font.PLAIN, 12).getFamily();
    try (InputStream in = shipped()) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    }
  }

  private static InputStream shipped() throws IOException {
    InputStream in = PlotFont.class.getResourceAsStream(FILE);
    if (in == null) {
      throw new IOException(FILE + " is missing from the installation");
    }
    return in;
  }

  /** Writes the shipped font and a description of it that Java reads in place of fontconfig. */
  private static Path describeShippedFont() throws IOException {
    Path folder = Files.createTempDirectory("hillock-font");
    Path font = folder.resolve(FILE);
    Path description = folder.resolve("fontconfig.properties");
    for (Path path : new Path[] {folder, font, description}) {
      path.toFile().deleteOnExit(); // deleted in reverse order
    }
    try (InputStream in = shipped()) {
      Files.copy(in, font);
    }
    String name = "-misc-dejavusans-medium-r-normal--*-%d-*-*-p-*-iso10646-1";
    Properties properties = new Properties();
    properties.setProperty("version", "1");
    properties.setProperty("sequence.allfonts", "latin-1");
    properties.setProperty("filename." + name, font.toString());
    for (String logical :
        new String[] {"dialog", "dialoginput", "serif", "sansserif", "monospaced"}) {
      for (String style : new String[] {"plain", "bold", "italic", "bolditalic"}) {
        properties.setProperty(logical + "." + style + ".latin-1", name);
      }
    }
    try (var out = Files.newBufferedWriter(description, StandardCharsets.ISO_8859_1)) {
      properties.store(out, null);
    }
    return description;
  }
}
