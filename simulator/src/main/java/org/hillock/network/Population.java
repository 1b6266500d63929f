package org.hillock.network;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group of neurons of one model.
 *
 * @param name unique within the network
 * @param size number of neurons, at least 1
 * @param model the model's name, such as {@code iaf_psc_exp}
 * @param parameters values by name, in the units of the model's parameters; what is left out takes
 *     the model's default. Names of state variables, such as {@code V_m}, give initial values.
 * @param spikeTrains for models that play recorded spikes: one train per neuron, else null
 * @param positions where the neurons are, or null if that does not matter
 * @param growth the synaptic elements that they grow, or null if their wiring does not change
 * @param lesion those of them that are dead, or null if none is
 */
public record Population(
    String name,
    int size,
    String model,
    Map<String, Distribution> parameters,
    @Nullable SpikeTrains spikeTrains,
    @Nullable Positions positions,
    @Nullable Growth growth,
    @Nullable Lesion lesion) {

  /**
   * @throws InvalidNetworkException if the size is below 1, or trains or positions do not match it
   */
  public Population {
    parameters = Map.copyOf(parameters);
    if (size < 1) {
      throw new InvalidNetworkException(
          "neurons." + name + ".size", Integer.toString(size), "1 or more");
    }
    if (spikeTrains != null && spikeTrains.size() != size) {
      throw new InvalidNetworkException(
          "neurons." + name + ".spike_times",
          spikeTrains.size() + " spike trains",
          "one per neuron, so " + size);
    }
    if (positions != null && positions.size() != size) {
      throw new InvalidNetworkException(
          "neurons." + name + ".positions",
          positions.size() + " positions",
          "one per neuron, so " + size);
    }
  }

  /** A population all of whose neurons are alive. */
  public Population(
      String name,
      int size,
      String model,
      Map<String, Distribution> parameters,
      @Nullable SpikeTrains spikeTrains,
      @Nullable Positions positions,
      @Nullable Growth growth) {
    this(name, size, model, parameters, spikeTrains, positions, growth, null);
  }

  /** The same with these neurons dead. */
  public Population with(Lesion dead) {
    return new Population(name, size, model, parameters, spikeTrains, positions, growth, dead);
  }

  /** Whether a neuron is dead. */
  public boolean dead(int neuron) {
    return lesion != null && lesion.holds(neuron);
  }

  /** A population that grows nothing. */
  public Population(
      String name,
      int size,
      String model,
      Map<String, Distribution> parameters,
      @Nullable SpikeTrains spikeTrains,
      @Nullable Positions positions) {
    this(name, size, model, parameters, spikeTrains, positions, null);
  }

  /** A population whose neurons are nowhere in particular. */
  public Population(
      String name,
      int size,
      String model,
      Map<String, Distribution> parameters,
      @Nullable SpikeTrains spikeTrains) {
    this(name, size, model, parameters, spikeTrains, null);
  }

  /** A population without recorded spike trains. */
  public Population(String name, int size, String model, Map<String, Distribution> parameters) {
    this(name, size, model, parameters, null, null);
  }
}
