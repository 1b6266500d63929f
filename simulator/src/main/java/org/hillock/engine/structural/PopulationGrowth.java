package org.hillock.engine.structural;

import java.util.Arrays;
import java.util.List;
import org.hillock.model.Calcium;
import org.hillock.model.Decay;
import org.hillock.model.StateCarrier;

/**
 * Calcium and synaptic elements of the neurons of a population.
 *
 * <p>A neuron is moved from one of its spikes to the next, and to each change of the wiring: at no
 * other time, since the bits would depend on who looks.
 */
final class PopulationGrowth {

  private final String population;
  private final Calcium dynamics;
  private final List<ElementKind> kinds;
  private final double[] calcium;

  /** When each neuron was moved last [ms]. */
  private final double[] moved;

  PopulationGrowth(String population, int size, Calcium dynamics, List<ElementKind> kinds) {
    this.population = population;
    this.dynamics = dynamics;
    this.kinds = List.copyOf(kinds);
    this.calcium = new double[size];
    Arrays.fill(calcium, dynamics.initial());
    this.moved = new double[size];
  }

  String population() {
    return population;
  }

  int size() {
    return calcium.length;
  }

  List<ElementKind> kinds() {
    return kinds;
  }

  /** Takes in a spike of a neuron [ms]: calcium enters after the elements have grown until then. */
  void spike(int neuron, double time) {
    move(neuron, time);
    calcium[neuron] += dynamics.beta();
  }

  /** Moves a neuron to a time [ms]. */
  void move(int neuron, double time) {
    double elapsed = time - moved[neuron];
    if (elapsed > 0) {
      for (ElementKind kind : kinds) {
        kind.grow(neuron, calcium[neuron], dynamics.tau(), elapsed);
      }
      calcium[neuron] *= Decay.exp(-elapsed / dynamics.tau());
      moved[neuron] = time;
    }
  }

  /** Carries all that is known of the neurons. */
  void carry(StateCarrier carrier) {
    carrier.carry(calcium, 0, calcium.length);
    carrier.carry(moved, 0, moved.length);
    kinds.forEach(kind -> kind.carry(carrier));
  }

  /** Calcium of a neuron, when it was moved last. */
  double calcium(int neuron) {
    return calcium[neuron];
  }

  /** Calcium on average. */
  double meanCalcium() {
    double sum = 0;
    for (double of : calcium) {
      sum += of;
    }
    return sum / calcium.length;
  }
}
