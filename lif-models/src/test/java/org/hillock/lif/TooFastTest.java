package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.Simulation;
import org.hillock.network.Distribution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.record.Recording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A neuron that fires faster than anything can follow ends the run with a sentence. */
class TooFastTest {

  @ParameterizedTest
  @ValueSource(strings = {"iaf_psc_delta", "iaf_psc_exp", "iaf_psc_alpha"})
  void shouldRefuseIntervalsOfNextToNothing(String model) {
    Population fast =
        new Population(
            "fast", 1, model, Map.of("I_e", Distribution.of(1e25), "t_ref", Distribution.of(0)));
    Simulation simulation =
        Engines.build(
            new Network(List.of(fast), List.of(), List.of()),
            RunSettings.continuous(0, 10, 1, 1),
            Recording.nothing(),
            RunListener.NONE);
    InvalidNetworkException failure =
        assertThrows(InvalidNetworkException.class, () -> simulation.run(RunListener.NONE));
    assertTrue(failure.getMessage().startsWith("neurons.fast[0]: "), failure.getMessage());
    assertTrue(failure.getMessage().contains("a longer t_ref"), failure.getMessage());
  }
}
