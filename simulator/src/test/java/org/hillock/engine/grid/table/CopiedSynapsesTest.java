package org.hillock.engine.grid.table;

import static org.hillock.engine.grid.Networks.population;
import static org.hillock.engine.grid.Networks.projection;
import static org.hillock.engine.grid.Networks.range;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hillock.engine.wiring.TablePlan;
import org.hillock.engine.wiring.TablePlans;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our output against our output: two ways to deliver that must not differ. */
class CopiedSynapsesTest {

  private static final int SOURCES = 50;
  private static final int TARGETS = 300;
  private static final int LONGEST = 12;

  private static Network network(boolean random) {
    Distribution weight = random ? new Distribution.Uniform(0.1, 2) : Distribution.of(0.5);
    return new Network(
        List.of(population("from", SOURCES, 1), population("to", TARGETS, 1)),
        List.of(),
        List.of(
            projection(
                range("from", 0, SOURCES),
                range("to", 0, TARGETS),
                new ConnectionRule.AllToAll(),
                weight,
                Distribution.of(1))));
  }

  private static BuiltTable table(TablePlan plan, boolean words, Random random, int most) {
    int[] start = new int[SOURCES + 1];
    for (int source = 0; source < SOURCES; source++) {
      start[source + 1] = start[source] + random.nextInt(most);
    }
    char[] slots = new char[start[SOURCES]];
    char[] targets = new char[slots.length];
    for (int source = 0; source < SOURCES; source++) {
      for (int k = start[source]; k < start[source + 1]; k++) {
        slots[k] = (char) (1 + random.nextInt(LONGEST));
        targets[k] = (char) random.nextInt(TARGETS);
      }
      Arrays.sort(slots, start[source], start[source + 1]);
    }
    int[] packed = new int[words ? slots.length : 0];
    for (int k = 0; k < packed.length; k++) {
      packed[k] = QuantaAddition.word(targets[k], random.nextInt(65536) - 32768);
    }
    return new BuiltTable(
        plan,
        new SegmentIndex(0, start, slots),
        words ? new char[0] : targets,
        packed,
        new double[0],
        1,
        LONGEST);
  }

  @ParameterizedTest
  @CsvSource({"true, 5", "true, 400", "false, 5", "false, 400"})
  void shouldAddWhatSynapsesAddThatAreVisitedWhereTheyLie(boolean words, int most) {
    Network network = network(words);
    TablePlans plans = new TablePlans(network, 0.1);
    TablePlan plan = plans.tables().get(0);
    assertEquals(words ? TablePlan.Storage.QUANTA : TablePlan.Storage.COUNTED, plan.storage());
    Random random = new Random(most);
    BuiltTable table = table(plan, words, random, most);
    InputRows rows = new InputRows(network, plans, TARGETS);
    InputRows copiedRows = new InputRows(network, plans, TARGETS);
    StaticSynapses visited = new StaticSynapses(table, rows, 1);
    CopiedSynapses copied = new CopiedSynapses(table, copiedRows, 1);
    long delivered = 0;
    for (int step = 1; step < 300; step++) {
      SpikeBuffer spikes = new SpikeBuffer(1, 1);
      for (int source = 0; source < SOURCES; source++) {
        for (int times = random.nextInt(10) - 7; times > 0; times--) {
          spikes.add(source);
        }
      }
      spikes.endGroup();
      for (Synapses each : List.of(visited, copied)) {
        each.beginStep(step);
        each.add(spikes, spikes.from(0, 0), spikes.to(0, 0));
      }
      Arrivals arrivals = new Arrivals(TARGETS);
      Arrivals copiedArrivals = new Arrivals(TARGETS);
      long count = visited.deliver(step + 1, arrivals);
      assertEquals(count, copied.deliver(step + 1, copiedArrivals));
      delivered += count;
      if (words) {
        assertArrayEquals(rows.quanta()[0], copiedRows.quanta()[0]);
      } else {
        assertArrayEquals(rows.counts(0.5), copiedRows.counts(0.5));
      }
      arrivals.sort();
      copiedArrivals.sort();
      for (int i = 0; i <= TARGETS; i++) {
        assertEquals(arrivals.neuron(i), copiedArrivals.neuron(i));
      }
    }
    assertTrue(delivered > 100);
  }
}
