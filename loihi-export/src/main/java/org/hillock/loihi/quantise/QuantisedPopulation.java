package org.hillock.loihi.quantise;

import java.util.List;
import org.hillock.loihi.wiring.Arrivals;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.loihi.wiring.Numbering;
import org.hillock.loihi.wiring.Pathway;

/**
 * A population in whole numbers: its compartments, and the synapses onto each of them.
 *
 * <p>Synapses are drawn anew whenever they are asked for; not thread-safe.
 */
public final class QuantisedPopulation implements ChipPopulation {

  /**
   * A pathway with the format of its synapses.
   *
   * @param pathway where spikes come from
   * @param format how weights and delays are written
   */
  public record Channel(Pathway pathway, WeightFormat format) {}

  /** What is below comes from the arithmetic of doubles. */
  private static final double ROUNDING_DUST = 1e-9;

  private final int index;
  private final List<Compartment> compartments;
  private final List<Dynamics> dynamics;
  private final List<Channel> channels;
  private final List<WeightFormat> formats;
  private final double scale;
  private final ChipTime time;
  private final Numbering numbering;
  private final int lag;
  private final DeviceNoise noise;
  private final Arrivals arrivals = new Arrivals();

  /**
   * @param index of the population in the network
   * @param compartments one a neuron
   * @param dynamics one a neuron, or one for all
   * @param channels ways by which spikes arrive
   * @param scale u of a weight of 1 mV, in units of 2^shift
   * @param time the chip's
   * @param numbering of sources and their relays
   * @param lag 1 where a spike acts on V one step after it arrives, else 0
   * @param noise of the devices that hold weights
   */
  QuantisedPopulation(
      int index,
      List<Compartment> compartments,
      List<Dynamics> dynamics,
      List<Channel> channels,
      double scale,
      ChipTime time,
      Numbering numbering,
      int lag,
      DeviceNoise noise) {
    this.index = index;
    this.compartments = compartments;
    this.dynamics = dynamics;
    this.channels = channels;
    this.formats = channels.stream().map(Channel::format).distinct().toList();
    this.scale = scale;
    this.time = time;
    this.numbering = numbering;
    this.lag = lag;
    this.noise = noise;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public int size() {
    return compartments.size();
  }

  @Override
  public Compartment compartment(int neuron) {
    return compartments.get(neuron);
  }

  @Override
  public List<WeightFormat> formats() {
    return formats;
  }

  /** The ways by which spikes arrive. */
  public List<Channel> channels() {
    return channels;
  }

  @Override
  public void incoming(int neuron, Synapses into) {
    for (Channel channel : channels) {
      incoming(channel, formats.indexOf(channel.format()), neuron, into);
    }
  }

  private void incoming(Channel channel, int formatIndex, int neuron, Synapses into) {
    channel.pathway().incoming(neuron, arrivals);
    Dynamics own = dynamics.get(dynamics.size() == 1 ? 0 : neuron);
    WeightFormat format = channel.format();
    int period = numbering.relays().period();
    double excitatory = own.gainExcitatory() * scale;
    double inhibitory = own.gainInhibitory() * scale;
    for (int i = 0; i < arrivals.size(); i++) {
      double weight = arrivals.weights()[i];
      int level = format.mantissa(weight * (weight < 0 ? inhibitory : excitatory));
      int source = arrivals.sources()[i];
      int mantissa = noise.programmed(level, format, source, neuron);
      if (format.holds(mantissa)) {
        int delay = delay(arrivals.delays()[i]);
        int relays = delay / period;
        if (relays > 0) {
          int population = numbering.populationOf(source);
          source = numbering.sourceAfter(population, numbering.neuronOf(source), relays);
        }
        into.add(source, formatIndex, mantissa, delay % period);
      }
    }
  }

  /** Delay of a synapse, on top of the one step that every spike takes [steps]. */
  private int delay(double delay) {
    return (int) Math.max(1, time.steps(delay)) - 1 + lag;
  }

  /** Counts and errors of one channel, over all its synapses. */
  public PathwayReport report(
      Channel channel, String target, double delayError, double longestDelay) {
    long mapped = 0;
    long zeroed = 0;
    long silent = 0;
    double squares = 0;
    double errors = 0;
    WeightFormat format = channel.format();
    for (int neuron = 0; neuron < compartments.size(); neuron++) {
      channel.pathway().incoming(neuron, arrivals);
      Dynamics own = dynamics.get(dynamics.size() == 1 ? 0 : neuron);
      for (int i = 0; i < arrivals.size(); i++) {
        double weight = arrivals.weights()[i];
        double exact = weight * scale * (weight < 0 ? own.gainInhibitory() : own.gainExcitatory());
        int level = format.mantissa(exact);
        int mantissa = noise.programmed(level, format, arrivals.sources()[i], neuron);
        double rounded = format.weight(mantissa);
        if (format.holds(mantissa)) {
          mapped++;
        } else if (weight == 0) {
          silent++;
        } else {
          zeroed++;
        }
        squares += exact * exact;
        errors += (rounded - exact) * (rounded - exact);
      }
    }
    double relativeError = squares == 0 ? 0 : Math.sqrt(errors / squares);
    relativeError = relativeError < ROUNDING_DUST ? 0 : relativeError;
    return new PathwayReport(
        channel.pathway().where(),
        target,
        mapped + zeroed + silent,
        zeroed,
        silent,
        relativeError,
        delayError,
        longestDelay,
        format);
  }
}
