package org.hillock.loihi.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.quantise.Compartment;
import org.hillock.loihi.quantise.QuantisedPopulation;
import org.hillock.loihi.quantise.Synapses;
import org.hillock.loihi.quantise.WeightFormat;
import org.hillock.loihi.wiring.Numbering;

/**
 * Writes the synapses of one core into its synapse memory.
 *
 * <p>A synapse is one long, so that sorting the longs gathers axons, formats and targets:
 *
 * <pre>
 *   axon (20 bits) | section (4) | compartment (13) | place in the lists of weights and delays (26)
 * </pre>
 */
public final class CoreLayoutBuilder {

  private static final int PLACE_BITS = 26;

  /** Synapses that a core may hold, whatever its memory. */
  public static final int MOST_SYNAPSES = 1 << PLACE_BITS;

  private static final int COMPARTMENT_BITS = 13;
  private static final int SECTION_BITS = 4;

  private final Numbering numbering;
  private final Map<Integer, QuantisedPopulation> populations;
  private final ChipProfile profile;
  private final SynapseMemory memory;
  private final Synapses synapses = new Synapses();

  private final List<Section> sections = new ArrayList<>();
  private long[] keys = new long[1 << 12];
  private int[] mantissas = new int[1 << 12];
  private int[] delays = new int[1 << 12];
  private int size;

  /** The synapses of one format onto one slice. */
  private record Section(CoreLayout.Slice slice, WeightFormat weights) {}

  /** A run of keys of one axon and section. */
  private record Run(int from, int to, int axon, int section) {}

  public CoreLayoutBuilder(
      Numbering numbering, Map<Integer, QuantisedPopulation> populations, ChipProfile profile) {
    this.numbering = numbering;
    this.populations = populations;
    this.profile = profile;
    this.memory = new SynapseMemory(profile);
  }

  /** The content of a core. */
  public CoreLayout build(CoreFill core) {
    sections.clear();
    size = 0;
    List<CoreLayout.Slice> slices = slices(core);
    List<Compartment> compartments = new ArrayList<>();
    for (CoreLayout.Slice slice : slices) {
      QuantisedPopulation population = populationOf(slice);
      for (int i = 0; i < slice.count(); i++) {
        compartments.add(population.compartment(slice.firstNeuron() + i));
        synapses.clear();
        population.incoming(slice.firstNeuron() + i, synapses);
        add(core, slice, population, slice.firstCompartment() + i);
      }
    }
    Arrays.sort(keys, 0, size);
    List<Run> runs = runs();
    // One a section; a format that several sections share is the same object.
    List<CoreLayout.Format> formats = formats(runs, core.compartments());
    List<CoreLayout.Axon> axons = axons(core, runs, formats);
    int words = axons.stream().mapToInt(CoreLayout.Axon::words).sum();
    if (words != core.words() || axons.size() != core.sources().length) {
      throw new IllegalStateException(
          words + " words on " + axons.size() + " axons, but " + core.words() + " were counted");
    }
    List<CoreLayout.Format> written = formats.stream().distinct().toList();
    if (written.size() != core.formats()) {
      throw new IllegalStateException(
          written.size() + " formats, but " + core.formats() + " were counted");
    }
    return new CoreLayout(slices, compartments, written, axons, words);
  }

  private QuantisedPopulation populationOf(CoreLayout.Slice slice) {
    return Objects.requireNonNull(populations.get(slice.population()));
  }

  private List<CoreLayout.Slice> slices(CoreFill core) {
    List<CoreLayout.Slice> slices = new ArrayList<>();
    int place = core.from();
    while (place < core.to()) {
      int population = numbering.populationAt(place);
      int end = place;
      while (end < core.to() && numbering.populationAt(end) == population) {
        end++;
      }
      slices.add(
          new CoreLayout.Slice(
              population, numbering.neuronAt(place), place - core.from(), end - place));
      place = end;
    }
    return slices;
  }

  private void add(
      CoreFill core, CoreLayout.Slice slice, QuantisedPopulation population, int compartment) {
    for (int i = 0; i < synapses.size(); i++) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, size * 2);
        mantissas = Arrays.copyOf(mantissas, size * 2);
        delays = Arrays.copyOf(delays, size * 2);
      }
      long axon = Arrays.binarySearch(core.sources(), synapses.source(i));
      int section = section(slice, population.formats().get(synapses.format(i)));
      mantissas[size] = synapses.mantissa(i);
      delays[size] = synapses.delay(i);
      keys[size] =
          ((axon << SECTION_BITS | section) << COMPARTMENT_BITS | compartment) << PLACE_BITS | size;
      size++;
    }
  }

  private int section(CoreLayout.Slice slice, WeightFormat weights) {
    Section section = new Section(slice, weights);
    int found = sections.indexOf(section);
    if (found < 0) {
      sections.add(section);
      return sections.size() - 1;
    }
    return found;
  }

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    int shift = PLACE_BITS + COMPARTMENT_BITS;
    for (int from = 0; from < size; ) {
      int to = from;
      while (to < size && keys[to] >>> shift == keys[from] >>> shift) {
        to++;
      }
      long head = keys[from] >>> shift;
      runs.add(
          new Run(from, to, (int) (head >>> SECTION_BITS), (int) (head & (1 << SECTION_BITS) - 1)));
      from = to;
    }
    return runs;
  }

  private int compartment(int i) {
    return (int) (keys[i] >>> PLACE_BITS) & (1 << COMPARTMENT_BITS) - 1;
  }

  private int place(int i) {
    return (int) (keys[i] & (1 << PLACE_BITS) - 1);
  }

  /**
   * Makes each section sparse or dense, whatever takes fewer words. Sparse sections with the same
   * fields share a format; dense ones do not, since theirs begin at compartments of their own.
   */
  private List<CoreLayout.Format> formats(List<Run> runs, int compartments) {
    long[] sparse = new long[sections.size()];
    long[] dense = new long[sections.size()];
    boolean[] repeated = new boolean[sections.size()];
    for (Run run : runs) {
      Section section = sections.get(run.section());
      WeightFormat weights = section.weights();
      sparse[run.section()] +=
          memory.words(run.to() - run.from(), memory.sparseBits(weights, compartments));
      dense[run.section()] += memory.words(reach(run), memory.denseBits(weights));
      for (int i = run.from() + 1; i < run.to(); i++) {
        repeated[run.section()] |= compartment(i) == compartment(i - 1);
      }
    }
    List<CoreLayout.Format> formats = new ArrayList<>();
    Map<WeightFormat, CoreLayout.Format> sparseFormats = new HashMap<>();
    int last = 0;
    for (int s = 0; s < sections.size(); s++) {
      Section section = sections.get(s);
      WeightFormat weights = section.weights().written();
      boolean isDense = !repeated[s] && dense[s] < sparse[s];
      CoreLayout.Format shared = isDense ? null : sparseFormats.get(weights);
      if (shared == null) {
        shared =
            new CoreLayout.Format(
                ++last,
                weights,
                isDense ? 0 : profile.synapse().indexBitsFor(compartments),
                isDense ? section.slice().firstCompartment() : 0);
      }
      if (!isDense) {
        sparseFormats.put(weights, shared);
      }
      formats.add(shared);
    }
    return formats;
  }

  /** Compartments from the first of the slice to the last that a run reaches. */
  private int reach(Run run) {
    int first = sections.get(run.section()).slice().firstCompartment();
    return compartment(run.to() - 1) - first + 1;
  }

  private List<CoreLayout.Axon> axons(
      CoreFill core, List<Run> runs, List<CoreLayout.Format> formats) {
    List<CoreLayout.Axon> axons = new ArrayList<>();
    int pointer = 0;
    for (int r = 0; r < runs.size(); ) {
      int axon = runs.get(r).axon();
      int words = 0;
      List<CoreLayout.Entry> entries = new ArrayList<>();
      for (; r < runs.size() && runs.get(r).axon() == axon; r++) {
        Run run = runs.get(r);
        CoreLayout.Format format = formats.get(run.section());
        WeightFormat weights = format.weights();
        if (format.dense()) {
          addDense(run, format, entries);
          words += memory.words(reach(run), memory.denseBits(weights));
        } else {
          addSparse(run, format, entries);
          words +=
              memory.words(run.to() - run.from(), memory.sparseBits(weights, core.compartments()));
        }
      }
      axons.add(new CoreLayout.Axon(core.sources()[axon], pointer, words, entries));
      pointer += words;
    }
    return axons;
  }

  private void addSparse(Run run, CoreLayout.Format format, List<CoreLayout.Entry> entries) {
    int most = profile.synapse().entrySynapses();
    for (int from = run.from(); from < run.to(); from += most) {
      int count = Math.min(most, run.to() - from);
      int[] targets = new int[count];
      int[] weights = new int[count];
      int[] own = new int[count];
      for (int i = 0; i < count; i++) {
        targets[i] = compartment(from + i);
        weights[i] = mantissas[place(from + i)];
        own[i] = delays[place(from + i)];
      }
      entries.add(new CoreLayout.Entry(format, 0, targets, weights, own));
    }
  }

  private void addDense(Run run, CoreLayout.Format format, List<CoreLayout.Entry> entries) {
    int most = profile.synapse().entrySynapses();
    int length = reach(run);
    int[] weights = new int[length];
    int[] own = new int[length];
    for (int i = run.from(); i < run.to(); i++) {
      int at = compartment(i) - format.cIdxOffset();
      weights[at] = mantissas[place(i)];
      own[at] = delays[place(i)];
    }
    for (int from = 0; from < length; from += most) {
      int to = Math.min(length, from + most);
      entries.add(
          new CoreLayout.Entry(
              format,
              format.cIdxOffset() + from,
              null,
              Arrays.copyOfRange(weights, from, to),
              Arrays.copyOfRange(own, from, to)));
    }
  }
}
