package org.hillock.cli.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hillock.bench.BenchFigures;
import org.hillock.bench.Comparison;
import org.hillock.bench.LowerBound;
import org.hillock.bench.MachineSpeed;
import org.hillock.bench.Measured;
import org.hillock.bench.Published;
import org.hillock.bench.Work;
import org.junit.jupiter.api.Test;

/** The tables of figures. */
class BenchTableTest {

  private static final int WIDEST = 120;

  private static Measured run(BenchFigures figures, double deliver, double update) {
    return new Measured(
        figures,
        new Work(0, 0, 0, 0, 0),
        new LowerBound(deliver, update, new MachineSpeed(2, 30e9, 2e9, 8e9)));
  }

  private static BenchFigures figures(double factor, String hash) {
    return new BenchFigures(
        77_169, 298_880_941, 2, 13.4, factor, 464e6, 2068, 1.0, 0.84, 0.23, 0.01, hash);
  }

  @Test
  void putTheLeastAndWhatOthersPublishedBesideARun() {
    BenchTable table = new BenchTable();
    table.add("microcircuit", run(figures(2.08, ""), 0.9, 0.14));
    table.add(Published.MICROCIRCUIT);
    assertEquals(
        List.of(
            "  case           neurons      synapses   thr.   build    memory     RTF   least   ratio"
                + "   core-s   ns/event",
            "  microcircuit    77,169   298,880,941      2    13 s   2.0 GiB    2.08    1.04    2.00"
                + "     4.16       4.31",
            "  NEST 2022       77,169   299,000,000    128       –         –   0.670       –       –"
                + "     85.8          –"),
        table.lines());
    assertEquals(
        List.of(
            "  case           events/s   deliver   least   update   least   exchange   record   GB/s"
                + "   ns/add   ns/move",
            "  microcircuit      464 M      1.00   0.900    0.840   0.140      0.230    0.010   30.0"
                + "     1.00     0.250"),
        table.phaseLines());
  }

  @Test
  void showABoundThatIsNextToNothing() {
    BenchTable table = new BenchTable();
    table.add("small", run(figures(0.05, ""), 7e-6, 0));
    assertTrue(table.lines().get(1).contains("   7e-06   "), table.lines().get(1));
  }

  @Test
  void haveAllFiguresForPrograms() {
    BenchTable table = new BenchTable();
    table.add("microcircuit", run(figures(2.08, ""), 0.9, 0.14));
    assertEquals(
        List.of(
            "case,neurons,synapses,threads,build_s,real_time_factor,events_per_s,peak_memory_mib,"
                + "deliver,update,exchange,record,core_s,ns_per_event,least_real_time_factor,"
                + "ratio,least_deliver,least_update,read_bytes_per_s,additions_per_s,"
                + "moved_numbers_per_s",
            "microcircuit,77169,298880941,2,13.400,2.08000,464000000,2068.0,1.00000,0.84000,"
                + "0.23000,0.01000,4.16000,4.3103,1.04000,2.000,0.90000,0.14000,3.000e+10,"
                + "2.000e+09,8.000e+09"),
        table.csv());
  }

  @Test
  void fitIntoATerminal() {
    BenchTable table = new BenchTable();
    BenchFigures large =
        new BenchFigures(
            2_000_000, 300_000_000, 128, 754, 124.4, 1.35e9, 123_456, 58.1, 40.2, 26.2, 11.1, "");
    table.add("sparse-million-event", run(large, 12.3, 10.1));
    table.add("one-neuron", run(figures(0.012, ""), 1e-6, 2e-6));
    table.lines().forEach(line -> assertTrue(line.length() <= WIDEST, line));
    table.phaseLines().forEach(line -> assertTrue(line.length() <= WIDEST, line));
    PairTable pairs = new PairTable();
    pairs.add(
        new Comparison.Result(
            "sparse-million-event", List.of(new Comparison.Pair(large, large)), null));
    pairs.lines().forEach(line -> assertTrue(line.length() <= WIDEST, line));
  }

  @Test
  void compareTwoBuilds() {
    PairTable table = new PairTable();
    assertFalse(table.compared());
    table.add(
        new Comparison.Result(
            "microcircuit",
            List.of(
                new Comparison.Pair(figures(2, "a"), figures(1, "a")),
                new Comparison.Pair(figures(2, "a"), figures(1.5, "a")),
                new Comparison.Pair(figures(2, "a"), figures(3, "a"))),
            null));
    table.add(new Comparison.Result("new", List.of(), "'new' ended with code 2: there is no …"));
    assertTrue(table.compared());
    assertEquals(
        List.of(
            "  case           whose    RTF   ratio   of the pairs   core-s   ns/event   build"
                + "    memory   spikes",
            "  microcircuit   other   2.00                            4.00       4.31    13 s"
                + "   2.0 GiB",
            "                 this    1.50   0.750   0.500 – 1.50     3.00       4.31    13 s"
                + "   2.0 GiB    equal"),
        table.lines());
    assertEquals(
        List.of(
            "new: the other build cannot run it, so it is not compared: 'new' ended with code 2:"
                + " there is no …"),
        table.refusals());
    assertEquals(7, table.csv().size());
    assertEquals(
        "microcircuit,this,3,77169,298880941,2,13.400,3.00000,464000000,2068.0,1.00000,0.84000,"
            + "0.23000,0.01000,6.00000,4.3103,a",
        table.csv().get(6));
  }
}
