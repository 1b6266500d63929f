package org.hillock.loihi.run;

import static org.hillock.loihi.run.EmulatedChip.checkWidth;
import static org.hillock.loihi.run.EmulatedChip.filled;
import static org.hillock.loihi.run.EmulatedChip.numbers;
import static org.hillock.loihi.run.EmulatedChip.settings;
import static org.hillock.loihi.run.EmulatedChip.trains;
import static org.hillock.loihi.run.EmulatedChip.widths;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.emulate.ChipArithmetic;
import org.hillock.loihi.emulate.ChipImage;
import org.hillock.loihi.emulate.CoreNeurons;
import org.hillock.loihi.emulate.CoreSettings;
import org.hillock.loihi.emulate.SynapseFormat;
import org.hillock.loihi.emulate.WeightSign;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappedPort;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.read.MappingFormatException;
import org.hillock.network.Network;
import org.hillock.network.Population;

/** The emulated chip of a mapping in a file. */
final class FileImage {

  private FileImage() {}

  /**
   * The chip of a file.
   *
   * @param network of the scenario that the file was made of
   * @throws MappingFormatException if the file or the network has not what the other names, or a
   *     field is out of the emulator's range
   */
  static EmulatedChip of(MappingFile file, Network network, ChipArithmetic arithmetic) {
    file.complete();
    ChipProfile profile = file.chip();
    checkWidth(profile);
    ChipImage.Builder builder = ChipImage.builder(arithmetic, widths(profile));
    Map<String, int[]> numbers = new HashMap<>();
    file.populations().forEach(one -> numbers.put(one.name(), filled(one.size())));
    for (MappedCore core : file.cores()) {
      int first = placed(core, () -> addNeurons(core, profile, builder));
      for (MappedCore.Slice slice : core.slices()) {
        for (int i = 0; i < slice.count(); i++) {
          numbers.get(slice.population())[slice.firstNeuron() + i] =
              first + slice.firstCompartment() + i;
        }
      }
    }
    builder.ports(file.ports().size());
    ImageFormats formats = new ImageFormats(builder);
    int first = 0;
    for (MappedCore core : file.cores()) {
      int begin = first;
      first += placed(core, () -> addSynapses(core, begin, numbers, formats, builder));
    }
    int populations = network.populations().size();
    int[][] neurons = new int[populations][];
    int[][] ports = new int[populations][];
    double[] scales = new double[populations];
    for (int p = 0; p < populations; p++) {
      Population population = network.populations().get(p);
      neurons[p] = numbers.get(population.name());
      if (neurons[p] == null || neurons[p].length != population.size()) {
        throw new MappingFormatException(
            "populations",
            "the scenario has "
                + population.size()
                + " neurons in "
                + population.name()
                + ", the mapping has "
                + (neurons[p] == null ? "none" : neurons[p].length));
      }
      ports[p] = filled(neurons[p].length);
      scales[p] = file.scales().getOrDefault(population.name(), Double.NaN);
    }
    int[][] trains = trains(network);
    fillPorts(file, network, ports, trains);
    return new EmulatedChip(
        profile, builder.build(), neurons, ports, trains, scales, file.chipStep(), file.gridStep());
  }

  /** What the emulator says of a core, with its place. */
  private static int placed(MappedCore core, IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (IllegalArgumentException e) {
      throw new MappingFormatException(core.name(), String.valueOf(e.getMessage()));
    }
  }

  private static int addNeurons(MappedCore core, ChipProfile profile, ChipImage.Builder builder) {
    CoreNeurons neurons = new CoreNeurons(core.compartments().size());
    for (int i = 0; i < neurons.count(); i++) {
      MappedCore.Compartment own = core.compartments().get(i);
      MappedCore.Profile table = core.profiles().get(own.profile());
      neurons.decayU[i] = table.decayU();
      neurons.decayV[i] = table.decayV();
      neurons.refractory[i] = table.refractDelay();
      neurons.threshold[i] =
          shifted("vth", core.thresholds()[own.threshold()], profile.neuron().thresholdExponent());
      neurons.bias[i] = shifted("bias", own.bias(), own.biasExp());
      neurons.u[i] = own.u0();
      neurons.v[i] = own.v0();
      neurons.programme[i] = table.programme();
      neurons.constants[i] = numbers(table.constants());
      neurons.state[i] = numbers(own.state());
    }
    CoreSettings limits =
        settings(profile).withLimits(core.negVmLimit(), Math.min(10, core.posVmLimit()));
    return builder.core(limits, neurons);
  }

  private static int shifted(String field, int mantissa, int exponent) {
    if (exponent < 0 || exponent > 31 || (long) mantissa << exponent != mantissa << exponent) {
      throw new IllegalArgumentException(
          field + " " + mantissa + " × 2^" + exponent + " does not fit 32 bits");
    }
    return mantissa << exponent;
  }

  private static void fillPorts(MappingFile file, Network network, int[][] ports, int[][] trains) {
    for (MappedPort port : file.ports()) {
      int[] array = null;
      for (int p = 0; p < ports.length; p++) {
        array = network.populations().get(p).name().equals(port.name()) ? ports[p] : array;
      }
      for (int i = 0; i < trains.length; i++) {
        array = network.inputs().get(i).name().equals(port.name()) ? trains[i] : array;
      }
      if (array == null || port.index() >= array.length) {
        throw new MappingFormatException(
            "inputs[" + port.port() + "]",
            "the scenario has no " + port.name() + "[" + port.index() + "]");
      }
      array[port.index()] = port.port();
    }
  }

  /**
   * Adds the synapses of a core.
   *
   * @param first its first neuron
   * @return how many neurons it has
   */
  private static int addSynapses(
      MappedCore core,
      int first,
      Map<String, int[]> numbers,
      ImageFormats formats,
      ChipImage.Builder builder) {
    Map<Integer, Integer> numberOfFormat = new HashMap<>();
    for (MappedCore.Format format : core.formats()) {
      numberOfFormat.put(format.id(), formats.number(format(format, core)));
    }
    Map<Integer, MappedCore.Format> formatOf = core.formatsById();
    Map<Integer, MappedCore.Block> blocks = core.blocksByPointer();
    for (MappedCore.Axon axon : core.axons()) {
      int from =
          axon.population().isEmpty()
              ? ChipImage.ofPort(axon.port())
              : numbers.get(axon.population())[axon.neuron()];
      for (MappedCore.Entry entry : blocks.get(axon.pointer()).entries()) {
        MappedCore.Format format = formatOf.get(entry.format());
        int number = numberOfFormat.get(entry.format());
        for (int i = 0; i < entry.weights().length; i++) {
          if (format.holds(entry.weights()[i])) {
            builder.synapse(
                number, from, first + axon.target(entry, i), entry.weights()[i], entry.delay(i));
          }
        }
      }
    }
    return core.compartments().size();
  }

  private static SynapseFormat format(MappedCore.Format format, MappedCore core) {
    return new SynapseFormat(
        format.wgtExp(),
        format.wgtBits(),
        WeightSign.ofCode(format.fanoutType()),
        format.stdpProfile() < 0 ? null : core.learning().get(format.stdpProfile()).profile());
  }
}
