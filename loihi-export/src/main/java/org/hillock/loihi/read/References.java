package org.hillock.loihi.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether all that a mapping names is there: populations, compartments, places in tables, blocks,
 * cores and axons, and whether every neuron of the chip has one compartment. What follows them can
 * then do so without looking. Limits of the chip are another matter.
 */
final class References {

  private final List<MappedPopulation> populations;
  private final List<MappedPort> ports;
  private final List<MappedCore> cores;
  private final Map<String, MappedPopulation> byName = new HashMap<>();
  private final Map<String, boolean[]> placed = new HashMap<>();
  private final Map<Long, MappedCore> byAddress = new HashMap<>();

  References(MappingFile file) {
    this.populations = file.populations();
    this.ports = file.ports();
    this.cores = file.cores();
  }

  /**
   * @throws MappingFormatException at the first thing that is not there
   */
  void check() {
    populations();
    for (int i = 0; i < ports.size(); i++) {
      equal("inputs[" + i + "].port", ports.get(i).port(), i);
      index("inputs[" + i + "].index", ports.get(i).index(), Integer.MAX_VALUE);
    }
    for (int c = 0; c < cores.size(); c++) {
      MappedCore core = cores.get(c);
      if (byAddress.putIfAbsent(core.address(), core) != null) {
        throw new MappingFormatException("cores[" + c + "]", core.name() + " is there twice");
      }
      slices("cores[" + c + "]", core);
    }
    placed.forEach(References::all);
    for (int c = 0; c < cores.size(); c++) {
      tables("cores[" + c + "]", cores.get(c));
      synapses("cores[" + c + "]", cores.get(c));
      for (int i = 0; i < cores.get(c).routes().length; i++) {
        String where = "cores[" + c + "].axons[" + i + "]";
        int source = cores.get(c).sourceCompartments()[i];
        index(where + ".srcCx", source, cores.get(c).compartments().size());
        route(where, cores.get(c).routes()[i]);
      }
    }
    for (int i = 0; i < ports.size(); i++) {
      for (MappedCore.Route route : ports.get(i).routes()) {
        route("inputs[" + i + "].axons", route);
      }
    }
  }

  private void populations() {
    for (int i = 0; i < populations.size(); i++) {
      MappedPopulation one = populations.get(i);
      String where = "populations[" + i + "]";
      index(where + ".size", one.size(), Integer.MAX_VALUE);
      if (byName.putIfAbsent(one.name(), one) != null) {
        throw new MappingFormatException(where, one.name() + " is there twice");
      }
      if (one.onChip()) {
        placed.put(one.name(), new boolean[one.size()]);
      }
      if (one.isRelay()) {
        MappedPopulation origin = population(where + ".relays", one.relays());
        equal(where + ".neurons", one.neurons().length, one.size());
        for (int neuron : one.neurons()) {
          index(where + ".neurons", neuron, origin.size());
        }
      }
    }
  }

  private void slices(String core, MappedCore own) {
    int next = 0;
    for (int s = 0; s < own.slices().size(); s++) {
      MappedCore.Slice slice = own.slices().get(s);
      String where = core + ".slices[" + s + "]";
      boolean[] neurons = placed.get(population(where, slice.population()).name());
      if (neurons == null) {
        throw new MappingFormatException(where, slice.population() + " is outside the chip");
      }
      equal(where + ".firstCompartment", slice.firstCompartment(), next);
      index(where + ".firstNeuron", slice.firstNeuron(), neurons.length);
      range(where + ".count", slice.count(), 1, neurons.length - slice.firstNeuron());
      range(where + ".count", slice.count(), 1, own.compartments().size() - next);
      for (int i = slice.firstNeuron(); i < slice.firstNeuron() + slice.count(); i++) {
        if (neurons[i]) {
          throw new MappingFormatException(
              where, slice.population() + "[" + i + "] has a compartment already");
        }
        neurons[i] = true;
      }
      next += slice.count();
    }
    equal(core + ".cxCfg: number of compartments", own.compartments().size(), next);
  }

  private static void all(String population, boolean[] neurons) {
    for (int i = 0; i < neurons.length; i++) {
      if (!neurons[i]) {
        throw new MappingFormatException("cores", population + "[" + i + "] is on no core");
      }
    }
  }

  private static void tables(String core, MappedCore own) {
    for (int i = 0; i < own.compartments().size(); i++) {
      MappedCore.Compartment one = own.compartments().get(i);
      String where = core + ".cxCfg[" + i + "]";
      index(where + ".cxProfile", one.profile(), own.profiles().size());
      index(where + ".vthProfile", one.threshold(), own.thresholds().length);
    }
    Set<Integer> ids = new HashSet<>();
    for (int i = 0; i < own.formats().size(); i++) {
      MappedCore.Format one = own.formats().get(i);
      String where = core + ".synapseFmt[" + i + "]";
      if (!ids.add(one.id())) {
        throw new MappingFormatException(where, "there are two formats " + one.id());
      }
      range(where + ".stdpProfile", one.stdpProfile(), -1, own.learning().size() - 1);
    }
  }

  private void synapses(String core, MappedCore own) {
    Map<Integer, MappedCore.Format> formats = own.formatsById();
    Map<Integer, Integer> highest = new HashMap<>();
    for (int b = 0; b < own.blocks().size(); b++) {
      MappedCore.Block block = own.blocks().get(b);
      String where = core + ".synapses[" + b + "]";
      if (highest.putIfAbsent(block.pointer(), 0) != null) {
        throw new MappingFormatException(where + ".synapsePtr", "two blocks at " + block.pointer());
      }
      for (MappedCore.Entry entry : block.entries()) {
        if (!formats.containsKey(entry.format())) {
          throw new MappingFormatException(where, "there is no synapse format " + entry.format());
        }
        for (int target : entry.targets()) {
          index(where + ": target", target, own.compartments().size());
          highest.merge(block.pointer(), target, Math::max);
        }
      }
    }
    for (int a = 0; a < own.axons().size(); a++) {
      MappedCore.Axon axon = own.axons().get(a);
      String where = core + ".synapseMap[" + a + "]";
      Integer target = highest.get(axon.pointer());
      if (target == null) {
        throw new MappingFormatException(
            where + ".synapsePtr", "there is no block at " + axon.pointer());
      }
      index(where + ".cxBase", axon.base(), own.compartments().size() - target);
      if (axon.population().isEmpty()) {
        index(where + ".port", axon.port(), ports.size());
      } else {
        String population = axon.population();
        boolean[] neurons = placed.get(population(where, population).name());
        index(where + ".neuron", axon.neuron(), neurons == null ? 0 : neurons.length);
      }
    }
  }

  private void route(String where, MappedCore.Route route) {
    MappedCore core = byAddress.get(route.address());
    if (core == null) {
      throw new MappingFormatException(
          where, "leads to core " + route.chip() + "." + route.core() + ", which is not there");
    }
    index(where + ".dstAxon", route.axon(), core.axons().size());
  }

  private MappedPopulation population(String where, String name) {
    MappedPopulation found = byName.get(name);
    if (found == null) {
      throw new MappingFormatException(where, "there is no population '" + name + "'");
    }
    return found;
  }

  private static void index(String where, int found, int size) {
    range(where, found, 0, size - 1);
  }

  private static void equal(String where, int found, int expected) {
    range(where, found, expected, expected);
  }

  private static void range(String where, int found, int least, int most) {
    if (found < least || found > most) {
      String expected =
          least == most ? Integer.toString(least) : most < least ? "none" : least + " to " + most;
      throw new MappingFormatException(where, "expected " + expected + ", found " + found);
    }
  }
}
