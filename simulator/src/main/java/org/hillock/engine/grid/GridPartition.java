package org.hillock.engine.grid;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hillock.engine.grid.signal.CarriedSignals;
import org.hillock.engine.grid.signal.SignalBoard;
import org.hillock.engine.grid.table.Arrivals;
import org.hillock.engine.grid.table.BuiltTable;
import org.hillock.engine.grid.table.DecayTables;
import org.hillock.engine.grid.table.GrowingSynapses;
import org.hillock.engine.grid.table.InputRows;
import org.hillock.engine.grid.table.PlasticSynapses;
import org.hillock.engine.grid.table.SpikeBuffer;
import org.hillock.engine.grid.table.Synapses;
import org.hillock.engine.grid.table.TableBuilder;
import org.hillock.engine.plasticity.Modulators;
import org.hillock.engine.plasticity.PostSignals;
import org.hillock.engine.plasticity.PostSpikes;
import org.hillock.engine.plasticity.SynapseKey;
import org.hillock.engine.run.Epoch;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.structural.Structure;
import org.hillock.engine.wiring.ProjectionSynapses;
import org.hillock.engine.wiring.TablePlan;
import org.hillock.engine.wiring.TablePlans;
import org.hillock.model.Models;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronModel;
import org.hillock.model.PlasticRule;
import org.hillock.model.StateCarrier;
import org.hillock.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * A share of the neurons, which one thread at a time works on, all synapses onto them, and one step
 * of both.
 *
 * <p>A step is {@link #deliver} (spikes of earlier steps arrive in the rows of input), then {@link
 * #update} (inputs from outside are added, each neuron reads its input and may fire). Before a
 * step, {@link #receive} must have been called for every step that is at least the shortest delay
 * back.
 */
public final class GridPartition implements CarriedSignals.Neurons {

  /**
   * If the rings of postsynaptic spikes run full again within so many steps, they grow rather than
   * cost a sweep over all plastic synapses each time.
   */
  private static final int RARELY = 1000;

  private final Network network;
  private final RunSettings settings;
  private final Partitioning partitioning;
  private final int partition;
  private final TablePlans plans;
  private final InputRows rows;
  private final List<NeuronGroup> groups = new ArrayList<>();
  private final List<BuiltTable> tables = new ArrayList<>();
  private final List<Synapses> synapses = new ArrayList<>();
  private final List<PostSpikes> posts = new ArrayList<>();

  /** What tables are built of; nothing once none will be built any more. */
  private List<? extends ProjectionSynapses> wirings;

  private final Modulators modulators;
  private final Arrivals arrivals;
  private final @Nullable CarriedSignals carried;
  private boolean sparse;
  private long delivered;

  /**
   * Creates neurons and synapses.
   *
   * @param network the whole network
   * @param settings step and seed
   * @param partitioning how neurons are cut
   * @param partition which part to create
   * @param plans how synapses are kept
   * @param wirings the synapses of all projections
   * @param board what projections carry instead of spikes, for all partitions
   */
  public GridPartition(
      Network network,
      RunSettings settings,
      Partitioning partitioning,
      int partition,
      TablePlans plans,
      List<? extends ProjectionSynapses> wirings,
      SignalBoard board) {
    this.network = network;
    this.settings = settings;
    this.partitioning = partitioning;
    this.partition = partition;
    this.plans = plans;
    this.wirings = wirings;
    this.rows = new InputRows(network, plans, partitioning.receivers(partition));
    double[][] chunk = NeuronGroup.chunk(rows.receptors());
    for (int i = 0; i < network.populations().size(); i++) {
      int from = partitioning.from(i, partition);
      int size = partitioning.to(i, partition) - from;
      int offset = partitioning.place(i, partition);
      PostSignals signals = PostSignals.of(network, i, size);
      boolean followed = !signals.isEmpty();
      NeuronGroup group =
          new NeuronGroup(network, i, from, size, rows.of(i), chunk, offset, settings, followed);
      groups.add(group);
      posts.add(new PostSpikes(size, RARELY, signals, group.gradient()));
    }
    this.modulators = new Modulators(network);
    this.arrivals = new Arrivals(partitioning.neurons(partition));
    this.sparse = groups.stream().anyMatch(NeuronGroup::sparse);
    TableBuilder builder = builder();
    plans.tables().forEach(plan -> tables.add(table(builder, plan)));
    this.carried =
        board.isEmpty()
            ? null
            : new CarriedSignals(network, board, wirings, partitioning, partition, settings.seed());
  }

  private int[] targetPopulations() {
    return wirings.stream()
        .mapToInt(wiring -> network.populationIndex(wiring.target().population()))
        .toArray();
  }

  /** Builds tables of the synapses as they are now, by the calling thread. */
  private TableBuilder builder() {
    List<NeuronModel> models =
        wirings.stream()
            .map(wiring -> Models.of(network.population(wiring.target().population())))
            .toList();
    return new TableBuilder(
        wirings,
        plans.quanta(),
        models,
        partitioning,
        partition,
        rows.receptors(),
        settings.step(),
        settings.seed());
  }

  private BuiltTable table(TableBuilder builder, TablePlan plan) {
    int sources = network.populations().get(plan.sourcePopulation()).size();
    return builder.build(plan, sources, targetPopulations());
  }

  /** Shortest delay of any synapse onto this partition [steps]; a large number without synapses. */
  public int minDelay() {
    return tables.stream()
        .filter(table -> table.synapses() > 0)
        .mapToInt(BuiltTable::minDelay)
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** Longest delay of each table [steps]. */
  public int[] maxDelays() {
    return tables.stream().mapToInt(BuiltTable::maxDelay).toArray();
  }

  /**
   * Marks the neurons of a population that have synapses onto this partition; before {@link
   * #prepare}.
   */
  void markSources(int population, BitSet heard) {
    for (BuiltTable table : tables) {
      if (table.plan().sourcePopulation() == population) {
        table.markSources(heard);
      }
    }
  }

  /**
   * Makes the partition ready to run.
   *
   * @param epoch most steps between two exchanges
   * @param maxDelays longest delay of each table in any partition [steps]
   * @param decays of traces, for all partitions
   */
  public void prepare(int epoch, int[] maxDelays, DecayTables decays) {
    for (int i = 0; i < tables.size(); i++) {
      BuiltTable table = tables.get(i);
      if (table.plan().storage() == TablePlan.Storage.PLASTIC) {
        synapses.add(plastic(table, maxDelays[i], epoch, decays));
      } else if (table.plan().rewired(network)) {
        synapses.add(new GrowingSynapses(table, rows, epoch));
      } else {
        synapses.add(Synapses.thatStay(table, rows, epoch));
      }
    }
    tables.clear();
    if (synapses.stream().noneMatch(GrowingSynapses.class::isInstance)) {
      wirings = List.of();
    }
    if (carried != null) {
      carried.tell(0, this);
    }
  }

  private PlasticSynapses plastic(BuiltTable table, int maxDelay, int epoch, DecayTables decays) {
    var projection = network.projections().get(table.plan().projections().get(0));
    PlasticRule rule = PlasticRule.of(projection);
    int population = network.populationIndex(projection.target().population());
    return new PlasticSynapses(
        table,
        rows,
        rule,
        settings.step(),
        decays,
        partitioning.place(population, partition),
        posts.get(population),
        modulators.of(projection.plasticity()),
        new SynapseKey(
            settings.noiseSeed(),
            table.plan().projections().get(0),
            partitioning.from(population, partition)),
        groups.get(population).countsSpikes(),
        maxDelay,
        epoch);
  }

  /**
   * Takes over the synapses that have formed and vanished, when all spikes until then have been
   * received.
   *
   * @param step at whose end the wiring changed
   */
  public void rewire(long step) {
    TableBuilder builder = builder();
    for (Synapses table : synapses) {
      if (table instanceof GrowingSynapses growing) {
        growing.replace(table(builder, growing.plan()), step);
      }
    }
  }

  /** Tells of the spikes of a partition in an epoch the neurons that grow. */
  static void grow(Structure structure, Epoch now, SpikeBuffer fired) {
    for (int i = 0; i < fired.populations(); i++) {
      if (structure.grows(i)) {
        for (int step = 0; step < now.length(); step++) {
          for (int k = fired.from(step, i); k < fired.to(step, i); k++) {
            structure.spike(i, fired.neurons()[k], now.begin() + step + 1);
          }
        }
      }
    }
  }

  /** Moves the neurons that grow to the end of an epoch if the wiring changes there. */
  void move(Structure structure, Epoch now) {
    for (int i = 0; i < groups.size(); i++) {
      if (structure.grows(i) && structure.changesAt(now.end())) {
        int from = partitioning.from(i, partition);
        structure.move(i, from, partitioning.to(i, partition), now.end());
      }
    }
  }

  /**
   * Takes note of all spikes of one step, from all partitions.
   *
   * @param step the step in which they were fired
   * @param stepOfEpoch its place in the epoch
   * @param from the buffers of all partitions
   * @param delivered up to which step all deliveries have been made
   */
  public void receive(long step, int stepOfEpoch, List<SpikeBuffer> from, long delivered) {
    for (Synapses table : synapses) {
      int population = table.sourcePopulation();
      table.beginStep(step);
      for (SpikeBuffer buffer : from) {
        int first = buffer.from(stepOfEpoch, population);
        int end = buffer.to(stepOfEpoch, population);
        if (first < end) {
          table.add(buffer, first, end);
        }
      }
    }
    if (!modulators.none()) {
      modulators.add(
          step,
          (population, first, end) -> count(from, stepOfEpoch, population, first, end),
          delivered);
    }
  }

  private static int count(
      List<SpikeBuffer> buffers, int stepOfEpoch, int population, int from, int to) {
    int count = 0;
    for (SpikeBuffer buffer : buffers) {
      int end = buffer.to(stepOfEpoch, population);
      for (int i = buffer.from(stepOfEpoch, population); i < end; i++) {
        int neuron = buffer.neurons()[i];
        count += neuron >= from && neuron < to ? 1 : 0;
      }
    }
    return count;
  }

  /**
   * Ends an epoch, when all its spikes have been received.
   *
   * @param lastStep its last step
   * @param steps its length
   * @param from the buffers of all partitions
   */
  public void endEpoch(long lastStep, int steps, List<SpikeBuffer> from) {
    sparse = false;
    for (int i = 0; i < groups.size(); i++) {
      long visits = 0;
      for (SpikeBuffer buffer : from) {
        visits += buffer.visits(i);
      }
      groups.get(i).endEpoch(lastStep, steps, visits);
      sparse |= groups.get(i).sparse();
    }
    if (carried != null) {
      groups.forEach(NeuronGroup::clearSignals);
      carried.hear(lastStep + 1, this);
    }
    groups.forEach(group -> group.hear(lastStep + 1));
  }

  /** Adds the spikes that arrive in a step through synapses to the rows of input. */
  public void deliver(long step) {
    for (Synapses table : synapses) {
      delivered += table.deliver(step, sparse ? arrivals : null);
    }
  }

  /** Advances all neurons by a step, with their inputs from outside, and reports who fires. */
  public void update(long step, SpikeBuffer fired) {
    if (sparse) {
      arrivals.sort();
    }
    for (int i = 0; i < groups.size(); i++) {
      fired.addVisits(i, groups.get(i).update(step, arrivals, fired, posts.get(i)));
      fired.endGroup();
      posts.get(i).signals().add(step, groups.get(i));
    }
    if (carried != null) {
      carried.tell(step, this);
    }
    if (sparse) {
      arrivals.clear();
    }
  }

  @Override
  public NeuronBlock block(int population) {
    return groups.get(population).block();
  }

  @Override
  public double read(int population, int variable, int neuron, long step) {
    return groups.get(population).read(variable, neuron, step);
  }

  @Override
  public Optional<PlasticSynapses> synapses(int projection) {
    return plasticTables(projection).stream().findFirst();
  }

  /** How many traces the neurons of a population leave at synapses, in a number. */
  long tracesLeft(int population) {
    return posts.get(population).kept();
  }

  /** Carries what the neurons of a population in all partitions have in common. */
  void carry(int population, StateCarrier carrier) {
    groups.get(population).carry(carrier);
  }

  /**
   * Carries all that is known of a neuron.
   *
   * @param population its population
   * @param neuron index within the partition's slice of it
   * @param step which has ended
   */
  void carry(int population, int neuron, long step, StateCarrier carrier) {
    groups.get(population).carry(neuron, step, carrier);
    posts.get(population).carry(neuron, carrier);
  }

  /** Carries what all partitions know alike of modulating neurons. */
  void carry(StateCarrier carrier) {
    modulators.carry(carrier);
  }

  /** See {@link org.hillock.engine.run.Simulation#restore}. */
  void beginAnew(Set<String> populations) {
    groups.forEach(group -> group.beginAnew(populations));
  }

  /**
   * Carries the state variables of a neuron after a step, with which it goes on if its parameters
   * are others.
   */
  void carryVariables(int population, int neuron, long step, StateCarrier carrier) {
    groups.get(population).carryVariables(neuron, step, carrier);
  }

  /** When all has been restored. */
  void restored() {
    groups.forEach(NeuronGroup::restored);
    sparse = groups.stream().anyMatch(NeuronGroup::sparse);
  }

  /** Brings plastic synapses up to a step, so that less is to be kept of the past. */
  void settle(long step) {
    for (Synapses table : synapses) {
      if (table instanceof PlasticSynapses plastic) {
        plastic.settle(step);
      }
    }
    posts.forEach(each -> each.signals().forget());
  }

  /**
   * Takes note again of the spikes of a step that is past, for synapses whose weights do not
   * change, and forgets what was due in it.
   */
  void receiveAgain(long step, SpikeBuffer spikes) {
    for (Synapses table : synapses) {
      if (!(table instanceof PlasticSynapses)) {
        int population = table.sourcePopulation();
        table.beginStep(step);
        table.add(spikes, spikes.from(0, population), spikes.to(0, population));
        table.skip(step);
      }
    }
  }

  /** Neurons of one population. */
  NeuronGroup group(int population) {
    return groups.get(population);
  }

  /** The plastic tables of one projection: one or none. */
  List<PlasticSynapses> plasticTables(int projection) {
    return synapses.stream()
        .filter(PlasticSynapses.class::isInstance)
        .map(PlasticSynapses.class::cast)
        .filter(table -> table.projection() == projection)
        .toList();
  }

  /** Number of synapses onto this partition. */
  public long synapseCount() {
    return synapses.stream().mapToLong(Synapses::size).sum()
        + (carried == null ? 0 : carried.size());
  }

  /** Spikes delivered through synapses so far. */
  public long delivered() {
    return delivered;
  }
}
