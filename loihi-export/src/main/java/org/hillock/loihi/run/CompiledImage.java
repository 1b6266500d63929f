package org.hillock.loihi.run;

import static org.hillock.loihi.run.EmulatedChip.checkWidth;
import static org.hillock.loihi.run.EmulatedChip.filled;
import static org.hillock.loihi.run.EmulatedChip.numbers;
import static org.hillock.loihi.run.EmulatedChip.settings;
import static org.hillock.loihi.run.EmulatedChip.trains;
import static org.hillock.loihi.run.EmulatedChip.widths;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.emulate.ChipArithmetic;
import org.hillock.loihi.emulate.ChipImage;
import org.hillock.loihi.emulate.CoreNeurons;
import org.hillock.loihi.emulate.SynapseFormat;
import org.hillock.loihi.emulate.WeightSign;
import org.hillock.loihi.partition.CoreLayout;
import org.hillock.loihi.quantise.ChipLearning;
import org.hillock.loihi.quantise.Compartment;
import org.hillock.loihi.quantise.PopulationReport;
import org.hillock.loihi.quantise.WeightFormat;
import org.hillock.loihi.wiring.Numbering;
import org.hillock.network.Network;

/** The emulated chip of a mapping in memory. */
final class CompiledImage {

  private CompiledImage() {}

  /** The chip of a mapping that has just been compiled. */
  static EmulatedChip of(Mapping mapping, ChipArithmetic arithmetic) {
    Network network = mapping.subject().network();
    Numbering numbering = mapping.numbering();
    ChipProfile profile = mapping.profile();
    checkWidth(profile);
    ChipImage.Builder builder =
        ChipImage.builder(arithmetic, widths(profile)).expectSynapses(mapping.table().size());
    int[] numberOf = addNeurons(mapping, builder);
    builder.ports(numbering.sources() - numbering.places());
    addSynapses(mapping, numberOf, builder);
    int populations = network.populations().size();
    int[][] neurons = new int[populations][];
    int[][] ports = new int[populations][];
    double[] scales = new double[populations];
    Arrays.fill(scales, Double.NaN);
    for (int p = 0; p < populations; p++) {
      int first = numbering.sourceOf(p, 0);
      boolean outside = numbering.placeOf(first) < 0;
      neurons[p] = filled(network.populations().get(p).size());
      ports[p] = filled(neurons[p].length);
      for (int i = 0; i < neurons[p].length; i++) {
        if (outside) {
          ports[p][i] = numbering.portOf(first + i);
        } else {
          neurons[p][i] = numberOf[numbering.placeOf(first + i)];
        }
      }
    }
    for (PopulationReport report : mapping.reports().populations()) {
      scales[network.populationIndex(report.population())] = report.scale();
    }
    int[][] trains = trains(network);
    for (int input = 0; input < trains.length; input++) {
      int own = input;
      Arrays.setAll(trains[input], t -> numbering.portOf(numbering.sourceOfTrain(own, t)));
    }
    return new EmulatedChip(
        profile,
        builder.build(),
        neurons,
        ports,
        trains,
        scales,
        mapping.chipStep(),
        mapping.subject().gridStep());
  }

  /** Adds all neurons, and tells the number of each place. */
  private static int[] addNeurons(Mapping mapping, ChipImage.Builder builder) {
    ChipProfile profile = mapping.profile();
    int[] numberOf = new int[mapping.numbering().places()];
    for (int core = 0; core < mapping.cores(); core++) {
      int[] places = mapping.fill(core).places();
      CoreNeurons neurons = new CoreNeurons(places.length);
      for (int i = 0; i < places.length; i++) {
        set(neurons, i, mapping.network().compartmentAt(places[i]), profile);
      }
      int first = builder.core(settings(profile), neurons);
      for (int i = 0; i < places.length; i++) {
        numberOf[places[i]] = first + i;
      }
    }
    return numberOf;
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
    neurons.programme[i] = compartment.dynamics().programme();
    neurons.constants[i] = numbers(compartment.dynamics().constants());
    neurons.state[i] = numbers(compartment.state());
  }

  /** Core by core and axon by axon, as they stand in the file. */
  private static void addSynapses(Mapping mapping, int[] numberOf, ChipImage.Builder builder) {
    Numbering numbering = mapping.numbering();
    ImageFormats formats = new ImageFormats(builder);
    for (int core = 0; core < mapping.cores(); core++) {
      CoreLayout layout = mapping.layout(core);
      int[] places = mapping.fill(core).places();
      Map<CoreLayout.Format, Integer> numberOfFormat = new HashMap<>();
      for (CoreLayout.Format format : layout.formats()) {
        numberOfFormat.put(format, formats.number(format(format.weights())));
      }
      for (CoreLayout.Axon axon : layout.axons()) {
        int place = numbering.placeOf(axon.source());
        int from = place >= 0 ? numberOf[place] : ChipImage.ofPort(numbering.portOf(axon.source()));
        for (CoreLayout.Entry entry : axon.block().entries()) {
          int number = numberOfFormat.get(entry.format());
          int[] targets = entry.targets();
          for (int i = 0; i < entry.weights().length; i++) {
            if (entry.format().weights().holds(entry.weights()[i])) {
              int target = targets == null ? entry.base() + i : targets[i];
              builder.synapse(
                  number,
                  from,
                  numberOf[places[target + axon.base()]],
                  entry.weights()[i],
                  entry.delays()[i]);
            }
          }
        }
      }
    }
  }

  private static SynapseFormat format(WeightFormat format) {
    ChipLearning learning = format.learning();
    return new SynapseFormat(
        format.exponent(),
        format.bits(),
        WeightSign.ofCode(format.signMode().code()),
        learning == null ? null : learning.profile());
  }
}
