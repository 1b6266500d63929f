package org.hillock.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.file.FileFailure;
import org.hillock.network.Population;
import org.hillock.record.Batch;
import org.hillock.record.ModulatorTable;
import org.hillock.record.RateTable;
import org.hillock.record.Sink;
import org.hillock.record.Spikes;
import org.hillock.record.StructureTable;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.claim.Findings;

/**
 * Writes the record of a run into a folder of results while the run goes on. What comes in the
 * order of its file goes right there; the rest into spools, from which {@link #conversions} make
 * files once the run has ended.
 *
 * <p>A little room is kept aside from the beginning, so that on a full disk at least what is there
 * can be put in order and named.
 */
public final class ResultSink implements Sink, Closeable {

  /** Writes one file out of a spool. */
  @FunctionalInterface
  public interface Conversion {
    /** Writes it. */
    void write(Path file) throws IOException;
  }

  private static final String RESERVE = ".reserve";
  private static final int RESERVED_BYTES = 1 << 20;

  private final ResultFolder folder;
  private final Map<String, Integer> sizes = new LinkedHashMap<>();
  private final SpikeTotals totals;
  private final SpikeSink spikes;
  private final List<Sink> others = new ArrayList<>();
  private final List<TraceSpool> traces = new ArrayList<>();
  private final List<WeightSpool> weights = new ArrayList<>();
  private final List<RateSpool> rates = new ArrayList<>();
  private double wholeUntil;
  private List<ModulatorTable> modulators = List.of();
  private StructureTable structure = StructureTable.nothing();

  /**
   * @param folder takes the files
   * @param scenario that is run
   * @param nest whether to write the format of NEST's recorders too
   */
  public ResultSink(ResultFolder folder, Scenario scenario, boolean nest) throws IOException {
    this.folder = folder;
    Map<String, Integer> firstNodes = new LinkedHashMap<>();
    int node = 1; // NEST counts nodes from 1, in the order in which they are created
    for (Population population : scenario.network().populations()) {
      sizes.put(population.name(), population.size());
      firstNodes.put(population.name(), node);
      node += population.size();
    }
    this.totals = new SpikeTotals(sizes);
    this.spikes = new SpikeSink(folder.file("spikes.csv"));
    others.add(totals);
    if (nest) {
      others.add(new NestSink(folder::file, name -> firstNodes.getOrDefault(name, 1)));
    }
    Files.write(folder.file(RESERVE), new byte[RESERVED_BYTES]);
  }

  @Override
  public void take(Batch batch) throws IOException {
    try {
      spikes.take(batch);
      for (Sink other : others) {
        other.take(batch);
      }
      for (int i = 0; i < batch.traces().size(); i++) {
        TraceTable table = batch.traces().get(i);
        if (i == traces.size()) {
          traces.add(new TraceSpool(spool("traces", i), table));
        }
        traces.get(i).take(table);
      }
      for (int i = 0; i < batch.weights().size(); i++) {
        WeightTable table = batch.weights().get(i);
        if (i == weights.size()) {
          weights.add(new WeightSpool(spool("weights", i), table));
        }
        weights.get(i).take(table);
      }
      for (int i = 0; i < batch.rates().size(); i++) {
        RateTable table = batch.rates().get(i);
        if (i == rates.size()) {
          rates.add(new RateSpool(spool("rates", i), table));
        }
        rates.get(i).take(table);
      }
      wholeUntil = batch.until();
      modulators = batch.modulators();
      structure = batch.structure();
    } catch (IOException e) {
      throw new IOException(FileFailure.sentence(e), e);
    }
  }

  private Path spool(String what, int number) {
    return folder.file("." + what + "-" + number + ".spool");
  }

  /** Makes room after a failure: gives up the reserve and what is not whole. */
  public void cutToWhole() throws IOException {
    Files.deleteIfExists(folder.file(RESERVE));
    spikes.cutToWhole();
    for (Sink other : others) {
      if (other instanceof NestSink nest) {
        nest.cutToWhole();
      }
    }
  }

  /** How far what has been taken goes [ms]. */
  public double wholeUntil() {
    return wholeUntil;
  }

  /** The files that are still to be written, by name. */
  public Map<String, Conversion> conversions() {
    Map<String, Conversion> files = new LinkedHashMap<>();
    if (!rates.isEmpty()) {
      files.put("rates.csv", file -> RateFile.write(rates, file));
    }
    if (!weights.isEmpty()) {
      files.put("weights.csv", file -> WeightFile.write(weights, file));
    }
    if (weights.stream().anyMatch(spool -> !spool.states().isEmpty())) {
      files.put("synapse_states.csv", file -> WeightFile.writeStates(weights, file));
    }
    if (!modulators.isEmpty()) {
      files.put("modulators.csv", file -> ModulatorFile.write(modulators, file));
    }
    if (!structure.isEmpty()) {
      files.put("structure.csv", file -> StructureFile.write(structure, file));
      files.put("wiring.csv", file -> StructureFile.writeWiring(structure, file));
    }
    if (!traces.isEmpty()) {
      files.put("traces.csv", file -> TraceFile.write(traces, file));
    }
    return files;
  }

  /** Ends what was written while the run went on. */
  public void finish() throws IOException {
    spikes.close();
    for (Sink other : others) {
      if (other instanceof Closeable closeable) {
        closeable.close();
      }
    }
    Files.deleteIfExists(folder.file(RESERVE));
  }

  /** What is counted of spikes. */
  public SpikeTotals totals() {
    return totals;
  }

  /** The hash of the spikes. */
  public String spikesSha256() throws IOException {
    return spikes.hash();
  }

  /**
   * What claims may ask for, until this is closed.
   *
   * @param spikeCounts spikes of every population after the warm-up
   * @param endTime how far the run got [ms]
   * @param partial whether it was stopped early
   */
  public Findings findings(long[] spikeCounts, double endTime, boolean partial) throws IOException {
    List<? extends Spikes> recorded =
        spikes.files().isEmpty() ? List.of() : StoredSpikes.open(folder.file("spikes.csv"), sizes);
    return new Findings(
        recorded,
        this::trace,
        weights.stream().map(WeightSpool::last).toList(),
        modulators,
        structure,
        spikeCounts,
        endTime,
        partial);
  }

  private Optional<TraceTable> trace(String population, int neuron, String variable) {
    for (TraceSpool spool : traces) {
      int column = spool.variables().indexOf(variable);
      int place = neuron - spool.firstNeuron();
      if (spool.population().equals(population)
          && column >= 0
          && place >= 0
          && place < spool.neurons()) {
        try {
          return Optional.of(spool.column(column, place));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    for (TraceSpool spool : traces) {
      spool.close();
    }
    for (WeightSpool spool : weights) {
      spool.close();
    }
    for (RateSpool spool : rates) {
      spool.close();
    }
    Files.deleteIfExists(folder.file(RESERVE));
  }
}
