package org.hillock.engine.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hillock.model.InputList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's small data structures against naive versions of them. */
class EventStructuresTest {

  @ParameterizedTest
  @CsvSource({"0, 3", "1, 3", "2, 1", "15, 5", "16, 4", "17, 100", "33, 2", "1000, 50", "4097, 9"})
  void shouldSortByTimeAndKeepTheOrderOfEqualTimes(int count, int different) {
    Random random = new Random(count);
    TimeOrder order = new TimeOrder();
    for (int round = 0; round < 20; round++) {
      double[] times = new double[count + 3];
      for (int i = 0; i < count; i++) {
        times[i] = round % 2 == 0 ? random.nextInt(different) : i + random.nextInt(different);
      }
      int[] expected =
          IntStream.range(0, count)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> times[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      int[] found = Arrays.copyOf(order.of(times, count), count);
      assertArrayEquals(expected, found);
      double[] sorted = Arrays.stream(expected).mapToDouble(i -> times[i]).toArray();
      assertTrue(TimeOrder.ascending(sorted, count));
      assertEquals(
          Arrays.equals(sorted, Arrays.copyOf(times, count)), TimeOrder.ascending(times, count));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldGiveEveryNeuronWhatItWasToldOfInOrder(long seed) {
    Random random = new Random(seed);
    int neurons = 40;
    Inbox inbox = new Inbox(neurons);
    InputList taken = new InputList();
    for (int window = 0; window < 50; window++) {
      TreeMap<Integer, List<Double>> expected = new TreeMap<>();
      List<Integer> order = new ArrayList<>();
      int arrivals = random.nextInt(400);
      for (int a = 0; a < arrivals; a++) {
        int number = inbox.arrival(window + a * 1e-3, a, a % 5);
        // Few neurons get most, so that lists of any length over several blocks appear.
        int count = random.nextInt(8);
        int[] targets = new int[count + 2];
        for (int i = 0; i < targets.length; i++) {
          targets[i] = (int) (neurons * Math.pow(random.nextDouble(), 4));
        }
        inbox.tell(targets, 1, count + 1, number);
        for (int i = 1; i <= count; i++) {
          if (!expected.containsKey(targets[i])) {
            order.add(targets[i]);
          }
          expected.computeIfAbsent(targets[i], t -> new ArrayList<>()).add((double) a);
        }
        if (random.nextInt(20) == 0) {
          int neuron = random.nextInt(neurons);
          inbox.touch(neuron);
          if (!expected.containsKey(neuron)) {
            order.add(neuron);
          }
          expected.computeIfAbsent(neuron, t -> new ArrayList<>());
        }
      }
      assertEquals(order.size(), inbox.touchedCount());
      for (int i = 0; i < order.size(); i++) {
        assertEquals(order.get(i), inbox.touched(i));
      }
      for (int neuron = 0; neuron < neurons; neuron++) {
        assertEquals(expected.containsKey(neuron), inbox.waits(neuron));
        if (inbox.waits(neuron)) {
          inbox.take(neuron, taken);
          List<Double> told = expected.get(neuron);
          assertEquals(told.size(), taken.size(), "window " + window + " neuron " + neuron);
          for (int i = 0; i < taken.size(); i++) {
            assertEquals(told.get(i), taken.weights()[i]);
            assertEquals(told.get(i) % 5, taken.receptors()[i]);
            assertEquals(window + told.get(i) * 1e-3, taken.times()[i]);
          }
          assertTrue(!inbox.waits(neuron));
        }
      }
      inbox.clear();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 14, 15, 16, 29, 30, 31, 45, 46, 150, 151})
  void shouldHoldListsThatEndAtAnyPlaceOfABlock(int length) {
    Inbox inbox = new Inbox(2);
    InputList taken = new InputList();
    for (int round = 0; round < 3; round++) {
      inbox.touch(1);
      for (int i = 0; i < length; i++) {
        int number = inbox.arrival(i, -i, i % 5);
        inbox.tell(1, number);
        inbox.tell(0, number);
      }
      inbox.take(1, taken);
      assertEquals(length, taken.size());
      for (int i = 0; i < length; i++) {
        assertEquals(i, taken.times()[i]);
        assertEquals(-i, taken.weights()[i]);
        assertEquals(i % 5, taken.receptors()[i]);
      }
      if (length > 0) {
        inbox.take(0, taken);
        assertEquals(length, taken.size());
      }
      inbox.clear();
    }
  }

  /** No neuron may be looked at after its moment; one that has been is not looked at again. */
  @ParameterizedTest
  @CsvSource({"1, 0.0999", "2, 1.998046875", "3, 7.3e-7", "4, 0.14985", "5, 1023"})
  void shouldWakeEveryNeuronInTheWindowOfItsMoment(long seed, double width) {
    Random random = new Random(seed);
    int neurons = 30;
    WakeCalendar calendar = new WakeCalendar(neurons, width);
    double[] wake = new double[neurons];
    for (int i = 0; i < neurons; i++) {
      calendar.set(i, 0, -1);
    }
    for (long window = 0; window < 6000; window++) {
      double until = (window + 1) * width;
      int count = calendar.take(window, until);
      boolean[] taken = new boolean[neurons];
      for (int i = 0; i < count; i++) {
        int neuron = calendar.due(i);
        assertTrue(!taken[neuron], "twice");
        taken[neuron] = true;
      }
      for (int neuron = 0; neuron < neurons; neuron++) {
        assertEquals(
            wake[neuron] <= until, taken[neuron], "window " + window + " wake " + wake[neuron]);
        // Those that are due set their next moment, and others may change theirs.
        if (taken[neuron] || random.nextInt(50) == 0) {
          wake[neuron] = moment(random, until, width, window);
          calendar.set(neuron, wake[neuron], window);
        }
      }
      long next = calendar.next(window);
      double earliest = Arrays.stream(wake).min().orElseThrow();
      assertTrue(
          next <= Math.max(window + 1, Math.ceil(earliest / width)),
          "next window " + next + ", earliest wake " + earliest);
    }
  }

  /** Often the very end of a window, often far beyond the ring. */
  private static double moment(Random random, double until, double width, long window) {
    switch (random.nextInt(5)) {
      case 0:
        return (window + 2 + random.nextInt(20)) * width;
      case 1:
        return Double.POSITIVE_INFINITY;
      case 2:
        return until + random.nextDouble() * 3000 * width;
      case 3:
        return Math.nextUp((window + 2) * width);
      default:
        return until + width * random.nextDouble() * 3;
    }
  }

  @Test
  void shouldKeepSpikesFirstInFirstOut() {
    Random random = new Random(4);
    SpikeQueue queue = new SpikeQueue();
    List<double[]> naive = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      if (random.nextInt(200) < 100 + 20 * Math.sin(i * 1e-3)) {
        queue.add(i, i % 97, i % 13);
        naive.add(new double[] {i, i % 97, i % 13});
      } else if (!naive.isEmpty()) {
        queue.remove();
        naive.remove(0);
      }
      assertEquals(naive.size(), queue.end() - queue.head());
      if (!naive.isEmpty()) {
        int which = random.nextInt(naive.size());
        int place = queue.head() + which;
        assertEquals(naive.get(which)[0], queue.time(place));
        assertEquals((int) naive.get(which)[1], queue.source(place));
        assertEquals((int) naive.get(which)[2], queue.cursor(place));
        queue.setCursor(place, i);
        naive.get(which)[2] = i;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldMergeInputsInOrderOfTimeBehindEqualOnes(long seed) {
    Random random = new Random(seed);
    InputMerge merge = new InputMerge();
    for (int round = 0; round < 200; round++) {
      InputList into = new InputList();
      List<double[]> expected = new ArrayList<>();
      for (int source = 1; source <= 3; source++) {
        int count = random.nextInt(60);
        double[] times =
            random
                .doubles(count, 0, round % 2 == 0 ? 40 : 2)
                .map(t -> Math.floor(t) / 4)
                .sorted()
                .toArray();
        double[] guarded = new double[count + 2];
        System.arraycopy(times, 0, guarded, 1, count);
        merge.merge(guarded, count, source, source, into);
        for (double time : times) {
          expected.add(new double[] {time, source});
        }
      }
      expected.sort(Comparator.comparingDouble(input -> input[0]));
      assertEquals(expected.size(), into.size());
      for (int i = 0; i < into.size(); i++) {
        assertEquals(expected.get(i)[0], into.times()[i]);
        assertEquals(expected.get(i)[1], into.weights()[i]);
        assertEquals(expected.get(i)[1], into.receptors()[i]);
      }
    }
  }

  @Test
  void shouldMergeSpikesOfPartitionsByTimeThenPopulationThenNeuron() {
    Random random = new Random(9);
    List<Outbox> boxes = List.of(new Outbox(), new Outbox(), new Outbox());
    List<double[]> expected = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      double[] spike = {random.nextInt(300) / 7.0, random.nextInt(3), i};
      boxes.get(random.nextInt(3)).add(spike[0], (int) spike[1], (int) spike[2]);
      expected.add(spike);
    }
    expected.sort(
        Comparator.<double[]>comparingDouble(spike -> spike[0])
            .thenComparingDouble(spike -> spike[1])
            .thenComparingDouble(spike -> spike[2]));
    Outbox merged = new Outbox();
    merged.merge(boxes);
    assertEquals(expected.size(), merged.size());
    for (int i = 0; i < merged.size(); i++) {
      assertArrayEquals(
          expected.get(i), new double[] {merged.time(i), merged.population(i), merged.neuron(i)});
    }
  }
}
