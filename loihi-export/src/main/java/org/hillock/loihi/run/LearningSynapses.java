package org.hillock.loihi.run;

import static org.hillock.loihi.run.EmulatedChip.filled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hillock.loihi.chip.ChipForm;
import org.hillock.loihi.emulate.ChipImage;
import org.hillock.loihi.emulate.SynapseFormat;
import org.hillock.loihi.quantise.Dynamics;
import org.hillock.loihi.quantise.PhysicalNeuron;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.model.Models;
import org.hillock.model.NeuronValues;
import org.hillock.model.form.NeuronForm;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Projection;

/**
 * The synapses of one projection that learn on an emulated chip, by source, then target.
 *
 * @param projection of the network
 * @param numbers of the synapses in the image
 * @param sources source neuron of each, index within its population
 * @param targets target neuron of each, index within its population
 * @param units what a step of each mantissa is worth, in the unit of the network: 2^exponent over
 *     the scale of the target and the gain of its currents
 */
record LearningSynapses(
    Projection projection, int[] numbers, int[] sources, int[] targets, double[] units) {

  private record Ends(int number, int source, int target) {}

  /**
   * Finds them.
   *
   * @param index of the projection
   * @param seed of the parameters of its targets
   * @throws InvalidNetworkException if there are none, or they cannot be told from those of another
   *     projection
   */
  static LearningSynapses of(EmulatedChip chip, Network network, int index, long seed) {
    Projection projection = network.projections().get(index);
    checkAlone(network, index);
    int from = network.populationIndex(projection.source().population());
    int to = network.populationIndex(projection.target().population());
    ChipImage image = chip.image();
    int[] sourceOf = filled(image.neurons() + image.ports());
    for (int i = projection.source().from(); i < projection.source().to(); i++) {
      int port = chip.ports()[from][i];
      sourceOf[port < 0 ? chip.neurons()[from][i] : image.neurons() + port] = i;
    }
    int[] targetOf = filled(image.neurons());
    for (int i = projection.target().from(); i < projection.target().to(); i++) {
      targetOf[chip.neurons()[to][i]] = i;
    }
    List<Ends> found = new ArrayList<>();
    for (int s = 0; s < image.synapses(); s++) {
      int source = sourceOf[image.sourceNumber(s)];
      int target = targetOf[image.target(s)];
      if (image.format(s).learning() != null && source >= 0 && target >= 0) {
        found.add(new Ends(s, source, target));
      }
    }
    if (found.isEmpty()) {
      throw new InvalidNetworkException(
          "record.weights",
          "'" + projection.name() + "', of which no synapse learns on the chip",
          "projections whose weights change, so not under --freeze-plasticity");
    }
    found.sort(Comparator.comparingInt(Ends::source).thenComparingInt(Ends::target));
    double[] units = new double[found.size()];
    double[] ofTarget = units(chip, network.populations().get(to), to, projection, seed);
    Arrays.setAll(
        units,
        k -> {
          SynapseFormat format = image.format(found.get(k).number());
          int exponent = format.exponent() + image.widths().weightShift();
          return Math.scalb(ofTarget[found.get(k).target()], exponent);
        });
    return new LearningSynapses(
        projection,
        found.stream().mapToInt(Ends::number).toArray(),
        found.stream().mapToInt(Ends::source).toArray(),
        found.stream().mapToInt(Ends::target).toArray(),
        units);
  }

  /** What 1 of u is worth for each target, in the unit of the network. */
  private static double[] units(
      EmulatedChip chip, Population population, int index, Projection projection, long seed) {
    NeuronValues values = new NeuronValues(population, index, Models.of(population), seed);
    ChipTime time = new ChipTime(chip.chipStep(), chip.gridStep());
    boolean inhibitory =
        projection.plasticity() != null && projection.plasticity().parameters().get("W_max") < 0;
    double[] units = new double[population.size()];
    for (int i = projection.target().from(); i < projection.target().to(); i++) {
      NeuronForm form = values.form(i);
      Dynamics dynamics =
          PhysicalNeuron.of(ChipForm.of(form).orElseThrow(), form, 0)
              .dynamics(time, chip.profile(), "neurons." + population.name());
      double gain = inhibitory ? dynamics.gainInhibitory() : dynamics.gainExcitatory();
      units[i] = 1 / (chip.scales()[index] * gain);
    }
    return units;
  }

  /** Synapses of the chip do not know their projection, only their ends and that they learn. */
  private static void checkAlone(Network network, int index) {
    Projection own = network.projections().get(index);
    for (int i = 0; i < network.projections().size(); i++) {
      Projection other = network.projections().get(i);
      if (i != index
          && other.plasticity() != null
          && own.source().overlaps(other.source())
          && own.target().overlaps(other.target())) {
        throw new InvalidNetworkException(
            "record.weights",
            "'" + own.name() + "', between neurons that '" + other.name() + "' connects, too",
            "projections that alone learn between their neurons: the chip cannot tell them apart");
      }
    }
  }
}
