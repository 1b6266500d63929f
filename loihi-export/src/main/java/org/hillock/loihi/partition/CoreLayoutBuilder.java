package org.hillock.loihi.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.quantise.Compartment;
import org.hillock.loihi.quantise.WeightFormat;
import org.hillock.loihi.wiring.Numbering;

/** Writes out cores, one by one, as their {@link CorePlan} says. Not thread-safe. */
public final class CoreLayoutBuilder {

  private final QuantisedNetwork network;
  private final CorePlanner planner;
  private final Numbering numbering;
  private final ChipProfile profile;
  private final SynapseMemory memory;

  /** Writes out cores of a network. */
  public CoreLayoutBuilder(QuantisedNetwork network) {
    this.network = network;
    this.planner = new CorePlanner(network);
    this.numbering = network.numbering();
    this.profile = network.profile();
    this.memory = new SynapseMemory(profile);
  }

  /** The content of a core. */
  public CoreLayout build(CoreFill fill) {
    CorePlan plan = planner.plan(fill.places());
    List<Compartment> compartments = new ArrayList<>();
    for (int place : fill.places()) {
      compartments.add(network.compartmentAt(place));
    }
    Map<Integer, CoreLayout.Format> formats = formats(plan);
    Map<Integer, CoreLayout.Block> blocks = new LinkedHashMap<>();
    int pointer = 0;
    int[] blockOf = plan.blockOf();
    for (int axon = 0; axon < blockOf.length; axon++) {
      if (blockOf[axon] == axon) {
        CoreLayout.Block block = block(plan, axon, formats, pointer);
        blocks.put(axon, block);
        pointer += block.words();
      }
    }
    List<CoreLayout.Axon> axons = new ArrayList<>();
    for (int axon = 0; axon < blockOf.length; axon++) {
      axons.add(
          new CoreLayout.Axon(
              fill.sources()[axon],
              Objects.requireNonNull(blocks.get(blockOf[axon])),
              plan.lists().base(axon, blockOf[axon]),
              plan.types().length == 0 ? -1 : plan.types()[axon]));
    }
    if (pointer != fill.used(Limit.SYNAPSE_MEMORY)) {
      throw new IllegalStateException(
          pointer + " words, but " + fill.used(Limit.SYNAPSE_MEMORY) + " were counted");
    }
    return new CoreLayout(
        slices(fill),
        compartments,
        formats.values().stream().distinct().toList(),
        List.copyOf(blocks.values()),
        axons);
  }

  private List<CoreLayout.Slice> slices(CoreFill fill) {
    List<CoreLayout.Slice> slices = new ArrayList<>();
    int[] places = fill.places();
    for (int from = 0; from < places.length; ) {
      int population = numbering.populationAt(places[from]);
      int to = from + 1;
      while (to < places.length
          && places[to] == places[to - 1] + 1
          && numbering.populationAt(places[to]) == population) {
        to++;
      }
      slices.add(
          new CoreLayout.Slice(population, numbering.neuronAt(places[from]), from, to - from));
      from = to;
    }
    return slices;
  }

  /** The format of each section that is written; one that several share is the same object. */
  private Map<Integer, CoreLayout.Format> formats(CorePlan plan) {
    int indexBits = profile.synapse().indexBitsFor(plan.fill().compartments());
    AxonLists lists = plan.lists();
    Map<Integer, CoreLayout.Format> formats = new LinkedHashMap<>();
    Map<WeightFormat, CoreLayout.Format> sparse = new HashMap<>();
    int last = 0;
    for (int s = 0; s < lists.sections(); s++) {
      WeightFormat weights = lists.weights(s).written();
      if (plan.encoding().dense(s)) {
        formats.put(s, new CoreLayout.Format(++last, weights, 0, lists.first(s)));
      } else if (plan.encoding().used(s)) {
        CoreLayout.Format format = sparse.get(weights);
        if (format == null) {
          format = new CoreLayout.Format(++last, weights, indexBits, 0);
          sparse.put(weights, format);
        }
        formats.put(s, format);
      }
    }
    return formats;
  }

  private CoreLayout.Block block(
      CorePlan plan, int axon, Map<Integer, CoreLayout.Format> formats, int pointer) {
    AxonLists lists = plan.lists();
    List<CoreLayout.Entry> entries = new ArrayList<>();
    int words = 0;
    for (int from = lists.start(axon); from < lists.end(axon); ) {
      int to = lists.endOfSection(from, axon);
      CoreLayout.Format format = Objects.requireNonNull(formats.get(lists.section(from)));
      if (format.dense()) {
        int reach = lists.compartment(to - 1) - format.cIdxOffset() + 1;
        addDense(lists, from, to, reach, format, entries);
        words += memory.words(reach, memory.denseBits(format.weights()));
      } else {
        addSparse(lists, from, to, format, entries);
        int neurons = plan.fill().compartments();
        words += memory.words(to - from, memory.sparseBits(format.weights(), neurons));
      }
      from = to;
    }
    return new CoreLayout.Block(pointer, words, entries);
  }

  private void addSparse(
      AxonLists lists,
      int begin,
      int end,
      CoreLayout.Format format,
      List<CoreLayout.Entry> entries) {
    int most = profile.synapse().entrySynapses();
    for (int from = begin; from < end; from += most) {
      int count = Math.min(most, end - from);
      int[] targets = new int[count];
      int[] weights = new int[count];
      int[] delays = new int[count];
      for (int i = 0; i < count; i++) {
        targets[i] = lists.compartment(from + i);
        weights[i] = lists.mantissa(from + i);
        delays[i] = lists.delay(from + i);
      }
      entries.add(new CoreLayout.Entry(format, 0, targets, weights, delays));
    }
  }

  private void addDense(
      AxonLists lists,
      int begin,
      int end,
      int reach,
      CoreLayout.Format format,
      List<CoreLayout.Entry> entries) {
    int most = profile.synapse().entrySynapses();
    int[] weights = new int[reach];
    int[] delays = new int[reach];
    for (int i = begin; i < end; i++) {
      int at = lists.compartment(i) - format.cIdxOffset();
      weights[at] = lists.mantissa(i);
      delays[at] = lists.delay(i);
    }
    for (int from = 0; from < reach; from += most) {
      int to = Math.min(reach, from + most);
      entries.add(
          new CoreLayout.Entry(
              format,
              format.cIdxOffset() + from,
              null,
              Arrays.copyOfRange(weights, from, to),
              Arrays.copyOfRange(delays, from, to)));
    }
  }
}
