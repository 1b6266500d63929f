package org.hillock.engine.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.engine.exchange.Agreement;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.memory.EngineMemory;
import org.hillock.engine.memory.ExpectedRates;
import org.hillock.engine.memory.MemoryEstimate;
import org.hillock.engine.plasticity.FollowedTarget;
import org.hillock.engine.plasticity.SynapsesAnew;
import org.hillock.engine.plasticity.TransmissionListener;
import org.hillock.engine.recording.RecordState;
import org.hillock.engine.recording.RecordStream;
import org.hillock.engine.run.Checkpoints;
import org.hillock.engine.run.Crew;
import org.hillock.engine.run.Hearers;
import org.hillock.engine.run.NetworkCheck;
import org.hillock.engine.run.OutsideHistory;
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
import org.hillock.engine.run.Workers;
import org.hillock.engine.wiring.Builders;
import org.hillock.engine.wiring.TablePlan;
import org.hillock.engine.wiring.TablePlans;
import org.hillock.engine.wiring.WeightQuanta;
import org.hillock.engine.wiring.Wiring;
import org.hillock.network.Network;
import org.hillock.network.Projection;
import org.hillock.random.RandomStream;
import org.hillock.record.Recording;
import org.hillock.record.Sink;
import org.hillock.record.SinkException;
import org.hillock.record.StructureTable;
import org.jspecify.annotations.Nullable;

/**
 * A network, built and ready to run in continuous time, event by event.
 *
 * <p><b>The schedule.</b> Time is cut into windows (k w, (k + 1) w], w a little less than the
 * shortest delay above 0 (and than twice the shortest dendritic delay of a plastic synapse). Three
 * things happen in a window:
 *
 * <ul>
 *   <li>Begin(k): every neuron is told what arrives at it in the window, through synapses and from
 *       outside, in order of time. Plastic weights change.
 *   <li>Visit(k): each neuron that was told of something, or may fire of itself, is taken through
 *       the whole window, from one event to the next, and may fire: the spike has the time at which
 *       the membrane reaches the threshold. No other neuron is touched.
 *   <li>Exchange(k): the spikes of the window are made known to all partitions, in order of time.
 * </ul>
 *
 * <p>For one partition,
 *
 * <pre>
 *   Begin(k)    before Visit(k)         a neuron needs its input
 *   Visit(k)    before Exchange(k)      a spike must have been fired
 *   Exchange(k) before Begin(k+1)       no spike arrives in the window in which it is fired
 * </pre>
 *
 * <p>So within a window every neuron can be taken through on its own: its state stays in registers
 * over all its events, no event waits in a queue for others, and a crossing that an input prevents
 * was never scheduled. Spikes wait in the order in which they were fired, which for one delay is
 * the order in which they arrive.
 *
 * <p>Synapses without delay are the exception. Their targets are visited in a later pass over the
 * same window, when they have been told, see {@link InstantOrder}. Windows in which nothing can
 * happen are skipped.
 *
 * <p>Windows depend on the network alone, and nothing that is recorded or asked moves a neuron or
 * cuts a window. Hence results do not depend on threads, on recording, or on the end of the run, to
 * the last bit.
 */
public final class EventSimulation implements Simulation {

  /** Fewer neurons than this are not worth a thread of their own. */
  private static final int FEW = 256;

  private final Network network;
  private final RunSettings settings;
  private final Recording recording;
  private final Partitioning partitioning;
  private final List<EventPartition> partitions;
  private final SampleRequests asked;
  private final int passes;
  private final WindowPlan plan;
  private final long windows;
  private final double buildSeconds;

  private final SpikeExchange exchange;

  /** What each partition has fired in the present pass. */
  private final WindowParcel told;

  /** The spikes of all partitions, of the last pass or window that all have been through. */
  private final Outbox spikes = new Outbox();

  private final Outbox ofAllPasses = new Outbox();

  /** The window that is run; like the spikes it changes when all threads have met. */
  private long window;

  /** One past the last window to run; is lowered when all threads have met. */
  private long stopBefore;

  /** The run is saved before this window; set as {@link #stopBefore} is. */
  private long pauseBefore;

  private final RecentSpikes recent;

  /** Whether spikes that may be under way are kept for checkpoints. */
  private boolean keepsRecent;

  /** Takes what has been recorded out of the partitions; there is one while they run. */
  private @Nullable RecordStream records;

  /** Set by thread 0 before all threads meet at the end of a window. */
  private int said;

  /** Whether any neuron has fired in the window, heard of here or not. */
  private boolean anyFired;

  private boolean started;
  private double reached;

  /**
   * The shortest delay above 0 ms that synapses can have: it cuts the run into windows, of which
   * there can only be so many.
   *
   * @param end of the run [ms]
   */
  public static double leastDelay(double end) {
    return WindowPlan.leastDelay(end);
  }

  /**
   * The {@link RunSettings#stage} for networks that take over the state of each other.
   *
   * @param stage time of which all moments are multiples at which one takes over from another [ms]
   * @return a whole part of it [ms]
   */
  public static double commonStage(List<Network> networks, double stage) {
    return WindowPlan.commonStage(networks, stage);
  }

  private EventSimulation(
      Network network,
      RunSettings settings,
      Recording recording,
      Partitioning partitioning,
      List<EventPartition> partitions,
      int passes,
      WindowPlan plan,
      SampleRequests asked,
      SpikeExchange exchange,
      @Nullable Hearers hearers,
      long started) {
    this.network = network;
    this.settings = settings;
    this.recording = recording;
    this.partitioning = partitioning;
    this.partitions = partitions;
    this.asked = asked;
    this.passes = passes;
    this.plan = plan;
    this.exchange = exchange;
    this.told = new WindowParcel(partitions.size(), exchange.ranks(), hearers);
    this.recent = new RecentSpikes(plan.longestDelay());
    this.windows =
        settings.stage() > 0 ? Math.round(end() / plan.width()) : plan.windowOf(end()) + 1;
    this.stopBefore = windows;
    this.buildSeconds = (System.nanoTime() - started) * 1e-9;
  }

  /**
   * Creates all neurons and synapses, or this process's share of them.
   *
   * @param exchange by which the other processes hear of this one
   * @see Simulation#build
   */
  public static EventSimulation build(
      Network network,
      RunSettings settings,
      Recording recording,
      RunListener listener,
      SpikeExchange exchange) {
    long most = Math.max(1, network.neuronCount() / FEW / exchange.ranks());
    long threads = Agreement.most(exchange, settings.threads());
    int count = (int) Math.min(threads, most) * exchange.ranks();
    return build(network, settings, recording, listener, exchange, count);
  }

  /** What {@link #build} and the run will take of memory, in each of several ranks. */
  public static MemoryEstimate memory(
      Network network, RunSettings settings, Recording recording, ExpectedRates rates, int ranks) {
    EngineMemory whole = EventMemory.of(network, settings.threads() * ranks, rates);
    return MemoryEstimate.of(network, settings, recording, rates, whole, ranks);
  }

  /**
   * Builds with another number of partitions, for tests.
   *
   * @param all number of partitions of all ranks, each of which gets a thread while threads are
   *     worth it
   */
  static EventSimulation build(
      Network network,
      RunSettings settings,
      Recording recording,
      RunListener listener,
      SpikeExchange exchange,
      int all) {
    long started = System.nanoTime();
    NetworkCheck.check(network, settings, recording);
    double end = settings.warmup() + settings.duration();
    SampleRequests asked = SampleRequests.of(network, recording, end);
    memory(network, settings, recording, ExpectedRates.of(network), exchange.ranks()).check();
    Partitioning whole = new Partitioning(network, all);
    Partitioning partitioning = whole.share(exchange.rank(), exchange.ranks());
    int count = partitioning.count();
    Crew crew = new Workers.OfThreads(settings.threads());
    double work = network.projections().size() + 2.0 * count;
    AtomicInteger done = new AtomicInteger();
    Builders builders = new Builders(crew, exchange, whole);
    WeightQuanta quanta = new WeightQuanta(network, 0);
    List<Wiring> wirings = new ArrayList<>();
    for (int i = 0; i < network.projections().size(); i++) {
      wirings.add(new Wiring(network, i, quanta, settings.seed(), builders));
      listener.progress(RunListener.Phase.BUILD, done.incrementAndGet() / work);
    }
    List<TablePlan> tables = new TablePlans(network, 0).tables();
    List<List<SynapseRows>> rows =
        new ArrayList<>(Stream.generate(List::<SynapseRows>of).limit(count).toList());
    crew.share(
        count,
        p -> {
          RandomStream stream = new RandomStream(settings.seed());
          RowsBuilder builder = new RowsBuilder(network, wirings, partitioning, p, stream);
          List<SynapseRows> built = tables.stream().map(builder::build).toList();
          synchronized (rows) {
            rows.set(p, built);
          }
        });
    listener.progress(RunListener.Phase.BUILD, (done.get() + count) / work);
    WindowPlan plan = WindowPlan.of(network, rows, end, settings.stage(), exchange);
    InstantOrder instants = InstantOrder.of(network, partitioning, rows, exchange);
    Hearers hearers =
        Hearers.of(
            network, whole, exchange, (population, heard) -> markSources(rows, population, heard));
    EventPartition[] partitions = new EventPartition[count];
    crew.share(
        count,
        p ->
            partitions[p] =
                new EventPartition(
                    network,
                    settings,
                    partitioning,
                    p,
                    rows.get(p),
                    plan,
                    instants,
                    new EventRecorder(network, settings, partitioning, p, recording),
                    asked));
    listener.progress(RunListener.Phase.BUILD, 1);
    return new EventSimulation(
        network,
        settings,
        recording,
        partitioning,
        Arrays.asList(partitions),
        instants.passes(),
        plan,
        asked,
        exchange,
        hearers,
        started);
  }

  private static void markSources(List<List<SynapseRows>> rows, int population, BitSet heard) {
    rows.stream()
        .flatMap(List::stream)
        .filter(table -> table.plan().sourcePopulation() == population)
        .forEach(table -> table.markSources(heard));
  }

  @Override
  public void restore(Sections from) {
    window = state().restore(from);
    from.section("record", carrier -> recordState().carry(window * plan.width(), carrier));
  }

  @Override
  public void restore(Sections from, Set<String> anew) {
    SynapsesAnew synapses = new SynapsesAnew();
    for (EventPartition partition : partitions) {
      partition.beginAnew(anew);
      network.learning(anew).mapToObj(partition::plastic).forEach(synapses::keep);
    }
    restore(from);
    synapses.putBack();
  }

  @Override
  public void follow(int population, int neuron, TransmissionListener listener) {
    int owner = partitioning.owner(population, neuron);
    if (owner >= 0) {
      int target = neuron - partitioning.from(population, owner);
      network
          .learningOnto(population)
          .forEach(
              each ->
                  partitions
                      .get(owner)
                      .plastic(each)
                      .follow(new FollowedTarget(each, target, time -> time, listener)));
    }
  }

  private RecordState recordState() {
    return new RecordState(
        network, recording, partitioning, partitions, new EventRecordTimes(settings), exchange);
  }

  private EventState state() {
    return new EventState(network, partitioning, partitions, recent, plan.width(), exchange);
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
    keepsRecent = !checkpoints.none();
    if (keepsRecent) {
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
        partitions,
        new EventRecordTimes(settings),
        asked.weights(),
        asked.modulators(),
        sink,
        exchange);
  }

  private RunEnd run(RunListener listener, RecordStream stream, Checkpoints checkpoints) {
    int threads = Math.min(settings.threads(), partitions.size());
    List<PhaseClock> clocks = Stream.generate(PhaseClock::new).limit(threads).toList();
    Supervisor supervisor = new Supervisor(stream.watching(listener), settings.warmup(), end());
    double begun = Math.max(settings.warmup(), window * plan.width());
    while (window < stopBefore) {
      if (window == lastSaved()) {
        save(checkpoints, stream);
      }
      runLeg(threads, clocks, supervisor, checkpoints);
      if (window != lastSaved() || window >= stopBefore) {
        save(checkpoints, stream);
      }
    }
    reached = stopBefore < windows ? Math.min(end(), stopBefore * plan.width()) : end();
    new Workers.OfThreads(threads).share(partitions.size(), p -> partitions.get(p).finish(reached));
    double simulated = reached - begun;
    RunStatistics statistics =
        supervisor.statistics(
            network, synapseCount(), delivered(), buildSeconds, simulated, clocks);
    checkWeights();
    SinkException failure = stream.finish(reached, StructureTable.nothing());
    boolean partial = stopBefore < windows || failure != null;
    return new RunEnd(spikeCounts(), reached, partial, statistics, failure).ofAll(exchange);
  }

  private void save(Checkpoints checkpoints, RecordStream stream) {
    if (keepsRecent && window <= lastSaved()) {
      partitions.forEach(EventPartition::endLeg);
      stream.flush(window * plan.width());
      checkpoints.save(window * plan.width(), exchange, this::save);
    }
  }

  /**
   * The last window before which the run is saved: its own last one, which reaches beyond its end;
   * or the one after, if windows end where the run does.
   */
  private long lastSaved() {
    return settings.stage() > 0 ? windows : windows - 1;
  }

  private void save(Sections to) {
    state().save(window, to);
    to.section("record", carrier -> recordState().carry(window * plan.width(), carrier));
  }

  /**
   * Runs until the next checkpoint or the end, and makes all spikes known. Where the last window
   * reaches beyond the end of the run, the last checkpoint is before it.
   */
  private void runLeg(
      int threads, List<PhaseClock> clocks, Supervisor supervisor, Checkpoints checkpoints) {
    Team team = new Team(threads);
    double next = checkpoints.next(window * plan.width()) / plan.width();
    pauseBefore = (long) Math.min(windows, Math.ceil(next - 1e-6));
    if (keepsRecent && window < lastSaved()) {
      pauseBefore = Math.min(pauseBefore, lastSaved());
    }
    Workers.run(
        threads,
        worker -> work(worker, team, clocks.get(worker), supervisor, checkpoints),
        team::breakUp);
    new Workers.OfThreads(threads).share(partitions.size(), p -> partitions.get(p).receive(spikes));
    spikes.clear();
    if (window <= lastSaved()) {
      // Whatever windows were skipped: nothing arrives in them.
      partitions.forEach(each -> each.goOnAfter(window - 1, window * plan.width()));
    }
  }

  /** The end of the run as asked for [ms]. */
  private double end() {
    return settings.warmup() + settings.duration();
  }

  private void work(
      int worker, Team team, PhaseClock clock, Supervisor supervisor, Checkpoints checkpoints) {
    while (team.joins(worker)) {
      double end = (window + 1) * plan.width();
      clock.beginEpoch(end > settings.warmup());
      int from = team.from(worker, partitions.size());
      int to = team.to(worker, partitions.size());
      for (int p = from; p < to; p++) {
        partitions.get(p).receive(spikes);
        clock.end(PhaseClock.Phase.EXCHANGE);
        partitions.get(p).begin(window);
        clock.end(PhaseClock.Phase.DELIVER);
        partitions.get(p).visit(0, told.of(p));
        clock.end(PhaseClock.Phase.UPDATE);
      }
      for (int pass = 1; pass < passes; pass++) {
        if (!team.await(worker, () -> gather(0))) {
          return;
        }
        for (int p = from; p < to; p++) {
          partitions.get(p).receiveInstantly(spikes);
          partitions.get(p).visit(pass, told.of(p));
        }
        clock.end(PhaseClock.Phase.UPDATE);
      }
      if (worker == 0) {
        said = supervisor.stopsAt(end) ? SpikeExchange.STOP : 0;
        said |= checkpoints.due() ? SpikeExchange.SAVE : 0;
      }
      if (!team.endRound(worker, 1, () -> goOn(team))) {
        return;
      }
      clock.end(PhaseClock.Phase.EXCHANGE);
    }
  }

  /** Puts the spikes of a pass together; returns what was said besides. */
  private int gather(int own) {
    int all = exchange.exchange(told, own);
    spikes.merge(told.all());
    anyFired |= told.anyFired();
    if (passes > 1) {
      ofAllPasses.addAll(spikes);
    }
    return all;
  }

  private void goOn(Team team) {
    RecordStream stream = Objects.requireNonNull(records);
    double now = (window + 1) * plan.width();
    int all = gather(said | (stream.holdsEnough(now) ? SpikeExchange.PASS_ON : 0));
    if ((all & SpikeExchange.STOP) != 0) {
      stopBefore = window + 1;
    }
    if ((all & SpikeExchange.SAVE) != 0) {
      pauseBefore = window + 1;
    }
    if ((all & SpikeExchange.PASS_ON) != 0) {
      stream.passOn(now);
    }
    if (passes > 1) {
      spikes.merge(List.of(ofAllPasses));
      ofAllPasses.clear();
    }
    if (keepsRecent) {
      recent.add(spikes, (window + 1) * plan.width());
    }
    long next = anyFired ? window + 1 : told.nextWindow();
    anyFired = false;
    window = Math.min(next, Math.max(window + 1, pauseBefore));
    if (window >= Math.min(stopBefore, pauseBefore)) {
      team.end();
    }
  }

  private void checkWeights() {
    for (int i = 0; i < network.projections().size(); i++) {
      Projection projection = network.projections().get(i);
      for (EventPartition partition : partitions) {
        if (projection.plasticity() != null) {
          UnstableSynapsesException.check(projection, partition.plastic(i).weights());
        }
      }
    }
  }

  /** Spikes of each population after the warm-up. */
  private long[] spikeCounts() {
    long[] counts = new long[network.populations().size()];
    for (EventPartition partition : partitions) {
      Arrays.setAll(counts, i -> counts[i] + partition.spikeCounts()[i]);
    }
    return counts;
  }

  private long delivered() {
    return partitions.stream().mapToLong(EventPartition::delivered).sum();
  }

  /**
   * What has reached one neuron from outside, drawn again.
   *
   * @param population index of the neuron's population
   * @param neuron index within it
   * @param until all that came up to this moment [ms]
   */
  public OutsideHistory outside(int population, int neuron, double until) {
    return EventOutside.of(network, population, neuron, settings, plan.width(), until);
  }

  @Override
  public long synapseCount() {
    return partitions.stream().mapToLong(EventPartition::synapseCount).sum();
  }
}
