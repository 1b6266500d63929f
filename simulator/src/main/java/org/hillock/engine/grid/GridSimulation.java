package org.hillock.engine.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.engine.exchange.Agreement;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.grid.signal.SignalBoard;
import org.hillock.engine.grid.table.BuildSpace;
import org.hillock.engine.grid.table.DecayTables;
import org.hillock.engine.grid.table.PlasticSynapses;
import org.hillock.engine.grid.table.SpikeBuffer;
import org.hillock.engine.memory.EngineMemory;
import org.hillock.engine.memory.ExpectedRates;
import org.hillock.engine.memory.MemoryEstimate;
import org.hillock.engine.memory.OutOfMemoryEstimateException;
import org.hillock.engine.plasticity.FollowedTarget;
import org.hillock.engine.plasticity.Modulators;
import org.hillock.engine.plasticity.SynapsesAnew;
import org.hillock.engine.plasticity.TransmissionListener;
import org.hillock.engine.recording.RecordState;
import org.hillock.engine.recording.RecordStream;
import org.hillock.engine.run.Checkpoints;
import org.hillock.engine.run.Crew;
import org.hillock.engine.run.Epoch;
import org.hillock.engine.run.Hearers;
import org.hillock.engine.run.ModulatorRequests;
import org.hillock.engine.run.NetworkCheck;
import org.hillock.engine.run.OvergrownWiringException;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.run.PhaseClock;
import org.hillock.engine.run.RunEnd;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.RunStatistics;
import org.hillock.engine.run.Simulation;
import org.hillock.engine.run.Supervisor;
import org.hillock.engine.run.Team;
import org.hillock.engine.run.UnstableSynapsesException;
import org.hillock.engine.run.WeightRequests;
import org.hillock.engine.run.Workers;
import org.hillock.engine.structural.Structure;
import org.hillock.engine.wiring.Builders;
import org.hillock.engine.wiring.ProjectionSynapses;
import org.hillock.engine.wiring.TablePlans;
import org.hillock.engine.wiring.WeightQuanta;
import org.hillock.engine.wiring.Wiring;
import org.hillock.model.GridTime;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.record.Recording;
import org.hillock.record.Sink;
import org.hillock.record.SinkException;
import org.jspecify.annotations.Nullable;

/**
 * A network, built and ready to run on the grid.
 *
 * <p><b>The schedule.</b> Step k covers the half-open interval (t_{k-1}, t_k], t_k = k h. Three
 * things happen for every step:
 *
 * <ul>
 *   <li>Deliver(k): all spikes that were fired in a step k - d and travel along a synapse of delay
 *       d are added to the input of their targets; so are the inputs from outside.
 *   <li>Update(k): every neuron is advanced from t_{k-1} to t_k with that input, and may fire: the
 *       spike has the time t_k.
 *   <li>Exchange(k): the spikes of step k are made known to all partitions.
 * </ul>
 *
 * <p>For one partition, and D the shortest delay of the network in steps,
 *
 * <pre>
 *   Deliver(k)  before Update(k)       a neuron needs its input
 *   Update(k)   before Deliver(k+1)    the rows of input are used again
 *   Update(k)   before Exchange(k)     a spike must have been fired
 *   Exchange(k) before Deliver(k+D)    no spike arrives sooner than D steps later
 * </pre>
 *
 * and nothing else. So partitions may run D steps, an <em>epoch</em>, without hearing of each
 * other:
 *
 * <pre>
 *   partition 0: | D U D U D U | E | D U D U D U | E | …
 *   partition 1: | D U D U D U | E | D U D U D U | E | …
 *                  steps 1 … D   ^ barrier          ^ barrier
 * </pre>
 *
 * <p>Exchange costs no second barrier: a partition leaves the spikes of an epoch in a buffer that
 * the others read at the start of the next epoch, while it fills a second buffer. Where several
 * processes share the partitions, one thread of each passes its buffers on at the barrier, by
 * {@link SpikeExchange}.
 *
 * <p>Where the {@linkplain Structure wiring changes}, it does so between two epochs: the epoch
 * before ends there, and each partition takes over what has formed and vanished when it has
 * received the spikes of that epoch.
 *
 * <p>A simulation is built and run once, by one thread, which brings its own workers.
 */
public final class GridSimulation implements Simulation {

  /** Even without synapses the run looks up this often, for progress and interruption. */
  private static final int LONGEST_EPOCH = 64;

  private final Network network;
  private final RunSettings settings;
  private final Recording recording;
  private final Partitioning partitioning;
  private final GridPartition[] partitions;
  private final SignalBoard board;
  private final PartitionRecorder[] recorders;
  private final RecentSpikes[] recent;
  private final int longestDelay;
  private final SpikeExchange exchange;
  private final EpochParcel told;
  private final Structure structure;
  private final List<List<Integer>> weightRequests;
  private final List<Integer> modulatorRequests;
  private final int epochLength;
  private final long warmupSteps;
  private final long lastStep;
  private final double buildSeconds;

  /**
   * What is said besides spikes; set by thread 0 before all threads meet at the end of an epoch.
   */
  private int said;

  /** Changes when all threads have met. */
  private long stopAfter;

  /** Where the run is saved next; set as {@link #stopAfter} is. */
  private long legEnd;

  /** Whether spikes that may be under way are kept for checkpoints. */
  private boolean keepsRecent;

  /** Which steps come next; changes when all threads have met. */
  private Epoch epoch;

  /** Takes what has been recorded out of the partitions; there is one while they run. */
  private @Nullable RecordStream records;

  private boolean started;

  private GridSimulation(
      Network network,
      RunSettings settings,
      Recording recording,
      Partitioning partitioning,
      GridPartition[] partitions,
      Structure structure,
      SignalBoard board,
      SpikeExchange exchange,
      @Nullable Hearers hearers,
      long started) {
    this.network = network;
    this.settings = settings;
    this.recording = recording;
    this.partitioning = partitioning;
    this.partitions = partitions;
    this.board = board;
    this.structure = structure;
    this.exchange = exchange;
    this.weightRequests = WeightRequests.of(network, recording);
    this.modulatorRequests = ModulatorRequests.of(network, recording);
    int shortest =
        IntStream.range(0, partitions.length).map(p -> partitions[p].minDelay()).min().orElse(1);
    double shortestOfAll = Agreement.least(exchange, shortest);
    double modulation = Math.rint(Modulators.shortestDelay(network) / settings.step());
    double forming = Structure.shortestDelay(network, settings.step());
    // Signals are heard after one step.
    boolean carries = network.projections().stream().anyMatch(p -> p.carries() != null);
    double longest = carries ? 1 : LONGEST_EPOCH;
    double allowed = Math.min(Math.min(shortestOfAll, modulation), Math.min(forming, longest));
    this.epochLength = (int) Math.max(1, allowed);
    this.warmupSteps = GridTime.index(settings.warmup(), settings.step());
    this.lastStep = warmupSteps + GridTime.index(settings.duration(), settings.step());
    this.stopAfter = lastStep;
    this.epoch = Epoch.first(epochLength, structure.nextChange(0, lastStep));
    int[] maxDelays = longestDelays(partitions, exchange);
    this.longestDelay =
        Math.max(structure.longestDelay(), Arrays.stream(maxDelays).max().orElse(0));
    this.recent = new RecentSpikes[partitions.length];
    Arrays.setAll(recent, p -> new RecentSpikes(network.populations().size(), longestDelay));
    DecayTables decays = new DecayTables(settings.step());
    this.recorders = new PartitionRecorder[partitions.length];
    this.told =
        new EpochParcel(
            network.populations().size(),
            epochLength,
            exchange.rank(),
            exchange.ranks(),
            partitioning,
            board,
            hearers);
    for (int p = 0; p < partitions.length; p++) {
      partitions[p].prepare(epochLength, maxDelays, decays);
      recorders[p] =
          new PartitionRecorder(
              partitions[p],
              network,
              settings,
              partitioning,
              p,
              recording,
              weightRequests,
              modulatorRequests);
    }
    exchange.exchange(told, 0);
    this.buildSeconds = (System.nanoTime() - started) * 1e-9;
  }

  private static int[] longestDelays(GridPartition[] partitions, SpikeExchange exchange) {
    double[] longest = new double[partitions[0].maxDelays().length];
    for (GridPartition partition : partitions) {
      int[] own = partition.maxDelays();
      for (int i = 0; i < longest.length; i++) {
        longest[i] = Math.max(longest[i], own[i]);
      }
    }
    Agreement.most(exchange, longest);
    return Arrays.stream(longest).mapToInt(delay -> (int) delay).toArray();
  }

  /**
   * Creates all neurons and synapses, or this process's share of them.
   *
   * @param network what to build
   * @param settings how to run it
   * @param recording what to record
   * @param listener is told how far building has come
   * @param exchange by which the other processes hear of this one
   * @throws InvalidNetworkException if a model or parameter is not what it should be
   * @throws OutOfMemoryEstimateException if the network does not fit
   */
  public static GridSimulation build(
      Network network,
      RunSettings settings,
      Recording recording,
      RunListener listener,
      SpikeExchange exchange) {
    int threads = exchange.ranks() * (int) Agreement.most(exchange, settings.threads());
    return build(
        network,
        settings,
        recording,
        listener,
        exchange,
        synapses -> Partitioning.forThreads(network, synapses, threads));
  }

  /** What {@link #build} and the run will take of memory, in each of several ranks. */
  public static MemoryEstimate memory(
      Network network, RunSettings settings, Recording recording, ExpectedRates rates, int ranks) {
    long steps = GridTime.index(settings.warmup() + settings.duration(), settings.step());
    int threads = settings.threads() * ranks;
    EngineMemory whole = GridMemory.of(network, settings.step(), steps, threads, rates);
    return MemoryEstimate.of(network, settings, recording, rates, whole, ranks);
  }

  /**
   * Builds with another choice of partitions, for tests.
   *
   * @param choice the partitions of all ranks for the number of synapses that are expected
   */
  static GridSimulation build(
      Network network,
      RunSettings settings,
      Recording recording,
      RunListener listener,
      SpikeExchange exchange,
      DoubleFunction<Partitioning> choice) {
    long started = System.nanoTime();
    NetworkCheck.check(network, settings, recording);
    WeightRequests.of(network, recording);
    memory(network, settings, recording, ExpectedRates.of(network), exchange.ranks()).check();
    Partitioning whole = choice.apply(network.expectedSynapses());
    Partitioning partitioning = whole.share(exchange.rank(), exchange.ranks());
    Wiring[] wirings = new Wiring[network.projections().size()];
    GridPartition[] partitions = new GridPartition[partitioning.count()];
    double work = wirings.length + partitions.length;
    AtomicInteger done = new AtomicInteger();
    SignalBoard board = new SignalBoard(network);
    Crew crew = new Workers.OfThreads(settings.threads());
    Builders builders = new Builders(crew, exchange, whole);
    WeightQuanta quanta = new WeightQuanta(network, 0);
    for (int i = 0; i < wirings.length; i++) {
      wirings[i] = new Wiring(network, i, quanta, settings.seed(), builders);
      listener.progress(RunListener.Phase.BUILD, done.incrementAndGet() / work);
    }
    TablePlans plans = new TablePlans(network, settings.step());
    Structure structure = new Structure(network, List.of(wirings), settings, recording.structure());
    List<ProjectionSynapses> all = new ArrayList<>();
    for (Wiring wiring : wirings) {
      all.add(Objects.requireNonNullElse(structure.synapses(wiring.index()), wiring));
    }
    Thread caller = Thread.currentThread();
    try {
      crew.share(
          partitions.length,
          p -> {
            partitions[p] =
                new GridPartition(network, settings, partitioning, p, plans, all, board);
            double fraction = done.incrementAndGet() / work;
            if (Thread.currentThread() == caller) {
              listener.progress(RunListener.Phase.BUILD, fraction);
            }
          });
    } finally {
      BuildSpace.release();
    }
    // Calcium grows with the spikes of all, whoever hears them.
    Hearers hearers =
        structure.none()
            ? Hearers.of(
                network,
                whole,
                exchange,
                (population, heard) -> {
                  for (GridPartition partition : partitions) {
                    partition.markSources(population, heard);
                  }
                })
            : null;
    return new GridSimulation(
        network,
        settings,
        recording,
        partitioning,
        partitions,
        structure,
        board,
        exchange,
        hearers,
        started);
  }

  @Override
  public void restore(Sections from) {
    if (!structure.none()) {
      from.section("structure", structure::carry);
      Arrays.stream(partitions).forEach(partition -> partition.rewire(0));
    }
    long step = state().restore(from);
    from.section("record", carrier -> recordState().carry(step, carrier));
    restart(step);
  }

  @Override
  public void restore(Sections from, Set<String> anew) {
    SynapsesAnew synapses = new SynapsesAnew();
    for (GridPartition partition : partitions) {
      partition.beginAnew(anew);
      network.learning(anew).forEach(each -> partition.plasticTables(each).forEach(synapses::keep));
    }
    restore(from);
    synapses.putBack();
  }

  @Override
  public void follow(int population, int neuron, TransmissionListener listener) {
    int owner = partitioning.owner(population, neuron);
    if (owner >= 0) {
      int target = neuron - partitioning.from(population, owner);
      FollowedTarget.Clock clock = step -> GridTime.time((long) step, settings.step());
      network
          .learningOnto(population)
          .forEach(
              each ->
                  partitions[owner]
                      .plasticTables(each)
                      .forEach(
                          table ->
                              table.follow(new FollowedTarget(each, target, clock, listener))));
    }
  }

  private RecordState recordState() {
    return new RecordState(
        network,
        recording,
        partitioning,
        List.of(recorders),
        new GridRecordTimes(settings),
        exchange);
  }

  private void save(long step, Sections to) {
    if (!structure.none()) {
      to.section("structure", structure::carry);
    }
    state().save(step, to);
    to.section("record", carrier -> recordState().carry(step, carrier));
  }

  private GridState state() {
    return new GridState(
        network, partitioning, partitions, board, recent, longestDelay, settings.step(), exchange);
  }

  /** Goes on after a step whose spikes have all been exchanged. */
  private void restart(long step) {
    told.clear();
    epoch = new Epoch(step, 0, 0, 0).next(epochLength, structure.nextChange(step, stopAfter));
  }

  @Override
  public RunEnd run(RunListener listener, Sink sink) {
    return run(listener, sink, Checkpoints.NONE);
  }

  @Override
  public RunEnd run(RunListener listener, Sink sink, Checkpoints checkpoints) {
    if (started) {
      throw new IllegalStateException("a simulation runs once; build another");
    }
    started = true;
    if (!checkpoints.none()) {
      structure.checkSavable();
      keepsRecent = true;
      told.tellAll();
    }
    try (RecordStream stream = records(sink)) {
      records = stream;
      return run(listener, stream, checkpoints);
    }
  }

  private RecordStream records(Sink sink) {
    return new RecordStream(
        network,
        settings,
        recording,
        partitioning,
        List.of(recorders),
        new GridRecordTimes(settings),
        weightRequests,
        modulatorRequests,
        sink,
        exchange);
  }

  private RunEnd run(RunListener listener, RecordStream stream, Checkpoints checkpoints) {
    int threads = Math.min(settings.threads(), partitions.length);
    List<PhaseClock> clocks = Stream.generate(PhaseClock::new).limit(threads).toList();
    Supervisor supervisor = new Supervisor(stream.watching(listener), warmupSteps, lastStep);
    double begun = Math.max(settings.warmup(), GridTime.time(epoch.begin(), settings.step()));
    boolean goesOn = true;
    while (goesOn) {
      goesOn = runLeg(threads, clocks, supervisor, checkpoints);
      long step = epoch.begin();
      if (!checkpoints.none() && structure.savableFrom(step) == step) {
        Arrays.stream(recorders).forEach(recorder -> recorder.endLeg(step));
        stream.flush(step);
        checkpoints.save(GridTime.time(step, settings.step()), exchange, to -> save(step, to));
      }
      restart(step);
    }
    new Workers.OfThreads(threads)
        .share(partitions.length, p -> recorders[p].finish(epoch.begin()));
    BuildSpace.release();
    double simulated = endTime() - begun;
    RunStatistics statistics =
        supervisor.statistics(
            network, synapseCount(), delivered(), buildSeconds, simulated, clocks);
    checkWeights();
    SinkException failure = stream.finish(stopAfter, structure.table());
    boolean partial = stopAfter < lastStep || failure != null;
    return new RunEnd(spikeCounts(), endTime(), partial, statistics, failure).ofAll(exchange);
  }

  /**
   * Runs until the next checkpoint or the end, and makes all spikes known.
   *
   * @return whether the run goes on
   */
  private boolean runLeg(
      int threads, List<PhaseClock> clocks, Supervisor supervisor, Checkpoints checkpoints) {
    Team team = new Team(threads);
    double next = checkpoints.next(GridTime.time(epoch.begin(), settings.step()));
    legEnd = (long) Math.min(lastStep, Math.ceil(next / settings.step() - 1e-6));
    if (keepsRecent) {
      long last = structure.savableUpTo(lastStep);
      legEnd = structure.savableFrom(epoch.begin() < last ? Math.min(legEnd, last) : legEnd);
    }
    Workers.run(
        threads,
        worker -> work(worker, team, clocks.get(worker), supervisor, checkpoints),
        team::breakUp);
    new Workers.OfThreads(threads).share(partitions.length, p -> receive(p, epoch));
    return epoch.begin() < stopAfter;
  }

  private void work(
      int worker, Team team, PhaseClock clock, Supervisor supervisor, Checkpoints checkpoints) {
    while (team.joins(worker)) {
      Epoch now = epoch;
      clock.beginEpoch(now.begin() >= warmupSteps);
      int to = team.to(worker, partitions.length);
      for (int p = team.from(worker, partitions.length); p < to; p++) {
        run(p, now, clock);
      }
      if (worker == 0) {
        said = supervisor.stopsAt(now.end()) ? SpikeExchange.STOP : 0;
        said |= checkpoints.due() ? SpikeExchange.SAVE : 0;
      }
      if (!team.endRound(worker, now.length(), () -> goOn(team))) {
        return;
      }
      clock.end(PhaseClock.Phase.EXCHANGE);
    }
  }

  private void run(int p, Epoch now, PhaseClock clock) {
    SpikeBuffer fired = told.fired(p, now);
    receive(p, now);
    recorders[p].beginEpoch(now.begin(), now.end());
    fired.clear();
    clock.end(PhaseClock.Phase.EXCHANGE);
    for (long step = now.begin() + 1; step <= now.end(); step++) {
      partitions[p].deliver(step);
      clock.end(PhaseClock.Phase.DELIVER);
      partitions[p].update(step, fired);
      clock.end(PhaseClock.Phase.UPDATE);
      recorders[p].afterStep(step, (int) (step - now.begin() - 1), fired);
      clock.end(PhaseClock.Phase.RECORD);
    }
    if (keepsRecent) {
      recent[p].add(now, fired);
    }
    if (!structure.none()) {
      GridPartition.grow(structure, now, fired);
      partitions[p].move(structure, now);
      clock.end(PhaseClock.Phase.UPDATE);
    }
  }

  /** What one thread does at the end of an epoch, while all others wait. */
  private void goOn(Team team) {
    RecordStream stream = Objects.requireNonNull(records);
    said |= stream.holdsEnough(epoch.end()) ? SpikeExchange.PASS_ON : 0;
    int all = exchange.exchange(told.of(epoch), said);
    stopAfter = (all & SpikeExchange.STOP) != 0 ? epoch.end() : stopAfter;
    if ((all & SpikeExchange.SAVE) != 0) {
      legEnd = Math.min(legEnd, structure.savableFrom(epoch.end()));
    }
    if ((all & SpikeExchange.PASS_ON) != 0) {
      stream.passOn(epoch.end());
    }
    if (!structure.none()) {
      told.grow(structure, epoch);
    }
    if (structure.changesAt(epoch.end())) {
      double time = GridTime.time(epoch.end(), settings.step());
      OvergrownWiringException.at(time, () -> structure.change(epoch.end()));
    }
    long end = Math.min(stopAfter, legEnd);
    epoch = epoch.next(epochLength, structure.nextChange(epoch.end(), end));
    if (epoch.length() == 0) {
      team.end();
    }
  }

  /** Makes the spikes of the epoch that has ended known to one partition. */
  private void receive(int partition, Epoch now) {
    List<SpikeBuffer> fired = told.firedBefore(now);
    int steps = now.lengthBefore();
    for (int i = 0; i < steps; i++) {
      partitions[partition].receive(now.begin() - steps + i + 1, i, fired, now.begin());
    }
    partitions[partition].endEpoch(now.begin(), steps, fired);
    if (structure.changedAt(now.begin())) {
      double time = GridTime.time(now.begin(), settings.step());
      OvergrownWiringException.at(time, () -> partitions[partition].rewire(now.begin()));
    }
  }

  /** Spikes of each population after the warm-up. */
  private long[] spikeCounts() {
    long[] counts = new long[network.populations().size()];
    for (PartitionRecorder recorder : recorders) {
      Arrays.setAll(counts, i -> counts[i] + recorder.spikeCounts()[i]);
    }
    return counts;
  }

  private void checkWeights() {
    for (int i = 0; i < network.projections().size(); i++) {
      for (GridPartition partition : partitions) {
        for (PlasticSynapses table : partition.plasticTables(i)) {
          UnstableSynapsesException.check(network.projections().get(i), table.weights());
        }
      }
    }
  }

  private double endTime() {
    return GridTime.time(stopAfter, settings.step());
  }

  private long delivered() {
    return Arrays.stream(recorders).mapToLong(PartitionRecorder::delivered).sum();
  }

  @Override
  public long synapseCount() {
    return Arrays.stream(partitions).mapToLong(GridPartition::synapseCount).sum();
  }
}
