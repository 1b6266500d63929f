package org.hillock.engine.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.model.GridTime;
import org.hillock.network.NeuronRange;

/**
 * Keeps the spikes of some ranges of one population in one partition, in blocks: none is copied.
 */
final class SpikeRecorder {

  private static final int FIRST_BLOCK = 1 << 8;
  private static final int LARGEST_BLOCK = 1 << 16;

  /** Step and neuron of some spikes, in turn. */
  private final List<int[]> blocks = new ArrayList<>();

  private final boolean[] wanted;
  private final int firstNeuron;
  private int[] block = new int[0];
  private int used;
  private long size;

  /**
   * @param ranges what to keep
   * @param firstNeuron first neuron of the population in the partition
   * @param count neurons of the population in the partition
   */
  SpikeRecorder(List<NeuronRange> ranges, int firstNeuron, int count) {
    this.firstNeuron = firstNeuron;
    this.wanted = new boolean[count];
    for (NeuronRange range : ranges) {
      int from = Math.max(range.from() - firstNeuron, 0);
      int to = Math.min(range.to() - firstNeuron, count);
      if (from < to) {
        Arrays.fill(wanted, from, to, true);
      }
    }
  }

  void add(int step, int neuron) {
    if (!wanted[neuron - firstNeuron]) {
      return;
    }
    if (used == block.length) {
      int length = Math.max(FIRST_BLOCK, Math.min(LARGEST_BLOCK, 2 * block.length));
      block = new int[length];
      used = 0;
      blocks.add(block);
    }
    block[used] = step;
    block[used + 1] = neuron;
    used += 2;
    size++;
  }

  /** Goes through the spikes once, and gives up each block when it has been read. */
  private final class Cursor {
    private final SpikeRecorder of = SpikeRecorder.this;
    private int[] reading = blocks.isEmpty() ? block : blocks.get(0);
    private int next;
    private int read;
    private long left = size;

    /** The step of the next spike; a large number if there is none. */
    int step() {
      return left == 0 ? Integer.MAX_VALUE : reading[next];
    }

    int take() {
      int neuron = reading[next + 1];
      next += 2;
      left--;
      if (next == reading.length && left > 0) {
        of.blocks.set(read, new int[0]);
        reading = of.blocks.get(++read);
        next = 0;
      }
      return neuron;
    }
  }

  /**
   * What several partitions kept, merged by step, then neuron: their neurons ascend. The recorders
   * are empty then.
   *
   * @param step grid step [ms]
   */
  static Merged merge(List<SpikeRecorder> partitions, double step) {
    long total = partitions.stream().mapToLong(part -> part.size).sum();
    Merged merged = new Merged(new double[Math.toIntExact(total)], new int[Math.toIntExact(total)]);
    List<Cursor> parts = new ArrayList<>();
    for (SpikeRecorder partition : partitions) {
      parts.add(partition.new Cursor());
    }
    int at = 0;
    while (at < total) {
      int earliest = Integer.MAX_VALUE;
      for (Cursor part : parts) {
        earliest = Math.min(earliest, part.step());
      }
      double time = GridTime.time(earliest, step);
      for (Cursor part : parts) {
        while (part.step() == earliest) {
          merged.times[at] = time;
          merged.neurons[at++] = part.take();
        }
      }
    }
    partitions.forEach(SpikeRecorder::clear);
    return merged;
  }

  private void clear() {
    blocks.clear();
    block = new int[0];
    used = 0;
    size = 0;
  }

  /**
   * Spikes in order.
   *
   * @param times when [ms]
   * @param neurons who
   */
  record Merged(double[] times, int[] neurons) {}
}
