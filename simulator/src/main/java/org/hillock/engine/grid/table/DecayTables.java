package org.hillock.engine.grid.table;

import java.util.concurrent.ConcurrentHashMap;
import org.hillock.engine.plasticity.TraceDecay;

/** Tables of decays of one grid, each made once for all synapses of a run. Thread-safe. */
public final class DecayTables {

  private final double step;
  private final ConcurrentHashMap<Double, TraceDecay> byTau = new ConcurrentHashMap<>();

  /**
   * @param step of the grid [ms]
   */
  public DecayTables(double step) {
    this.step = step;
  }

  /** The decay of a time constant [ms]. */
  TraceDecay of(double tau) {
    return byTau.computeIfAbsent(tau, its -> new DecayTable(step, its));
  }
}
