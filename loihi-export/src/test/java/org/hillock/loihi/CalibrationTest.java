package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.loihi.emulate.ChipArithmetic;
import org.hillock.loihi.run.Calibration;
import org.hillock.loihi.run.ChipSimulation;
import org.hillock.loihi.run.EmulatedChip;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.record.Recording;
import org.junit.jupiter.api.Test;

/** Biases bring the rates on the chip to those of the network. */
class CalibrationTest {

  private static final double DURATION = 1000;

  private static final RunSettings SETTINGS = new RunSettings(Nets.STEP, 0, DURATION, Nets.SEED, 2);

  /** With tau_m of 33 ms a decay of 12.4 units is rounded to 12, and jumps last 3 % longer. */
  private static Network network() {
    Map<String, Distribution> neuron = new TreeMap<>(Nets.delta());
    neuron.put("tau_m", Distribution.of(33));
    Population cells = new Population("cells", 400, "iaf_psc_delta", neuron);
    return new Network(List.of(cells), List.of(Nets.poisson(6500, 0.1, cells)), List.of());
  }

  private static double onChip(LoihiCompiler.Options options) {
    Mapping mapping =
        LoihiCompiler.compile(
            new LoihiCompiler.Subject("test", network(), Nets.STEP, Nets.SEED),
            Profiles.loihi(),
            options);
    return new ChipSimulation(
            EmulatedChip.of(mapping, ChipArithmetic.LAVA),
            network(),
            SETTINGS,
            Recording.nothing(),
            RunListener.NONE)
        .run(RunListener.NONE)
        .spikeCounts()[0];
  }

  @Test
  void shouldBringTheRateOfTheChipToThatOfTheNetwork() {
    double wanted =
        Engines.build(network(), SETTINGS, Recording.nothing(), RunListener.NONE)
            .run(RunListener.NONE)
            .spikeCounts()[0];
    assertTrue(wanted > 1000, "spikes " + wanted);
    LoihiCompiler.Options plain = LoihiCompiler.Options.of(Nets.STEP);
    double before = onChip(plain);
    assertTrue(Math.abs(before / wanted - 1) > 0.03, before + " of " + wanted);
    Calibration calibration =
        Calibration.of(
            new LoihiCompiler.Subject("test", network(), Nets.STEP, Nets.SEED),
            Profiles.loihi(),
            plain,
            DURATION,
            2);
    assertEquals(wanted, onChip(plain.tuned(calibration.tuning())), 0.01 * wanted);
    assertEquals(1, calibration.sentences().size());
  }
}
