package org.hillock.model;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * The parameters of the neurons of a block, from which a kernel makes its columns.
 *
 * @param size neurons of the block, 0 or more
 * @param vary whether neurons may differ
 * @param of the checked values of each neuron, drawn anew at each call and not to be kept; those of
 *     neuron 0 are there even for an empty block
 */
public record BlockParameters(int size, boolean vary, IntFunction<ParameterSet> of) {

  /** The parameters of neurons that are all alike. */
  public static BlockParameters of(int size, ParameterSet parameters) {
    return new BlockParameters(size, false, neuron -> parameters);
  }

  /** One number a neuron. */
  public Column column(ToDoubleFunction<ParameterSet> number) {
    return columns(1, set -> new double[] {number.applyAsDouble(set)})[0];
  }

  /**
   * Several numbers a neuron, each of which becomes a column.
   *
   * @param count how many
   * @param numbers makes them of the parameters of one neuron
   */
  public Column[] columns(int count, Function<ParameterSet, double[]> numbers) {
    Column[] columns = new Column[count];
    double[] first = numbers.apply(of.apply(0));
    Column.Draft[] drafts = new Column.Draft[count];
    for (int c = 0; c < count; c++) {
      drafts[c] = new Column.Draft(size, first[c]);
    }
    for (int i = 1; vary && i < size; i++) {
      double[] own = numbers.apply(of.apply(i));
      for (int c = 0; c < count; c++) {
        drafts[c].set(i, own[c]);
      }
    }
    for (int c = 0; c < count; c++) {
      columns[c] = drafts[c].column();
    }
    return columns;
  }
}
