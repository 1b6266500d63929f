package org.hillock.loihi.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sources of a mapping: populations on the chip, then ports by their inputs. */
public final class MappedGroups {

  private final List<MappedGroup> groups = new ArrayList<>();
  private final Map<String, Integer> populations = new HashMap<>();

  /** The sources of a mapping. */
  public MappedGroups(MappingFile mapping) {
    for (MappedPopulation population : mapping.populations()) {
      if (population.onChip()) {
        int size = population.size();
        populations.put(population.name(), groups.size());
        groups.add(new MappedGroup(population.name(), size, new int[size], new int[size], -1));
      }
    }
    for (int c = 0; c < mapping.cores().size(); c++) {
      for (MappedCore.Slice slice : mapping.cores().get(c).slices()) {
        MappedGroup group = groups.get(number(slice.population()));
        for (int i = 0; i < slice.count(); i++) {
          group.cores()[slice.firstNeuron() + i] = c;
          group.compartments()[slice.firstNeuron() + i] = slice.firstCompartment() + i;
        }
      }
    }
    List<MappedPort> ports = mapping.ports();
    int first = 0;
    while (first < ports.size()) {
      String name = ports.get(first).name();
      int end = first + 1;
      // An input may have the name of a population; its first port has the index 0 again.
      while (end < ports.size()
          && ports.get(end).name().equals(name)
          && ports.get(end).index() == end - first) {
        end++;
      }
      groups.add(new MappedGroup(name, end - first, new int[0], new int[0], first));
      first = end;
    }
  }

  /** All of them. */
  public List<MappedGroup> all() {
    return groups;
  }

  /** One of them. */
  public MappedGroup get(int number) {
    return groups.get(number);
  }

  /**
   * The number of the group of a population on the chip.
   *
   * @throws MappingFormatException if there is no such population
   */
  public int number(String population) {
    Integer number = populations.get(population);
    if (number == null) {
      throw new MappingFormatException("slices", "there is no population " + population);
    }
    return number;
  }
}
