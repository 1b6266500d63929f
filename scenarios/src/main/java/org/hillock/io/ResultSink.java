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
import java.util.Set;
import java.util.TreeSet;
import org.hillock.file.FileFailure;
import org.hillock.network.Population;
import org.hillock.record.Batch;
import org.hillock.record.ModulatorTable;
import org.hillock.record.RateTable;
import org.hillock.record.Sink;
import org.hillock.record.SinkException;
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

  private static final String SPIKES = "spikes.csv";
  private static final String RESERVE = ".reserve";
  private static final int RESERVED_BYTES = 1 << 20;

  private final ResultFolder folder;
  private final Scenario scenario;
  private final List<ResultFormat> formats;
  private final Map<String, Integer> sizes = new LinkedHashMap<>();
  private final boolean saved;
  private final Map<String, Long> kept;
  private final SpikeTotals totals;
  private final SpikeSink spikes;
  private final List<BatchTaker> others = new ArrayList<>();
  private final List<TraceSpool> traces = new ArrayList<>();
  private final List<WeightSpool> weights = new ArrayList<>();
  private final List<RateSpool> rates = new ArrayList<>();
  private double wholeUntil;
  private volatile boolean failed;
  private List<ModulatorTable> modulators = List.of();
  private StructureTable structure = StructureTable.nothing();

  /**
   * @param folder takes the files
   * @param scenario that is run
   * @param nest whether to write the format of NEST's recorders too
   * @param formats other forms that are wanted, too
   */
  public ResultSink(ResultFolder folder, Scenario scenario, boolean nest, Set<ResultFormat> formats)
      throws IOException {
    this(folder, scenario, nest, formats, false, Map.of());
  }

  /**
   * Writes so that it can be gone on with, or goes on with the files of a folder.
   *
   * @param saved whether what is needed to go on stays when this is closed, beside a checkpoint
   * @param bytes what {@link #bytes} said of the files when they were as they are meant to be; what
   *     was written later is cut off. Empty for a new folder
   */
  public ResultSink(
      ResultFolder folder,
      Scenario scenario,
      boolean nest,
      Set<ResultFormat> formats,
      boolean saved,
      Map<String, Long> bytes)
      throws IOException {
    this.folder = folder;
    this.scenario = scenario;
    this.saved = saved;
    if (saved) {
      Files.createDirectories(folder.file(SavedFolder.CHECKPOINT));
    }
    this.formats = List.copyOf(new TreeSet<>(formats));
    Map<String, Integer> firstNodes = new LinkedHashMap<>();
    int node = 1; // NEST counts nodes from 1, in the order in which they are created
    for (Population population : scenario.network().populations()) {
      sizes.put(population.name(), population.size());
      firstNodes.put(population.name(), node);
      node += population.size();
    }
    this.totals = new SpikeTotals(sizes);
    this.kept = Map.copyOf(bytes);
    Path file = folder.file(SPIKES);
    if (kept(SPIKES) > 0) {
      this.spikes = SpikeSink.goOn(file, kept(SPIKES));
      totals.count(file, sizes);
    } else {
      this.spikes = new SpikeSink(file);
    }
    others.add(totals);
    if (nest) {
      NestSink sink = new NestSink(folder::file, name -> firstNodes.getOrDefault(name, 1));
      sink.goOn(kept, sizes.keySet());
      others.add(sink);
    }
    Files.write(folder.file(RESERVE), new byte[RESERVED_BYTES]);
  }

  @Override
  public void take(Batch batch) throws SinkException {
    try {
      for (int i = 0; i < batch.traces().size(); i++) {
        TraceTable table = batch.traces().get(i);
        if (i == traces.size()) {
          traces.add(
              new TraceSpool(folder.file(spool("traces", i)), table, kept(spool("traces", i))));
        }
        traces.get(i).take(table);
      }
      for (int i = 0; i < batch.weights().size(); i++) {
        WeightTable table = batch.weights().get(i);
        if (i == weights.size()) {
          weights.add(
              new WeightSpool(folder.file(spool("weights", i)), table, kept(spool("weights", i))));
        }
        weights.get(i).take(table);
      }
      for (int i = 0; i < batch.rates().size(); i++) {
        RateTable table = batch.rates().get(i);
        if (i == rates.size()) {
          rates.add(new RateSpool(folder.file(spool("rates", i)), table, kept(spool("rates", i))));
        }
        rates.get(i).take(table);
      }
      spikes.take(batch);
      for (BatchTaker other : others) {
        other.take(batch);
      }
      wholeUntil = batch.until();
      modulators = batch.modulators();
      structure = batch.structure();
    } catch (IOException e) {
      failed = true;
      throw new SinkException(FileFailure.sentence(e), e);
    }
  }

  /** Whether something could not be taken. */
  public boolean failed() {
    return failed;
  }

  private String spool(String what, int number) {
    String name = what + "-" + number + ".spool";
    return saved ? SavedFolder.CHECKPOINT + "/" + name : "." + name;
  }

  private long kept(String file) {
    return kept.getOrDefault(file, 0L);
  }

  /**
   * How long all files are that hold what has been taken so far [bytes], by name: with this another
   * process can go on from here. Not while a batch is being taken.
   */
  public Map<String, Long> bytes() throws IOException {
    Map<String, Long> bytes = new LinkedHashMap<>();
    bytes.put(SPIKES, spikes.bytes());
    for (BatchTaker other : others) {
      if (other instanceof NestSink nest) {
        bytes.putAll(nest.bytes());
      }
    }
    for (int i = 0; i < traces.size(); i++) {
      bytes.put(spool("traces", i), traces.get(i).bytes());
    }
    for (int i = 0; i < weights.size(); i++) {
      bytes.put(spool("weights", i), weights.get(i).bytes());
    }
    for (int i = 0; i < rates.size(); i++) {
      bytes.put(spool("rates", i), rates.get(i).bytes());
    }
    return bytes;
  }

  /** Makes room after a failure: gives up the reserve and what is not whole. */
  public void cutToWhole() throws IOException {
    Files.deleteIfExists(folder.file(RESERVE));
    spikes.cutToWhole();
    for (BatchTaker other : others) {
      if (other instanceof NestSink nest) {
        nest.cutToWhole();
      }
    }
  }

  /** Says how far a run had come that is gone on with [ms]. */
  public void goesOnFrom(double time) {
    wholeUntil = time;
  }

  /** How far what has been taken goes [ms]. */
  public double wholeUntil() {
    return wholeUntil;
  }

  /** The files that are still to be written. */
  public List<Conversion> conversions() {
    List<Conversion> files = new ArrayList<>();
    if (!rates.isEmpty()) {
      files.add(Conversion.of("rates.csv", file -> RateFile.write(rates, file)));
    }
    if (!weights.isEmpty()) {
      files.add(Conversion.of("weights.csv", file -> WeightFile.write(weights, file)));
    }
    if (weights.stream().anyMatch(spool -> !spool.states().isEmpty())) {
      files.add(Conversion.of("synapse_states.csv", file -> WeightFile.writeStates(weights, file)));
    }
    if (!scenario.presentations().isEmpty()) {
      files.add(
          Conversion.of(
              "presentations.csv", file -> PresentationFile.write(scenario.presentations(), file)));
    }
    if (!modulators.isEmpty()) {
      files.add(Conversion.of("modulators.csv", file -> ModulatorFile.write(modulators, file)));
    }
    if (!structure.isEmpty()) {
      files.add(Conversion.of("structure.csv", file -> StructureFile.write(structure, file)));
      files.add(Conversion.of("wiring.csv", file -> StructureFile.writeWiring(structure, file)));
    }
    if (!traces.isEmpty()) {
      files.add(Conversion.of("traces.csv", file -> TraceFile.write(traces, file)));
    }
    if (PlaceFile.needed(scenario.network())) {
      files.add(Conversion.of(PlaceFile.NAME, file -> PlaceFile.write(scenario.network(), file)));
    }
    files.addAll(inOtherFormats());
    return files;
  }

  /** The files in other formats. */
  private List<Conversion> inOtherFormats() {
    FormatSource source =
        new FormatSource(
            folder.file(SPIKES),
            sizes,
            totals.counts(),
            traces,
            scenario.recording().traces().stream()
                .map(trace -> Math.max(trace.interval(), scenario.settings().step()))
                .toList(),
            weights,
            new ScenarioFacts(scenario).units());
    return formats.stream().flatMap(format -> format.conversions(source).stream()).toList();
  }

  /** The names of the files in other formats. */
  public List<String> otherFiles() {
    return inOtherFormats().stream().flatMap(one -> one.files().stream()).toList();
  }

  /** Ends what was written while the run went on. */
  public void finish() throws IOException {
    spikes.close();
    for (BatchTaker other : others) {
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
        spikes.files().isEmpty() ? List.of() : StoredSpikes.open(folder.file(SPIKES), sizes);
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
    for (int i = 0; i < traces.size(); i++) {
      close(traces.get(i), spool("traces", i));
    }
    for (int i = 0; i < weights.size(); i++) {
      close(weights.get(i), spool("weights", i));
    }
    for (int i = 0; i < rates.size(); i++) {
      close(rates.get(i), spool("rates", i));
    }
    Files.deleteIfExists(folder.file(RESERVE));
  }

  private void close(Closeable spool, String name) throws IOException {
    spool.close();
    if (!saved) {
      Files.deleteIfExists(folder.file(name));
    }
  }
}
