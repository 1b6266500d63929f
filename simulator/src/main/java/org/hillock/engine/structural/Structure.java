package org.hillock.engine.structural;

import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.checkpoint.CheckpointException;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.wiring.ProjectionSynapses;
import org.hillock.engine.wiring.Wiring;
import org.hillock.model.Calcium;
import org.hillock.model.GridTime;
import org.hillock.model.GrowthModel;
import org.hillock.model.StateCarrier;
import org.hillock.network.DelayBounds;
import org.hillock.network.Growth;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.Rewiring;
import org.hillock.random.RandomStream;
import org.hillock.record.StructureTable;
import org.jspecify.annotations.Nullable;

/**
 * The wiring of a network that changes while it runs on a grid.
 *
 * <pre>
 *   every step:  spike(…)    the calcium of who fires, and its elements until then
 *   every interval, when all partitions have come to the same step:
 *                move(…)     each partition its own neurons
 *                change(…)   one thread, the others wait: synapses vanish and form
 * </pre>
 *
 * <p>A spike travels along the synapses that there are when it is fired: what is in flight when its
 * synapse vanishes arrives, and a synapse that has formed carries the spikes of later steps.
 */
public final class Structure {

  /** A synapse beside its table: source, weight and delay [bytes]. */
  public static final double SYNAPSE_BYTES = 4 + 8 + 8;

  private final double step;
  private final long interval;

  /** For how many steps a spike may travel along a synapse that has vanished meanwhile. */
  private final double longestDelay;

  private final boolean records;
  private final double warmup;
  private final @Nullable PopulationGrowth[] populations;
  private final @Nullable GrownProjection[] projections;
  private final List<Market> markets;
  private final StructureSamples samples;
  private long changed = -1;

  /**
   * @param network checked before
   * @param wirings all projections, prepared
   * @param settings step, warm-up and seed
   * @param records whether to keep what there is after each change
   */
  public Structure(Network network, List<Wiring> wirings, RunSettings settings, boolean records) {
    this.step = settings.step();
    this.records = records;
    this.warmup = settings.warmup();
    this.populations = populations(network);
    this.projections = new GrownProjection[wirings.size()];
    RandomStream stream = new RandomStream(settings.seed());
    List<GrownProjection> grown = new ArrayList<>();
    double time = Double.POSITIVE_INFINITY;
    for (Wiring wiring : wirings) {
      Rewiring rewiring = wiring.projection().rewiring();
      if (rewiring != null) {
        ElementKind pre = kind(network, wiring.source().population(), rewiring.pre());
        ElementKind post = kind(network, wiring.target().population(), rewiring.post());
        GrownProjection projection = new GrownProjection(wiring, pre, post, stream);
        projections[wiring.index()] = projection;
        grown.add(projection);
        time = rewiring.interval();
      }
    }
    this.longestDelay = longestDelay(network, step);
    this.interval = grown.isEmpty() ? Long.MAX_VALUE : GridTime.index(time, step);
    List<PopulationGrowth> growing = new ArrayList<>();
    for (PopulationGrowth population : populations) {
      if (population != null) {
        growing.add(population);
        population.kinds().forEach(ElementKind::cover);
      }
    }
    this.markets = Market.of(grown, stream);
    this.samples = new StructureSamples(grown, growing);
    if (!none()) {
      sample(0);
    }
  }

  private static @Nullable PopulationGrowth[] populations(Network network) {
    PopulationGrowth[] all = new PopulationGrowth[network.populations().size()];
    int number = 0;
    for (int i = 0; i < all.length; i++) {
      Population population = network.populations().get(i);
      Growth growth = population.growth();
      if (growth != null) {
        String where = "neurons." + population.name();
        List<ElementKind> kinds = new ArrayList<>();
        for (var element : growth.elements()) {
          kinds.add(new ElementKind(number++, i, where + ".elements", population.size(), element));
        }
        Calcium calcium = Calcium.of(where + ".calcium", growth.calcium());
        all[i] = new PopulationGrowth(population.name(), population.size(), calcium, kinds);
      }
    }
    return all;
  }

  private ElementKind kind(Network network, String population, String element) {
    PopulationGrowth growth = populations[network.populationIndex(population)];
    if (growth != null) {
      for (ElementKind kind : growth.kinds()) {
        if (kind.name().equals(element)) {
          return kind;
        }
      }
    }
    throw new IllegalStateException("no element " + element + " of " + population);
  }

  /** Whether the wiring never changes. */
  public boolean none() {
    return interval == Long.MAX_VALUE;
  }

  /** Whether the neurons of a population grow, so that their spikes matter here. */
  public boolean grows(int population) {
    return populations[population] != null;
  }

  /** Calcium, when it was moved, and elements of all neurons of a population [bytes]. */
  public static double neuronBytes(Population population) {
    Growth growth = population.growth();
    return growth == null ? 0 : population.size() * (16 + 12.0 * growth.elements().size());
  }

  /**
   * Synapses that may form at the first change of the wiring: of the elements that there are at the
   * beginning.
   */
  public static double forming(Network network, Projection projection) {
    Rewiring rewiring = projection.rewiring();
    return rewiring == null
        ? 0
        : Math.min(
            elements(network, projection.source(), rewiring.pre()),
            elements(network, projection.target(), rewiring.post()));
  }

  private static double elements(Network network, NeuronRange range, String name) {
    Growth growth = network.population(range.population()).growth();
    return growth == null
        ? 0
        : growth
                .element(name)
                .map(element -> element.parameters().getOrDefault(GrowthModel.INITIAL, 0.0))
                .orElse(0.0)
            * range.size();
  }

  /** How many tables that were replaced may still hold spikes in flight. */
  public static double tablesInFlight(Network network, List<Integer> projections) {
    double most = 0;
    for (int index : projections) {
      Projection projection = network.projections().get(index);
      Rewiring rewiring = projection.rewiring();
      if (rewiring != null) {
        double longest = DelayBounds.of(network, projection).max();
        most = Math.max(most, Math.ceil(longest / rewiring.interval()));
      }
    }
    return most;
  }

  /**
   * No synapse that forms will have a delay shorter than this [steps]; a large number if none does.
   */
  public static double shortestDelay(Network network, double step) {
    double shortest = Double.POSITIVE_INFINITY;
    for (Projection projection : network.projections()) {
      if (projection.rewiring() != null) {
        // The bounds of listed pairs say nothing of the pairs that are yet to come.
        double least =
            projection.rule().listed() == null
                ? DelayBounds.of(network, projection).min()
                : projection.delay().min();
        shortest = Math.min(shortest, Math.max(1, GridTime.index(least, step)));
      }
    }
    return shortest;
  }

  /** The longest delay of synapses that may form [steps]; 0 if none does. */
  private static double longestDelay(Network network, double step) {
    double longest = 0;
    for (Projection projection : network.projections()) {
      if (projection.rewiring() != null) {
        longest = Math.max(longest, Math.ceil(DelayBounds.of(network, projection).max() / step));
      }
    }
    return longest;
  }

  /** For how many steps a spike may be under way that is fired now. */
  public int longestDelay() {
    return (int) Math.min(longestDelay, Integer.MAX_VALUE);
  }

  /**
   * Looks whether there are steps between two changes after which nothing is under way along
   * synapses that have vanished: the state of a run is that of its present synapses only then.
   *
   * @throws CheckpointException if there are none
   */
  public void checkSavable() {
    if (!none() && longestDelay >= interval) {
      throw new CheckpointException(
          "a network whose wiring changes every "
              + interval * step
              + " ms cannot be saved, since spikes may be under way for longer ("
              + longestDelay * step
              + " ms): let it change less often, or run without checkpoints");
    }
  }

  private boolean savable(long at) {
    return none() || at < interval || at % interval >= longestDelay;
  }

  /** The first step from one on at whose end the run can be saved. */
  public long savableFrom(long at) {
    return savable(at) ? at : at - at % interval + (long) longestDelay;
  }

  /** The last step up to one at whose end the run can be saved. */
  public long savableUpTo(long at) {
    return savable(at) ? at : at - at % interval - 1;
  }

  /** Carries what is known between two steps: neurons that grow, their synapses, what was kept. */
  public void carry(StateCarrier carrier) {
    for (PopulationGrowth population : populations) {
      if (population != null) {
        population.carry(carrier);
      }
    }
    for (GrownProjection projection : projections) {
      if (projection != null) {
        projection.carry(carrier);
      }
    }
    samples.carry(carrier);
  }

  /** The first step after another one at whose end the wiring changes, or the last if sooner. */
  public long nextChange(long after, long last) {
    return none() ? last : Math.min(last, (after / interval + 1) * interval);
  }

  /** Whether the wiring changes at the end of a step. */
  public boolean changesAt(long at) {
    return !none() && at > 0 && at % interval == 0;
  }

  /** Whether it did, in whatever synapses. */
  public boolean changedAt(long at) {
    return changed == at;
  }

  /** Takes in a spike of a neuron that grows, fired in a step; by the thread that owns it. */
  public void spike(int population, int neuron, long at) {
    PopulationGrowth growth = populations[population];
    if (growth != null) {
      growth.spike(neuron, GridTime.time(at, step));
    }
  }

  /** Moves neurons of a population to the end of a step; by the thread that owns them. */
  public void move(int population, int from, int to, long at) {
    PopulationGrowth growth = populations[population];
    for (int neuron = from; growth != null && neuron < to; neuron++) {
      growth.move(neuron, GridTime.time(at, step));
    }
  }

  /** Moves all neurons that grow to the end of a step, those of other ranks too. */
  public void moveAll(long at) {
    for (int i = 0; i < populations.length; i++) {
      PopulationGrowth growth = populations[i];
      if (growth != null) {
        move(i, 0, growth.size(), at);
      }
    }
  }

  /** Changes the wiring at the end of a step, when all neurons have been moved there. */
  public void change(long at) {
    for (Market market : markets) {
      if (market.change(at / interval)) {
        changed = at;
      }
    }
    sample(at);
  }

  private void sample(long at) {
    double time = GridTime.time(at, step);
    if (records && time >= warmup * (1 - 1e-12)) {
      samples.sample(time);
    } else if (records) {
      samples.keepFor(warmup);
    }
  }

  /** The synapses of a projection as they are now; nothing if its wiring does not change. */
  public @Nullable ProjectionSynapses synapses(int projection) {
    return projections[projection];
  }

  /** What there was after each change, if it was kept. */
  public StructureTable table() {
    return records && !none() ? samples.table(step) : StructureTable.nothing();
  }
}
