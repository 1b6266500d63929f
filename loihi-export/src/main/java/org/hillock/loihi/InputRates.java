package org.hillock.loihi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.loihi.wiring.Arrivals;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.loihi.wiring.Numbering;
import org.hillock.loihi.wiring.Outside;
import org.hillock.loihi.wiring.Pathway;
import org.hillock.loihi.wiring.PoissonSources;
import org.hillock.model.Models;
import org.hillock.model.form.PoissonSpikes;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.SpikeTrains;
import org.jspecify.annotations.Nullable;

/**
 * How often what is outside the chip fires, which the network itself tells: Poisson spikes at their
 * rate, for the part of the time in which they are sent; given spikes as many as there are until
 * the last of the network; parrots as often as what they repeat.
 */
final class InputRates {

  private final Network network;
  private final Numbering numbering;
  private final long seed;
  private final double until;

  /**
   * @param until the time of which spikes are counted [ms]; 0 for up to the last one that is given
   */
  InputRates(Network network, Numbering numbering, long seed, double until) {
    this.network = network;
    this.numbering = numbering;
    this.seed = seed;
    this.until = until > 0 ? until : last();
  }

  /** Sets the rates of all sources outside the chip [Hz], and of none else. */
  void into(double[] rates) {
    inputs(rates);
    long relays = network.populations().stream().filter(Outside::relays).count();
    for (int p = 0; relays > 0 && p < network.populations().size(); p++) {
      if (Outside.relays(network.populations().get(p))) {
        for (int i = 0; i < network.populations().get(p).size(); i++) {
          rates[numbering.sourceOf(p, i)] = 0;
        }
      }
    }
    for (int p = 0; p < network.populations().size(); p++) {
      Population population = network.populations().get(p);
      if (Models.form(population.model()) instanceof PoissonSpikes) {
        poisson(population, p, rates);
      } else if (population.spikeTrains() != null) {
        for (int i = 0; i < population.size(); i++) {
          rates[numbering.sourceOf(p, i)] = rate(population.spikeTrains(), i);
        }
      }
    }
    // What a chain of parrots repeats has passed it after as many rounds as there are parrots.
    for (int round = 0; round < relays; round++) {
      network.populations().stream()
          .filter(Outside::relays)
          .forEach(population -> repeated(population, rates));
    }
  }

  /** Sets the rates of inputs that are no populations [Hz]. */
  void inputs(double[] rates) {
    List<Input> inputs = network.inputs();
    for (int i = 0; i < inputs.size(); i++) {
      Input input = inputs.get(i);
      SpikeTrains recorded = input.recorded();
      for (int train = 0; train < input.trains(); train++) {
        rates[numbering.sourceOfTrain(i, train)] =
            recorded == null
                ? input.meanRate() * share(input.start(), input.stop())
                : rate(recorded, train);
      }
    }
  }

  /** The part of the time that is counted in which a Poisson input sends; all if none is known. */
  private double share(double start, double stop) {
    return until > 0 ? Math.max(0, Math.min(stop, until) - Math.max(0, start)) / until : 1;
  }

  /** Sentences on Poisson spikes that are counted as if they were always there, or never. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (int p = 0; p < network.populations().size(); p++) {
      Population population = network.populations().get(p);
      if (Models.form(population.model()) instanceof PoissonSpikes) {
        double start = Double.POSITIVE_INFINITY;
        double stop = Double.POSITIVE_INFINITY;
        for (PoissonSpikes spikes : PoissonSources.of(population, p, seed)) {
          start = Math.min(start, spikes.from());
          stop = Math.min(stop, spikes.until());
        }
        warn("neurons." + population.name(), start, stop, warnings);
      }
    }
    for (Input input : network.inputs()) {
      if (input.drawsTrains()) {
        warn("inputs." + input.name(), input.start(), input.stop(), warnings);
      }
    }
    return warnings;
  }

  private void warn(String where, double start, double stop, List<String> warnings) {
    boolean always = start <= 0 && stop >= Double.MAX_VALUE;
    if (until <= 0 && !always) {
      warnings.add(
          where
              + ": energy and loads count its full rate, as if it had no start and no stop, since"
              + " how long the network runs is not known without --activity");
    } else if (until > 0 && start >= until) {
      warnings.add(
          where
              + ": not in energy and loads, since it starts at "
              + ChipTime.text(start)
              + " and they count up to the last given spike, at "
              + ChipTime.text(until)
              + "; --activity counts another time");
    }
  }

  private double last() {
    double last = 0;
    for (Population population : network.populations()) {
      last = Math.max(last, last(population.spikeTrains()));
    }
    for (Input input : network.inputs()) {
      last = Math.max(last, last(input.recorded()));
    }
    return last;
  }

  private static double last(@Nullable SpikeTrains trains) {
    double last = 0;
    for (int i = 0; trains != null && i < trains.size(); i++) {
      last = Math.max(last, Arrays.stream(trains.train(i)).max().orElse(0));
    }
    return last;
  }

  private double rate(SpikeTrains trains, int train) {
    long count =
        train < trains.size()
            ? Arrays.stream(trains.train(train)).filter(time -> time <= until).count()
            : 0;
    return until > 0 ? count * 1000 / until : 0;
  }

  private void poisson(Population population, int index, double[] rates) {
    List<PoissonSpikes> sources = PoissonSources.of(population, index, seed);
    for (int i = 0; i < sources.size(); i++) {
      PoissonSpikes spikes = sources.get(i);
      rates[numbering.sourceOf(index, i)] = spikes.rate() * share(spikes.from(), spikes.until());
    }
  }

  private void repeated(Population parrots, double[] rates) {
    int index = network.populationIndex(parrots.name());
    double[] sums = new double[parrots.size()];
    Arrivals arrivals = new Arrivals();
    for (Pathway pathway : Pathway.onto(parrots.name(), network, numbering, seed)) {
      for (int i = pathway.target().from(); i < pathway.target().to(); i++) {
        pathway.incoming(i, arrivals);
        for (int s = 0; s < arrivals.size(); s++) {
          sums[i] += rates[arrivals.sources()[s]];
        }
      }
    }
    for (int i = 0; i < sums.length; i++) {
      rates[numbering.sourceOf(index, i)] = sums[i];
    }
  }
}
