package org.hillock.loihi.validate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappedPopulation;
import org.hillock.loihi.read.MappedPort;
import org.hillock.loihi.read.MappingFile;
import org.hillock.network.Network;
import org.hillock.network.Population;

/**
 * Numbers for everything that sends spikes: neurons of populations, relays among them, and trains
 * of inputs. How many there are is the network's word, not the file's. Numbers of relays lead back
 * to the neuron that they repeat.
 */
final class SourceNames {

  /** No source at all. */
  static final int NOBODY = -1;

  /**
   * What a number stands for.
   *
   * @param name of the population or input
   * @param index of the neuron or train
   * @param input place of the input in the network; -1 for a population
   */
  record Place(String name, int index, int input) {}

  private record Group(String name, int first, int size, int input) {}

  private final Map<String, Group> populations = new HashMap<>();
  private final List<Group> inputs = new ArrayList<>();
  private final TreeMap<Integer, Group> byFirst = new TreeMap<>();
  private final Map<Integer, Integer> ports = new HashMap<>();
  private final int[] sourceOfPort;
  private final int[] origin;
  private final int[] laterBy;
  private int next;

  SourceNames(MappingFile file, Network network, Complaints complaints) {
    for (Population population : network.populations()) {
      populations.put(population.name(), group(population.name(), population.size(), -1));
    }
    List<MappedPopulation> relays = relays(file, network, complaints);
    for (int i = 0; i < network.inputs().size(); i++) {
      inputs.add(group(network.inputs().get(i).name(), network.inputs().get(i).trains(), i));
    }
    origin = new int[next];
    laterBy = new int[next];
    Arrays.setAll(origin, i -> i);
    for (MappedPopulation relay : relays) {
      for (int i = 0; i < relay.neurons().length; i++) {
        int number = of(relay.name(), i);
        origin[number] = of(relay.relays(), relay.neurons()[i]);
        laterBy[number] = relay.laterBy();
        if (origin[number] == NOBODY) {
          complaints.add(
              "%s[%d] relays %s[%d], which there is not",
              relay.name(), i, relay.relays(), relay.neurons()[i]);
        }
      }
    }
    sourceOfPort = new int[file.ports().size()];
    number(file, network, complaints);
  }

  private Group group(String name, int size, int input) {
    Group group = new Group(name, next, size, input);
    if (size > 0) {
      byFirst.put(next, group);
    }
    next += size;
    return group;
  }

  private List<MappedPopulation> relays(MappingFile file, Network network, Complaints complaints) {
    List<String> names = network.populations().stream().map(Population::name).toList();
    List<MappedPopulation> relays = new ArrayList<>();
    for (MappedPopulation relay : file.populations()) {
      if (!relay.isRelay()) {
        continue;
      }
      if (populations.containsKey(relay.name()) || !names.contains(relay.relays())) {
        complaints.add(
            "population %s relays %s: no such population, or a name that is taken",
            relay.name(), relay.relays());
        continue;
      }
      complaints.equal("population " + relay.name(), "model", "relay", relay.model());
      complaints.equal("population " + relay.name(), "onChip", "true", "" + relay.onChip());
      complaints.equal("population " + relay.name(), "size", relay.neurons().length, relay.size());
      complaints.range(
          "population " + relay.name(), "laterBy", relay.laterBy(), 1, Integer.MAX_VALUE);
      populations.put(relay.name(), group(relay.name(), relay.neurons().length, -1));
      relays.add(relay);
    }
    return relays;
  }

  /**
   * Finds out which source each port is. Where an input has the name of a population, the ports of
   * the population come first, as they do in the file.
   */
  private void number(MappingFile file, Network network, Complaints complaints) {
    Map<String, Deque<Integer>> wanted = new LinkedHashMap<>();
    for (Population population : network.populations()) {
      int ports = HostModels.outside(population) ? population.size() : 0;
      for (int i = 0; i < ports; i++) {
        wanted
            .computeIfAbsent(text(population.name(), i), key -> new ArrayDeque<>())
            .add(of(population.name(), i));
      }
    }
    for (Group input : inputs) {
      for (int i = 0; i < input.size(); i++) {
        wanted
            .computeIfAbsent(text(input.name(), i), key -> new ArrayDeque<>())
            .add(input.first() + i);
      }
    }
    for (int i = 0; i < file.ports().size(); i++) {
      MappedPort port = file.ports().get(i);
      String name = text(port.name(), port.index());
      Integer source = wanted.getOrDefault(name, new ArrayDeque<>()).poll();
      if (source == null) {
        complaints.add("port %d: the network has no %s outside the chip, or one less", i, name);
      }
      complaints.equal("port " + i, "number", i, port.port());
      sourceOfPort[i] = source == null ? NOBODY : source;
      ports.putIfAbsent(port.port(), sourceOfPort[i]);
    }
    wanted.forEach(
        (name, left) -> {
          if (!left.isEmpty()) {
            complaints.add("%s has no port", name);
          }
        });
  }

  private static String text(String name, int index) {
    return name + "[" + index + "]";
  }

  /** Number of a neuron; -1 if there is none. */
  int of(String population, int neuron) {
    Group group = populations.get(population);
    return group == null || neuron < 0 || neuron >= group.size() ? NOBODY : group.first() + neuron;
  }

  /** Number of a train of an input. */
  int ofTrain(int input, int train) {
    return inputs.get(input).first() + train;
  }

  /** Number of the source of a port; -1 if there is none. */
  int ofPort(int port) {
    return ports.getOrDefault(port, NOBODY);
  }

  /** Number of the source of a port, by the port's place in the file; -1 if there is none. */
  int ofPortAt(int place) {
    return sourceOfPort[place];
  }

  /** Number of the source that an input axon says it has; -1 if there is none. */
  int ofAxon(MappedCore.Axon axon) {
    return axon.port() >= 0 ? ofPort(axon.port()) : of(axon.population(), axon.neuron());
  }

  /** The compartments of a core as sources, in their order; -1 where no slice tells. */
  int[] ofCompartments(MappedCore core) {
    int[] sources = new int[core.compartments().size()];
    Arrays.fill(sources, NOBODY);
    int at = 0;
    for (MappedCore.Slice slice : core.slices()) {
      for (int i = 0; i < slice.count() && at < sources.length; i++) {
        sources[at++] = of(slice.population(), slice.firstNeuron() + i);
      }
    }
    return sources;
  }

  /** How many numbers there are. */
  int size() {
    return origin.length;
  }

  /** What a number that is not -1 stands for. */
  Place place(int source) {
    Group group = byFirst.floorEntry(source).getValue();
    return new Place(group.name(), source - group.first(), group.input());
  }

  /** Whether a source repeats another. */
  boolean isRelay(int source) {
    return origin[source] != source;
  }

  /** What a source repeats; itself if it is no relay, -1 if a relay repeats nobody. */
  int origin(int source) {
    return origin[source];
  }

  /** Steps by which a relay is later than its origin. */
  int laterBy(int source) {
    return laterBy[source];
  }

  /** How people call a source. */
  String text(int source) {
    if (source < 0) {
      return "nobody";
    }
    Place place = place(source);
    return text(place.name(), place.index());
  }
}
