package org.hillock.experiment;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.hillock.cli.option.Catalog;
import org.hillock.engine.Engines;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.exchange.mpi.Launch;
import org.hillock.engine.exchange.mpi.MpiSession;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.Simulation;
import org.hillock.record.ModulatorTable;
import org.hillock.record.SpikeList;
import org.hillock.record.StructureTable;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;
import org.hillock.record.WiringTable;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Overrides;

/** The scenarios that ship, cut short, in one process or several, and what came out in a number. */
public final class GalleryRuns {

  /** Of large networks, and most of the warm-up of any [ms]. */
  private static final double SHORT = 60;

  private static final int LARGE = 1000;

  private GalleryRuns() {}

  /**
   * As one process of several: runs all scenarios; the first prints the name and the digest of
   * each.
   *
   * @param arguments threads, and how long networks run that are not large [ms]
   */
  public static void main(String[] arguments) throws Exception {
    Launch launch = Launch.of(System.getenv());
    MpiSession mpi = MpiSession.start(launch, System.getenv(MpiSession.LIBRARY));
    for (String name : names()) {
      RunResult result =
          run(
              scenario(name),
              Integer.parseInt(arguments[0]),
              Double.parseDouble(arguments[1]),
              mpi.exchange());
      if (launch.rank() == 0) {
        System.out.println("digest " + name + " " + digest(result));
      }
    }
    mpi.end();
  }

  /** Those without a protocol, which runs in one process. */
  public static List<String> names() throws Exception {
    List<String> names = new ArrayList<>();
    for (String name : Catalog.names()) {
      if (scenario(name).phases().isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  /** The digest of a scenario in one process, on one thread. */
  public static String digestAlone(String name, double longest) throws Exception {
    return digest(run(scenario(name), 1, longest, SpikeExchange.OF_THREADS));
  }

  static Scenario scenario(String name) throws Exception {
    return ScenarioLoader.load(Catalog.find(name), Map.of(), new Overrides(null, null, 1, null));
  }

  /** Runs a scenario, or its share of this process. */
  static RunResult run(Scenario scenario, int threads, double longest, SpikeExchange exchange) {
    return simulation(scenario, threads, longest, exchange).run(RunListener.NONE);
  }

  /** Builds a scenario, cut short, or the share of it of one process. */
  static Simulation simulation(
      Scenario scenario, int threads, double longest, SpikeExchange exchange) {
    RunSettings whole = scenario.settings();
    double most = scenario.network().neuronCount() > LARGE ? SHORT : longest;
    RunSettings settings =
        new RunSettings(
            whole.step(),
            Math.min(whole.warmup(), SHORT / 2),
            Math.min(whole.duration(), most),
            whole.seed(),
            threads);
    return Engines.build(
        scenario.network(), settings, scenario.recording(), RunListener.NONE, exchange);
  }

  /** SHA-256 of everything that was recorded and counted. */
  static String digest(RunResult result) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (SpikeList list : result.spikes()) {
      add(digest, list.times());
      add(digest, list.neurons());
    }
    for (TraceTable table : result.traces()) {
      add(digest, table.times());
      for (double[][] variable : table.values()) {
        add(digest, variable);
      }
    }
    for (WeightTable table : result.weights()) {
      add(digest, table.sources());
      add(digest, table.targets());
      add(digest, table.times());
      add(digest, table.weights());
      table.states().values().forEach(state -> add(digest, state));
    }
    result.rates().forEach(table -> add(digest, table.counts()));
    for (ModulatorTable table : result.modulators()) {
      add(digest, table.times());
      add(digest, table.values());
    }
    StructureTable structure = result.structure();
    add(digest, structure.times());
    structure.calcium().forEach(table -> add(digest, table.means()));
    structure.elements().forEach(table -> add(digest, table.connected()));
    for (WiringTable wiring : structure.wiring()) {
      add(digest, wiring.sources());
      add(digest, wiring.targets());
      add(digest, wiring.weights());
      add(digest, wiring.delays());
    }
    for (long count : result.spikeCounts()) {
      add(digest, count);
    }
    add(digest, result.statistics().synapses());
    add(digest, result.statistics().synapticEvents());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, double[][] rows) {
    for (double[] row : rows) {
      add(digest, row);
    }
  }

  private static void add(MessageDigest digest, double[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
    bytes.asDoubleBuffer().put(values);
    digest.update(bytes);
  }

  private static void add(MessageDigest digest, int[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length);
    bytes.asIntBuffer().put(values);
    digest.update(bytes);
  }

  private static void add(MessageDigest digest, long value) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, value));
  }
}
