package org.hillock.loihi.wiring;

import java.util.Arrays;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;

/**
 * Numbers for everything that sends spikes, and for everything that becomes a compartment.
 *
 * <pre>
 *   source   all neurons of all populations, in the order of the network, then all trains of inputs
 *   place    the neurons of those populations that have a membrane, in the same order
 * </pre>
 *
 * <p>A Poisson input has a train for each target neuron, recorded spikes have one train for all.
 */
public final class Numbering {

  private final int[] firstSource;
  private final int[] firstPlace;
  private final int[] firstTrain;

  public Numbering(Network network) {
    int populations = network.populations().size();
    this.firstSource = new int[populations + 1];
    this.firstPlace = new int[populations + 1];
    for (int i = 0; i < populations; i++) {
      Population population = network.populations().get(i);
      firstSource[i + 1] = Math.addExact(firstSource[i], population.size());
      firstPlace[i + 1] = firstPlace[i] + (Outside.holds(population) ? 0 : population.size());
    }
    int inputs = network.inputs().size();
    this.firstTrain = new int[inputs + 1];
    firstTrain[0] = firstSource[populations];
    for (int i = 0; i < inputs; i++) {
      firstTrain[i + 1] = Math.addExact(firstTrain[i], trains(network.inputs().get(i)));
    }
  }

  private static int trains(Input input) {
    if (input instanceof Input.Poisson) {
      return input.targets().stream().mapToInt(NeuronRange::size).sum();
    }
    return input instanceof Input.Spikes ? 1 : 0;
  }

  /** Number of sources. */
  public int sources() {
    return firstTrain[firstTrain.length - 1];
  }

  /** Number of compartments. */
  public int places() {
    return firstPlace[firstPlace.length - 1];
  }

  /** The source number of a neuron. */
  public int sourceOf(int population, int neuron) {
    return firstSource[population] + neuron;
  }

  /** The source number of a train of an input. */
  public int sourceOfTrain(int input, int train) {
    return firstTrain[input] + train;
  }

  /** Whether a source is a neuron, of whatever population, and not a train of an input. */
  public boolean isNeuron(int source) {
    return source < firstTrain[0];
  }

  /** The population of a source that is a neuron. */
  public int populationOf(int source) {
    return segment(firstSource, source);
  }

  /** The index of a source within its population. */
  public int neuronOf(int source) {
    return source - firstSource[populationOf(source)];
  }

  /** The input of a source that is a train. */
  public int inputOf(int source) {
    return segment(firstTrain, source);
  }

  /** The index of a train within its input. */
  public int trainOf(int source) {
    return source - firstTrain[inputOf(source)];
  }

  /** The place of a source on the chip, or -1 if it is outside. */
  public int placeOf(int source) {
    if (!isNeuron(source)) {
      return -1;
    }
    int population = populationOf(source);
    boolean outside = firstPlace[population] == firstPlace[population + 1];
    return outside ? -1 : firstPlace[population] + source - firstSource[population];
  }

  /** The number of a source among those outside the chip. */
  public int portOf(int source) {
    return isNeuron(source) ? source - firstPlace[populationOf(source)] : source - places();
  }

  /** The population of a place. */
  public int populationAt(int place) {
    return segment(firstPlace, place);
  }

  /** The source number of a place's neuron. */
  public int sourceAt(int place) {
    return sourceOf(populationAt(place), neuronAt(place));
  }

  /** The index of a place's neuron within its population. */
  public int neuronAt(int place) {
    return place - firstPlace[populationAt(place)];
  }

  /** The last segment that begins at or before a value and is not empty. */
  private static int segment(int[] starts, int value) {
    int found = Arrays.binarySearch(starts, value);
    if (found < 0) {
      return -found - 2;
    }
    while (starts[found + 1] == value) {
      found++;
    }
    return found;
  }
}
