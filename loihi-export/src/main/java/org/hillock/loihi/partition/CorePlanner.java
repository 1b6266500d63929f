package org.hillock.loihi.partition;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.quantise.Compartment;
import org.hillock.loihi.quantise.WeightFormat;
import org.hillock.loihi.wiring.Numbering;

/**
 * Works out what a set of neurons would take of a core. Axons with the same synapses, but for a
 * shift of all targets, share one block of the memory: the synapse maps of both point to it. The
 * cost is proportional to the synapses. Reused; not thread-safe.
 */
final class CorePlanner {

  private final QuantisedNetwork network;
  private final SynapseTable table;
  private final Numbering numbering;
  private final ChipProfile profile;
  private final SynapseMemory memory;
  private final int[] axonOf;

  CorePlanner(QuantisedNetwork network) {
    this.network = network;
    this.table = network.table();
    this.numbering = network.numbering();
    this.profile = network.profile();
    this.memory = new SynapseMemory(profile);
    this.axonOf = new int[numbering.sources()];
    Arrays.fill(axonOf, -1);
  }

  /** The neurons of a core, as the lists ask for them. */
  private final class Neurons implements AxonLists.Core {

    private final int[] places;
    private final int[] populationOf;

    Neurons(int[] places) {
      this.places = places;
      this.populationOf = Arrays.stream(places).map(numbering::populationAt).toArray();
    }

    @Override
    public int size() {
      return places.length;
    }

    @Override
    public int place(int c) {
      return places[c];
    }

    @Override
    public int population(int c) {
      return populationOf[c];
    }

    @Override
    public List<WeightFormat> formats(int c) {
      return network.populationAt(places[c]).formats();
    }

    @Override
    public int axon(int source) {
      return axonOf[source];
    }
  }

  /** What a set of neurons would take; only the input axons, if they alone are too many. */
  CoreFill fill(int[] places) {
    int[] sources = sources(places);
    if (sources.length > profile.core().inputAxons()) {
      return new CoreFill(places, sources, Map.of(Limit.INPUT_AXONS, (long) sources.length));
    }
    return plan(places, sources).fill();
  }

  /**
   * Plans a core.
   *
   * @param places of its neurons, ascending
   */
  CorePlan plan(int[] places) {
    return plan(places, sources(places));
  }

  private CorePlan plan(int[] places, int[] sources) {
    for (int i = 0; i < sources.length; i++) {
      axonOf[sources[i]] = i;
    }
    AxonLists lists = new AxonLists(table, new Neurons(places), sources.length);
    for (int source : sources) {
      axonOf[source] = -1;
    }
    int[] blockOf = lists.blocks(profile.synapse().baseMax());
    Encoding encoding =
        new Encoding(lists, blockOf, places.length, memory, profile.core().synapseFormats());
    Map<Limit, Long> used = new EnumMap<>(Limit.class);
    used.put(Limit.COMPARTMENTS, (long) places.length);
    // An axon whose synapses learn takes two entries of the synapse map.
    long learning = IntStream.range(0, sources.length).filter(lists::learns).count();
    used.put(Limit.INPUT_AXONS, sources.length + learning);
    used.put(Limit.SYNAPSE_MEMORY, encoding.words());
    used.put(Limit.SYNAPSE_FORMATS, (long) encoding.formats());
    tables(places, used);
    int slots = 8;
    for (int s = 0; s < lists.sections(); s++) {
      slots = Math.max(slots, lists.weights(s).delaySlots());
    }
    used.put(Limit.DENDRITE_ACCUMULATORS, (long) slots * places.length);
    int[] types = {};
    if (profile.synapse().axonTypes() > 0) {
      types = AxonTypes.of(lists, places.length);
      used.put(Limit.AXON_TYPES, Arrays.stream(types).max().orElse(-1) + 1L);
    }
    return new CorePlan(new CoreFill(places, sources, used), lists, blockOf, encoding, types);
  }

  /** The different sources of some neurons, ascending. */
  private int[] sources(int[] places) {
    int[] found = new int[256];
    int size = 0;
    for (int place : places) {
      for (int i = table.start(place); i < table.end(place); i++) {
        int source = table.source(i);
        if (axonOf[source] < 0) {
          axonOf[source] = 0;
          if (size == found.length) {
            found = Arrays.copyOf(found, size * 2);
          }
          found[size++] = source;
        }
      }
    }
    int[] sources = Arrays.copyOf(found, size);
    for (int source : sources) {
      axonOf[source] = -1;
    }
    Arrays.sort(sources);
    return sources;
  }

  private void tables(int[] places, Map<Limit, Long> used) {
    Set<Compartment.Profile> profiles = new HashSet<>();
    Set<Integer> thresholds = new HashSet<>();
    long words = 0;
    for (int place : places) {
      Compartment compartment = network.compartmentAt(place);
      words += compartment.dynamics().programme().words();
      profiles.add(compartment.dynamics());
      thresholds.add(compartment.threshold());
    }
    if (profile.core().stateWords() > 0) {
      used.put(Limit.STATE_WORDS, words);
    }
    used.put(Limit.COMPARTMENT_PROFILES, (long) profiles.size());
    used.put(Limit.THRESHOLD_PROFILES, (long) thresholds.size());
  }
}
