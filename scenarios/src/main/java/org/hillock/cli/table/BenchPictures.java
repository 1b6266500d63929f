package org.hillock.cli.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hillock.bench.EventCost;
import org.hillock.bench.Scaling;
import org.hillock.plot.PlotSize;
import org.hillock.plot.PlotWriter;
import org.hillock.plot.ScalingPlot;

/** Draws what was measured of many networks. */
public final class BenchPictures {

  private BenchPictures() {}

  /** Time and memory of a study of scaling: two pictures. */
  public static List<Path> scaling(List<Scaling.Point> points, Path base) throws IOException {
    List<Path> files = new ArrayList<>();
    files.addAll(
        PlotWriter.write(
            ScalingPlot.of(
                "How time grows",
                "wall-clock time per simulated time",
                "what moving the bytes takes",
                columns(points, p -> p.figures().realTimeFactor(), Scaling.Point::leastFactor)),
            base.resolveSibling(base.getFileName() + "-time"),
            PlotSize.STANDARD));
    files.addAll(
        PlotWriter.write(
            ScalingPlot.of(
                "How memory grows",
                "memory [MiB]",
                "state, targets and weights alone",
                columns(points, p -> p.figures().mebibytes(), Scaling.Point::leastMebibytes)),
            base.resolveSibling(base.getFileName() + "-memory"),
            PlotSize.STANDARD));
    return files;
  }

  private static List<ScalingPlot.Column> columns(
      List<Scaling.Point> points,
      ToDoubleFunction<Scaling.Point> measured,
      ToDoubleFunction<Scaling.Point> least) {
    List<ScalingPlot.Column> columns = new ArrayList<>();
    for (Scaling.Varied varied : Scaling.Varied.values()) {
      List<Scaling.Point> own = points.stream().filter(p -> p.varied() == varied).toList();
      columns.add(
          new ScalingPlot.Column(
              varied.title(),
              own.stream().mapToDouble(Scaling.Point::value).toArray(),
              own.stream().mapToDouble(measured).toArray(),
              own.stream().mapToDouble(least).toArray()));
    }
    return columns;
  }

  /** What an event costs, beside what it costs in the smallest network. */
  public static List<Path> eventCost(List<EventCost.Point> points, Path base) throws IOException {
    double[] cost = points.stream().mapToDouble(EventCost.Point::nanosPerEvent).toArray();
    double[] flat = new double[cost.length];
    Arrays.fill(flat, cost[0]);
    ScalingPlot.Column column =
        new ScalingPlot.Column(
            "neurons", points.stream().mapToDouble(EventCost.Point::neurons).toArray(), cost, flat);
    return PlotWriter.write(
        ScalingPlot.of(
            "What a synaptic event costs in continuous time",
            "wall-clock time per event [ns]",
            "as in the smallest network",
            List.of(column)),
        base,
        PlotSize.STANDARD);
  }
}
