package org.hillock.scenario;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.hillock.engine.run.NetworkCheck;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.record.Recording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Networks from Java, too, have no weights that a receptor cannot take. */
class ReceptorWeightsTest {

  private static void check(
      ConnectionRule rule, double weight, @Nullable Plasticity plasticity, String receptor) {
    Population cells = new Population("cells", 3, "iaf_cond_exp", Map.of());
    NeuronRange all = NeuronRange.all(cells);
    Projection projection =
        new Projection(
            "loop",
            all,
            all,
            rule,
            Distribution.of(weight),
            Distribution.of(1),
            true,
            true,
            plasticity,
            null,
            receptor);
    NetworkCheck.check(
        new Network(List.of(cells), List.of(), List.of(projection)),
        RunSettings.continuous(0, 1, 1, 1),
        Recording.nothing());
  }

  private static String refusal(
      ConnectionRule rule, double weight, @Nullable Plasticity plasticity, String receptor) {
    return assertThrows(
            InvalidNetworkException.class, () -> check(rule, weight, plasticity, receptor))
        .getMessage();
  }

  private static ConnectionRule edges(double... weights) {
    int[] neurons = new int[weights.length];
    return new ConnectionRule.Explicit(neurons, neurons, weights, null);
  }

  @Test
  void refusesTheWeightOfAnEdge() {
    assertEquals(
        "synapses.loop.weight: found weights from -2.0 to -2.0 nS; allowed: weights of 0 or above at"
            + " the receptor ex of iaf_cond_exp",
        refusal(edges(1, -2), 0, null, "ex"));
    assertDoesNotThrow(() -> check(edges(-1, -2), 0, null, "in"));
  }

  @Test
  void refusesWeightsThatARuleWillMake() {
    Plasticity inhibitory = new Plasticity("stdp", Map.of("W_max", -10.0));
    assertEquals(
        "synapses.loop.weight: found weights from -10.0 to 0.0 nS; allowed: weights of 0 or above at"
            + " the receptor ex of iaf_cond_exp",
        refusal(new ConnectionRule.AllToAll(), 0, inhibitory, "ex"));
    assertDoesNotThrow(() -> check(new ConnectionRule.AllToAll(), 0, inhibitory, "in"));
  }
}
