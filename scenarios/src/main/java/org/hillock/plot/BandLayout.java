package org.hillock.plot;

import java.util.List;

/**
 * Where each neuron goes on the vertical axis of a raster.
 *
 * <p>Every group gets a band, the first one on top; within its band the neuron numbers rise upward.
 * A band is as high as its group is large, but none is lower than 4.5 % of the whole (less if there
 * are many groups), so that a small population stays visible beside a large one. One group alone is
 * drawn to scale: its neuron n is at height n.
 */
final class BandLayout {

  private static final double LEAST_SHARE = 0.045;
  private static final double MOST_FIXED = 0.7; // of the whole, for bands of least height

  private final List<PlotData.Group> groups;
  private final double[] bottoms;
  private final double[] heights;

  BandLayout(List<PlotData.Group> groups) {
    this.groups = List.copyOf(groups);
    this.heights = heights(this.groups);
    this.bottoms = new double[heights.length];
    double bottom = groups.size() == 1 ? groups.get(0).from() - 0.5 : 0;
    for (int i = heights.length - 1; i >= 0; i--) {
      bottoms[i] = bottom;
      bottom += heights[i];
    }
  }

  /**
   * Heights that sum to the number of neurons. Raising one band to the least height lowers the
   * others, so it is repeated until no further band falls below.
   */
  private static double[] heights(List<PlotData.Group> groups) {
    double total = groups.stream().mapToDouble(PlotData.Group::size).sum();
    double least = total * Math.min(LEAST_SHARE, MOST_FIXED / Math.max(1, groups.size()));
    double[] heights = new double[groups.size()];
    double scale = 1;
    for (int round = 0; round <= groups.size(); round++) {
      double raised = 0;
      double free = 0;
      for (int i = 0; i < heights.length; i++) {
        boolean low = scale * groups.get(i).size() < least;
        heights[i] = low ? least : scale * groups.get(i).size();
        raised += low ? least : 0;
        free += low ? 0 : groups.get(i).size();
      }
      scale = (total - raised) / free;
    }
    return heights;
  }

  List<PlotData.Group> groups() {
    return groups;
  }

  int size() {
    return heights.length;
  }

  /** Lower edge of a band. */
  double bottom(int band) {
    return bottoms[band];
  }

  /** Upper edge of a band. */
  double top(int band) {
    return bottoms[band] + heights[band];
  }

  /** Lower edge of all bands. */
  double lowest() {
    return heights.length == 0 ? 0 : bottoms[heights.length - 1];
  }

  /** Upper edge of all bands. */
  double highest() {
    return heights.length == 0 ? 1 : top(0);
  }

  /** Height of the row of one neuron. */
  double row(int band) {
    return heights[band] / groups.get(band).size();
  }

  /** Middle of the row of a neuron. */
  double middle(int band, int neuron) {
    return bottoms[band] + (neuron - groups.get(band).from() + 0.5) * row(band);
  }
}
