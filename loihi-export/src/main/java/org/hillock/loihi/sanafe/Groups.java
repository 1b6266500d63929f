package org.hillock.loihi.sanafe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappedPopulation;
import org.hillock.loihi.read.MappedPort;
import org.hillock.loihi.read.MappingFile;

/** The groups of the network: populations on the chip, then ports that belong together. */
final class Groups {

  /**
   * A group.
   *
   * @param name in the file, which keeps to letters, digits and _
   * @param origin how messages call it
   * @param size neurons
   * @param cores of each neuron, by their order in the mapping; empty for ports
   * @param compartments of each neuron on its core; empty for ports
   * @param firstPort of ports; -1 for a population
   */
  record Group(
      String name, String origin, int size, int[] cores, int[] compartments, int firstPort) {

    boolean ports() {
      return firstPort >= 0;
    }
  }

  /** Words that a reader of YAML would take for something else than a text. */
  private static final Set<String> RESERVED =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private final List<Group> groups = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, Integer> populations = new HashMap<>();

  Groups(MappingFile mapping) {
    for (MappedPopulation population : mapping.populations()) {
      if (population.onChip()) {
        populations.put(population.name(), groups.size());
        groups.add(
            new Group(
                free(population.name()),
                population.name(),
                population.size(),
                new int[population.size()],
                new int[population.size()],
                -1));
      }
    }
    for (int c = 0; c < mapping.cores().size(); c++) {
      for (MappedCore.Slice slice : mapping.cores().get(c).slices()) {
        Group group = groups.get(number(slice.population()));
        for (int i = 0; i < slice.count(); i++) {
          group.cores()[slice.firstNeuron() + i] = c;
          group.compartments()[slice.firstNeuron() + i] = slice.firstCompartment() + i;
        }
      }
    }
    List<MappedPort> ports = mapping.ports();
    for (int first = 0; first < ports.size(); ) {
      int end = first + 1;
      while (end < ports.size()
          && ports.get(end).name().equals(ports.get(first).name())
          && ports.get(end).index() == end - first) {
        end++;
      }
      String name = ports.get(first).name();
      groups.add(new Group(free(name), name, end - first, new int[0], new int[0], first));
      first = end;
    }
  }

  private String free(String wanted) {
    String plain = wanted.replaceAll("[^A-Za-z0-9_]", "_");
    if (plain.isEmpty() || !Character.isLetter(plain.charAt(0)) || RESERVED.contains(plain)) {
      plain = "g_" + plain;
    }
    String name = plain;
    for (int i = 2; !names.add(name); i++) {
      name = plain + "_" + i;
    }
    return name;
  }

  List<Group> all() {
    return groups;
  }

  Group get(int number) {
    return groups.get(number);
  }

  /** The number of the group of a population on the chip. */
  int number(String population) {
    return populations.get(population);
  }
}
