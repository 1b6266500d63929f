package org.hillock.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hillock.analysis.ComparedRun;
import org.hillock.analysis.Comparison;
import org.hillock.analysis.ComparisonSettings;
import org.hillock.analysis.PopulationComparison;
import org.hillock.analysis.SpikeStatistics;
import org.hillock.analysis.TimeWindow;
import org.hillock.plot.PlotData;
import org.hillock.plot.PlotKind;
import org.hillock.record.Batch;
import org.hillock.record.SpikeList;
import org.hillock.record.Spikes;
import org.hillock.record.StructureTable;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spikes that stay in their file give the same as those that are read into memory. */
class StoredSpikesTest {

  private static final double DURATION = 2000;

  @TempDir Path folder;

  private final Map<String, Integer> sizes = new LinkedHashMap<>();
  private Path file = Path.of("");

  @BeforeEach
  void write() throws Exception {
    sizes.put("inh", 7);
    sizes.put("exc", 30);
    sizes.put("silent", 3);
    file = folder.resolve("spikes.csv");
    SpikeFile.write(List.of(random("inh", 1), random("exc", 2)), file);
  }

  private SpikeList random(String population, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = sizes.getOrDefault(population, 0);
    List<double[]> spikes = new ArrayList<>();
    for (int step = 1; step <= 10 * DURATION; step++) {
      for (int neuron = 0; neuron < size; neuron++) {
        if (random.nextInt(500) == 0) {
          spikes.add(new double[] {step / 10.0, neuron});
        }
      }
    }
    return new SpikeList(
        population,
        spikes.stream().mapToDouble(spike -> spike[0]).toArray(),
        spikes.stream().mapToInt(spike -> (int) spike[1]).toArray());
  }

  private List<Spikes> stored() throws Exception {
    List<Spikes> stored = StoredSpikes.open(file, sizes, 0);
    stored.forEach(spikes -> assertInstanceOf(StoredSpikes.class, spikes));
    return stored;
  }

  private static SpikeList inMemory(Spikes spikes) {
    double[] times = new double[(int) spikes.count()];
    int[] neurons = new int[times.length];
    int[] next = {0};
    spikes.forEach(
        (time, neuron) -> {
          times[next[0]] = time;
          neurons[next[0]++] = neuron;
        });
    return new SpikeList(spikes.population(), times, neurons);
  }

  @Test
  void theyAreTheSameSpikes() throws Exception {
    List<Spikes> stored = stored();
    assertEquals(
        List.of(random("inh", 1), random("exc", 2), SpikeList.none("silent")),
        stored.stream().map(StoredSpikesTest::inMemory).toList());
    assertEquals(SpikeFile.read(file, sizes), List.copyOf(StoredSpikes.open(file, sizes)));
  }

  @Test
  void theirStatisticsAreTheSame() throws Exception {
    Spikes exc = stored().get(1);
    SpikeList list = random("exc", 2);
    assertEquals(SpikeStatistics.meanCvIsi(list, 0, 30), SpikeStatistics.meanCvIsi(exc, 0, 30));
    assertEquals(SpikeStatistics.meanIsi(list, 3, 9), SpikeStatistics.meanIsi(exc, 3, 9));
    assertEquals(
        SpikeStatistics.synchrony(list, 0, DURATION, 3),
        SpikeStatistics.synchrony(exc, 0, DURATION, 3));
    assertEquals(
        SpikeStatistics.correlation(list, 0, 30, 0, DURATION, 5, 10),
        SpikeStatistics.correlation(exc, 0, 30, 0, DURATION, 5, 10));
  }

  @Test
  void twoRunsCompareTheSame() throws Exception {
    TimeWindow window = new TimeWindow(0, DURATION);
    ComparedRun other =
        new ComparedRun("B", window, List.of(ComparedRun.Recorded.all(30, random("exc", 3))));
    ComparisonSettings settings = new ComparisonSettings(10, 5, 0);
    PopulationComparison expected =
        Comparison.of(
                new ComparedRun(
                    "A", window, List.of(ComparedRun.Recorded.all(30, random("exc", 2)))),
                other,
                settings)
            .populations()
            .get(0);
    PopulationComparison found =
        Comparison.of(
                new ComparedRun(
                    "A", window, List.of(ComparedRun.Recorded.all(30, stored().get(1)))),
                other,
                settings)
            .populations()
            .get(0);
    assertEquals(expected.victorPurpura(), found.victorPurpura());
    assertEquals(expected.vanRossum(), found.vanRossum());
    assertEquals(expected.first(), found.first());
    assertEquals(expected.spikesA(), found.spikesA());
    assertArrayEquals(expected.a().correlations(), found.a().correlations(), 0);
    assertArrayEquals(expected.a().rates(), found.a().rates(), 0);
  }

  @Test
  void theirPicturesAreTheSame() throws Exception {
    List<PlotData.Group> groups =
        List.of(PlotData.Group.all("inh", 7), PlotData.Group.all("exc", 30));
    for (PlotKind kind : List.of(PlotKind.RASTER, PlotKind.RATE, PlotKind.ISI)) {
      PlotData memory =
          PlotData.ofSpikes("", 0, DURATION, groups, List.of(random("inh", 1), random("exc", 2)));
      PlotData disk = PlotData.ofSpikes("", 0, DURATION, groups, stored());
      assertArrayEquals(pixels(kind.draw(memory)), pixels(kind.draw(disk)), kind.plotName());
      assertArrayEquals(
          pixels(kind.draw(memory.between(300, 700))),
          pixels(kind.draw(disk.between(300, 700))),
          kind.plotName() + " of a part");
    }
  }

  private static int[] pixels(JFreeChart chart) {
    return chart.createBufferedImage(600, 400).getRGB(0, 0, 600, 400, null, 0, 600);
  }

  @Test
  void aDamagedLineIsFoundBeforeAnythingIsDrawn() throws Exception {
    Files.writeString(file, Files.readString(file) + "17,exc,1\n");
    ResultFormatException wrong =
        assertThrows(ResultFormatException.class, () -> StoredSpikes.open(file, sizes, 0));
    assertTrue(wrong.getMessage().contains("'17,exc,1' is not in the order of time"));
  }

  /** An interrupt closes the file in the middle, like a disk that is full. */
  @Test
  void whatIsNotWholeIsCutOff() throws Exception {
    Path out = folder.resolve("cut.csv");
    try (SpikeSink sink = new SpikeSink(out)) {
      sink.take(batch(random("exc", 2)));
      String whole = Files.readString(out);
      Thread.currentThread().interrupt();
      assertThrows(IOException.class, () -> sink.take(batch(random("exc", 3))));
      assertTrue(Thread.interrupted());
      Files.writeString(out, whole + "2000.1,ex");
      sink.cutToWhole();
      assertEquals(whole, Files.readString(out));
      assertEquals(SpikeFile.write(List.of(random("exc", 2)), folder.resolve("two")), sink.hash());
    }
  }

  @Test
  void batchesMakeTheSameFileAsAllAtOnce() throws Exception {
    Path out = folder.resolve("batches.csv");
    String hash;
    try (SpikeSink sink = new SpikeSink(out)) {
      for (int from = 0; from < DURATION; from += 300) {
        TimeWindow part = new TimeWindow(from, from + 300);
        sink.take(batch(part.cut(random("inh", 1)), part.cut(random("exc", 2))));
      }
      hash = sink.hash();
    }
    assertEquals(Files.readString(file), Files.readString(out));
    assertEquals(SpikeFile.hash(file), hash);
  }

  private static Batch batch(SpikeList... lists) {
    return new Batch(
        0, List.of(lists), List.of(), List.of(), List.of(), List.of(), StructureTable.nothing());
  }
}
