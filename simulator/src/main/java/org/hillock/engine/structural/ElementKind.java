package org.hillock.engine.structural;

import java.util.Arrays;
import org.hillock.model.GrowthCurve;
import org.hillock.model.GrowthModel;
import org.hillock.model.Models;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateCarrier;
import org.hillock.network.SynapticElement;

/** One kind of synaptic element of one population: how many each neuron has, and how many bound. */
final class ElementKind {

  private final int index;
  private final int population;
  private final String where;
  private final String name;
  private final GrowthCurve curve;

  /** Elements a millisecond. */
  private final double rate;

  private final double decay;
  private final double[] count;
  private final int[] connected;

  /**
   * @param index its number among all kinds of the network, part of the key of random numbers
   * @param population index of the population
   * @param where what messages call the population's elements
   * @param size neurons of the population
   * @param element what it is
   */
  ElementKind(int index, int population, String where, int size, SynapticElement element) {
    this.index = index;
    this.population = population;
    this.where = where + "." + element.name();
    this.name = element.name();
    GrowthModel model = Models.growthCurve(element.growthCurve()).orElseThrow();
    ParameterSet all = ParameterSet.of(this.where, model.parameters(), element.parameters());
    this.curve = model.curve(all);
    this.rate = all.get(GrowthModel.RATE) / 1000;
    this.decay = all.get(GrowthModel.DECAY);
    this.count = new double[size];
    Arrays.fill(count, all.get(GrowthModel.INITIAL));
    this.connected = new int[size];
  }

  int index() {
    return index;
  }

  int population() {
    return population;
  }

  String name() {
    return name;
  }

  /** What messages call it. */
  String where() {
    return where;
  }

  int size() {
    return count.length;
  }

  /** Grows the elements of a neuron over a time in which its calcium decays freely [ms]. */
  void grow(int neuron, double calcium, double tau, double time) {
    count[neuron] = Math.max(0, count[neuron] + rate * curve.growth(calcium, tau, time));
  }

  /** Whole elements without a synapse; below 0, so many synapses lack an element. */
  int vacant(int neuron) {
    return (int) Math.min(Math.floor(count[neuron]), Integer.MAX_VALUE) - connected[neuron];
  }

  /** Binds an element of a neuron to a synapse. */
  void connect(int neuron) {
    connected[neuron]++;
  }

  /** Sets an element of a neuron free. */
  void disconnect(int neuron) {
    connected[neuron]--;
  }

  /** Gives every synapse that there is at the beginning its element. */
  void cover() {
    for (int neuron = 0; neuron < count.length; neuron++) {
      int lacking = -vacant(neuron);
      count[neuron] += Math.max(0, lacking);
    }
  }

  /** Takes away a part of the elements that found no partner. */
  void decayVacant() {
    for (int neuron = 0; neuron < count.length; neuron++) {
      count[neuron] -= decay * Math.max(0, vacant(neuron));
    }
  }

  /** Carries how many elements there are; those that are bound follow from the synapses. */
  void carry(StateCarrier carrier) {
    carrier.carry(count, 0, count.length);
  }

  /** Elements of a neuron, on average. */
  double mean() {
    double sum = 0;
    for (double of : count) {
      sum += of;
    }
    return sum / count.length;
  }

  /** Elements of a neuron that are bound, on average. */
  double meanConnected() {
    return (double) Arrays.stream(connected).asLongStream().sum() / connected.length;
  }

  /** Elements of a neuron. */
  double count(int neuron) {
    return count[neuron];
  }

  /** Elements of a neuron that are bound. */
  int connected(int neuron) {
    return connected[neuron];
  }
}
