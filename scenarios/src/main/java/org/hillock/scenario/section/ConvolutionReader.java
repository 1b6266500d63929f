package org.hillock.scenario.section;

import java.util.List;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Convolution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.NeuronRange;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/** Reads the synapses of the rule {@code conv2d}, whose kernel is a list of lists of numbers. */
final class ConvolutionReader {

  /** A synapse that is listed: two ends, and a weight, made longer than needed at first. */
  private static final double EDGE_BYTES = 2 * (4 + 4 + 8);

  private final ValueReader values;
  private final Problems problems;

  ConvolutionReader(ValueReader values) {
    this.values = values;
    this.problems = values.problems();
  }

  /**
   * The synapses; null after a problem was reported.
   *
   * @param unit of the weights
   */
  ConnectionRule.@Nullable Explicit read(
      Fields fields, NeuronRange source, NeuronRange target, MeasurementUnit unit) {
    Item inputItem = fields.get("input");
    Item kernelItem = fields.get("kernel");
    Item scaleItem = fields.get("weight_scale");
    int before = problems.count();
    int[] input = inputItem == null ? null : counts(inputItem, 1, 3);
    double[][][][] kernel = kernelItem == null ? null : kernel(kernelItem);
    Double scale = scaleItem == null ? null : values.number(scaleItem, unit);
    int[] stride = pair(fields.get("stride"), 1, 1);
    int[] padding = pair(fields.get("padding"), 0, 0);
    int[] dilation = pair(fields.get("dilation"), 1, 1);
    if (problems.count() > before || input == null || kernel == null || scale == null) {
      return null;
    }
    try {
      int[] image = input.length == 2 ? new int[] {1, input[0], input[1]} : input;
      Convolution convolution = new Convolution(image, kernel, stride, padding, dilation);
      boolean fits =
          fits(fields, "from", source, image) && fits(fields, "to", target, convolution.output());
      double bytes = EDGE_BYTES * convolution.mostSynapses();
      if (fits && Allocation.exceeded(bytes)) {
        problems.add(fields.mapping(), "found a convolution", Allocation.expected(bytes));
        return null;
      }
      return fits ? convolution.edges(scale) : null;
    } catch (InvalidNetworkException e) {
      fields.impossible(e, problems);
      return null;
    }
  }

  private boolean fits(Fields fields, String key, NeuronRange range, int[] shape) {
    long size = (long) shape[0] * shape[1] * shape[2];
    Item item = fields.get(key);
    if (size == range.size() || item == null) {
      return true;
    }
    problems.add(
        item,
        "found " + range.size() + " neurons of " + range.population(),
        "expected "
            + size
            + ", for "
            + shape[0]
            + (shape[0] == 1 ? " channel of " : " channels of ")
            + shape[1]
            + " rows and "
            + shape[2]
            + " columns");
    return false;
  }

  /** Two or three whole numbers, or, if there may be one alone, that one twice. */
  private int @Nullable [] counts(Item item, int least, int most) {
    List<Item> items = item instanceof Item.Listing listing ? listing.items() : List.of(item);
    boolean alone = most == 2 && items.size() == 1;
    if (!alone && (items.size() < 2 || items.size() > most)) {
      problems.add(
          item,
          "found " + items.size() + (items.size() == 1 ? " number" : " numbers"),
          most == 2
              ? "expected one, or rows and columns, such as [2, 1]"
              : "expected rows and columns, or channels, rows and columns, such as [3, 28, 28]");
      return null;
    }
    int[] counts = new int[items.size()];
    for (int i = 0; i < counts.length; i++) {
      Long count = values.integer(items.get(i), least, Integer.MAX_VALUE);
      if (count == null) {
        return null;
      }
      counts[i] = count.intValue();
    }
    return alone ? new int[] {counts[0], counts[0]} : counts;
  }

  private int[] pair(@Nullable Item item, int usual, int least) {
    int[] pair = item == null ? null : counts(item, least, 2);
    return pair == null ? new int[] {usual, usual} : pair;
  }

  private double @Nullable [][][][] kernel(Item item) {
    boolean plain =
        item instanceof Item.Listing rows
            && !rows.items().isEmpty()
            && rows.items().get(0) instanceof Item.Listing row
            && !row.items().isEmpty()
            && row.items().get(0) instanceof Item.Scalar;
    if (plain) {
      double[][] plane = plane(item);
      return plane == null ? null : new double[][][][] {{plane}};
    }
    Item[] targets = items(item);
    double[][][][] kernel = new double[targets.length][][][];
    for (int o = 0; o < targets.length; o++) {
      Item[] sources = items(targets[o]);
      kernel[o] = new double[sources.length][][];
      for (int c = 0; c < sources.length; c++) {
        double[][] plane = plane(sources[c]);
        if (plane == null) {
          return null;
        }
        kernel[o][c] = plane;
      }
      if (sources.length == 0) {
        return null;
      }
    }
    return targets.length == 0 ? null : kernel;
  }

  private double @Nullable [][] plane(Item item) {
    Item[] rows = items(item);
    double[][] plane = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      Item[] numbers = items(rows[i]);
      plane[i] = new double[numbers.length];
      for (int j = 0; j < numbers.length; j++) {
        Double number = values.number(numbers[j], MeasurementUnit.NONE);
        if (number == null) {
          return null;
        }
        plane[i][j] = number;
      }
      if (numbers.length == 0) {
        return null;
      }
    }
    return rows.length == 0 ? null : plane;
  }

  /** The items of a list; none after a problem was reported. */
  private Item[] items(Item item) {
    if (item instanceof Item.Listing listing && !listing.items().isEmpty()) {
      return listing.items().toArray(Item[]::new);
    }
    problems.add(
        item,
        "found " + (item instanceof Item.Listing ? "an empty list" : item.phrase()),
        "expected rows of numbers, such as [[0, 1], [1, 0]], or such rows for each channel of the"
            + " source in a list for each channel of the target");
    return new Item[0];
  }
}
