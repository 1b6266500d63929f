package org.hillock.report.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hillock.plot.PlotData;
import org.hillock.record.Spikes;

/**
 * Spikes as the page holds them: sorted by time, then row; of each the difference of its time from
 * the one before, in ticks, and its row, both as whole numbers of seven bits a byte, the lowest
 * first, where the eighth bit says that more follow (LEB128).
 *
 * <p>Rows are the recorded neurons from top to bottom. A spike takes three bytes in most networks.
 * Of more spikes than a page can hold only those of every so many-th row are kept.
 *
 * @param groups the populations, from top to bottom
 * @param tick unit of times [ms]
 * @param total how many spikes were recorded
 * @param kept how many of them are here
 * @param stride of how many rows one is here
 * @param bytes the code
 */
record SpikeData(
    List<PlotData.Group> groups, double tick, long total, int kept, int stride, byte[] bytes) {

  /** The page stays below some 35 MB with as many. */
  static final int MOST = 6_000_000;

  /** Times of spikes that are on no grid [ms]: a microsecond, which is less than can be seen. */
  private static final double FINE = 0.001;

  /** Of results; nothing if no spikes were recorded. */
  static SpikeData of(PlotData data, List<PlotData.Group> recorded) {
    return of(data, recorded, MOST);
  }

  /** The same with another limit, for tests. */
  static SpikeData of(PlotData data, List<PlotData.Group> recorded, int most) {
    Set<String> names = new HashSet<>();
    recorded.forEach(group -> names.add(group.name()));
    List<PlotData.Group> groups =
        data.groups().stream().filter(group -> names.contains(group.name())).toList();
    double tick = data.details().step() > 0 ? data.details().step() : FINE;
    int rows = groups.stream().mapToInt(PlotData.Group::size).sum();
    long[] counts = new long[rows];
    each(data, groups, (time, row) -> counts[row]++);
    int stride = 1;
    while (sum(counts, stride) > most && stride < rows) {
      stride++;
    }
    long[] keys = new long[Math.toIntExact(sum(counts, stride))];
    int[] size = {0};
    int step = stride;
    each(
        data,
        groups,
        (time, row) -> {
          if (row % step == 0) {
            keys[size[0]++] = Math.round(time / tick) * rows + row;
          }
        });
    Arrays.sort(keys);
    return new SpikeData(groups, tick, sum(counts, 1), keys.length, stride, code(keys, rows));
  }

  private static long sum(long[] counts, int stride) {
    long sum = 0;
    for (int row = 0; row < counts.length; row += stride) {
      sum += counts[row];
    }
    return sum;
  }

  private static void each(PlotData data, List<PlotData.Group> groups, Spikes.Visitor visitor) {
    int first = 0;
    for (PlotData.Group group : groups) {
      int offset = first - group.from();
      data.spikesOf(group)
          .ifPresent(
              spikes ->
                  spikes.forEach(
                      (time, neuron) -> {
                        if (neuron >= group.from() && neuron < group.to()) {
                          visitor.spike(time, offset + neuron);
                        }
                      }));
      first += group.size();
    }
  }

  private static byte[] code(long[] keys, int rows) {
    byte[] code = new byte[Math.max(16, keys.length)];
    int size = 0;
    long before = 0;
    for (long key : keys) {
      if (size + 20 > code.length) { // two numbers take at most ten bytes each
        code = Arrays.copyOf(code, code.length + code.length / 2 + 20);
      }
      size = number(code, size, key / rows - before);
      size = number(code, size, key % rows);
      before = key / rows;
    }
    return Arrays.copyOf(code, size);
  }

  private static int number(byte[] code, int at, long number) {
    int size = at;
    long rest = number;
    while (rest > 0x7f) {
      code[size++] = (byte) (rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    code[size++] = (byte) rest;
    return size;
  }

  /** Whether spikes were recorded at all. */
  boolean recorded() {
    return !groups.isEmpty();
  }

  /** Number of rows. */
  int rows() {
    return groups.stream().mapToInt(PlotData.Group::size).sum();
  }

  /** Names of the populations. */
  List<String> names() {
    return new ArrayList<>(groups.stream().map(PlotData.Group::name).toList());
  }
}
