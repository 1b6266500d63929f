package org.hillock.loihi.partition;

import java.util.List;
import org.hillock.loihi.quantise.WeightFormat;

/**
 * The synapses of one core, sorted by axon, then section, then compartment, with the way in which
 * each section is written.
 *
 * @param fill who is on the core, and what it takes
 * @param sections in use
 * @param axonStart first synapse of each axon, and one past the last
 * @param synapses places in the {@link SynapseTable}
 * @param compartments target of each
 * @param sectionOf section of each
 * @param blockOf which axon's synapses an axon shares; its own index if it has its own
 */
record CorePlan(
    CoreFill fill,
    List<Section> sections,
    int[] axonStart,
    int[] synapses,
    int[] compartments,
    int[] sectionOf,
    int[] blockOf) {

  /**
   * The synapses of one format onto one population.
   *
   * @param weights how weights and delays are written
   * @param first compartment of the population on the core
   * @param dense whether targets follow from the place of a synapse
   */
  record Section(WeightFormat weights, int first, boolean dense) {}

  /** One past the last synapse of the run of one section that begins at a synapse of an axon. */
  int endOfRun(int from, int axon) {
    int to = from + 1;
    while (to < axonStart[axon + 1] && sectionOf[to] == sectionOf[from]) {
      to++;
    }
    return to;
  }
}
