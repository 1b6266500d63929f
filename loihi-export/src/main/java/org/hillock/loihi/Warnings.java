package org.hillock.loihi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Programme;
import org.hillock.loihi.quantise.Compartment;
import org.hillock.loihi.quantise.PathwayReport;
import org.hillock.loihi.quantise.PopulationReport;
import org.hillock.loihi.quantise.QuantisedPopulation;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.loihi.wiring.PoissonSources;
import org.hillock.model.Models;
import org.hillock.model.form.PoissonSpikes;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.SpikeTrains;

/** What a user should know about a mapping that was made: one sentence each. */
public final class Warnings {

  /** Errors above this are worth a sentence. */
  private static final double NOTEWORTHY = 0.02;

  private Warnings() {}

  public static List<String> of(
      Network network,
      List<PopulationReport> populations,
      List<PathwayReport> pathways,
      ChipTime time,
      long seed) {
    List<String> warnings = new ArrayList<>();
    for (PopulationReport report : populations) {
      report.quantities().forEach(one -> quantity(report.population(), one, warnings));
    }
    for (PathwayReport report : pathways) {
      String way = report.where() + " → " + report.target();
      if (report.zeroed() > 0) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "%s: %,d of %,d synapses are too weak for the chip and left out",
                way,
                report.zeroed(),
                report.synapses()));
      }
      if (report.relativeError() > NOTEWORTHY) {
        warnings.add(
            String.format(
                Locale.ROOT, "%s: weights are %.1f %% off", way, 100 * report.relativeError()));
      }
      if (report.delayError() > 0) {
        warnings.add(way + ": delays are rounded by up to " + ChipTime.text(report.delayError()));
      }
    }
    otherNeurons(network, time, warnings);
    moved(network, time, warnings);
    for (Input input : network.inputs()) {
      SpikeTrains recorded = input.recorded();
      double most =
          recorded == null
              ? input.meanRate() * time.step() / 1000
              : most(recorded, input.delay(), time);
      atOnce("inputs." + input.name(), most, warnings);
    }
    for (int i = 0; i < network.populations().size(); i++) {
      Population population = network.populations().get(i);
      if (Models.form(population.model()) instanceof PoissonSpikes) {
        double most =
            PoissonSources.of(population, i, seed).stream()
                .mapToDouble(PoissonSpikes::rate)
                .max()
                .orElse(0);
        atOnce("neurons." + population.name(), most * time.step() / 1000, warnings);
      } else if (population.spikeTrains() != null) {
        atOnce("neurons." + population.name(), most(population.spikeTrains(), 0, time), warnings);
      }
    }
    return warnings;
  }

  private static void atOnce(String where, double spikes, List<String> warnings) {
    if (spikes > 1) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%s: %s spikes in a step from one axon; the host must be able to inject several"
                  + " at once",
              where,
              spikes == Math.rint(spikes)
                  ? String.format(Locale.ROOT, "up to %.0f", spikes)
                  : String.format(Locale.ROOT, "%.1f", spikes)));
    }
  }

  /** The most spikes of one train in a step. */
  private static int most(SpikeTrains trains, double delay, ChipTime time) {
    int most = 0;
    for (int i = 0; i < trains.size(); i++) {
      long last = Long.MIN_VALUE;
      int count = 0;
      for (double spike : trains.train(i)) {
        long step = time.ofSpike(spike, delay);
        count = step == last ? count + 1 : 1;
        last = step;
        most = Math.max(most, count);
      }
    }
    return most;
  }

  /** Biases that are not those of the network. */
  static List<String> tuned(Map<String, Double> tuning) {
    List<String> warnings = new ArrayList<>();
    new TreeMap<>(tuning)
        .forEach(
            (population, millivolts) -> {
              if (millivolts != 0) {
                warnings.add(
                    String.format(
                        Locale.ROOT,
                        "neurons.%s: the bias is calibrated by %+.3f mV",
                        population,
                        millivolts));
              }
            });
    return warnings;
  }

  /** An objective that nothing can be known of. */
  static List<String> unknownCosts(Objective objective, ChipProfile profile) {
    return objective == Objective.cores || profile.costs().known()
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "--optimise %s: no costs of operations are known of %s, so the mapping has as few"
                    + " cores as possible",
                objective,
                profile.name()));
  }

  /** Populations that fire in every step in which they are not refractory, without any spikes. */
  public static List<String> restless(
      Network network, List<QuantisedPopulation> populations, ChipProfile profile) {
    List<String> warnings = new ArrayList<>();
    for (QuantisedPopulation quantised : populations) {
      Population population = network.populations().get(quantised.index());
      int count = 0;
      for (int i = 0; i < population.size(); i++) {
        Compartment compartment = quantised.compartment(i);
        // What has a threshold that adapts, or a recovery, does not go on like that.
        boolean lif = compartment.dynamics().programme() == Programme.LIF;
        long threshold = (long) compartment.threshold() << profile.neuron().thresholdExponent();
        count += lif && compartment.bias().value() > threshold ? 1 : 0;
      }
      if (count > 0) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "neurons.%s: the bias of %,d of %,d neurons is above the threshold; they fire in"
                    + " every step in which they are not refractory",
                population.name(),
                count,
                population.size()));
      }
    }
    return warnings;
  }

  /** Neurons of which a step of another length makes other ones. */
  private static void otherNeurons(Network network, ChipTime time, List<String> warnings) {
    for (Population population : network.populations()) {
      if (time.coarse() && Models.form(population.model()).definedByStep()) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "neurons.%s: %s is defined by its step, so steps of %s in place of %s make other"
                    + " neurons of it, with other rates; a --chip-step of %s keeps them",
                population.name(),
                population.model(),
                ChipTime.text(time.step()),
                ChipTime.text(time.gridStep()),
                ChipTime.text(time.gridStep())));
      }
    }
  }

  /** What the steps of the chip do to the times of spikes that come from outside. */
  private static void moved(Network network, ChipTime time, List<String> warnings) {
    for (Population population : network.populations()) {
      SpikeTrains trains = population.spikeTrains();
      double most = 0;
      for (int i = 0; trains != null && i < trains.size(); i++) {
        most = Math.max(most, farthestSpike(trains.train(i), 0, 0, time));
      }
      moved("neurons." + population.name(), most, time, warnings);
    }
    for (Input input : network.inputs()) {
      SpikeTrains recorded = input.recorded();
      if (recorded != null) {
        double most = farthestSpike(recorded.train(0), input.delay(), 1, time);
        moved("inputs." + input.name(), most, time, warnings);
      } else if (input.drawsTrains()) {
        double most = farthest(input, time);
        if (most > 0) {
          warnings.add(
              String.format(
                  Locale.ROOT,
                  "inputs.%s: begins up to %s earlier or ends up to that later, at a step of %s",
                  input.name(),
                  ChipTime.text(most),
                  ChipTime.text(time.step())));
        }
      }
    }
  }

  private static void moved(String where, double most, ChipTime time, List<String> warnings) {
    if (most > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%s: spikes are up to %s later, at a step of %s",
              where,
              ChipTime.text(most),
              ChipTime.text(time.step())));
    }
  }

  /** How much later spikes are than the simulator's grid has them, at most [ms]. */
  private static double farthestSpike(double[] times, double delay, long first, ChipTime time) {
    double most = 0;
    for (double own : times) {
      double chip = time.time(Math.max(first, time.ofSpike(own, delay)));
      double grid = (time.gridOfSpike(own) + time.gridIndex(delay)) * time.gridStep();
      most = Math.max(most, chip - grid);
    }
    return most < 1e-9 ? 0 : most;
  }

  /** How far the steps in which random trains fire reach beyond its start and stop [ms]. */
  private static double farthest(Input input, ChipTime time) {
    double delay = time.gridIndex(input.delay()) * time.gridStep();
    double start = time.gridIndex(input.start()) * time.gridStep() + delay;
    double most = start - time.time(time.firstAfter(input.start(), input.delay()) - 1);
    if (input.stop() < Double.MAX_VALUE) {
      double stop = time.gridIndex(input.stop()) * time.gridStep() + delay;
      most = Math.max(most, time.time(time.lastUntil(input.stop(), input.delay())) - stop);
    }
    return most < 1e-9 ? 0 : most;
  }

  private static void quantity(
      String population, PopulationReport.Quantity quantity, List<String> warnings) {
    if (quantity.relativeError() > NOTEWORTHY) {
      String unit = quantity.unit().isEmpty() ? "" : " " + quantity.unit();
      warnings.add(
          String.format(
              Locale.ROOT,
              "neurons.%s: %s is %.4g%s in place of %.4g%s",
              population,
              quantity.label(),
              quantity.chip(),
              unit,
              quantity.exact(),
              unit));
    }
  }
}
