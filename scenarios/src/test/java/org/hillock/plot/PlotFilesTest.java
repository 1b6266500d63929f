package org.hillock.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hillock.record.RateTable;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlotFilesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(PlotKind.class)
  void everyKindIsWrittenAsPngAndSvg(PlotKind kind) throws Exception {
    List<Path> files = write(kind, full(), kind.plotName());
    assertEquals(
        List.of(folder.resolve(kind.plotName() + ".png"), folder.resolve(kind.plotName() + ".svg")),
        files);
    assertReadable(files);
  }

  @ParameterizedTest
  @EnumSource(PlotKind.class)
  void nothingRecordedStillGivesAPlot(PlotKind kind) throws Exception {
    assertReadable(write(kind, PlotData.ofSpikes("", 0, 0, List.of(), List.of()), "empty"));
  }

  @ParameterizedTest
  @EnumSource(PlotKind.class)
  void oneSampleOfEachStillGivesAPlot(PlotKind kind) throws Exception {
    assertReadable(write(kind, single(), "single"));
  }

  @ParameterizedTest
  @EnumSource(PlotKind.class)
  void valuesThatAreNotNumbersArePassedOver(PlotKind kind) throws Exception {
    assertReadable(write(kind, notNumbers(), "nan"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16, 40})
  void anyNumberOfPopulationsFits(int populations) throws Exception {
    assertReadable(write(PlotKind.RASTER, populations(populations, 50, 500), "many"));
    assertReadable(write(PlotKind.ISI, populations(populations, 50, 500), "many"));
  }

  @ParameterizedTest
  @EnumSource(
      value = PlotKind.class,
      names = {"RASTER", "RATE", "ISI"})
  void silenceIsSaidInWords(PlotKind kind) throws Exception {
    SpikeList none = new SpikeList("exc", new double[0], new int[0]);
    PlotData silent =
        PlotData.ofSpikes("", 0, 100, List.of(PlotData.Group.all("exc", 10)), List.of(none));
    assertTrue(Files.readString(write(kind, silent, "silent").get(1)).contains("no spikes"));
  }

  @ParameterizedTest
  @EnumSource(PlotKind.class)
  void theSameDataGiveTheSameBytes(PlotKind kind) throws Exception {
    List<Path> first = write(kind, full(), "first");
    List<Path> second = write(kind, full(), "second");
    for (int i = 0; i < 2; i++) {
      assertArrayEquals(Files.readAllBytes(first.get(i)), Files.readAllBytes(second.get(i)));
    }
  }

  @Test
  void aMillionSpikesTakeAMomentAndAFewHundredKilobytes() throws Exception {
    PlotData data = populations(8, 1000, 125_000);
    write(PlotKind.RASTER, data, "warm");
    List<Path> files =
        assertTimeout(Duration.ofSeconds(5), () -> write(PlotKind.RASTER, data, "million"));
    assertTrue(Files.size(files.get(1)) < 1_000_000, Files.size(files.get(1)) + " bytes of SVG");
  }

  @Test
  void aTraceOfAMillionSamplesIsDrawnFromFewPoints() throws Exception {
    int n = 1_000_000;
    double[] times = new double[n];
    double[] values = new double[n];
    Arrays.setAll(times, i -> 0.1 * i);
    Arrays.setAll(values, i -> Math.sin(i * 0.7) * 10 - 60);
    PlotData data =
        withTraces(
            new TraceTable("exc", 0, List.of("V_m"), times, new double[][][] {{values}}), 0.1 * n);
    List<Path> files = write(PlotKind.TRACES, data, "long");
    assertTrue(Files.size(files.get(1)) < 500_000, Files.size(files.get(1)) + " bytes of SVG");
  }

  @Test
  void theRasterShowsEachPopulationInItsColour() throws Exception {
    BufferedImage image =
        ImageIO.read(write(PlotKind.RASTER, populations(3, 30, 40), "colour").get(0).toFile());
    for (int place = 0; place < 3; place++) {
      assertTrue(count(image, PlotTheme.color(place)) > 40, "population " + place);
    }
    assertEquals(Color.WHITE.getRGB(), image.getRGB(2, 2));
  }

  @Test
  void labelsNamePopulationsAndUnits() throws Exception {
    String raster = Files.readString(write(PlotKind.RASTER, full(), "labels").get(1));
    for (String text : List.of("exc", "inh", "rate [Hz]", "time [ms]", "A title")) {
      assertTrue(raster.contains(">" + text), text);
    }
    String traces = Files.readString(write(PlotKind.TRACES, full(), "labels").get(1));
    for (String text : List.of("V_m [mV]", "I_syn_ex [pA]", "exc[3]")) {
      assertTrue(traces.contains(">" + text), text);
    }
    assertTrue(
        Files.readString(write(PlotKind.WEIGHTS, full(), "labels").get(1))
            .contains(">weight [pA]"));
  }

  @Test
  void anOldFileIsReplacedAndNothingIsLeftBehind() throws Exception {
    Files.writeString(folder.resolve("rate.png"), "old");
    write(PlotKind.RATE, full(), "rate");
    assertReadable(List.of(folder.resolve("rate.png"), folder.resolve("rate.svg")));
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsAnInputOutputError() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThrows(
        IOException.class,
        () ->
            PlotWriter.write(PlotKind.RATE.draw(full()), file.resolve("rate"), PlotSize.STANDARD));
  }

  @ParameterizedTest
  @EnumSource(PlotKind.class)
  void aShorterWindowHoldsOnlyWhatIsInIt(PlotKind kind) throws Exception {
    assertReadable(write(kind, full().between(300, 600), "part"));
    assertReadable(write(kind, full().between(2000, 3000), "beyond"));
  }

  @Test
  void aWindowIsOpenAtItsStartForSpikesAndBinsAndClosedForSamples() {
    int[] three = {7, 8, 9};
    double[] times = {100, 200, 300};
    PlotData data =
        new PlotData(
                "",
                0,
                400,
                List.of(PlotData.Group.all("exc", 10)),
                List.of(new SpikeList("exc", times, three)),
                List.of(
                    new TraceTable(
                        "exc", 0, List.of("V_m"), times, new double[][][] {{{1, 2, 3}}})),
                List.of(new WeightTable("w", "exc", "exc", three, three, times, new double[3][3])),
                List.of(new RateTable("exc", 10, 0, 50, new int[] {0, 1, 2, 3, 4, 5, 6, 7})),
                Map.of(),
                Map.of())
            .between(100, 300);
    assertEquals(100, data.start());
    assertEquals(300, data.stop());
    assertEquals(
        new SpikeList("exc", new double[] {200, 300}, new int[] {8, 9}), data.spikes().get(0));
    assertArrayEquals(new double[] {1, 2, 3}, data.traces().get(0).values()[0][0]);
    assertArrayEquals(times, data.weights().get(0).times());
    assertArrayEquals(new int[] {2, 3, 4, 5}, data.rates().get(0).counts());
    assertEquals(100, data.rates().get(0).start());
  }

  @Test
  void kindsAreFoundByName() {
    for (PlotKind kind : PlotKind.values()) {
      assertEquals(kind, PlotKind.named(kind.plotName()).orElseThrow());
      assertFalse(kind.description().isBlank());
    }
    assertTrue(PlotKind.named("pie").isEmpty());
  }

  @Test
  void kindsApplyToWhatWasRecorded() {
    PlotData spikes = populations(1, 10, 10);
    assertTrue(PlotKind.RASTER.appliesTo(spikes));
    assertFalse(PlotKind.TRACES.appliesTo(spikes));
    assertFalse(PlotKind.WEIGHTS.appliesTo(spikes));
    assertTrue(PlotKind.WEIGHT_TIME.appliesTo(full()));
  }

  @Test
  void aWindowWithoutAScreenIsRefusedInASentence() {
    Display.prepare(false);
    PlotException refused = assertThrows(PlotException.class, () -> PlotWindow.show(List.of()));
    assertEquals(
        "No window can be opened: Java runs without a screen. Log in with a graphical session"
            + " (ssh -X), or leave out the window and look at the files.",
        refused.getMessage());
  }

  private List<Path> write(PlotKind kind, PlotData data, String name) throws IOException {
    return PlotWriter.write(kind.draw(data), folder.resolve(name), PlotSize.STANDARD);
  }

  private static void assertReadable(List<Path> files) throws Exception {
    BufferedImage image = ImageIO.read(files.get(0).toFile());
    assertEquals(1200, image.getWidth());
    assertEquals(800, image.getHeight());
    assertEquals("svg", parse(Files.readString(files.get(1))).getDocumentElement().getTagName());
  }

  /** Without fetching the document type from the network. */
  private static org.w3c.dom.Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    DocumentBuilder builder = factory.newDocumentBuilder();
    return builder.parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static int count(BufferedImage image, Color color) {
    int count = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        count += image.getRGB(x, y) == color.getRGB() ? 1 : 0;
      }
    }
    return count;
  }

  private static PlotData populations(int number, int neurons, int spikes) {
    SplittableRandom random = new SplittableRandom(7);
    List<PlotData.Group> groups = new ArrayList<>();
    List<SpikeList> lists = new ArrayList<>();
    for (int p = 0; p < number; p++) {
      groups.add(PlotData.Group.all("population " + p, neurons));
      double[] times = random.doubles(spikes, 0, 1000).sorted().toArray();
      lists.add(new SpikeList("population " + p, times, random.ints(spikes, 0, neurons).toArray()));
    }
    return PlotData.ofSpikes("Several", 0, 1000, groups, lists);
  }

  private static PlotData withTraces(TraceTable table, double stop) {
    return new PlotData(
        "Trace",
        0,
        stop,
        List.of(),
        List.of(),
        List.of(table),
        List.of(),
        List.of(),
        Map.of("exc", -50.0),
        Map.of());
  }

  private static PlotData full() {
    SplittableRandom random = new SplittableRandom(3);
    double[] times = new double[1000];
    Arrays.setAll(times, i -> i + 1.0);
    double[][][] values = new double[2][2][];
    for (double[][] variable : values) {
      for (int i = 0; i < 2; i++) {
        variable[i] = random.doubles(1000, -70, -50).toArray();
      }
    }
    int[] hundred = new int[100];
    int[] three = new int[3];
    return new PlotData(
        "A title",
        0,
        1000,
        List.of(PlotData.Group.all("exc", 80), PlotData.Group.all("inh", 20)),
        List.of(
            new SpikeList("exc", random.doubles(900, 0, 1000).sorted().toArray(), new int[900]),
            new SpikeList("inh", random.doubles(90, 0, 1000).sorted().toArray(), new int[90])),
        List.of(new TraceTable("exc", 3, List.of("I_syn_ex", "V_m"), times, values)),
        List.of(
            new WeightTable(
                "plastic",
                "exc",
                "inh",
                hundred,
                hundred,
                new double[] {0, 500, 1000},
                new double[][] {
                  random.doubles(100, 40, 50).toArray(),
                  random.doubles(100, 20, 70).toArray(),
                  random.doubles(100, 0, 90).toArray()
                }),
            new WeightTable(
                "few",
                "inh",
                "exc",
                three,
                three,
                new double[] {0, 1000},
                new double[][] {{1, 2, 3}, {3, 1, 2}})),
        List.of(new RateTable("inh", 20, 0, 1, new int[1000])),
        Map.of("exc", -50.0),
        Map.of("plastic", "pA", "few", "pA"));
  }

  private static PlotData single() {
    return new PlotData(
        "One of each",
        0,
        100,
        List.of(PlotData.Group.all("exc", 1)),
        List.of(new SpikeList("exc", new double[] {50}, new int[] {0})),
        List.of(
            new TraceTable("exc", 0, List.of("V_m"), new double[] {1}, new double[][][] {{{-65}}})),
        List.of(
            new WeightTable(
                "static",
                "exc",
                "exc",
                new int[50],
                new int[50],
                new double[] {100},
                new double[][] {new double[50]})),
        List.of(),
        Map.of(),
        Map.of());
  }

  private static PlotData notNumbers() {
    double nan = Double.NaN;
    double[] gone = new double[40];
    Arrays.fill(gone, nan);
    return new PlotData(
        "Not numbers",
        0,
        100,
        List.of(PlotData.Group.all("exc", 2)),
        List.of(new SpikeList("exc", new double[] {10, 50}, new int[] {0, 0})),
        List.of(
            new TraceTable(
                "exc",
                0,
                List.of("V_m", "g_ex"),
                new double[] {1, 2, 3},
                new double[][][] {{{nan, -65, nan}}, {{nan, nan, nan}}})),
        List.of(
            new WeightTable(
                "static",
                "exc",
                "exc",
                new int[40],
                new int[40],
                new double[] {0, 100},
                new double[][] {gone, new double[40]})),
        List.of(),
        Map.of("exc", nan),
        Map.of());
  }
}
