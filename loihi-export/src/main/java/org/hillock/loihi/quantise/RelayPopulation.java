package org.hillock.loihi.quantise;

import java.util.List;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.wiring.Numbering;
import org.hillock.loihi.wiring.Relays;

/**
 * Relay neurons: each repeats the spikes of one source, or of the relay before it, as late as a
 * synapse can be. One spike lifts v over a threshold of 1, and both u and v forget at once. Noise
 * of devices would not change that, and is left out.
 */
public final class RelayPopulation implements ChipPopulation {

  private final int index;
  private final Relays.Stage stage;
  private final Numbering numbering;
  private final Compartment compartment;
  private final WeightFormat format;
  private final int mantissa;

  /**
   * @param index among the populations of the numbering
   * @param stage which neurons are repeated, and how late
   * @param numbering of all sources
   * @param profile the chip
   */
  public RelayPopulation(int index, Relays.Stage stage, Numbering numbering, ChipProfile profile) {
    this.index = index;
    this.stage = stage;
    this.numbering = numbering;
    int one = profile.neuron().decayOne();
    this.compartment =
        new Compartment(new Compartment.Profile(one - 1, one - 1, 1), 1, Bias.NONE, 0, 0);
    ChipProfile.Synapse synapse = profile.synapse();
    int bits = synapse.encodableWeightBits(1);
    this.mantissa = 1 << synapse.fullWeightBits() - 1;
    this.format = new WeightFormat(0, bits, SignMode.EXCITATORY, synapse.delayMax());
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public int size() {
    return stage.neurons().length;
  }

  @Override
  public Compartment compartment(int neuron) {
    return compartment;
  }

  @Override
  public List<WeightFormat> formats() {
    return List.of(format);
  }

  @Override
  public void incoming(int neuron, Synapses into) {
    int source =
        numbering.sourceAfter(stage.population(), stage.neurons()[neuron], stage.number() - 1);
    into.add(source, 0, mantissa, format.delayMax());
  }
}
