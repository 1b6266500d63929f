package org.hillock.loihi.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hillock.engine.RunListener;
import org.hillock.engine.RunSettings;
import org.hillock.engine.Simulation;
import org.hillock.loihi.LoihiCompiler;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.emulate.ChipArithmetic;
import org.hillock.loihi.wiring.Outside;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.record.Recording;

/**
 * Finds what to add to the bias of each population so that its rate on the chip is that of the
 * network: the simulator runs the network once, the emulator the mapping several times, and
 *
 * <pre>
 *   bias += gain log(rate of the network / rate on the chip)        in mV of where V goes without spikes
 * </pre>
 *
 * <p>The gain begins at {@value #FIRST_GAIN} mV and is learnt from how the rate followed.
 * Populations act on each other, so that steps are damped, and the best biases that were met are
 * kept. Both sides hear the same random input, so that most of its chance cancels.
 *
 * @param tuning what is added to the bias of each population [mV]
 * @param sentences what was found, one a population
 */
public record Calibration(Map<String, Double> tuning, List<String> sentences) {

  private static final int ROUNDS = 8;
  private static final double FIRST_GAIN = 0.3;
  private static final double LEAST_GAIN = 0.02;
  private static final double MOST_GAIN = 3;
  private static final double DAMPING = 0.7;

  /** Rates below this count as this, since a silent population says nothing [Hz]. */
  private static final double FLOOR = 0.01;

  /** Rates as near as this to each other are left alone. */
  private static final double GOOD = 0.003;

  /** Copies the collections. */
  public Calibration {
    tuning = Map.copyOf(tuning);
    sentences = List.copyOf(sentences);
  }

  /**
   * Calibrates.
   *
   * @param duration that is simulated and emulated each time [ms]
   * @param threads of both
   * @throws org.hillock.loihi.chip.MappingException if the chip cannot take the network
   */
  public static Calibration of(
      LoihiCompiler.Subject subject,
      ChipProfile profile,
      LoihiCompiler.Options options,
      double duration,
      int threads) {
    Network network = subject.network();
    RunSettings settings =
        new RunSettings(subject.gridStep(), 0, duration, subject.seed(), threads);
    double[] wanted =
        rates(
            Simulation.build(network, settings, Recording.nothing(), RunListener.NONE)
                .run(RunListener.NONE)
                .spikeCounts(),
            network,
            duration);
    int n = wanted.length;
    double[] bias = new double[n];
    double[] gain = new double[n];
    Arrays.fill(gain, FIRST_GAIN);
    double[] lastBias = new double[n];
    double[] lastLog = new double[n];
    double[] first = new double[n];
    double[] best = new double[n];
    double[] bestBias = new double[n];
    double least = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      double[] found =
          emulated(subject, profile, options.tuned(named(network, bias)), settings, duration);
      double worst = 0;
      for (int p = 0; p < n; p++) {
        worst = Math.max(worst, counts(network, p, wanted) ? Math.abs(error(wanted, found, p)) : 0);
      }
      if (round == 0) {
        first = found;
      }
      if (worst < least) {
        least = worst;
        best = found;
        bestBias = bias.clone();
      }
      if (worst < GOOD) {
        break;
      }
      for (int p = 0; p < n; p++) {
        if (!counts(network, p, wanted)) {
          continue;
        }
        double log = Math.log(Math.max(FLOOR, found[p]));
        if (round > 0 && Math.abs(bias[p] - lastBias[p]) > 1e-6) {
          double slope = (log - lastLog[p]) / (bias[p] - lastBias[p]);
          gain[p] = slope > 0 ? Math.max(LEAST_GAIN, Math.min(MOST_GAIN, 1 / slope)) : gain[p];
        }
        lastBias[p] = bias[p];
        lastLog[p] = log;
        bias[p] += DAMPING * gain[p] * error(wanted, found, p);
      }
    }
    return new Calibration(
        named(network, bestBias), sentences(network, wanted, first, best, bestBias));
  }

  /** Whether a population is on the chip and fires at all. */
  private static boolean counts(Network network, int p, double[] wanted) {
    return !Outside.holds(network.populations().get(p)) && wanted[p] > FLOOR;
  }

  private static double error(double[] wanted, double[] found, int p) {
    return Math.log(wanted[p] / Math.max(FLOOR, found[p]));
  }

  private static double[] emulated(
      LoihiCompiler.Subject subject,
      ChipProfile profile,
      LoihiCompiler.Options options,
      RunSettings settings,
      double duration) {
    EmulatedChip chip =
        EmulatedChip.of(LoihiCompiler.compile(subject, profile, options), ChipArithmetic.LAVA);
    return rates(
        new ChipSimulation(chip, subject.network(), settings, Recording.nothing(), RunListener.NONE)
            .run(RunListener.NONE)
            .spikeCounts(),
        subject.network(),
        duration);
  }

  private static double[] rates(long[] counts, Network network, double duration) {
    double[] rates = new double[counts.length];
    for (int p = 0; p < rates.length; p++) {
      rates[p] = counts[p] * 1000 / (duration * network.populations().get(p).size());
    }
    return rates;
  }

  private static Map<String, Double> named(Network network, double[] bias) {
    Map<String, Double> tuning = new HashMap<>();
    for (int p = 0; p < bias.length; p++) {
      tuning.put(network.populations().get(p).name(), bias[p]);
    }
    return tuning;
  }

  private static List<String> sentences(
      Network network, double[] wanted, double[] first, double[] best, double[] bias) {
    List<String> sentences = new ArrayList<>();
    for (int p = 0; p < wanted.length; p++) {
      Population population = network.populations().get(p);
      if (!Outside.holds(population)) {
        sentences.add(
            String.format(
                Locale.ROOT,
                "neurons.%s: calibrated by %+.3f mV of bias: %.3g Hz on the chip, %.3g Hz without,"
                    + " %.3g Hz in the network",
                population.name(),
                bias[p],
                best[p],
                first[p],
                wanted[p]));
      }
    }
    return sentences;
  }
}
