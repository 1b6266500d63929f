package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.loihi.emulate.ChipArithmetic;
import org.hillock.loihi.run.ChipSimulation;
import org.hillock.loihi.run.EmulatedChip;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.record.Recording;
import org.hillock.record.TraceTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A current that flows at the start moves V on the chip as much as in the simulator. */
class InitialCurrentTest {

  private static final double STEP = 1;

  /** The time constant whose decay on the chip is exactly this [ms]. */
  private static double tau(int decay) {
    return -STEP / Math.log1p(-decay / 4096.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {409, 1612, 3000})
  void shouldMoveVAsTheSimulatorDoes(int decay) {
    Map<String, Distribution> parameters = new HashMap<>(Nets.current(tau(decay), tau(decay)));
    parameters.put("tau_m", Distribution.of(tau(200)));
    parameters.put("V_th", Distribution.of(0));
    parameters.put("I_syn_ex", Distribution.of(1000));
    Population cell = new Population("cell", 1, "iaf_psc_exp", parameters);
    Network network = new Network(List.of(cell), List.of(), List.of());
    Recording traces =
        new Recording(
            List.of(),
            List.of(new Recording.Trace(NeuronRange.all(cell), List.of("V_m"), STEP)),
            List.of(),
            List.of());
    RunSettings settings = new RunSettings(STEP, 0, 30, 1, 1);
    Mapping mapping =
        LoihiCompiler.compile(
            new LoihiCompiler.Subject("start", network, STEP, 1),
            Profiles.loihi(),
            LoihiCompiler.Options.of(STEP));
    TraceTable chip =
        new ChipSimulation(
                EmulatedChip.of(mapping, ChipArithmetic.LAVA),
                network,
                settings,
                traces,
                RunListener.NONE)
            .run(RunListener.NONE)
            .traces()
            .get(0);
    TraceTable grid =
        Engines.build(network, settings, traces, RunListener.NONE)
            .run(RunListener.NONE)
            .traces()
            .get(0);
    for (int i = 0; i < chip.times().length; i++) {
      assertEquals(grid.values()[0][0][i], chip.values()[0][0][i], 0.01, "at " + chip.times()[i]);
    }
  }
}
