package org.hillock.engine.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.network.NeuronRange;

/** Keeps the spikes of some ranges of one population in one partition. */
final class SpikeRecorder {

  private final boolean[] wanted;
  private final int firstNeuron;
  private int[] steps = new int[256];
  private int[] neurons = new int[256];
  private int size;

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
    if (size == steps.length) {
      int capacity = (int) Math.min(Integer.MAX_VALUE - 8L, size * 2L);
      steps = Arrays.copyOf(steps, capacity);
      neurons = Arrays.copyOf(neurons, capacity);
    }
    steps[size] = step;
    neurons[size++] = neuron;
  }

  int size() {
    return size;
  }

  int step(int i) {
    return steps[i];
  }

  int neuron(int i) {
    return neurons[i];
  }

  /** What several partitions kept, merged by step, then neuron: their neurons ascend. */
  static Merged merge(List<SpikeRecorder> partitions) {
    List<SpikeRecorder> parts = new ArrayList<>(partitions);
    int total = 0;
    for (SpikeRecorder part : parts) {
      total = Math.addExact(total, part.size());
    }
    Merged merged = new Merged(new int[total], new int[total]);
    int[] next = new int[parts.size()];
    int at = 0;
    while (at < total) {
      int step = Integer.MAX_VALUE;
      for (int p = 0; p < next.length; p++) {
        if (next[p] < parts.get(p).size()) {
          step = Math.min(step, parts.get(p).step(next[p]));
        }
      }
      for (int p = 0; p < next.length; p++) {
        SpikeRecorder part = parts.get(p);
        while (next[p] < part.size() && part.step(next[p]) == step) {
          merged.steps[at] = step;
          merged.neurons[at++] = part.neuron(next[p]++);
        }
      }
    }
    return merged;
  }

  /**
   * Spikes in order.
   *
   * @param steps when
   * @param neurons who
   */
  record Merged(int[] steps, int[] neurons) {}
}
