package org.hillock.loihi.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A neuron, found in a mapping.
 *
 * @param core where it sits
 * @param number compartment of the core
 * @param compartment its fields
 * @param profile its decays and refractory field
 * @param threshold its mantissa
 * @param routes where its spikes go
 * @param synapses onto it
 */
public record NeuronOnChip(
    MappedCore core,
    int number,
    MappedCore.Compartment compartment,
    MappedCore.Profile profile,
    int threshold,
    List<MappedCore.Route> routes,
    List<Synapse> synapses) {

  /**
   * A synapse as it is encoded.
   *
   * @param source name of the neuron or port, such as {@code exc[3]}
   * @param axon input axon by which it comes
   * @param format how it is written
   * @param mantissa of the weight
   * @param weight that is added to u
   * @param delay on top of the one step of every spike
   */
  public record Synapse(
      String source, int axon, MappedCore.Format format, int mantissa, long weight, int delay) {}

  /**
   * Finds a neuron.
   *
   * @throws MappingFormatException if it is on no core
   */
  public static NeuronOnChip of(MappingFile file, String population, int neuron) {
    for (MappedCore core : file.cores()) {
      for (MappedCore.Slice slice : core.slices()) {
        int within = neuron - slice.firstNeuron();
        if (slice.population().equals(population) && within >= 0 && within < slice.count()) {
          return of(file, core, slice.firstCompartment() + within);
        }
      }
    }
    throw new MappingFormatException(population + "[" + neuron + "]", "is on no core");
  }

  private static NeuronOnChip of(MappingFile file, MappedCore core, int number) {
    MappedCore.Compartment compartment = core.compartments().get(number);
    List<MappedCore.Route> routes = new ArrayList<>();
    for (int i = 0; i < core.routes().length; i++) {
      if (core.sourceCompartments()[i] == number) {
        routes.add(core.routes()[i]);
      }
    }
    return new NeuronOnChip(
        core,
        number,
        compartment,
        core.profiles().get(compartment.profile()),
        core.thresholds()[compartment.threshold()],
        routes,
        synapses(file, core, number));
  }

  private static List<Synapse> synapses(MappingFile file, MappedCore core, int number) {
    Map<Integer, MappedCore.Format> formats = core.formatsById();
    Map<Integer, MappedCore.Block> blocks = core.blocksByPointer();
    Map<Integer, String> ports = new HashMap<>();
    file.ports().forEach(port -> ports.put(port.port(), port.name() + "[" + port.index() + "]"));
    List<Synapse> found = new ArrayList<>();
    for (int a = 0; a < core.axons().size(); a++) {
      MappedCore.Axon axon = core.axons().get(a);
      String source =
          axon.port() >= 0
              ? ports.getOrDefault(axon.port(), "port " + axon.port())
              : axon.population() + "[" + axon.neuron() + "]";
      MappedCore.Block block = blocks.get(axon.pointer());
      for (MappedCore.Entry entry : block == null ? List.<MappedCore.Entry>of() : block.entries()) {
        MappedCore.Format format = formats.get(entry.format());
        if (format == null) {
          throw new MappingFormatException(core.name(), "no synapse format " + entry.format());
        }
        for (int i = 0; i < entry.weights().length; i++) {
          if (axon.target(entry, i) == number && format.holds(entry.weights()[i])) {
            int shift = file.chip().synapse().weightShift();
            long weight = Math.round(format.weight(entry.weights()[i], shift));
            found.add(new Synapse(source, a, format, entry.weights()[i], weight, entry.delay(i)));
          }
        }
      }
    }
    return found;
  }
}
