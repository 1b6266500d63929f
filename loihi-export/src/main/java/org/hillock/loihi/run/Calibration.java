package org.hillock.loihi.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
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
            Engines.build(network, settings, Recording.nothing(), RunListener.NONE)
                .run(RunListener.NONE)
                .spikeCounts(),
            network,
            duration);
    boolean[] onChip = new boolean[wanted.length];
    for (int p = 0; p < onChip.length; p++) {
      onChip[p] = !Outside.holds(network.populations().get(p));
    }
    RateMatch match = new RateMatch(wanted, onChip);
    boolean good = false;
    for (int round = 0; round < ROUNDS && !good; round++) {
      LoihiCompiler.Options tuned = options.tuned(named(network, match.bias()));
      good = match.found(emulated(subject, profile, tuned, settings, duration));
    }
    return new Calibration(named(network, match.bestBias()), sentences(network, wanted, match));
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

  private static List<String> sentences(Network network, double[] wanted, RateMatch match) {
    List<String> sentences = new ArrayList<>();
    for (int p = 0; p < wanted.length; p++) {
      Population population = network.populations().get(p);
      if (!Outside.holds(population)) {
        String name = "neurons." + population.name();
        sentences.add(
            wanted[p] == 0
                ? name + ": not calibrated, since it does not fire in the network in that time"
                : String.format(
                    Locale.ROOT,
                    "%s: calibrated by %+.3f mV of bias: %.3g Hz on the chip, %.3g Hz without,"
                        + " %.3g Hz in the network",
                    name,
                    match.bestBias()[p],
                    match.best()[p],
                    match.first()[p],
                    wanted[p]));
      }
    }
    return sentences;
  }
}
