package org.hillock.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.junit.jupiter.api.Test;

/** The model of the least time, against numbers that were worked out by hand. */
class LowerBoundTest {

  private static final Population CELLS = new Population("cells", 1000, "iaf_psc_exp", Map.of());
  private static final Population SENDERS =
      new Population("senders", 10, "poisson_generator", Map.of());

  private static Projection synapses(Population from, int indegree, Distribution weight) {
    return new Projection(
        "p",
        new NeuronRange(from.name(), 0, from.size()),
        new NeuronRange(CELLS.name(), 0, CELLS.size()),
        new ConnectionRule.FixedIndegree(indegree),
        weight,
        Distribution.of(1.5),
        true,
        true,
        null);
  }

  @Test
  void countsBytesOfSynapsesRowsAndStates() {
    Network network =
        new Network(
            List.of(CELLS, SENDERS),
            List.of(),
            List.of(
                synapses(CELLS, 30, new Distribution.Uniform(1, 2)),
                synapses(SENDERS, 10, Distribution.of(5))));
    Work work = Work.of(network, 0.1);
    // 30,000 synapses of 2 + 2 bytes, 10,000 that share their weight of 2
    assertEquals(140_000, work.synapses());
    assertEquals(3.5, work.bytesPerEvent());
    // excitation and inhibition; membrane and two currents beside
    assertEquals(2000, work.rows());
    assertEquals(5000, work.states());
    assertEquals(10_000, work.steps(), 1e-9);
    assertEquals(180_000, work.bytes());
  }

  @Test
  void hasNoStepsInContinuousTimeAndNoBytesWithoutSynapses() {
    Work work = Work.of(new Network(List.of(CELLS), List.of(), List.of()), 0);
    assertEquals(0, work.steps());
    assertEquals(0, work.bytesPerEvent());
    LowerBound least = LowerBound.of(work, 0, new MachineSpeed(2, 1e9, 1e9, 1e9));
    assertEquals(0, least.realTimeFactor());
  }

  @Test
  void readsAndAddsForEachEventAndMovesEachStateInEachStep() {
    Work work = new Work(1e9, 6, 2e5, 5e5, 1e4);
    // two threads: 6 bytes at 12 GB/s are 0.5 ns, an addition 0.5 ns; 0.1 ns a number
    LowerBound least = LowerBound.of(work, 1e9, new MachineSpeed(2, 12e9, 2e9, 10e9));
    assertEquals(1.0, least.deliver(), 1e-12);
    assertEquals(0.5, least.update(), 1e-12);
    assertEquals(1.5, least.realTimeFactor(), 1e-12);
  }

  @Test
  void saysHowManyTimesTheLeastARunTook() {
    LowerBound least =
        LowerBound.of(new Work(1e9, 6, 2e5, 5e5, 1e4), 1e9, new MachineSpeed(2, 12e9, 2e9, 10e9));
    Measured run = new Measured(figures(3.0), new Work(0, 0, 0, 0, 0), least);
    assertEquals(2.0, run.ratio(), 1e-12);
  }

  @Test
  void takesTheMachineOfTheRunThatIsTheMedian() {
    Work none = new Work(0, 0, 0, 0, 0);
    List<Measured> runs =
        List.of(3.0, 1.0, 2.0, 4.0).stream()
            .map(
                factor ->
                    new Measured(
                        figures(factor),
                        none,
                        new LowerBound(factor / 10, 0, new MachineSpeed(2, 1, 1, 1))))
            .toList();
    assertEquals(3.0, Measured.median(runs).figures().realTimeFactor());
    assertEquals(0.3, Measured.median(runs).least().deliver(), 1e-12);
  }

  @Test
  void sharesAnArrayAmongThreadsDownToAFewKilobytes() {
    assertEquals(1_000_000 / 2 / 8, new Repeated(2).share(1_000_000));
    assertEquals(1024, new Repeated(2).share(0));
    assertEquals(1024, new Repeated(1024).share(1_000_000));
  }

  @Test
  void doesNotWaitForAThreadThatFailed() {
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () ->
                new Repeated(2)
                    .perSecond(
                        thread -> {
                          if (thread == 1) {
                            throw new OutOfMemoryError("no array");
                          }
                          return () -> 1;
                        }));
    assertEquals("no array", String.valueOf(failure.getCause().getMessage()));
  }

  private static BenchFigures figures(double factor) {
    return new BenchFigures(1, 1, 2, 1, factor, 1e9, 1, 0, 0, 0, 0, null);
  }
}
