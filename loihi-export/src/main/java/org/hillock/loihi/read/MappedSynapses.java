package org.hillock.loihi.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The synapses of each source, found along its routes. */
public final class MappedSynapses {

  /** Takes synapses. */
  public interface Sink {

    /**
     * A synapse.
     *
     * @param group of the target
     * @param neuron of that group
     * @param weight in units of v of the chip, never 0
     * @param delay beyond the one step that every spike takes
     */
    void synapse(int group, int neuron, double weight, int delay);
  }

  private final MappingFile mapping;
  private final MappedGroups groups;
  private final int shift;
  private final Map<Long, Integer> coreAt = new HashMap<>();
  private final List<Target[]> targets = new ArrayList<>();
  private final List<Map<Integer, MappedCore.Block>> blocks = new ArrayList<>();
  private final List<Map<Integer, MappedCore.Format>> formats = new ArrayList<>();
  private final List<List<List<MappedCore.Route>>> routes = new ArrayList<>();

  /** Where in the network a compartment is. */
  private record Target(int group, int neuron) {}

  /** The synapses of a mapping, whose sources are counted as given. */
  public MappedSynapses(MappingFile mapping, MappedGroups groups) {
    this.mapping = mapping;
    this.groups = groups;
    this.shift = mapping.chip().synapse().weightShift();
    for (int c = 0; c < mapping.cores().size(); c++) {
      MappedCore core = mapping.cores().get(c);
      coreAt.put(core.address(), c);
      Target[] here = new Target[core.compartments().size()];
      for (MappedCore.Slice slice : core.slices()) {
        for (int i = 0; i < slice.count(); i++) {
          here[slice.firstCompartment() + i] =
              new Target(groups.number(slice.population()), slice.firstNeuron() + i);
        }
      }
      targets.add(here);
      blocks.add(core.blocksByPointer());
      formats.add(core.formatsById());
      List<List<MappedCore.Route>> out = new ArrayList<>();
      core.compartments().forEach(compartment -> out.add(new ArrayList<>(1)));
      for (int i = 0; i < core.routes().length; i++) {
        out.get(core.sourceCompartments()[i]).add(core.routes()[i]);
      }
      routes.add(out);
    }
  }

  /** Passes on all synapses of a neuron, or of a port. */
  public void from(int group, int neuron, Sink sink) {
    MappedGroup source = groups.get(group);
    if (source.ports()) {
      for (MappedCore.Route route : mapping.ports().get(source.firstPort() + neuron).routes()) {
        follow(route, sink);
      }
    } else {
      int core = source.cores()[neuron];
      routes.get(core).get(source.compartments()[neuron]).forEach(route -> follow(route, sink));
    }
  }

  private void follow(MappedCore.Route route, Sink sink) {
    int c = coreAt.get(route.address());
    MappedCore.Axon axon = mapping.cores().get(c).axons().get(route.axon());
    for (MappedCore.Entry entry : blocks.get(c).get(axon.pointer()).entries()) {
      MappedCore.Format format = formats.get(c).get(entry.format());
      for (int i = 0; i < entry.weights().length; i++) {
        // A dense entry holds 0 where there is no synapse.
        if (entry.weights()[i] != 0) {
          Target target = targets.get(c)[axon.target(entry, i)];
          double weight = format.weight(entry.weights()[i], shift);
          sink.synapse(target.group(), target.neuron(), weight, entry.delay(i));
        }
      }
    }
  }
}
