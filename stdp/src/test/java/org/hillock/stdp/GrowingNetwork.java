package org.hillock.stdp;

import java.util.List;
import java.util.Map;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Growth;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.PairwiseBernoulli;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.Rewiring;
import org.hillock.network.SpikeTrains;
import org.hillock.network.SynapticElement;
import org.hillock.record.Recording;
import org.jspecify.annotations.Nullable;

/** Small networks whose wiring changes. */
final class GrowingNetwork {

  /** No synapses at the beginning. */
  static final ConnectionRule EMPTY = new PairwiseBernoulli(0);

  private GrowingNetwork() {}

  static Population growing(
      String name,
      String model,
      int size,
      @Nullable SpikeTrains trains,
      Map<String, Double> calcium,
      SynapticElement... elements) {
    Growth growth = new Growth(calcium, List.of(elements));
    return new Population(name, size, model, Map.of(), trains, null, growth);
  }

  static Projection projection(
      Population from,
      Population to,
      ConnectionRule rule,
      Distribution weight,
      Distribution delay,
      Rewiring rewiring) {
    return projection(from, to, rule, weight, delay, true, true, null, rewiring);
  }

  static Projection projection(
      Population from,
      Population to,
      ConnectionRule rule,
      Distribution weight,
      Distribution delay,
      boolean autapses,
      boolean multapses,
      @Nullable Plasticity plasticity,
      Rewiring rewiring) {
    return new Projection(
        from.name() + "->" + to.name(),
        NeuronRange.all(from),
        NeuronRange.all(to),
        rule,
        weight,
        delay,
        autapses,
        multapses,
        plasticity,
        null,
        null,
        rewiring,
        null);
  }

  /** Runs with all spikes and the structure recorded. */
  static RunResult run(Network network, double step, double warmup, double duration, int threads) {
    Recording recording =
        new Recording(
            network.populations().stream().map(NeuronRange::all).toList(),
            List.of(),
            List.of(),
            List.of(),
            true);
    RunSettings settings = new RunSettings(step, warmup, duration, 7, threads);
    return Engines.build(network, settings, recording, RunListener.NONE).run(RunListener.NONE);
  }
}
