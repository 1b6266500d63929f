package org.hillock.loihi.partition;

import java.util.Arrays;
import java.util.Locale;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.quantise.ChipPopulation;
import org.hillock.loihi.wiring.Numbering;

/**
 * What crossbars cannot do, whatever the partition: an axon meets a neuron once, with the delay of
 * the axon; a weight that belongs to a type of axons cannot learn for one synapse, nor can one that
 * is programmed into a device.
 */
final class Crossbar {

  private final QuantisedNetwork network;
  private final SynapseTable table;
  private final Numbering numbering;

  private Crossbar(QuantisedNetwork network) {
    this.network = network;
    this.table = network.table();
    this.numbering = network.numbering();
  }

  /**
   * Checks all synapses, if the chip has crossbars, types of axons or devices of few levels.
   *
   * @throws MappingException if the chip cannot have such synapses
   */
  static void check(QuantisedNetwork network) {
    ChipProfile profile = network.profile();
    Crossbar crossbar = new Crossbar(network);
    if (profile.synapse().crossbar()) {
      crossbar.checkPairs();
      crossbar.checkDelays();
    }
    if (profile.synapse().axonTypes() > 0) {
      crossbar.checkLearning("one for each type of axons");
    }
    if (profile.synapse().levels() > 0 || profile.synapse().weightNoise() > 0) {
      crossbar.checkLearning("devices that are programmed once");
    }
  }

  private void checkPairs() {
    for (int place = 0; place < table.places(); place++) {
      for (int i = table.start(place); i < table.end(place); ) {
        int next = table.endOfSource(i, place);
        if (next - i > 1) {
          throw new MappingException(
              population(place),
              "synapses between two neurons",
              String.format(
                  Locale.ROOT,
                  "%d, from %s to neuron %d",
                  next - i,
                  name(table.source(i)),
                  numbering.neuronAt(place)),
              "1 where an axon crosses a neuron",
              "multapses: false, and one projection from a population to another");
        }
        i = next;
      }
    }
  }

  private void checkDelays() {
    int[] delayOf = new int[numbering.sources()];
    Arrays.fill(delayOf, -1);
    for (int place = 0; place < table.places(); place++) {
      for (int i = table.start(place); i < table.end(place); i++) {
        int source = table.source(i);
        if (delayOf[source] >= 0 && delayOf[source] != table.delay(i)) {
          throw new MappingException(
              population(place),
              "delays of an axon",
              String.format(
                  Locale.ROOT,
                  "2, of %d and %d steps, for the spikes of %s",
                  delayOf[source] + 1,
                  table.delay(i) + 1,
                  name(source)),
              "1, since on a crossbar the delay belongs to the axon",
              "one delay for all synapses of a neuron, or a coarser --chip-step that rounds them to"
                  + " one");
        }
        delayOf[source] = table.delay(i);
      }
    }
  }

  private void checkLearning(String available) {
    for (int place = 0; place < table.places(); place++) {
      ChipPopulation target = network.populationAt(place);
      if (target.formats().stream().anyMatch(format -> format.learning() != null)) {
        throw new MappingException(
            population(place),
            "weights that learn",
            "one for each synapse",
            available,
            MappingException.FIXED_WEIGHTS);
      }
    }
  }

  private String population(int place) {
    return "neurons." + numbering.name(numbering.populationAt(place));
  }

  private String name(int source) {
    return numbering.placeOf(source) < 0
        ? "input port " + numbering.portOf(source)
        : numbering.name(numbering.populationOf(source)) + "[" + numbering.neuronOf(source) + "]";
  }
}
