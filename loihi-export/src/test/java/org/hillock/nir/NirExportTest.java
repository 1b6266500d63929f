package org.hillock.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hillock.format.FormatException;
import org.hillock.network.Conduction;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Positions;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NirExportTest {

  private static final double STEP = 0.1;

  @TempDir Path folder;

  private static Map<String, Distribution> delta(Object... more) {
    java.util.Map<String, Distribution> all = new java.util.HashMap<>();
    all.put("tau_m", Distribution.of(20));
    all.put("C_m", Distribution.of(200));
    all.put("E_L", Distribution.of(-60));
    all.put("V_th", Distribution.of(-50));
    all.put("V_reset", Distribution.of(-62));
    all.put("t_ref", Distribution.of(0));
    for (int i = 0; i < more.length; i += 2) {
      all.put((String) more[i], Distribution.of((Double) more[i + 1]));
    }
    return all;
  }

  private static Projection listed(
      String name, Population from, Population to, double weight, double delay, int... pairs) {
    int[] sources = new int[pairs.length / 2];
    int[] targets = new int[pairs.length / 2];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = pairs[2 * i];
      targets[i] = pairs[2 * i + 1];
    }
    return new Projection(
        name,
        NeuronRange.all(from),
        NeuronRange.all(to),
        new ConnectionRule.Explicit(sources, targets, null, null),
        Distribution.of(weight),
        Distribution.of(delay),
        true,
        true,
        null);
  }

  private static NirNode node(NirExport.Exported exported, String name) {
    NirNode node = exported.graph().nodes().get(name);
    if (node == null) {
      throw new AssertionError(name + " is not among " + exported.graph().nodes().keySet());
    }
    return node;
  }

  @Test
  void shouldWriteJumpsAsWeightsAndCountPotentialsFromRest() {
    Population source =
        new Population(
            "source",
            2,
            "spike_generator",
            Map.of(),
            SpikeTrains.of(List.of(new double[] {1, 2}, new double[] {3})));
    Population cells = new Population("cells", 3, "iaf_psc_delta", delta("I_e", 20.0));
    NirExport.Exported exported =
        NirExport.graph(
            new Network(
                List.of(source, cells),
                List.of(),
                List.of(listed("s", source, cells, 5, 1.5, 0, 0, 0, 0, 1, 2))),
            STEP,
            1);
    NirNode.LIF lif = (NirNode.LIF) node(exported, "cells");
    assertEquals(0.02, lif.tau().get(0), 1e-15);
    double part = 1 - Math.exp(-0.1 / 20);
    assertEquals(1 / part, lif.r().get(0), 1e-9);
    assertEquals(2, lif.vLeak().get(0), 1e-12); // 20 ms / 200 pF * 20 pA
    assertEquals(Math.nextDown(10.0), lif.vThreshold().get(0));
    assertEquals(-2, lif.vReset().get(0));
    NirNode.Linear weights = (NirNode.Linear) node(exported, "s");
    assertEquals(NirArray.of(List.of(3, 2), 10, 0, 0, 0, 0, 5), weights.weight());
    // The jump of v that NIR makes of a spike of one step: r w (1 - e^(-dt/tau)).
    assertEquals(10, lif.r().get(0) * weights.weight().get(0) * part, 1e-12);
    assertEquals(
        NirArray.filled(List.of(3), 0.0015), ((NirNode.Delay) node(exported, "s_delay")).delay());
    assertEquals(
        List.of(
            new NirGraph.Edge("source", "s"),
            new NirGraph.Edge("s", "s_delay"),
            new NirGraph.Edge("s_delay", "cells"),
            new NirGraph.Edge("cells", "cells_output")),
        exported.graph().edges());
    NirMetadata metadata = node(exported, "source").metadata();
    assertEquals(NirArray.of(1, 2, 3), metadata.numbers().get("times_ms"));
    assertEquals(NirArray.of(0, 0, 1), metadata.numbers().get("neurons"));
    assertEquals(1, exported.warnings().size(), exported.warnings().toString());
  }

  @Test
  void shouldWriteCurrentsBehindATimeConstant() {
    Map<String, Distribution> parameters =
        delta("tau_syn_ex", 5.0, "tau_syn_in", 5.0, "t_ref", 2.0);
    Population cells = new Population("cells", 2, "iaf_psc_exp", parameters);
    NirExport.Exported exported =
        NirExport.graph(
            new Network(
                List.of(cells),
                List.of(
                    new Input.Poisson(
                        "noise",
                        List.of(new NeuronRange("cells", 1, 2)),
                        50,
                        Distribution.of(40),
                        0.1,
                        0,
                        Double.POSITIVE_INFINITY),
                    new Input.StepCurrent(
                        "bias", List.of(NeuronRange.all(cells)), List.of(0.0), List.of(10.0), 0)),
                List.of(listed("r", cells, cells, -30, 0.1, 0, 1))),
            STEP,
            1);
    NirNode.CubaLIF lif = (NirNode.CubaLIF) node(exported, "cells");
    assertEquals(1, lif.vLeak().get(1), 1e-12);
    double weight = ((NirNode.Linear) node(exported, "r")).weight().get(2);
    // tau_mem dv/dt = r I is C_m dV/dt = I_syn, and I_syn jumps by -30 pA.
    double jump = lif.wIn().get(1) * weight * (1 - Math.exp(-0.1 / 5));
    assertEquals(-30.0 / 200, lif.r().get(1) * jump / (lif.tauMem().get(1) * 1000), 1e-12);
    NirNode.Scale scale = (NirNode.Scale) node(exported, "noise_weight");
    assertEquals(0, scale.scale().get(0));
    assertEquals(40 * 0.1 / 200, scale.scale().get(1), 1e-15);
    assertEquals(50, node(exported, "noise").metadata().numbers().get("rate_Hz").get(0));
    assertEquals(NirArray.of(2, 2), lif.metadata().numbers().get("t_ref_ms"));
    assertTrue(exported.warnings().get(0).startsWith("neurons.cells.t_ref: "));
    assertTrue(exported.warnings().get(1).startsWith("inputs.noise: "));
  }

  @Test
  void shouldGiveEachProjectionItsOwnDelay() throws Exception {
    Population a = new Population("a", 2, "iaf_psc_delta", delta());
    Population b = new Population("b", 2, "iaf_psc_delta", delta());
    Projection varied =
        new Projection(
            "varied",
            NeuronRange.all(a),
            NeuronRange.all(b),
            new ConnectionRule.Explicit(
                new int[] {0, 1, 0, 1}, new int[] {0, 0, 1, 1}, null, new double[] {1, 2, 2, 3}),
            Distribution.of(1),
            Distribution.of(1),
            true,
            true,
            null);
    Projection bySource =
        new Projection(
            "by source",
            NeuronRange.all(a),
            NeuronRange.all(b),
            new ConnectionRule.Explicit(
                new int[] {0, 1, 0, 1}, new int[] {0, 0, 1, 1}, null, new double[] {1, 2, 1, 2}),
            Distribution.of(1),
            Distribution.of(1),
            true,
            true,
            null);
    Network network =
        new Network(
            List.of(a, b),
            List.of(),
            List.of(
                listed("x", a, b, 1, 1, 0, 0), listed("x", a, b, 1, 3, 0, 1), varied, bySource));
    NirExport.Exported exported = NirExport.graph(network, STEP, 1);
    assertEquals(0.001, ((NirNode.Delay) node(exported, "x_delay")).delay().get(0));
    assertEquals(0.003, ((NirNode.Delay) node(exported, "x_2_delay")).delay().get(0));
    assertEquals(
        NirArray.of(0.002, 0.002), ((NirNode.Delay) node(exported, "varied_delay")).delay());
    assertEquals(
        NirArray.of(List.of(2, 2), 1, 2, 2, 3),
        node(exported, "varied").metadata().numbers().get("delay_ms"));
    assertEquals(
        NirArray.of(0.001, 0.002), ((NirNode.Delay) node(exported, "by source_delay")).delay());
    assertTrue(exported.graph().edges().contains(new NirGraph.Edge("a", "by source_delay")));
    assertEquals(1, exported.warnings().size(), exported.warnings().toString());
    assertNull(exported.graph().nodes().get("a_output"));
    Path file = folder.resolve("x.nir");
    NirExport.write(network, STEP, 1, file);
    assertEquals(exported.graph().edges(), NirReader.read(file).edges());
  }

  @Test
  void shouldWriteConductionDelaysExactlyWhereTheyDependOnTheTargetAlone() {
    Population source =
        new Population(
            "source",
            1,
            "spike_generator",
            Map.of(),
            SpikeTrains.of(List.of(new double[] {1})),
            Positions.of(new double[][] {{0}}));
    Population row =
        new Population(
            "row",
            3,
            "iaf_psc_delta",
            delta(),
            null,
            Positions.of(new double[][] {{0}, {10}, {20}}));
    Projection projection =
        new Projection(
            "axon",
            NeuronRange.all(source),
            NeuronRange.all(row),
            new ConnectionRule.AllToAll(),
            Distribution.of(15),
            Distribution.of(1),
            true,
            true,
            null,
            new Conduction(10));
    NirExport.Exported exported =
        NirExport.graph(new Network(List.of(source, row), List.of(), List.of(projection)), STEP, 1);
    assertEquals(
        NirArray.of(0.001, 0.002, 0.003), ((NirNode.Delay) node(exported, "axon_delay")).delay());
  }

  @Test
  void shouldRefuseWhatNirCannotSay() {
    Population alpha = new Population("alpha", 1, "iaf_psc_alpha", Map.of());
    assertTrue(
        refusal(new Network(List.of(alpha), List.of(), List.of())).contains("iaf_psc_alpha"));
    Population two =
        new Population("two", 1, "iaf_psc_exp", delta("tau_syn_ex", 1.0, "tau_syn_in", 2.0));
    assertTrue(
        refusal(new Network(List.of(two), List.of(), List.of())).contains("equal time constants"));
    Population one = new Population("one", 1, "iaf_psc_delta", delta());
    Input noise = new Input.NoiseCurrent("n", List.of(NeuronRange.all(one)), 0, 1, 1, 0, 0, 100);
    assertTrue(
        refusal(new Network(List.of(one), List.of(noise), List.of())).startsWith("inputs.n: "));
    Population many = new Population("many", 40_000, "iaf_psc_delta", delta());
    assertTrue(
        refusal(new Network(List.of(many), List.of(), List.of(listed("l", many, many, 1, 1, 0, 0))))
            .contains("1,600,000,000"));
  }

  @Test
  void shouldRefuseAModelWithListsByItsName() {
    Map<String, Distribution> lists =
        Map.of("tau_syn_1", Distribution.of(2), "tau_syn_2", Distribution.of(8));
    Population cells = new Population("cells", 3, "iaf_psc_exp_multisynapse", lists);
    String refusal = refusal(new Network(List.of(cells), List.of(), List.of()));
    assertTrue(
        refusal.startsWith("neurons.cells.model: found iaf_psc_exp_multisynapse, which NIR has no"),
        refusal);
  }

  @Test
  void shouldNameTheModelsThatItCanSayInPlaceOfOneThatItCannot() {
    Population unit = new Population("unit", 1, "threshold_unit", Map.of());
    assertEquals(
        "neurons.unit.model: found threshold_unit, which NIR has no node for.\nWhat would help:"
            + " iaf_psc_delta, iaf_psc_exp, parrot_neuron or a sender.",
        refusal(new Network(List.of(unit), List.of(), List.of())));
  }

  /** E_L is -70 mV if nothing is said. */
  @Test
  void shouldWarnOfAnInitialPotentialOnlyIfItIsNotTheRestingOne() {
    for (double initial : new double[] {-70, -69}) {
      Population cells =
          new Population(
              "cells",
              2,
              "iaf_psc_delta",
              Map.of("V_m", Distribution.of(initial), "t_ref", Distribution.of(0)));
      List<String> warnings =
          NirExport.graph(new Network(List.of(cells), List.of(), List.of()), STEP, 1).warnings();
      assertEquals(
          initial == -70
              ? List.of()
              : List.of("neurons.cells.V_m: NIR has no initial values; it is left out"),
          warnings);
    }
  }

  private static String refusal(Network network) {
    return assertThrows(FormatException.class, () -> NirExport.graph(network, STEP, 1))
        .getMessage();
  }
}
