package org.hillock.loihi.wiring;

import java.util.ArrayList;
import java.util.List;
import org.hillock.model.Models;
import org.hillock.model.NeuronValues;
import org.hillock.model.form.PoissonSpikes;
import org.hillock.network.Population;

/** The neurons of a population that fires at random, as the simulator draws them. */
public final class PoissonSources {

  private PoissonSources() {}

  /**
   * All neurons of a population whose model is of this form.
   *
   * @param index of the population in the network
   * @param seed the run's seed
   */
  public static List<PoissonSpikes> of(Population population, int index, long seed) {
    NeuronValues values = new NeuronValues(population, index, Models.of(population), seed);
    List<PoissonSpikes> sources = new ArrayList<>(population.size());
    for (int i = 0; i < population.size(); i++) {
      sources.add((PoissonSpikes) values.form(i));
    }
    return sources;
  }
}
