package org.hillock.loihi.emulate.learning;

import java.util.Arrays;

/**
 * Synapses that learn, from some sources on to some targets, each numbered from 0 here. Their three
 * variables are arrays with an element a synapse; rows by source and columns by target find the
 * synapses of a spike.
 */
public final class PlasticSynapses {

  /** Told of weights that have changed. */
  @FunctionalInterface
  public interface Listener {
    /**
     * @param synapse number here
     * @param weight its mantissa
     */
    void changed(int synapse, int weight);
  }

  final int[] source;
  final int[] target;
  final int[] w;
  final int[] d;
  final int[] t;
  final int[] rowStart;
  final int[] row;
  final int[] columnStart;
  final int[] column;
  final int[] sourceNumber;
  final int[] targetNumber;
  final int[] synapseNumber;
  private final Listener listener;

  /**
   * @param source of each synapse
   * @param target of each synapse
   * @param weight mantissas at the start; changed from now on
   * @param sourceNumber the number of each source, for its random numbers
   * @param targetNumber the number of each target
   * @param synapseNumber the number of each synapse
   * @param listener told of weights that have changed
   */
  public PlasticSynapses(
      int[] source,
      int[] target,
      int[] weight,
      int[] sourceNumber,
      int[] targetNumber,
      int[] synapseNumber,
      Listener listener) {
    this.source = source;
    this.target = target;
    this.w = weight;
    this.d = new int[weight.length];
    this.t = new int[weight.length];
    this.sourceNumber = sourceNumber;
    this.targetNumber = targetNumber;
    this.synapseNumber = synapseNumber;
    this.listener = listener;
    rowStart = starts(source, sourceNumber.length);
    row = sorted(source, rowStart);
    columnStart = starts(target, targetNumber.length);
    column = sorted(target, columnStart);
  }

  /** How many synapses. */
  public int count() {
    return w.length;
  }

  /** How many sources. */
  public int sources() {
    return sourceNumber.length;
  }

  /** How many targets. */
  public int targets() {
    return targetNumber.length;
  }

  /** The mantissa of a synapse's weight. */
  public int weight(int synapse) {
    return w[synapse];
  }

  /** The delay, as learned, of a synapse; 0 at the start. */
  public int delay(int synapse) {
    return d[synapse];
  }

  /** The tag of a synapse; 0 at the start. */
  public int tag(int synapse) {
    return t[synapse];
  }

  /** Sets a weight. */
  void set(int synapse, int weight) {
    if (w[synapse] != weight) {
      w[synapse] = weight;
      listener.changed(synapse, weight);
    }
  }

  private static int[] starts(int[] key, int keys) {
    int[] start = new int[keys + 1];
    for (int k : key) {
      start[k + 1]++;
    }
    for (int i = 0; i < keys; i++) {
      start[i + 1] += start[i];
    }
    return start;
  }

  private static int[] sorted(int[] key, int[] start) {
    int[] next = Arrays.copyOf(start, start.length);
    int[] order = new int[key.length];
    for (int i = 0; i < key.length; i++) {
      order[next[key[i]]++] = i;
    }
    return order;
  }
}
