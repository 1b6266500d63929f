package org.hillock.engine.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hillock.engine.plasticity.ModulatorSamples;
import org.hillock.engine.plasticity.Modulators;
import org.hillock.engine.plasticity.PostSignals;
import org.hillock.engine.plasticity.PostSpikes;
import org.hillock.engine.plasticity.SynapseKey;
import org.hillock.engine.plasticity.WeightSamples;
import org.hillock.engine.recording.RecordSource;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.EventBlock;
import org.hillock.model.GridTime;
import org.hillock.model.InputList;
import org.hillock.model.PlasticRule;
import org.hillock.model.SpikeTimes;
import org.hillock.model.StateCarrier;
import org.hillock.network.Network;
import org.hillock.network.Projection;
import org.hillock.record.HeldRecord;

/**
 * A share of the neurons, which one thread at a time works on, all synapses onto them, and one
 * window of both.
 *
 * <p>A window is {@link #begin} (what arrives in it is told to the neurons concerned), then {@link
 * #visit} (each of them, and each that may fire of itself, is taken through the whole window), then
 * {@link #receive}, when the spikes of all partitions are known.
 */
final class EventPartition implements RecordSource {

  /**
   * If the rings of postsynaptic spikes run full again within this time, they grow rather than cost
   * a sweep over all plastic synapses each time [ms].
   */
  private static final double RARELY = 100;

  /** More than times differ that are the same but for rounding, a nanosecond [ms]. */
  private static final double RIGHT_AFTER = 2e-6;

  /** If more than one in so many neurons is visited, all are gone through in order. */
  private static final int DENSE = 8;

  /** So many neurons are touched before they are visited. */
  private static final int AHEAD = 16;

  private final Partitioning partitioning;
  private final int partition;
  private final List<EventGroup> groups = new ArrayList<>();
  private final List<Delivery> deliveries = new ArrayList<>();
  private final List<PostSpikes> posts = new ArrayList<>();
  private final List<PlasticDelivery> plastic = new ArrayList<>();
  private final Modulators modulators;
  private final int[] offsets;
  private final Inbox inbox;
  private final InputList inputs = new InputList();
  private final InputOrder inputOrder = new InputOrder();
  private final DueRows due = new DueRows();
  private final WakeCalendar calendar;
  private final EventRecorder recorder;
  private final WeightSamples weights;
  private final ModulatorSamples modulatorSamples;
  private final InstantOrder instants;
  private final double width;
  private final double warmup;

  /**
   * Where the run went on with the state of another, maybe with a lower threshold, and its
   * recording begins [ms]; intervals are open there.
   */
  private double begunAnew = Double.NEGATIVE_INFINITY;

  private final Sink sink = new Sink();

  /** Whether neurons are only told of whole rows, which {@link DueRows} puts in order. */
  private final boolean inOrderAlways;

  /** What is counted of deliveries. */
  private final Span counted;

  private double deliveredUpTo = Double.NEGATIVE_INFINITY;
  private long delivered;
  private long window = -1;
  private double begin;
  private double until;

  /** Keeps what was touched, lest the compiler drop the reading. */
  private double touched;

  EventPartition(
      Network network,
      RunSettings settings,
      Partitioning partitioning,
      int partition,
      List<SynapseRows> rows,
      WindowPlan plan,
      InstantOrder instants,
      EventRecorder recorder,
      SampleRequests asked) {
    this.partitioning = partitioning;
    this.partition = partition;
    this.width = plan.width();
    this.warmup = settings.warmup();
    this.counted = new Span(settings.warmup(), settings.warmup() + settings.duration());
    this.instants = instants;
    this.recorder = recorder;
    this.weights = asked.weights(this::plastic);
    int populations = network.populations().size();
    this.offsets = new int[populations + 1];
    this.modulators = new Modulators(network);
    this.inbox = new Inbox(partitioning.offset(populations, partition));
    for (int i = 0; i < populations; i++) {
      int from = partitioning.from(i, partition);
      int size = partitioning.to(i, partition) - from;
      offsets[i] = partitioning.offset(i, partition);
      groups.add(new EventGroup(network, i, from, size, settings, width, inbox));
      posts.add(new PostSpikes(size, RARELY, PostSignals.none()));
    }
    offsets[populations] = partitioning.offset(populations, partition);
    this.calendar = new WakeCalendar(offsets[populations], width);
    for (int table = 0; table < rows.size(); table++) {
      deliveries.add(
          delivery(network, settings.noiseSeed(), rows.get(table), plan.longestDelay(table)));
    }
    this.modulatorSamples = asked.modulators(partition, this::plastic);
    this.inOrderAlways =
        instants.passes() == 1
            && deliveries.stream()
                .allMatch(table -> table instanceof StaticDelivery && table.rows().oneDelay());
    for (int neuron = 0; neuron < offsets[populations]; neuron++) {
      calendar.set(neuron, 0, -1);
    }
  }

  private Delivery delivery(Network network, long seed, SynapseRows rows, double longestDelay) {
    Projection projection = network.projections().get(rows.plan().projections().get(0));
    if (projection.plasticity() == null) {
      return new StaticDelivery(rows);
    }
    int population = network.populationIndex(projection.target().population());
    PlasticDelivery delivery =
        new PlasticDelivery(
            rows,
            PlasticRule.of(projection),
            offsets[population],
            posts.get(population),
            modulators.of(projection.plasticity()),
            new SynapseKey(
                seed, rows.plan().projections().get(0), partitioning.from(population, partition)),
            longestDelay);
    plastic.add(delivery);
    return delivery;
  }

  /** Takes note of all spikes of a window, from all partitions, in order of time. */
  void receive(Outbox spikes) {
    for (Delivery table : deliveries) {
      int source = table.rows().plan().sourcePopulation();
      for (int i = 0; i < spikes.size(); i++) {
        if (spikes.population(i) == source) {
          table.add(spikes.neuron(i), spikes.time(i));
        }
      }
    }
    for (int i = 0; i < spikes.size() && !modulators.none(); i++) {
      int spike = i;
      modulators.add(
          spikes.time(i),
          (population, from, to) ->
              spikes.population(spike) == population
                      && spikes.neuron(spike) >= from
                      && spikes.neuron(spike) < to
                  ? 1
                  : 0,
          Math.max(0, deliveredUpTo));
    }
  }

  /** Brings plastic synapses up to the end of the last window, so that less is to be kept. */
  void settle() {
    double all = Math.max(0, deliveredUpTo);
    plastic.forEach(table -> table.forget(all));
    plastic.forEach(table -> table.settle(all));
  }

  /** Says what has been run, when the state of another run is taken over. */
  void goOnAfter(long last, double delivered) {
    window = last;
    deliveredUpTo = delivered;
  }

  /** How many traces the neurons of a population leave at synapses, in a number. */
  long tracesLeft(int population) {
    return posts.get(population).kept();
  }

  /**
   * Carries all that is known of a neuron between two windows.
   *
   * @param population its population
   * @param neuron index within the partition's slice of it
   */
  void carry(int population, int neuron, StateCarrier carrier) {
    groups.get(population).carry(neuron, carrier);
    posts.get(population).carry(neuron, carrier);
    calendar.carry(offsets[population] + neuron, window, carrier);
  }

  /** See {@link org.hillock.engine.run.Simulation#restore}. */
  void beginAnew(Set<String> populations) {
    groups.forEach(group -> group.beginAnew(populations));
  }

  /**
   * Carries the state variables of a neuron at a moment between two windows, with which it goes on
   * from there if its parameters are others [ms].
   */
  void carryVariables(int population, int neuron, double time, StateCarrier carrier) {
    if (groups.get(population).carryVariables(neuron, time, carrier)) {
      calendar.set(offsets[population] + neuron, time, window);
    }
  }

  /**
   * When all has been restored at a moment [ms]. If the recording begins there, since the other run
   * had its own, who is sampled is visited for that, and spikes of the moment come right after it.
   */
  void restored(double time) {
    if (time <= 0 || Math.abs(time - warmup) > GridTime.SAME_MOMENT) {
      return;
    }
    begunAnew = time;
    for (int population = 0; population < groups.size(); population++) {
      if (!recorder.traces(population).isEmpty()) {
        for (int neuron = offsets[population]; neuron < offsets[population + 1]; neuron++) {
          calendar.set(neuron, time, window);
        }
      }
    }
  }

  /** How many numbers an input remembers here. */
  long remembered(int input) {
    return groups.stream().mapToLong(group -> group.remembered(input)).sum();
  }

  /** Carries what an input remembers of a neuron between two windows. */
  void carryInput(int input, int population, int neuron, StateCarrier carrier) {
    groups.get(population).carryInput(input, neuron, carrier);
  }

  /** Begins with an input at a moment between two windows, or without one of before [ms]. */
  void beginInput(int input, double time) {
    groups.forEach(group -> group.beginInput(input, time));
    for (int neuron = 0; neuron < offsets[offsets.length - 1]; neuron++) {
      calendar.set(neuron, time, window);
    }
  }

  /** Carries what all partitions know alike of modulating neurons. */
  void carryModulators(StateCarrier carrier) {
    modulators.carry(carrier);
  }

  /** Takes note again of a spike, for synapses that do not change. */
  void receiveAgain(double time, int population, int neuron) {
    for (Delivery table : deliveries) {
      if (table.rows().plan().sourcePopulation() == population) {
        table.addAgain(neuron, time, deliveredUpTo);
      }
    }
  }

  /** Begins a window: neurons are told of everything that arrives in it with a delay. */
  void begin(long index) {
    window = index;
    begin = index == 0 ? EventGroup.BEFORE_START : index * width;
    until = (index + 1) * width;
    groups.forEach(group -> group.begin(index));
    double delivered = Math.max(0, deliveredUpTo);
    double known = Math.max(delivered, index * width);
    weights.begin(delivered, known, until);
    modulatorSamples.take(known);
    plastic.forEach(table -> table.forget(delivered));
    deliverUpTo(until);
    int wakes = calendar.take(index, until);
    for (int i = 0; i < wakes; i++) {
      inbox.touch(calendar.due(i));
    }
  }

  /**
   * Counts only what arrives after the warm-up and by the end: a window goes beyond both. Neither
   * cuts a window, lest the order in which inputs are told, and with it a rounding, depend on them.
   */
  private void deliverUpTo(double time) {
    for (Delivery table : deliveries) {
      delivered += table.deliver(time, counted, inbox, due);
    }
    due.deliver(inbox);
    deliveredUpTo = time;
  }

  /** Tells neurons of spikes, of an earlier pass over the window, that arrive without delay. */
  void receiveInstantly(Outbox spikes) {
    for (Delivery table : deliveries) {
      SynapseRows rows = table.rows();
      for (int i = 0; i < spikes.size(); i++) {
        if (spikes.population(i) == rows.plan().sourcePopulation()) {
          int source = spikes.neuron(i);
          double time = spikes.time(i);
          int from = rows.start()[source];
          int to = rows.instantEnd(source);
          for (int synapse = from; synapse < to; synapse++) {
            int arrival = inbox.arrival(time, rows.weight(synapse), rows.plan().receptor());
            inbox.tell(rows.targets()[synapse], arrival);
          }
          delivered += counted.holds(time) || time == 0 && warmup == 0 ? to - from : 0;
        }
      }
    }
  }

  /**
   * Takes neurons through the window: all whose turn it is in a pass.
   *
   * @param pass 0, 1, …: the longest chain of synapses without delay that leads to them
   * @param fired takes their spikes
   */
  void visit(int pass, Outbox fired) {
    fired.clear();
    sink.fired = fired;
    for (EventGroup group : groups) {
      group.knowArrivals();
    }
    if (inbox.touchedCount() > offsets[offsets.length - 1] / DENSE) {
      for (int group = 0; group < groups.size(); group++) {
        for (int neuron = offsets[group]; neuron < offsets[group + 1]; neuron++) {
          if (hasItsTurn(neuron, pass)) {
            visit(groups.get(group), group, neuron);
          }
        }
      }
    } else {
      visitTouched(pass);
    }
    if (pass + 1 == instants.passes()) {
      inbox.clear();
      recorder.endWindow();
      fired.announce(nextWindow());
    }
  }

  private boolean hasItsTurn(int neuron, int pass) {
    return inbox.waits(neuron) && instants.passOf(partition, neuron) == pass;
  }

  private void visitTouched(int pass) {
    int count = inbox.touchedCount();
    int group = 0;
    for (int i = 0; i < count; i++) {
      if (i % AHEAD == 0) {
        touchAhead(i + AHEAD, Math.min(count, i + 2 * AHEAD), group);
      }
      int neuron = inbox.touched(i);
      if (hasItsTurn(neuron, pass)) {
        while (neuron < offsets[group] || neuron >= offsets[group + 1]) {
          group = group + 1 < groups.size() ? group + 1 : 0;
        }
        visit(groups.get(group), group, neuron);
      }
    }
  }

  /**
   * Reads a little of what some neurons will need. Where few are visited, each read misses the
   * caches; so the misses of many overlap.
   */
  private void touchAhead(int from, int to, int group) {
    EventBlock block = groups.get(group).block();
    int first = offsets[group];
    int end = offsets[group + 1];
    double sum = 0;
    for (int i = from; i < to; i++) {
      int neuron = inbox.touched(i);
      sum += calendar.touch(neuron) + (inbox.waits(neuron) ? 1 : 0);
      if (neuron >= first && neuron < end && block.state().length > 0) {
        sum += block.state()[block.at(neuron - first)];
      }
    }
    touched = sum;
  }

  private void visit(EventGroup group, int population, int neuron) {
    int own = neuron - offsets[population];
    InputList arriving = inputs;
    int told = EventGroup.IN_ORDER;
    if (group.inCells(own, begin, until)) {
      told = inbox.take(neuron);
    } else {
      inbox.take(neuron, inputs);
      arriving = inOrderAlways ? inputs : inputOrder.of(inputs);
    }
    sink.begin(population, group.block().firstNeuron() + own, own);
    List<TraceSamples> traces = recorder.traces(population);
    double wake =
        traces.isEmpty()
            ? group.visit(own, begin, until, arriving, told, sink)
            : group.visitAndSample(own, begin, until, arriving, told, sink, traces);
    calendar.set(neuron, wake, window);
  }

  /** The first window after this one in which something may happen, as far as is known here. */
  private long nextWindow() {
    double arrival = Double.POSITIVE_INFINITY;
    for (Delivery table : deliveries) {
      arrival = Math.min(arrival, table.nextArrival());
    }
    long next = calendar.next(window);
    if (arrival < Double.POSITIVE_INFINITY) {
      next = Math.min(next, Math.max(window + 1, WindowPlan.windowOf(arrival, width)));
    }
    return next;
  }

  /** Ends the run, when all its spikes are known: takes the samples that are left. */
  void finish(double time) {
    weights.finish(deliveredUpTo, time, GridTime.SAME_MOMENT);
    modulatorSamples.finish(time);
  }

  /** The synapses of a plastic projection. */
  @Override
  public PlasticDelivery plastic(int projection) {
    return plastic.stream()
        .filter(table -> table.rows().plan().projections().get(0) == projection)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public HeldRecord held() {
    return recorder.held();
  }

  @Override
  public WeightSamples weights() {
    return weights;
  }

  @Override
  public ModulatorSamples modulators() {
    return modulatorSamples;
  }

  @Override
  public long[] spikeCounts() {
    return recorder.spikeCounts();
  }

  @Override
  public long delivered() {
    return delivered;
  }

  @Override
  public void addDelivered(long before) {
    delivered += before;
  }

  /** Takes what is left of a window, when the run is to be saved. */
  void endLeg() {
    weights.begin(deliveredUpTo, deliveredUpTo, deliveredUpTo);
  }

  long synapseCount() {
    return deliveries.stream().mapToLong(table -> table.rows().size()).sum();
  }

  /** Takes the spikes of one neuron. */
  private final class Sink implements SpikeTimes {
    private Outbox fired = new Outbox();
    private int population;
    private int neuron;
    private int own;

    void begin(int spikePopulation, int spikeNeuron, int ownIndex) {
      population = spikePopulation;
      neuron = spikeNeuron;
      own = ownIndex;
    }

    @Override
    public void fire(double fires) {
      double time = fires <= begunAnew + GridTime.SAME_MOMENT ? begunAnew + RIGHT_AFTER : fires;
      fired.add(time, population, neuron);
      recorder.fired(population, neuron, time);
      if (!posts.get(population).unheard()) {
        posts.get(population).add(own, time, until);
      }
    }
  }
}
