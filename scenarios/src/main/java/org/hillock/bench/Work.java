package org.hillock.bench;

import org.hillock.model.Models;
import org.hillock.model.NeuronDescription;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Projection;

/**
 * What a second of biological time asks of any program that simulates a network: see {@link
 * LowerBound}.
 *
 * @param synapses bytes of all synapses
 * @param bytesPerEvent bytes of a synapse that a synaptic event reads, on average over synapses
 * @param rows numbers of the rows into which events are added: one a neuron and receptor
 * @param states numbers that are moved in every step: state variables, and those rows
 * @param steps steps of a biological second; 0 in continuous time, where there are none
 */
public record Work(
    double synapses, double bytesPerEvent, double rows, double states, double steps) {

  /** A target among 65,536. */
  private static final int TARGET_BYTES = 2;

  /** A weight of 16 bits; none where all synapses of a projection share one. */
  private static final int WEIGHT_BYTES = 2;

  /** Everything that is added to or moved is in double precision. */
  static final int NUMBER_BYTES = 8;

  private static final double MILLISECONDS = 1000;

  /**
   * The work of a network.
   *
   * @param step of the grid [ms]; 0 in continuous time
   */
  public static Work of(Network network, double step) {
    double rows = 0;
    double variables = 0;
    for (Population population : network.populations()) {
      NeuronDescription model = Models.of(population).description();
      rows += (double) population.size() * model.receptors().size();
      variables += (double) population.size() * model.stateVariables().size();
    }
    double synapses = 0;
    double bytes = 0;
    for (Projection projection : network.projections()) {
      // What is carried in every step is no synapse.
      if (projection.carries() == null) {
        double count = projection.expectedSynapses();
        synapses += count;
        bytes += count * bytes(projection);
      }
    }
    return new Work(
        bytes,
        synapses == 0 ? 0 : bytes / synapses,
        rows,
        variables + rows,
        step == 0 ? 0 : MILLISECONDS / step);
  }

  private static int bytes(Projection projection) {
    boolean shared = projection.plasticity() == null && projection.weight().constant();
    return shared ? TARGET_BYTES : TARGET_BYTES + WEIGHT_BYTES;
  }

  /** Bytes of all that is moved in a step and of all synapses. */
  public double bytes() {
    return synapses + states * NUMBER_BYTES;
  }
}
