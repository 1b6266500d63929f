package org.hillock.record;

import java.util.ArrayList;
import java.util.List;

/**
 * Spikes of one population in one partition, recorded and not passed on yet: in blocks, so that
 * none is copied while their number grows. Not thread-safe.
 */
public final class SpikeBlocks {

  private static final int FIRST_BLOCK = 1 << 7;
  private static final int LARGEST_BLOCK = 1 << 16;
  private static final double[] NO_TIMES = {};
  private static final int[] NO_NEURONS = {};

  private List<double[]> times = new ArrayList<>();
  private List<int[]> neurons = new ArrayList<>();
  private double[] lastTimes = NO_TIMES;
  private int[] lastNeurons = NO_NEURONS;
  private int used;
  private long size;

  /** Spikes in the last block of what was given away. */
  private int usedOfLast;

  /**
   * Adds a spike.
   *
   * @param time when [ms], not before the one added last
   * @param neuron who, by its index in the population; at one time they ascend
   */
  public void add(double time, int neuron) {
    if (used == lastTimes.length) {
      int length = Math.max(FIRST_BLOCK, Math.min(LARGEST_BLOCK, 2 * used));
      lastTimes = new double[length];
      lastNeurons = new int[length];
      times.add(lastTimes);
      neurons.add(lastNeurons);
      used = 0;
    }
    lastTimes[used] = time;
    lastNeurons[used++] = neuron;
    size++;
  }

  /** What the spikes take of memory. */
  public long bytes() {
    return size * (Double.BYTES + Integer.BYTES);
  }

  /**
   * Gives away the spikes before a moment; the others stay.
   *
   * @param bound the moment [ms]; few spikes are not before it
   */
  public SpikeBlocks take(double bound) {
    SpikeBlocks taken = new SpikeBlocks();
    taken.times = times;
    taken.neurons = neurons;
    taken.size = size;
    taken.usedOfLast = used;
    times = new ArrayList<>();
    neurons = new ArrayList<>();
    lastTimes = NO_TIMES;
    lastNeurons = NO_NEURONS;
    int block = taken.times.size() - 1;
    int place = used;
    used = 0;
    size = 0;
    while (taken.size > 0 && taken.times.get(block)[place - 1] >= bound) {
      place--;
      taken.size--;
      if (place == 0 && block > 0) {
        block--;
        place = taken.times.get(block).length;
      }
    }
    copyAfter(taken, block, place);
    return taken;
  }

  /** Adds what others hold from a place on but no longer count. */
  private void copyAfter(SpikeBlocks taken, int firstBlock, int firstPlace) {
    int place = firstPlace;
    for (int block = firstBlock; block >= 0 && block < taken.times.size(); block++) {
      double[] own = taken.times.get(block);
      int end = block == taken.times.size() - 1 ? taken.usedOfLast : own.length;
      for (; place < end; place++) {
        add(own[place], taken.neurons.get(block)[place]);
      }
      place = 0;
    }
  }

  /**
   * The spikes of several partitions in one list, by time, then neuron; the blocks are given up one
   * after the other.
   *
   * @param population its name
   * @param partitions whose neurons ascend
   */
  public static SpikeList merge(String population, List<SpikeBlocks> partitions) {
    int total = Math.toIntExact(partitions.stream().mapToLong(part -> part.size).sum());
    double[] allTimes = new double[total];
    int[] allNeurons = new int[total];
    List<Cursor> parts = new ArrayList<>();
    for (SpikeBlocks partition : partitions) {
      parts.add(partition.new Cursor());
    }
    int at = 0;
    while (at < total) {
      double earliest = Double.POSITIVE_INFINITY;
      for (Cursor part : parts) {
        earliest = Math.min(earliest, part.time());
      }
      for (Cursor part : parts) {
        while (part.time() == earliest) {
          allTimes[at] = earliest;
          allNeurons[at++] = part.take();
        }
      }
    }
    return new SpikeList(population, allTimes, allNeurons);
  }

  /** Goes through the spikes once, and gives up each block when it has been read. */
  private final class Cursor {
    private int block;
    private int next;
    private long left = size;

    /** When the next spike is; infinity if there is none. */
    double time() {
      return left == 0 ? Double.POSITIVE_INFINITY : times.get(block)[next];
    }

    int take() {
      int neuron = neurons.get(block)[next++];
      left--;
      if (next == times.get(block).length) {
        times.set(block, NO_TIMES);
        neurons.set(block, NO_NEURONS);
        block++;
        next = 0;
      }
      return neuron;
    }
  }
}
