package org.hillock.loihi.partition;

import java.util.Map;
import java.util.Objects;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.quantise.ChipPopulation;
import org.hillock.loihi.quantise.Compartment;
import org.hillock.loihi.wiring.Numbering;

/**
 * All that is to be cut into cores: neurons and synapses in whole numbers, and the chip for which
 * they were rounded.
 *
 * @param numbering of sources and places
 * @param populations on the chip, by their place in the numbering
 * @param table their synapses
 * @param profile the limits
 */
public record QuantisedNetwork(
    Numbering numbering,
    Map<Integer, ChipPopulation> populations,
    SynapseTable table,
    ChipProfile profile) {

  /** Draws and quantises the synapses of populations. */
  public static QuantisedNetwork of(
      Numbering numbering, Map<Integer, ChipPopulation> populations, ChipProfile profile) {
    return new QuantisedNetwork(
        numbering, populations, SynapseTable.of(numbering, populations), profile);
  }

  /** The population of a place. */
  public ChipPopulation populationAt(int place) {
    return Objects.requireNonNull(populations.get(numbering.populationAt(place)));
  }

  /** The neuron at a place. */
  public Compartment compartmentAt(int place) {
    return populationAt(place).compartment(numbering.neuronAt(place));
  }
}
