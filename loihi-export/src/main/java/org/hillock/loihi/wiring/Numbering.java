package org.hillock.loihi.wiring;

import java.util.Arrays;
import org.hillock.network.Network;

/**
 * Numbers for everything that sends spikes, and for everything that becomes a compartment.
 *
 * <pre>
 *   population  those of the network, in its order, then the stages of relays
 *   source      all neurons of all these populations, then all trains of inputs
 *   place       the neurons of those populations that have a membrane, in the same order
 * </pre>
 *
 * <p>A Poisson input has a train for each target neuron, recorded spikes have one train for all.
 */
public final class Numbering {

  private final Network network;
  private final Relays relays;
  private final int[] firstSource;
  private final int[] firstPlace;
  private final int[] placeOf;
  private final int[] firstTrain;

  /** Numbers a network without relays. */
  public Numbering(Network network) {
    this(network, Relays.NONE);
  }

  /** Numbers a network and its relays. */
  public Numbering(Network network, Relays relays) {
    this.network = network;
    this.relays = relays;
    int own = network.populations().size();
    int populations = own + relays.stages().size();
    this.firstSource = new int[populations + 1];
    this.firstPlace = new int[populations + 1];
    for (int i = 0; i < populations; i++) {
      int size =
          i < own
              ? network.populations().get(i).size()
              : relays.stages().get(i - own).neurons().length;
      boolean outside = i < own && Outside.holds(network.populations().get(i));
      firstSource[i + 1] = Math.addExact(firstSource[i], size);
      firstPlace[i + 1] = firstPlace[i] + (outside ? 0 : size);
    }
    this.placeOf = new int[firstSource[populations]];
    for (int i = 0; i < populations; i++) {
      boolean onChip = firstPlace[i + 1] > firstPlace[i];
      for (int source = firstSource[i]; source < firstSource[i + 1]; source++) {
        placeOf[source] = onChip ? firstPlace[i] + source - firstSource[i] : -1;
      }
    }
    int inputs = network.inputs().size();
    this.firstTrain = new int[inputs + 1];
    firstTrain[0] = firstSource[populations];
    for (int i = 0; i < inputs; i++) {
      firstTrain[i + 1] = Math.addExact(firstTrain[i], network.inputs().get(i).trains());
    }
  }

  /** The relays that are numbered. */
  public Relays relays() {
    return relays;
  }

  /** Number of populations, stages of relays among them. */
  public int populations() {
    return firstSource.length - 1;
  }

  /**
   * How a population is called; a stage of relays by its population and its number, as {@code
   * exc~1}.
   */
  public String name(int population) {
    int own = network.populations().size();
    if (population < own) {
      return network.populations().get(population).name();
    }
    Relays.Stage stage = relays.stages().get(population - own);
    return network.populations().get(stage.population()).name() + "~" + stage.number();
  }

  /** Number of neurons of a population. */
  public int size(int population) {
    return firstSource[population + 1] - firstSource[population];
  }

  /**
   * The source that repeats a neuron after so many relays; the neuron itself after none.
   *
   * @param population of the neuron, in the network
   */
  public int sourceAfter(int population, int neuron, int number) {
    if (number == 0) {
      return sourceOf(population, neuron);
    }
    for (int i = 0; i < relays.stages().size(); i++) {
      Relays.Stage stage = relays.stages().get(i);
      if (stage.population() == population && stage.number() == number) {
        int at = Arrays.binarySearch(stage.neurons(), neuron);
        return sourceOf(network.populations().size() + i, at);
      }
    }
    throw new IllegalArgumentException("no relay " + number + " of population " + population);
  }

  /** The source of the network that a source repeats: itself, if it is no relay. */
  public int origin(int source) {
    if (!isNeuron(source)) {
      return source;
    }
    int stage = populationOf(source) - network.populations().size();
    if (stage < 0) {
      return source;
    }
    Relays.Stage relay = relays.stages().get(stage);
    return sourceOf(relay.population(), relay.neurons()[neuronOf(source)]);
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
    return source < placeOf.length ? placeOf[source] : -1;
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
