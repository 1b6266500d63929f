package org.hillock.loihi.run;

import static org.hillock.loihi.run.EmulatedChip.checkWidth;
import static org.hillock.loihi.run.EmulatedChip.filled;
import static org.hillock.loihi.run.EmulatedChip.settings;
import static org.hillock.loihi.run.EmulatedChip.trains;
import static org.hillock.loihi.run.EmulatedChip.widths;

import java.util.HashMap;
import java.util.Map;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.emulate.ChipArithmetic;
import org.hillock.loihi.emulate.ChipImage;
import org.hillock.loihi.emulate.CoreNeurons;
import org.hillock.loihi.emulate.SynapseFormat;
import org.hillock.loihi.emulate.WeightSign;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappedPort;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.read.MappingFormatException;
import org.hillock.network.Network;

/** The emulated chip of a mapping in a file. */
final class FileImage {

  private FileImage() {}

  /**
   * The chip of a file.
   *
   * @param network of the scenario that the file was made of
   * @throws MappingFormatException if the file names what the network has not
   */
  static EmulatedChip of(MappingFile file, Network network, ChipArithmetic arithmetic) {
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
      Map<Integer, MappedCore.Block> blocks = core.blocksByPointer();
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
