package org.hillock.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.quantise.PathwayReport;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page says what the mapping says, and needs nothing from elsewhere. */
class MappingReportTest {

  private static final List<String> SECTIONS =
      List.of("overview", "utilisation", "mesh", "neurons", "synapses", "cost", "warnings");

  private static Document parse(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  private static List<Element> elements(Element within, String tag) {
    NodeList nodes = within.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Element section(Document page, String id) {
    return elements(page.getDocumentElement(), "section").stream()
        .filter(section -> section.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The cells of the rows of all tables of a section. */
  private static List<List<String>> rows(Document page, String section) {
    return elements(section(page, section), "tr").stream()
        .map(row -> elements(row, "td").stream().map(Element::getTextContent).toList())
        .toList();
  }

  private static List<String> labels(Document page, String section) {
    return elements(section(page, section), "svg").stream()
        .map(picture -> picture.getAttribute("aria-label"))
        .toList();
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  @Test
  void shouldBeWellFormedAndHaveAllSections() throws Exception {
    Document page =
        parse(MappingReport.of(Mapped.compile("net", Mapped.random(90), Mapped.loihi())));
    assertEquals(
        "net on loihi1", elements(page.getDocumentElement(), "h1").get(0).getTextContent());
    assertEquals(
        SECTIONS,
        elements(page.getDocumentElement(), "section").stream()
            .map(section -> section.getAttribute("id"))
            .toList());
    for (String picture : List.of("utilisation", "mesh", "neurons", "synapses", "cost")) {
      assertFalse(labels(page, picture).isEmpty(), picture);
    }
  }

  @Test
  void shouldShowTheNumbersOfTheMapping() throws Exception {
    Mapping mapping = Mapped.compile("net", Mapped.random(90), Mapped.board(4, 4, 1, 2, 2, 10));
    Document page = parse(MappingReport.of(mapping));
    for (Limit limit : Limit.of(mapping.profile())) {
      long most = 0;
      int fullest = 0;
      for (int core = 0; core < mapping.cores(); core++) {
        most = Math.max(most, mapping.used(core, limit));
        double own = part(mapping, core, limit);
        boolean first = true;
        for (Limit other : Limit.of(mapping.profile())) {
          double theirs = part(mapping, core, other);
          first &= theirs < own || theirs == own && other.ordinal() >= limit.ordinal();
        }
        fullest += first ? 1 : 0;
      }
      List<String> row =
          rows(page, "utilisation").stream()
              .filter(cells -> cells.contains(limit.label()))
              .findFirst()
              .orElseThrow();
      assertEquals(number(most), row.get(3), limit.label());
      assertEquals(number(limit.perCore(mapping.profile())), row.get(4));
      assertEquals(fullest + (fullest == 1 ? " core" : " cores"), row.get(6), limit.label());
    }
    String overview = section(page, "overview").getTextContent();
    assertTrue(overview.contains(number(mapping.neurons()) + " in 2 populations"), overview);
    assertTrue(overview.contains(number(mapping.synapses()) + " of "), overview);
    assertTrue(
        section(page, "mesh")
            .getTextContent()
            .contains(
                "with "
                    + number(Math.round(mapping.linkLoads().busiest().load()))
                    + " packets per second (estimate)"));
    for (PathwayReport report : mapping.reports().pathways()) {
      List<String> row =
          rows(page, "synapses").stream()
              .filter(cells -> cells.contains(report.where()) && cells.contains(report.target()))
              .findFirst()
              .orElseThrow();
      assertEquals(number(report.synapses()), row.get(2));
      assertEquals(number(report.mapped()), row.get(3));
      assertEquals("" + report.format().bits(), row.get(7));
    }
    assertEquals(
        mapping.reports().warnings(),
        elements(section(page, "warnings"), "li").stream().map(Element::getTextContent).toList());
  }

  private static double part(Mapping mapping, int core, Limit limit) {
    return (double) mapping.used(core, limit) / limit.perCore(mapping.profile());
  }

  @Test
  void shouldShadeACellOfTheHeatMapForEachCoreAndResource() throws Exception {
    Mapping mapping = Mapped.compile("net", Mapped.random(90), Mapped.board(4, 4, 1, 2, 2, 10));
    Document page = parse(MappingReport.of(mapping));
    List<String> titles =
        elements(section(page, "utilisation"), "title").stream()
            .map(Element::getTextContent)
            .toList();
    assertEquals(mapping.cores() * Limit.of(mapping.profile()).size(), titles.size());
    String name = HeatMap.name(mapping, 3);
    long used = mapping.used(3, Limit.INPUT_AXONS);
    assertTrue(
        titles.stream()
            .anyMatch(
                title ->
                    title.startsWith(
                        "core " + name + ": " + number(used) + " of 4,096 input axons, ")),
        titles.toString());
  }

  @Test
  void shouldCallEstimatesEstimatesAndNameTheirSource() throws Exception {
    Mapping mapping = Mapped.compile("net", Mapped.random(90), Mapped.loihi());
    Element cost = section(parse(MappingReport.of(mapping)), "cost");
    assertTrue(cost.getTextContent().contains("an estimate and not a measurement"));
    assertTrue(cost.getTextContent().contains(mapping.profile().costs().source()));
    assertTrue(cost.getTextContent().contains("Not in it: leakage"));
    assertTrue(cost.getTextContent().contains("learning (updates of traces and weights"));
    for (Element heading : elements(cost, "h3")) {
      assertTrue(heading.getTextContent().endsWith("(estimate)"), heading.getTextContent());
    }
    for (Element picture : elements(cost, "svg")) {
      assertTrue(picture.getAttribute("aria-label").contains("estimate"));
    }
  }

  @Test
  void shouldEscapeWhateverComesFromTheScenario() throws Exception {
    String name = "<b>&\"'</b><script>alert(1)</script>";
    Mapping mapping =
        Mapped.compile(name, Mapped.random("<i>&\"1", "]]>--><p>", 90), Mapped.loihi());
    String text = MappingReport.of(mapping);
    Document page = parse(text);
    assertEquals(
        name + " on loihi1", elements(page.getDocumentElement(), "h1").get(0).getTextContent());
    assertEquals(
        name + " on loihi1", elements(page.getDocumentElement(), "title").get(0).getTextContent());
    assertTrue(section(page, "neurons").getTextContent().contains("<i>&\"1"));
    for (String tag : List.of("script", "b", "i")) {
      assertEquals(tag.equals("b") ? 6 : 0, elements(page.getDocumentElement(), tag).size(), tag);
    }
    assertFalse(text.contains("<script"), "a script");
    assertFalse(text.contains("<i>"), "a tag of the scenario");
  }

  @Test
  void shouldNeedNothingFromElsewhere() {
    String text = MappingReport.of(Mapped.compile("net", Mapped.random(90), Mapped.loihi()));
    for (String outside : List.of("http", "src=", "url(", "@import", "<link", "<script", "file:")) {
      assertFalse(text.contains(outside), outside);
    }
    assertTrue(
        Pattern.compile("href=\"([^\"]*)\"")
            .matcher(text)
            .results()
            .allMatch(link -> SECTIONS.contains(link.group(1).substring(1))));
  }

  @Test
  void shouldKeepTheStyleFreeOfWhatMarkupEscapes() {
    String text = MappingReport.of(Mapped.compile("net", Mapped.random(90), Mapped.loihi()));
    String style = text.substring(text.indexOf("<style>"), text.indexOf("</style>"));
    assertTrue(style.contains("prefers-color-scheme: dark"));
    assertFalse(style.contains("&"), "browsers do not decode what a style escapes");
  }

  @Test
  void shouldGiveTheSameBytesAgain() {
    Locale before = Locale.getDefault();
    try {
      String first = MappingReport.of(Mapped.compile("net", Mapped.random(90), Mapped.loihi()));
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertEquals(
          first, MappingReport.of(Mapped.compile("net", Mapped.random(90), Mapped.loihi())));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void shouldStaySmallAndCoarseForManyCores() throws Exception {
    Mapping mapping = Mapped.compile("many", Mapped.random(400), Mapped.board(8, 4, 1, 20, 20, 1));
    assertEquals(600, mapping.cores());
    String text = MappingReport.of(mapping);
    Document page = parse(text);
    assertEquals(List.of("Quantiles of the use of each resource"), labels(page, "utilisation"));
    assertEquals(
        List.of("The chips of the board with the use of their cores and the load between them"),
        labels(page, "mesh"));
    assertTrue(text.length() < 200_000, text.length() + " characters");
  }

  @Test
  void shouldDrawSeveralChipsBothCoarselyAndTileByTile() throws Exception {
    Mapping mapping = Mapped.compile("chips", Mapped.random(90), Mapped.board(2, 2, 4, 8, 8, 4));
    Document page = parse(MappingReport.of(mapping));
    assertEquals(2, labels(page, "mesh").size());
    assertEquals(
        mapping.cores(),
        elements(section(page, "mesh"), "title").stream()
            .filter(title -> title.getTextContent().matches("core \\d+\\.\\d+, tile .*"))
            .count());
  }
}
