package org.hillock.engine.plasticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Synapses that are to be as they were built, also when the state of another run has been restored:
 * keeps their weights, and what else they keep, until then.
 */
public final class SynapsesAnew {

  private record Kept(PlasticTable table, double[] weights, double[][] states) {

    static Kept of(PlasticTable table) {
      double[][] states =
          Arrays.stream(table.states()).map(double[]::clone).toArray(double[][]::new);
      return new Kept(table, table.weights().clone(), states);
    }

    void putBack() {
      System.arraycopy(weights, 0, table.weights(), 0, weights.length);
      for (int k = 0; k < states.length; k++) {
        System.arraycopy(states[k], 0, table.states()[k], 0, states[k].length);
      }
    }
  }

  private final List<Kept> kept = new ArrayList<>();

  /** Keeps those of a table, before anything is restored. */
  public void keep(PlasticTable table) {
    kept.add(Kept.of(table));
  }

  /** Gives them back what was kept. Spikes of neurons and their traces go on. */
  public void putBack() {
    kept.forEach(Kept::putBack);
  }
}
