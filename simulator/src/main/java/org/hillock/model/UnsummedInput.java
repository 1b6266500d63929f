package org.hillock.model;

import org.jspecify.annotations.Nullable;

/**
 * What reaches the neurons of a block through one receptor in a step, before it is summed. Neuron i
 * receives
 *
 * <pre>
 *   row[first + i] unit (+ other[first + i] otherUnit) + counts[firstCount + i] weight
 * </pre>
 *
 * <p>and who takes that clears the elements of the rows. For kernels that can do so while they
 * advance neurons: a pass over memory less for each row.
 */
public final class UnsummedInput {

  private final int[] row;
  private final double unit;
  private final int @Nullable [] other;
  private final double otherUnit;
  private final int first;
  private final short[] silence;
  private short[] counts;
  private int firstCount;
  private double weight;

  /**
   * @param row whole numbers
   * @param unit what 1 stands for in them
   * @param other more of them, or null
   * @param otherUnit what 1 stands for there
   * @param first the element of the rows that is of the first neuron of the block
   * @param most neurons are advanced at once
   */
  public UnsummedInput(
      int[] row, double unit, int @Nullable [] other, double otherUnit, int first, int most) {
    this.row = row;
    this.unit = unit;
    this.other = other;
    this.otherUnit = otherUnit;
    this.first = first;
    this.silence = new short[most];
    this.counts = silence;
  }

  /** For the neurons that are advanced next there are no counts, of which the first is given. */
  public void silence(int neuron) {
    // A zero that changes no bit of what it is added to.
    counts(silence, -neuron, -0.0);
  }

  /**
   * For the neurons that are advanced next there are counts.
   *
   * @param counts an element a neuron
   * @param firstCount where the first neuron of the block is, or would be
   * @param weight what a count of 1 adds
   */
  public void counts(short[] counts, int firstCount, double weight) {
    this.counts = counts;
    this.firstCount = firstCount;
    this.weight = weight;
  }

  /** Whole numbers, of neuron i at {@code first() + i}. */
  public int[] row() {
    return row;
  }

  /** What 1 stands for in {@link #row}. */
  public double unit() {
    return unit;
  }

  /** More whole numbers, or null. */
  public int @Nullable [] other() {
    return other;
  }

  /** What 1 stands for in {@link #other}. */
  public double otherUnit() {
    return otherUnit;
  }

  /** Where the first neuron of the block is in the rows. */
  public int first() {
    return first;
  }

  /** Counts, of neuron i at {@code firstCount() + i}. */
  public short[] counts() {
    return counts;
  }

  /** Where the first neuron of the block is among the counts, or would be. */
  public int firstCount() {
    return firstCount;
  }

  /** What a count of 1 adds. */
  public double weight() {
    return weight;
  }

  /** What one neuron receives, which is cleared. */
  public double take(int neuron) {
    double sum = row[first + neuron] * unit;
    row[first + neuron] = 0;
    if (other != null) {
      sum += other[first + neuron] * otherUnit;
      other[first + neuron] = 0;
    }
    return sum + counts[firstCount + neuron] * weight;
  }
}
