package org.hillock.loihi;

import java.util.Arrays;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.loihi.wiring.Numbering;
import org.hillock.loihi.wiring.Outside;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;

/**
 * How often each source fires [Hz], by its number: what decides which packets are worth saving.
 *
 * @param rates one a source, see {@link Numbering}
 * @param simulated the time that was simulated to find them [ms]; 0 if they are assumed
 */
public record Activity(double[] rates, double simulated) {

  /** What is assumed of a neuron of which nothing is known [Hz]. */
  private static final double ASSUMED = 10;

  /** Every neuron alike, and what is outside the chip at its own rates. */
  static Activity assumed(Network network, Numbering numbering, long seed) {
    double[] rates = new double[numbering.sources()];
    Arrays.fill(rates, ASSUMED);
    new InputRates(network, numbering, seed, 0).into(rates);
    for (int source = 0; source < rates.length; source++) {
      rates[source] = rates[numbering.origin(source)];
    }
    return new Activity(rates, 0);
  }

  /**
   * What the network does in the simulator. A neuron that stays silent counts as one spike in ten
   * times the duration, since it may fire later.
   *
   * @param duration what is simulated [ms]
   */
  static Activity simulated(LoihiCompiler.Subject subject, Numbering numbering, double duration) {
    Network network = subject.network();
    int threads = Runtime.getRuntime().availableProcessors();
    RunResult result =
        Engines.build(
                network,
                new RunSettings(subject.gridStep(), 0, duration, subject.seed(), threads),
                Recording.spikesOf(network.populations().stream().map(NeuronRange::all).toList()),
                RunListener.NONE)
            .run(RunListener.NONE);
    double[] rates = new double[numbering.sources()];
    for (SpikeList list : result.spikes()) {
      int population = network.populationIndex(list.population());
      for (int i = 0; i < list.size(); i++) {
        rates[numbering.sourceOf(population, list.neurons()[i])] += 1000 / duration;
      }
    }
    for (int source = 0; source < rates.length; source++) {
      rates[source] = Math.max(rates[source], 100 / duration);
    }
    for (int source = 0; source < rates.length; source++) {
      rates[source] = rates[numbering.origin(source)];
    }
    new InputRates(network, numbering, subject.seed(), duration).inputs(rates);
    return new Activity(rates, duration);
  }

  /** Mean rate of the neurons of a population on the chip [Hz]. */
  double mean(Population population, int index, Numbering numbering) {
    double sum = 0;
    for (int i = 0; i < population.size(); i++) {
      sum += rates[numbering.sourceOf(index, i)];
    }
    return Outside.holds(population) ? 0 : sum / population.size();
  }
}
