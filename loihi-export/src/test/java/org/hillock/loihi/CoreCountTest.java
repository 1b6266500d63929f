package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.ProfileReader;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is optimised is least, and the number of cores that does it is found soon. */
class CoreCountTest {

  private final List<Integer> tried = new ArrayList<>();

  private Mapping compile(Network network, ChipProfile profile, Objective objective) {
    tried.clear();
    return LoihiCompiler.compile(
        new LoihiCompiler.Subject("test", network, Nets.STEP, Nets.SEED),
        profile,
        new LoihiCompiler.Options(Nets.STEP, false, objective, Set.of(), 0, Map.of()),
        (cores, estimate) -> tried.add(cores));
  }

  private static Network alone(int neurons) {
    return new Network(
        List.of(new Population("alone", neurons, "iaf_psc_delta", Nets.delta())),
        List.of(),
        List.of());
  }

  /**
   * Neurons without synapses, N on c cores: ⌈N/c⌉ (update + spike × rate × step) + barrier(⌈c/4⌉).
   */
  private static double closedForm(int neurons, int cores, ChipProfile profile) {
    ChipProfile.Costs costs = profile.costs();
    double each = costs.neuronNs() + 10 * Nets.STEP / 1000 * costs.spikeNs();
    double most = Math.ceil((double) neurons / cores);
    int used = (int) Math.ceil(neurons / most);
    return most * each + costs.barrier((used + 3) / 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 300, 1024, 3000, 9000})
  void shouldSpreadNeuronsWithoutSynapsesAsTheClosedFormAsks(int neurons) {
    ChipProfile profile = Profiles.loihi();
    Mapping mapping = compile(alone(neurons), profile, Objective.latency);
    double best = Double.POSITIVE_INFINITY;
    for (int cores = (neurons + 1023) / 1024; cores <= neurons; cores++) {
      best = Math.min(best, closedForm(neurons, cores, profile));
    }
    double found = mapping.estimate().stepNs();
    assertEquals(closedForm(neurons, mapping.cores(), profile), found, 1e-6);
    assertTrue(found <= 1.02 * best, mapping.cores() + " cores, " + found + " for " + best);
    assertTrue(tried.size() <= 12, tried.toString());
  }

  /** A long barrier keeps neurons together; one that costs nothing drives all of them apart. */
  @Test
  void shouldWeighTheBarrier() {
    ChipProfile free = Profiles.with("costs.barrierTiles", "[1]", "costs.barrierNs", "[0]");
    assertEquals(200, compile(alone(200), free, Objective.latency).cores());
    ChipProfile slow =
        Profiles.with("costs.barrierTiles", "[1, 2]", "costs.barrierNs", "[0, 100000]");
    assertEquals(4, compile(alone(200), slow, Objective.latency).cores());
  }

  @ParameterizedTest
  @EnumSource(
      value = Objective.class,
      names = {"energy", "latency"})
  void shouldBeNearWhatTryingEveryNumberOfCoresFinds(Objective objective) {
    ChipProfile profile = Profiles.with("core.compartments", 128);
    Network network = Nets.ring(4, 60);
    double found = objective.of(compile(network, profile, objective).estimate());
    double best = Double.POSITIVE_INFINITY;
    for (int most = 1; most <= 128; most++) {
      Network same = Nets.ring(4, 60);
      Mapping mapping = compile(same, Profiles.with("core.compartments", most), Objective.cores);
      best = Math.min(best, objective.of(mapping.estimate()));
    }
    assertTrue(found <= 1.03 * best, found + " for " + best);
  }

  @Test
  void shouldNotSearchWhereFewCoresAreWanted() {
    assertEquals(1, compile(alone(300), Profiles.loihi(), Objective.cores).cores());
    assertEquals(List.of(), tried);
  }

  @Test
  void shouldSayThatNothingIsKnownOfTheCosts() throws IOException {
    ChipProfile profile = ProfileReader.find("loihi2");
    Mapping mapping = compile(alone(300), profile, Objective.latency);
    assertEquals(1, mapping.cores());
    assertTrue(
        mapping
            .reports()
            .warnings()
            .contains(
                "--optimise latency: no costs of operations are known of loihi2, so the mapping has"
                    + " as few cores as possible"),
        mapping.reports().warnings().toString());
  }

  @Test
  void shouldStayOnTheBoard() {
    ChipProfile small = Profiles.with("chips", 1, "coresPerChip", 12);
    assertTrue(compile(alone(3000), small, Objective.latency).cores() <= 12);
  }
}
