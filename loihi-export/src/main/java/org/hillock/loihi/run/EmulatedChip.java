package org.hillock.loihi.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.emulate.ChipArithmetic;
import org.hillock.loihi.emulate.ChipImage;
import org.hillock.loihi.emulate.ChipWidths;
import org.hillock.loihi.emulate.CoreNeurons;
import org.hillock.loihi.emulate.CoreSettings;
import org.hillock.loihi.emulate.SynapseFormat;
import org.hillock.loihi.emulate.WeightSign;
import org.hillock.loihi.partition.SynapseTable;
import org.hillock.loihi.quantise.ChipLearning;
import org.hillock.loihi.quantise.ChipPopulation;
import org.hillock.loihi.quantise.Compartment;
import org.hillock.loihi.quantise.PopulationReport;
import org.hillock.loihi.quantise.WeightFormat;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappedPort;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.read.MappingFormatException;
import org.hillock.loihi.wiring.Numbering;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;

/**
 * A mapping as the emulator takes it, and where its neurons and ports are.
 *
 * @param image the chip
 * @param neurons number of each neuron of each population of the network; -1 outside the chip
 * @param ports port of each neuron outside the chip; -1 on it
 * @param trains port of each train of each input
 * @param scales units of v per mV of each population; NaN outside the chip
 * @param chipStep what a step of the chip stands for [ms]
 * @param gridStep of the simulator [ms]
 */
public record EmulatedChip(
    ChipImage image,
    int[][] neurons,
    int[][] ports,
    int[][] trains,
    double[] scales,
    double chipStep,
    double gridStep) {

  /** The chip of a mapping that has just been compiled. */
  public static EmulatedChip of(Mapping mapping, ChipArithmetic arithmetic) {
    Network network = mapping.subject().network();
    Numbering numbering = mapping.numbering();
    SynapseTable table = mapping.table();
    ChipProfile profile = mapping.profile();
    ChipImage.Builder builder =
        ChipImage.builder(arithmetic, widths(profile)).expectSynapses(table.size());
    int[] numberOf = new int[numbering.places()];
    for (int core = 0; core < mapping.cores(); core++) {
      int[] places = mapping.fill(core).places();
      CoreNeurons neurons = new CoreNeurons(places.length);
      for (int i = 0; i < places.length; i++) {
        set(neurons, i, compartment(mapping, places[i]), profile);
      }
      int first = builder.core(settings(profile), neurons);
      for (int i = 0; i < places.length; i++) {
        numberOf[places[i]] = first + i;
      }
    }
    builder.ports(numbering.sources() - numbering.places());
    Map<WeightFormat, Integer> formats = new HashMap<>();
    for (int place = 0; place < table.places(); place++) {
      List<WeightFormat> own = population(mapping, place).formats();
      for (int i = table.start(place); i < table.end(place); i++) {
        WeightFormat format = own.get(table.format(i)).written();
        Integer number = formats.get(format);
        if (number == null) {
          number = builder.format(format(format, profile));
          formats.put(format, number);
        }
        int source = table.source(i);
        int from = numbering.placeOf(source);
        builder.synapse(
            number,
            from >= 0 ? numberOf[from] : ChipImage.ofPort(numbering.portOf(source)),
            numberOf[place],
            table.mantissa(i),
            table.delay(i));
      }
    }
    int populations = network.populations().size();
    int[][] neurons = new int[populations][];
    int[][] ports = new int[populations][];
    double[] scales = new double[populations];
    Arrays.fill(scales, Double.NaN);
    for (int p = 0; p < populations; p++) {
      neurons[p] = filled(network.populations().get(p).size());
      ports[p] = filled(neurons[p].length);
      for (int i = 0; i < neurons[p].length; i++) {
        int source = numbering.sourceOf(p, i);
        int place = numbering.placeOf(source);
        if (place >= 0) {
          neurons[p][i] = numberOf[place];
        } else {
          ports[p][i] = numbering.portOf(source);
        }
      }
    }
    for (PopulationReport report : mapping.reports().populations()) {
      scales[network.populationIndex(report.population())] = report.scale();
    }
    int[][] trains = trains(network);
    for (int input = 0; input < trains.length; input++) {
      for (int t = 0; t < trains[input].length; t++) {
        trains[input][t] = numbering.portOf(numbering.sourceOfTrain(input, t));
      }
    }
    return new EmulatedChip(
        builder.build(),
        neurons,
        ports,
        trains,
        scales,
        mapping.chipStep(),
        mapping.subject().gridStep());
  }

  private static ChipPopulation population(Mapping mapping, int place) {
    return Objects.requireNonNull(
        mapping.populations().get(mapping.numbering().populationAt(place)));
  }

  private static Compartment compartment(Mapping mapping, int place) {
    return population(mapping, place).compartment(mapping.numbering().neuronAt(place));
  }

  private static void set(
      CoreNeurons neurons, int i, Compartment compartment, ChipProfile profile) {
    neurons.decayU[i] = compartment.dynamics().decayU();
    neurons.decayV[i] = compartment.dynamics().decayV();
    neurons.refractory[i] = compartment.dynamics().refractDelay();
    neurons.threshold[i] = compartment.threshold() << profile.neuron().thresholdExponent();
    neurons.bias[i] = compartment.bias().value();
    neurons.u[i] = compartment.u();
    neurons.v[i] = compartment.v();
  }

  private static SynapseFormat format(WeightFormat format, ChipProfile profile) {
    checkWidth(profile);
    ChipLearning learning = format.learning();
    return new SynapseFormat(
        format.exponent(),
        format.bits(),
        WeightSign.ofCode(format.signMode().code()),
        learning == null ? null : learning.profile());
  }

  private static void checkWidth(ChipProfile profile) {
    if (profile.synapse().fullWeightBits() != SynapseFormat.FULL_BITS) {
      throw new MappingException(
          "chip",
          "weights of the emulator",
          profile.synapse().fullWeightBits() + " bits",
          SynapseFormat.FULL_BITS + " bits",
          "a profile with weights of 8 bits");
    }
  }

  private static ChipWidths widths(ChipProfile profile) {
    return new ChipWidths(
        profile.neuron().decayBits(),
        profile.neuron().stateBits(),
        profile.synapse().sumBits(),
        profile.synapse().weightShift());
  }

  private static CoreSettings settings(ChipProfile profile) {
    return CoreSettings.of(widths(profile));
  }

  private static int[] filled(int size) {
    int[] array = new int[size];
    Arrays.fill(array, -1);
    return array;
  }

  private static int[][] trains(Network network) {
    int[][] trains = new int[network.inputs().size()][];
    for (int i = 0; i < trains.length; i++) {
      Input input = network.inputs().get(i);
      int count =
          input instanceof Input.Poisson
              ? input.targets().stream().mapToInt(NeuronRange::size).sum()
              : input instanceof Input.Spikes ? 1 : 0;
      trains[i] = filled(count);
    }
    return trains;
  }

  /**
   * The chip of a file.
   *
   * @param network of the scenario that the file was made of
   * @throws MappingFormatException if the file names what the network has not
   */
  public static EmulatedChip of(MappingFile file, Network network, ChipArithmetic arithmetic) {
    ChipProfile profile = file.chip();
    checkWidth(profile);
    ChipImage.Builder builder = ChipImage.builder(arithmetic, widths(profile));
    Map<String, int[]> numbers = new HashMap<>();
    file.populations().forEach(one -> numbers.put(one.name(), filled(one.size())));
    for (MappedCore core : file.cores()) {
      CoreNeurons neurons = new CoreNeurons(core.compartments().size());
      for (int i = 0; i < neurons.count(); i++) {
        set(neurons, i, core, profile);
      }
      int first =
          builder.core(
              settings(profile).withLimits(core.negVmLimit(), Math.min(10, core.posVmLimit())),
              neurons);
      for (MappedCore.Slice slice : core.slices()) {
        for (int i = 0; i < slice.count(); i++) {
          numbers(numbers, slice.population())[slice.firstNeuron() + i] =
              first + slice.firstCompartment() + i;
        }
      }
    }
    int ports = file.ports().stream().mapToInt(MappedPort::port).max().orElse(-1) + 1;
    builder.ports(ports);
    addSynapses(file, numbers, builder);
    int populations = network.populations().size();
    int[][] neurons = new int[populations][];
    int[][] portOf = new int[populations][];
    double[] scales = new double[populations];
    for (int p = 0; p < populations; p++) {
      String name = network.populations().get(p).name();
      neurons[p] = numbers(numbers, name);
      portOf[p] = filled(neurons[p].length);
      scales[p] = file.scales().getOrDefault(name, Double.NaN);
    }
    int[][] trains = trains(network);
    for (MappedPort port : file.ports()) {
      int[] array = null;
      for (int p = 0; p < populations; p++) {
        array = network.populations().get(p).name().equals(port.name()) ? portOf[p] : array;
      }
      for (int i = 0; i < trains.length; i++) {
        array = network.inputs().get(i).name().equals(port.name()) ? trains[i] : array;
      }
      if (array == null || port.index() >= array.length) {
        throw new MappingFormatException(
            "port " + port.port(), "the scenario has no " + port.name() + "[" + port.index() + "]");
      }
      array[port.index()] = port.port();
    }
    return new EmulatedChip(
        builder.build(), neurons, portOf, trains, scales, file.chipStep(), file.gridStep());
  }

  private static int[] numbers(Map<String, int[]> numbers, String population) {
    int[] found = numbers.get(population);
    if (found == null) {
      throw new MappingFormatException("populations", "there is no " + population);
    }
    return found;
  }

  private static void set(CoreNeurons neurons, int i, MappedCore core, ChipProfile profile) {
    MappedCore.Compartment own = core.compartments().get(i);
    MappedCore.Profile table = core.profiles().get(own.profile());
    neurons.decayU[i] = table.decayU();
    neurons.decayV[i] = table.decayV();
    neurons.refractory[i] = table.refractDelay();
    neurons.threshold[i] =
        core.thresholds()[own.threshold()] << profile.neuron().thresholdExponent();
    neurons.bias[i] = own.bias() << own.biasExp();
    neurons.u[i] = own.u0();
    neurons.v[i] = own.v0();
  }

  private static void addSynapses(
      MappingFile file, Map<String, int[]> numbers, ChipImage.Builder builder) {
    Map<SynapseFormat, Integer> formats = new HashMap<>();
    int first = 0;
    for (MappedCore core : file.cores()) {
      Map<Integer, Integer> formatOf = new HashMap<>();
      for (MappedCore.Format one : core.formats()) {
        SynapseFormat format =
            new SynapseFormat(
                one.wgtExp(),
                one.wgtBits(),
                WeightSign.ofCode(one.fanoutType()),
                one.stdpProfile() < 0 ? null : core.learning().get(one.stdpProfile()).profile());
        Integer number = formats.get(format);
        if (number == null) {
          number = builder.format(format);
          formats.put(format, number);
        }
        formatOf.put(one.id(), number);
      }
      Map<Integer, MappedCore.Block> blocks = new HashMap<>();
      core.blocks().forEach(block -> blocks.put(block.pointer(), block));
      for (MappedCore.Axon axon : core.axons()) {
        int from =
            axon.port() >= 0
                ? ChipImage.ofPort(axon.port())
                : numbers(numbers, axon.population())[axon.neuron()];
        MappedCore.Block block = blocks.get(axon.pointer());
        if (block == null) {
          throw new MappingFormatException(core.name(), "no block at " + axon.pointer());
        }
        for (MappedCore.Entry entry : block.entries()) {
          Integer format = formatOf.get(entry.format());
          if (format == null) {
            throw new MappingFormatException(core.name(), "no synapse format " + entry.format());
          }
          for (int i = 0; i < entry.weights().length; i++) {
            if (entry.weights()[i] != 0) {
              builder.synapse(
                  format, from, first + entry.targets()[i], entry.weights()[i], entry.delay(i));
            }
          }
        }
      }
      first += core.compartments().size();
    }
  }
}
