package org.hillock.engine.plasticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import org.hillock.model.ModulatorTrace;
import org.hillock.model.StateCarrier;
import org.hillock.network.Network;
import org.hillock.record.ModulatorTable;
import org.hillock.record.Recording;

/**
 * What modulating neurons have left behind at the moments at which that was asked for, for every
 * engine. All partitions hear of the same spikes, so one of them samples for all.
 *
 * <p>A sample contains the spikes that have reached the synapses by then, those of just that moment
 * too. Times are in the unit of the engine. Not thread-safe.
 */
public final class ModulatorSamples {

  private final List<Series> series;

  /**
   * @param requests what is asked for
   * @param wanted for each request, when samples are to be taken
   * @param projections for each request, the projection that it means
   * @param tables the plastic table of a projection
   */
  public ModulatorSamples(
      List<Recording.Modulators> requests,
      List<List<Double>> wanted,
      List<Integer> projections,
      IntFunction<PlasticTable> tables) {
    List<Series> made = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      made.add(new Series(tables.apply(projections.get(i)).plasticity(), wanted.get(i)));
    }
    this.series = List.copyOf(made);
  }

  /**
   * Takes the samples up to a moment.
   *
   * @param known all spikes up to it are known
   */
  public void take(double known) {
    series.forEach(one -> one.take(known));
  }

  /**
   * Ends the run: takes the samples that are left, and those of its end.
   *
   * @param end of the run, early or not; all spikes up to it are known
   */
  public void finish(double end) {
    series.forEach(one -> one.finish(end));
  }

  /** Carries the samples that have been taken. */
  public void carry(StateCarrier carrier) {
    series.forEach(one -> one.carry(carrier));
  }

  /**
   * The samples of all requests.
   *
   * @param network the network
   * @param projections for each request, the projection that it means
   * @param ms tells times in ms
   */
  public List<ModulatorTable> tables(
      Network network, List<Integer> projections, DoubleUnaryOperator ms) {
    List<ModulatorTable> tables = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      tables.add(series.get(i).table(network.projections().get(projections.get(i)).name(), ms));
    }
    return tables;
  }

  /** The samples of one request. */
  private static final class Series {
    private final RowPlasticity plasticity;
    private final List<ModulatorTrace> traces;

    /** When samples are to be taken, ascending, and how many have been. */
    private double[] moments;

    private double[][] values;
    private int taken;

    Series(RowPlasticity plasticity, List<Double> wanted) {
      this.plasticity = plasticity;
      this.traces = plasticity.rule().modulatorTraces();
      this.moments = wanted.stream().mapToDouble(Double::doubleValue).sorted().distinct().toArray();
      this.values = new double[traces.size()][moments.length];
      plasticity.keepModulatorAfter(this::needsAfter);
    }

    /** Spikes that reach the synapses before the next sample, but the last, are not needed. */
    private double needsAfter() {
      return taken < moments.length ? moments[taken] : Double.POSITIVE_INFINITY;
    }

    void take(double known) {
      while (taken < moments.length && moments[taken] <= known) {
        for (int k = 0; k < values.length; k++) {
          values[k][taken] = plasticity.modulator(k, moments[taken]) / traces.get(k).tau();
        }
        taken++;
      }
    }

    void finish(double end) {
      take(end);
      if (taken == 0 || moments[taken - 1] < end - plasticity.tolerance()) {
        moments = Arrays.copyOf(moments, taken + 1);
        moments[taken] = end;
        Arrays.setAll(values, k -> Arrays.copyOf(values[k], moments.length));
        take(end);
      }
    }

    void carry(StateCarrier carrier) {
      taken = carrier.carry(taken);
      for (double[] own : values) {
        carrier.carry(own, 0, taken);
      }
    }

    ModulatorTable table(String projection, DoubleUnaryOperator ms) {
      double[] times = Arrays.stream(moments).limit(taken).map(ms).toArray();
      double[][] read = new double[values.length][];
      Arrays.setAll(read, k -> Arrays.copyOf(values[k], taken));
      return new ModulatorTable(
          projection, traces.stream().map(ModulatorTrace::name).toList(), times, read);
    }
  }
}
