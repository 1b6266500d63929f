package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hillock.report.browser.BrowserPage;
import org.hillock.report.browser.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a run in a browser, handled as people do. */
class ReportBrowserTest {

  /** Of a canvas of more than 500 px: where the axes are. */
  private static final double LEFT = 78;

  private static final double RIGHT = 10;
  private static final double TOP = 18;
  private static final double BOTTOM = 24;

  private static final String RASTER = "[data-panel=raster] canvas";

  private static final String SCENARIO =
      """
      scenario: small
      title: "Spikes </script><script>alert(1)</script><img src=x onerror=alert(2)>"
      time: {step: 0.1 ms, warmup: 50 ms}
      parameters: {drive: 500 pA}
      protocol:
        - {phase: before, duration: 200 ms}
        - {phase: "after", duration: 300 ms, set: {drive: 700 pA}}
      neurons:
        exc: {size: 8, model: iaf_psc_exp, I_e: drive}
        out: {size: 2, model: iaf_psc_exp}
      synapses:
        - {name: learn, from: exc, to: out, rule: all_to_all, weight: 60 pA, delay: 1.5 ms, plasticity: {rule: stdp, W_max: 100 pA}}
      record: {spikes: all, V_m: "exc[0:2]", interval: 0.5 ms, weights: {of: learn, every: 20 ms}}
      plots: [raster]
      expect: ["rate(exc) > 1 Hz"]
      """;

  @TempDir static Path folder;
  private static Chromium browser;
  private static Path out;
  private BrowserPage page;

  @BeforeAll
  static void start() throws Exception {
    Assumptions.assumeTrue(Chromium.installed(), "no chromium: the page is not tried in a browser");
    Path scenario = Files.writeString(folder.resolve("small.yaml"), SCENARIO);
    out = folder.resolve("out");
    assertEquals(
        "", CommandRun.of("run", scenario.toString(), "-q", "--out", out.toString()).err());
    assertEquals(0, CommandRun.of("report", out.toString()).exitCode());
    browser = Chromium.start(Files.createDirectory(folder.resolve("profile")));
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    page = browser.page();
    page.resize(1000, 900);
    page.show(out.resolve("report.html"));
    page.scrollTo(RASTER);
  }

  /** Whatever was done: nothing went wrong, and nothing but the file was asked for. */
  @AfterEach
  void shouldNeitherComplainNorAskForAnything() {
    if (page != null) {
      assertEquals(List.of(), page.complaints());
      assertEquals(List.of(out.resolve("report.html").toUri().toString()), page.requests());
      assertEquals(0, page.dialogs());
    }
  }

  private double shown(String name) throws Exception {
    return page.number("Number(document.getElementById('shown').dataset." + name + ")");
  }

  /** Where in the window a time is. */
  private double xOf(double time) throws Exception {
    double[] box = page.box(RASTER);
    double share = (time - shown("from")) / (shown("to") - shown("from"));
    return box[0] + LEFT + share * (box[2] - LEFT - RIGHT);
  }

  private double yOf(double row) throws Exception {
    double[] box = page.box(RASTER);
    double share = (row - shown("rowFrom")) / (shown("rowTo") - shown("rowFrom"));
    return box[1] + TOP + share * (box[3] - TOP - BOTTOM);
  }

  @Test
  void shouldShowTheWholeRunAtFirstAndEverySpike() throws Exception {
    long spikes = Files.readAllLines(out.resolve("spikes.csv")).size() - 1;
    assertEquals(50, shown("from"));
    assertEquals(550, shown("to"));
    assertEquals(10, shown("rowTo"));
    assertEquals(
        spikes, page.number("Number(document.querySelector('" + RASTER + "').dataset.visible)"));
  }

  @Test
  void shouldShowHostileNamesAsText() throws Exception {
    String title = page.text("document.querySelector('h1').textContent");
    assertEquals("Spikes </script><script>alert(1)</script><img src=x onerror=alert(2)>", title);
    assertEquals(0, page.number("document.querySelectorAll('img:not(.plot)').length"));
  }

  @Test
  void shouldZoomByTheWheelAroundThePointer() throws Exception {
    double x = xOf(200);
    page.mouse("mouseWheel", x, yOf(5), "deltaX", 0, "deltaY", -150);
    page.frame();
    assertTrue(shown("to") - shown("from") < 400, "still " + shown("from") + " to " + shown("to"));
    assertEquals(x, xOf(200), 0.6);
    page.mouse("mouseWheel", x, yOf(5), "deltaX", 0, "deltaY", -150, "modifiers", 8);
    page.frame();
    assertTrue(shown("rowTo") - shown("rowFrom") < 10);
  }

  @Test
  void shouldMoveByDragging() throws Exception {
    page.value("document.querySelector('[data-do=zoom-in]').click(), 1");
    page.frame();
    double from = shown("from");
    double span = shown("to") - from;
    assertEquals(250, span, 1e-6);
    double x = xOf(from + span / 2);
    double y = yOf(5);
    page.mouse("mousePressed", x, y, "button", "left", "clickCount", 1);
    page.mouse("mouseMoved", x - 100, y, "button", "left", "buttons", 1);
    page.mouse("mouseReleased", x - 100, y, "button", "left", "clickCount", 1);
    page.frame();
    double width = page.box(RASTER)[2] - LEFT - RIGHT;
    assertEquals(Math.min(300, from + 100 * span / width), shown("from"), 0.5);
    assertEquals(span, shown("to") - shown("from"), 1e-6);
  }

  @Test
  void shouldSayWhoseSpikeIsUnderThePointerAndWhen() throws Exception {
    for (String line : Files.readAllLines(out.resolve("spikes.csv")).subList(1, 4)) {
      String[] spike = line.split(",");
      int row = Integer.parseInt(spike[2]) + (spike[1].equals("out") ? 8 : 0);
      page.mouse("mouseMoved", xOf(Double.parseDouble(spike[0])), yOf(row + 0.5));
      page.frame();
      String expected = spike[1] + "[" + spike[2] + "] at " + spike[0] + " ms";
      assertEquals(
          expected,
          page.text("document.querySelector('[data-panel=raster] .readout').textContent"));
    }
  }

  @Test
  void shouldCountTheRatesOfTheSpikesThatThereAre() throws Exception {
    page.scrollTo("[data-panel=rates] canvas");
    double[] box = page.box("[data-panel=rates] canvas");
    page.mouse("mouseMoved", box[0] + LEFT + 300, box[1] + 60);
    page.frame();
    String said = page.text("document.querySelector('[data-panel=rates] .readout').textContent");
    String[] times = said.substring(0, said.indexOf(" ms")).split(" to ");
    double from = Double.parseDouble(times[0]);
    double to = Double.parseDouble(times[1]);
    long spikes =
        Files.readAllLines(out.resolve("spikes.csv")).stream()
            .skip(1)
            .map(line -> line.split(","))
            .filter(spike -> spike[1].equals("exc"))
            .mapToDouble(spike -> Double.parseDouble(spike[0]))
            .filter(time -> time > from + 1e-6 && time <= to + 1e-6)
            .count();
    double rate = 1000.0 * spikes / (8 * (to - from));
    String exc = said.substring(said.indexOf("exc ") + 4, said.indexOf(" Hz"));
    assertEquals(rate, Double.parseDouble(exc), 0.005 * Math.max(1, rate), said);
  }

  @Test
  void shouldObeyTheKeyboard() throws Exception {
    page.value("document.querySelector('" + RASTER + "').focus(), 1");
    page.key("+");
    assertEquals(250, shown("to") - shown("from"), 1e-6);
    double from = shown("from");
    page.key("ArrowRight");
    assertTrue(shown("from") > from);
    page.key("0");
    assertEquals(50, shown("from"));
    assertEquals(550, shown("to"));
  }

  @Test
  void shouldZoomByTwoFingers() throws Exception {
    double y = 200;
    page.value(
        """
        (() => {
          const canvas = document.querySelector('[data-panel=raster] canvas');
          canvas.setPointerCapture = () => {};
          const box = canvas.getBoundingClientRect();
          const send = (type, id, x) => canvas.dispatchEvent(new PointerEvent(type, {pointerId: id,
            clientX: box.left + x, clientY: box.top + %s, bubbles: true, pointerType: 'touch'}));
          send('pointerdown', 1, 400); send('pointerdown', 2, 500);
          send('pointermove', 2, 600);
          send('pointerup', 1, 400); send('pointerup', 2, 600);
        })(), 1
        """
            .formatted(y));
    page.frame();
    assertEquals(250, shown("to") - shown("from"), 1);
  }

  @Test
  void shouldNotBeWiderThanAPhone() throws Exception {
    page.resize(400, 800);
    page.frame();
    assertTrue(page.number("document.documentElement.scrollWidth") <= 400);
    assertTrue(page.box(RASTER)[2] > 300);
  }

  @Test
  void shouldBeDarkInTheDark() throws Exception {
    assertEquals(
        "rgb(255, 255, 255)", page.text("getComputedStyle(document.body).backgroundColor"));
    page.scheme("dark");
    page.frame();
    assertEquals("rgb(20, 24, 29)", page.text("getComputedStyle(document.body).backgroundColor"));
    assertArrayEquals(new double[] {20, 24, 29}, corner());
  }

  /** The colour of the paper of the raster. */
  private double[] corner() throws Exception {
    String said =
        page.text(
            "Array.from(document.querySelector('"
                + RASTER
                + "').getContext('2d').getImageData(1, 1, 1, 1).data).slice(0, 3).join(' ')");
    return Arrays.stream(said.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void shouldPrintOnWhitePaperAndThenBeDarkAgain() throws Exception {
    page.scheme("dark");
    page.value(
        "window.addEventListener('beforeprint', () => {window.printed ="
            + " Array.from(document.querySelector('"
            + RASTER
            + "').getContext('2d').getImageData(1, 1, 1, 1).data)[0];}), 1");
    byte[] pdf = page.print();
    assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
    assertEquals(255, page.number("window.printed"));
    page.frame();
    assertArrayEquals(new double[] {20, 24, 29}, corner());
  }

  @Test
  void shouldNameEveryPictureAndControl() throws Exception {
    String nameless =
        "[...document.querySelectorAll('canvas, svg, img')].filter((one) =>"
            + " !(one.getAttribute('aria-label') || one.getAttribute('alt'))).length";
    assertEquals(0, page.number(nameless));
    assertEquals(
        0,
        page.number(
            "[...document.querySelectorAll('button')].filter((one) => !one.textContent.trim()).length"));
    String headings =
        page.text(
            "[...document.querySelectorAll('h1, h2, h3')].map((one) => one.tagName[1]).join('')");
    assertTrue(headings.startsWith("12"), headings);
    assertFalse(headings.substring(1).contains("1"), headings);
  }
}
