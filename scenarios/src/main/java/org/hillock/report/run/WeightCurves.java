package org.hillock.report.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.hillock.plot.PlotData;
import org.hillock.record.WeightTable;

/** How the weights of a projection are distributed from sample to sample. */
final class WeightCurves {

  /** Quantiles besides the mean [%]. */
  private static final double[] QUANTILES = {5, 50, 95};

  private WeightCurves() {}

  /** As many synapses are shown one by one. */
  private static final int FEW = 6;

  /** Number of curves that a table gives. */
  static int count(WeightTable table) {
    return table.sources().length <= FEW ? table.sources().length : 1 + QUANTILES.length;
  }

  /** Each synapse of a few; else mean, median and the band that nine of ten keep to. */
  static Panels.Panel panel(PlotData data, WeightTable table, int most) {
    String unit = data.units().getOrDefault(table.projection(), "");
    List<Curve> curves =
        table.sources().length <= FEW ? each(table, most) : distribution(table, most);
    return new Panels.Panel("Weights of " + table.projection(), unit, curves);
  }

  private static List<Curve> each(WeightTable table, int most) {
    List<Curve> curves = new ArrayList<>();
    for (int synapse = 0; synapse < table.sources().length; synapse++) {
      int one = synapse;
      double[] weights = Arrays.stream(table.weights()).mapToDouble(all -> all[one]).toArray();
      String name =
          String.format(
              "%s[%d] → %s[%d]",
              table.sourcePopulation(),
              table.sources()[synapse],
              table.targetPopulation(),
              table.targets()[synapse]);
      curves.add(Curve.of(name, table.times(), weights, most));
    }
    return curves;
  }

  private static List<Curve> distribution(WeightTable table, int most) {
    int samples = table.times().length;
    double[][] curves = new double[1 + QUANTILES.length][samples];
    for (int i = 0; i < samples; i++) {
      double[] present = present(table.weights()[i]);
      curves[0][i] = new Mean().evaluate(present);
      Percentile percentile = new Percentile();
      percentile.setData(present);
      for (int q = 0; q < QUANTILES.length; q++) {
        curves[1 + q][i] = present.length == 0 ? Double.NaN : percentile.evaluate(QUANTILES[q]);
      }
    }
    return List.of(
        Curve.of("mean", table.times(), curves[0], most),
        Curve.of("5 % are below", table.times(), curves[1], most),
        Curve.of("median", table.times(), curves[2], most),
        Curve.of("5 % are above", table.times(), curves[3], most));
  }

  /** Without synapses that are not there at that moment. */
  static double[] present(double[] weights) {
    return Arrays.stream(weights).filter(weight -> !Double.isNaN(weight)).toArray();
  }
}
