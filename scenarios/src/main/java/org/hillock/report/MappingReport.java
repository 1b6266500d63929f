package org.hillock.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.estimate.LinkLoads;

/**
 * The report of a mapping: an HTML page for people, with pictures, that needs nothing from
 * elsewhere. It is written so that it can be read as XML, too.
 */
public final class MappingReport {

  private static final String STYLE = "report.css";

  private MappingReport() {}

  /**
   * Writes the report of a mapping.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(Mapping mapping, Path file) throws IOException {
    Files.writeString(file, of(mapping));
  }

  /** The whole page. */
  public static String of(Mapping mapping) {
    List<Section> sections = sections(mapping);
    String title = mapping.subject().name() + " on " + mapping.profile().name();
    Markup page = new Markup();
    page.open("html", "lang", "en").open("head");
    page.empty("meta", "charset", "utf-8");
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.element("title", title);
    page.element("style", Resources.text(STYLE)); // holds nothing that would be escaped
    page.close().open("body");
    page.element("h1", title);
    page.element("p", "A network mapped to a neuromorphic chip by Hillock", "class", "soft");
    page.open("nav");
    for (Section section : sections) {
      page.element("a", section.title(), "href", "#" + section.id());
    }
    page.close();
    for (Section section : sections) {
      page.open("section", "id", section.id());
      page.element("h2", section.title());
      section.write(page);
      page.close();
    }
    page.close().close();
    return "<!DOCTYPE html>\n" + page;
  }

  private static List<Section> sections(Mapping mapping) {
    CoreUse use = CoreUse.of(mapping);
    LinkLoads links = mapping.linkLoads();
    return List.of(
        new OverviewSection(mapping, use, links),
        new UtilisationSection(mapping, use),
        new MeshSection(mapping, use, links),
        new NeuronSection(mapping),
        new SynapseSection(mapping),
        new CostSection(mapping),
        new WarningSection(mapping));
  }
}
