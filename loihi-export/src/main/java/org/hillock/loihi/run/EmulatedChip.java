package org.hillock.loihi.run;

import java.util.Arrays;
import java.util.List;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.emulate.ChipArithmetic;
import org.hillock.loihi.emulate.ChipImage;
import org.hillock.loihi.emulate.ChipWidths;
import org.hillock.loihi.emulate.CoreSettings;
import org.hillock.loihi.emulate.SynapseFormat;
import org.hillock.loihi.read.MappingFile;
import org.hillock.network.Network;

/**
 * A mapping as the emulator takes it, and where its neurons and ports are.
 *
 * @param profile the chip
 * @param image what it is told
 * @param neurons number of each neuron of each population of the network; -1 outside the chip
 * @param ports port of each neuron outside the chip; -1 on it
 * @param trains port of each train of each input
 * @param scales units of v per mV of each population; NaN outside the chip
 * @param chipStep what a step of the chip stands for [ms]
 * @param gridStep of the simulator [ms]
 */
public record EmulatedChip(
    ChipProfile profile,
    ChipImage image,
    int[][] neurons,
    int[][] ports,
    int[][] trains,
    double[] scales,
    double chipStep,
    double gridStep) {

  /** The chip of a mapping that has just been compiled. */
  public static EmulatedChip of(Mapping mapping, ChipArithmetic arithmetic) {
    return CompiledImage.of(mapping, arithmetic);
  }

  /**
   * The chip of a file.
   *
   * @param network of the scenario that the file was made of
   * @throws org.hillock.loihi.read.MappingFormatException if the file names what the network has
   *     not
   */
  public static EmulatedChip of(MappingFile file, Network network, ChipArithmetic arithmetic) {
    return FileImage.of(file, network, arithmetic);
  }

  static void checkWidth(ChipProfile profile) {
    if (profile.synapse().fullWeightBits() != SynapseFormat.FULL_BITS) {
      throw new MappingException(
          "chip",
          "weights of the emulator",
          profile.synapse().fullWeightBits() + " bits",
          SynapseFormat.FULL_BITS + " bits",
          "a profile with weights of 8 bits");
    }
  }

  static ChipWidths widths(ChipProfile profile) {
    return new ChipWidths(
        profile.neuron().decayBits(),
        profile.neuron().stateBits(),
        profile.synapse().sumBits(),
        profile.synapse().weightShift());
  }

  static CoreSettings settings(ChipProfile profile) {
    return CoreSettings.of(widths(profile));
  }

  static int[] numbers(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  static int[] filled(int size) {
    int[] array = new int[size];
    Arrays.fill(array, -1);
    return array;
  }

  static int[][] trains(Network network) {
    int[][] trains = new int[network.inputs().size()][];
    for (int i = 0; i < trains.length; i++) {
      trains[i] = filled(network.inputs().get(i).trains());
    }
    return trains;
  }
}
