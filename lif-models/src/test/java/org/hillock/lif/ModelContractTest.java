package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hillock.engine.checkpoint.Snapshot;
import org.hillock.engine.run.MemoryCheckpoints;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.Simulation;
import org.hillock.engine.run.UnstableNeuronException;
import org.hillock.model.Receptor;
import org.hillock.network.Input;
import org.hillock.record.TraceTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every neuron model, on a grid and, where it runs there, in continuous time. */
@Execution(ExecutionMode.CONCURRENT)
class ModelContractTest {

  private static final double STEP = 0.1;
  private static final double DURATION = 90;

  static List<ModelCase> cases() {
    return ModelCase.all();
  }

  static List<ModelCase> continuous() {
    return ModelCase.all().stream().filter(ModelCase::runsContinuously).toList();
  }

  private static void assertSame(RunResult expected, RunResult found, String what) {
    assertEquals(expected.spikes(), found.spikes(), what);
    TraceTable first = expected.traces().get(0);
    TraceTable second = found.traces().get(0);
    for (int v = 0; v < first.variables().size(); v++) {
      for (int i = 0; i < ModelCase.SIZE; i++) {
        assertArrayEquals(
            first.values()[v][i],
            second.values()[v][i],
            what + " " + first.variables().get(v) + " of " + i);
      }
    }
  }

  private static void assertNoThreadsMatter(ModelCase one, double step) {
    RunResult alone = one.run(step, DURATION, 1);
    assertTrue(alone.spikes().get(0).size() > ModelCase.SIZE, "fires: " + alone.spikes());
    for (int threads : new int[] {2, 3, 5}) {
      assertSame(alone, one.run(step, DURATION, threads), threads + " threads");
    }
  }

  private static void assertColumnsAreKernels(ModelCase one, double step) {
    RunResult together = one.run(step, DURATION, 1);
    TraceTable all = together.traces().get(0);
    for (int neuron : new int[] {0, 1, 8, ModelCase.SIZE - 1}) {
      RunResult alike = one.allAs(neuron).run(step, DURATION, 1);
      assertArrayEquals(
          alike.spikes().get(0).train(neuron), together.spikes().get(0).train(neuron));
      TraceTable own = alike.traces().get(0);
      for (int v = 0; v < all.variables().size(); v++) {
        assertArrayEquals(
            own.values()[v][neuron],
            all.values()[v][neuron],
            all.variables().get(v) + " of " + neuron);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldGiveTheSameBitsForAnyNumberOfThreads(ModelCase one) {
    assertNoThreadsMatter(one, STEP);
  }

  @ParameterizedTest
  @MethodSource("continuous")
  void shouldGiveTheSameBitsForAnyNumberOfThreadsInContinuousTime(ModelCase one) {
    assertNoThreadsMatter(one, 0);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldMoveANeuronAmongOthersAsIfAllWereLikeIt(ModelCase one) {
    assertColumnsAreKernels(one, STEP);
  }

  @ParameterizedTest
  @MethodSource("continuous")
  void shouldMoveANeuronAmongOthersAsIfAllWereLikeItInContinuousTime(ModelCase one) {
    assertColumnsAreKernels(one, 0);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void goesOnFromACheckpointAsIfNothingHadHappened(ModelCase one) {
    assertGoesOn(one, STEP);
  }

  @ParameterizedTest
  @MethodSource("continuous")
  void goesOnFromACheckpointAsIfNothingHadHappenedInContinuousTime(ModelCase one) {
    assertGoesOn(one, 0);
  }

  /** All that is known at the end is compared, to the last bit. */
  private static void assertGoesOn(ModelCase one, double step) {
    Snapshot whole = run(one, step, DURATION, 1, null);
    // In the middle of a current, and when some neurons have just fired.
    Snapshot first = run(one, step, 20.3, 2, null);
    Snapshot second = run(one, step, 43.6, 5, first);
    Snapshot parts = run(one, step, DURATION, 3, second);
    assertEquals(whole, parts, one.name() + ": " + whole.difference(parts));
  }

  private static Snapshot run(
      ModelCase one, double step, double duration, int threads, @Nullable Snapshot from) {
    Simulation simulation = one.simulation(step, duration, threads);
    if (from != null) {
      simulation.restore(from.bringing());
    }
    MemoryCheckpoints checkpoints = new MemoryCheckpoints();
    simulation.run(RunListener.NONE, checkpoints);
    return checkpoints.last();
  }

  private static void assertHears(ModelCase one, double step) {
    double[][] silent = one.with(List.of()).run(step, 12, 1).traces().get(0).values()[0];
    for (Receptor receptor : one.model().description().receptors()) {
      double[][] v =
          one.with(List.of(one.spikeAt(receptor))).run(step, 12, 1).traces().get(0).values()[0];
      double most = 0;
      for (int i = 0; i < ModelCase.SIZE; i++) {
        for (int k = 0; k < v[i].length; k++) {
          most = Math.max(most, Math.abs(v[i][k] - silent[i][k]));
        }
      }
      assertTrue(most > 1e-6, "a spike at " + receptor.name() + " changes V by " + most);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldBeMovedByASpikeAtEachReceptor(ModelCase one) {
    assertHears(one, STEP);
  }

  @ParameterizedTest
  @MethodSource("continuous")
  void shouldBeMovedByASpikeAtEachReceptorInContinuousTime(ModelCase one) {
    assertHears(one, 0);
  }

  private static void assertGuessesReceptors(ModelCase one, double step) {
    List<Receptor> receptors = one.model().description().receptors();
    for (double weight : new double[] {3, -3}) {
      int place = one.model().description().receptor(null, weight);
      boolean taken = place >= 0 && ModelCase.weightAt(receptors.get(place)) == weight;
      if (taken || place == 0 && receptors.size() == 1) {
        RunResult named =
            one.with(List.of(one.spike(2, 1, weight, receptors.get(place).name())))
                .run(step, 12, 1);
        assertSame(named, one.with(List.of(one.spike(2, 1, weight, null))).run(step, 12, 1), "");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldTakeASpikeWithoutAReceptorAtTheOneThatItsSignSays(ModelCase one) {
    assertGuessesReceptors(one, STEP);
  }

  @ParameterizedTest
  @MethodSource("continuous")
  void shouldTakeASpikeWithoutAReceptorAtTheOneThatItsSignSaysInContinuousTime(ModelCase one) {
    assertGuessesReceptors(one, 0);
  }

  @ParameterizedTest
  @MethodSource("continuous")
  void shouldHearASpikeAtTheBeginningInContinuousTime(ModelCase one) {
    Receptor first = one.model().description().receptors().get(0);
    Input spike = one.spike(0, 0, ModelCase.weightAt(first), first.name());
    double[][] silent = one.with(List.of()).run(0, 3, 1).traces().get(0).values()[0];
    double[][] v = one.with(List.of(spike)).run(0, 3, 1).traces().get(0).values()[0];
    for (int i = 0; i < ModelCase.SIZE; i++) {
      assertNotEquals(silent[i][1], v[i][1], "V of " + i);
    }
  }

  private static void assertStops(ModelCase one, double step) {
    UnstableNeuronException stopped =
        assertThrows(UnstableNeuronException.class, () -> one.overflowing().run(step, DURATION, 1));
    String message = stopped.getMessage();
    assertTrue(message.startsWith("neurons.cells["), message);
    assertTrue(message.matches("(?s).* at [0-9.]+ ms, so the run was stopped.*"), message);
    assertTrue(message.contains("its parameters: ") && message.contains("="), message);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldStopWithTimeNeuronAndParametersWhenNoNumberHoldsTheState(ModelCase one) {
    assertStops(one, STEP);
  }

  @ParameterizedTest
  @MethodSource("continuous")
  void shouldStopWhenNoNumberHoldsTheStateInContinuousTime(ModelCase one) {
    assertStops(one, 0);
  }
}
