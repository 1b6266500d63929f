package org.hillock.loihi.validate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.loihi.read.MappedPopulation;
import org.hillock.loihi.read.MappedPort;
import org.hillock.loihi.read.MappingFile;

/**
 * Numbers for everything that a mapping names: neurons of populations, relays among them, and
 * trains of inputs. Numbers of relays lead back to the neuron that they repeat.
 */
final class SourceNames {

  private final Map<String, Integer> first = new LinkedHashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Map<Integer, Integer> ports = new HashMap<>();
  private final int[] origin;
  private final int[] laterBy;

  SourceNames(MappingFile file, Complaints complaints) {
    int next = 0;
    for (MappedPopulation population : file.populations()) {
      first.put(population.name(), next);
      sizes.put(population.name(), population.size());
      next += population.size();
    }
    Map<String, Integer> trains = new LinkedHashMap<>();
    for (MappedPort port : file.ports()) {
      if (!first.containsKey(port.name())) {
        trains.merge(port.name(), port.index() + 1, Math::max);
      }
    }
    for (Map.Entry<String, Integer> input : trains.entrySet()) {
      first.put(input.getKey(), next);
      sizes.put(input.getKey(), input.getValue());
      next += input.getValue();
    }
    for (MappedPort port : file.ports()) {
      if (ports.put(port.port(), of(port.name(), port.index())) != null) {
        complaints.add("port %d is there twice", port.port());
      }
    }
    origin = new int[next];
    laterBy = new int[next];
    Arrays.setAll(origin, i -> i);
    for (MappedPopulation population : file.populations()) {
      for (int i = 0; population.isRelay() && i < population.size(); i++) {
        int relay = of(population.name(), i);
        origin[relay] = of(population.relays(), population.neurons()[i]);
        laterBy[relay] = population.laterBy();
      }
    }
  }

  /** Number of a neuron or train; -1 if there is none. */
  int of(String name, int index) {
    Integer start = first.get(name);
    Integer size = sizes.get(name);
    return start == null || size == null || index < 0 || index >= size ? -1 : start + index;
  }

  /** Number of the source of a port; -1 if there is none. */
  int ofPort(int port) {
    return ports.getOrDefault(port, -1);
  }

  /** How many numbers there are. */
  int size() {
    return origin.length;
  }

  /** What a source repeats; itself if it is no relay. */
  int origin(int source) {
    return origin[source];
  }

  /** Steps by which a relay is later than its origin. */
  int laterBy(int source) {
    return laterBy[source];
  }

  /** How people call a source. */
  String text(int source) {
    String best = "nobody";
    for (Map.Entry<String, Integer> entry : first.entrySet()) {
      if (source >= entry.getValue() && of(entry.getKey(), source - entry.getValue()) == source) {
        best = entry.getKey() + "[" + (source - entry.getValue()) + "]";
      }
    }
    return best;
  }
}
