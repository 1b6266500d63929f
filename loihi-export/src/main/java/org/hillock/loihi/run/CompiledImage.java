package org.hillock.loihi.run;

import static org.hillock.loihi.run.EmulatedChip.checkWidth;
import static org.hillock.loihi.run.EmulatedChip.filled;
import static org.hillock.loihi.run.EmulatedChip.settings;
import static org.hillock.loihi.run.EmulatedChip.trains;
import static org.hillock.loihi.run.EmulatedChip.widths;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.emulate.ChipArithmetic;
import org.hillock.loihi.emulate.ChipImage;
import org.hillock.loihi.emulate.CoreNeurons;
import org.hillock.loihi.emulate.SynapseFormat;
import org.hillock.loihi.emulate.WeightSign;
import org.hillock.loihi.partition.SynapseTable;
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
    SynapseTable table = mapping.table();
    ChipProfile profile = mapping.profile();
    ChipImage.Builder builder =
        ChipImage.builder(arithmetic, widths(profile)).expectSynapses(table.size());
    int[] numberOf = new int[numbering.places()];
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
    builder.ports(numbering.sources() - numbering.places());
    Map<WeightFormat, Integer> formats = new HashMap<>();
    for (int place = 0; place < table.places(); place++) {
      List<WeightFormat> own = mapping.network().populationAt(place).formats();
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
}
