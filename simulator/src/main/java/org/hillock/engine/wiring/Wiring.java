package org.hillock.engine.wiring;

import org.hillock.engine.run.Crew;
import org.hillock.engine.wiring.WeightQuanta.Rounding;
import org.hillock.network.Conduction;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.Positions;
import org.hillock.network.Projection;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * The synapses of one projection, target by target.
 *
 * <p>Neurons are counted within the projection's ranges: source s is neuron {@code source().from()
 * + s} of the source population. The synapses of a target have an order, the order of drawing,
 * which is the synapse index wherever one is needed.
 */
public final class Wiring implements ProjectionSynapses {

  /** The synapses of a target that form together have so many random words for themselves. */
  private static final int MOMENT_BITS = 32;

  private final Projection projection;
  private final int index;
  private final SourceRule sources;
  private final ConnectionRule.@Nullable Explicit explicit;
  private final @Nullable Rounding rounding;
  private final @Nullable Positions sourcePositions;
  private final @Nullable Positions targetPositions;

  /**
   * Prepares one projection of a network.
   *
   * @param network the network
   * @param index which projection, 0 to {@link RandomStream#MAX_OBJECT}
   * @param seed the run's seed
   */
  public Wiring(Network network, int index, long seed) {
    this(network, index, new WeightQuanta(network, 0), seed, Crew.ALONE);
  }

  /**
   * Prepares one projection of a network.
   *
   * @param network the network
   * @param index which projection, 0 to {@link RandomStream#MAX_OBJECT}
   * @param quanta to which weights are rounded, of the whole network, in continuous time
   * @param seed the run's seed
   * @param crew who does it
   */
  public Wiring(Network network, int index, WeightQuanta quanta, long seed, Crew crew) {
    this(network, index, quanta, seed, Builders.of(crew));
  }

  /**
   * Prepares one projection of a network: the share of this process, which is not asked for other
   * targets.
   *
   * @param network the network
   * @param index which projection, 0 to {@link RandomStream#MAX_OBJECT}
   * @param quanta to which weights are rounded, of the whole network, in continuous time
   * @param seed the run's seed
   * @param builders who does it
   */
  public Wiring(Network network, int index, WeightQuanta quanta, long seed, Builders builders) {
    this.projection = network.projections().get(index);
    this.index = index;
    this.sources = SourceRule.of(network, index, seed, builders);
    this.explicit = projection.rule().listed();
    this.rounding = quanta.rounding(projection);
    this.sourcePositions = network.population(source().population()).positions();
    this.targetPositions = network.population(target().population()).positions();
  }

  /**
   * What preparing a projection takes, while the network is built.
   *
   * @param projection the projection
   * @param threads how many do it
   * @return [bytes]
   */
  public static double bytes(Projection projection, int threads) {
    return projection.rule().accept(new WiringBytes(projection, threads));
  }

  @Override
  public Projection projection() {
    return projection;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public void sources(int target, RandomStream stream, IntList into) {
    into.clear();
    sources.draw(target, stream, into);
  }

  /** Weights that are drawn at random are {@linkplain WeightQuanta whole quanta}. */
  @Override
  public void weights(int target, IntList drawn, RandomStream stream, double[] into) {
    int count = drawn.size();
    if (explicit != null && explicit.hasWeights()) {
      for (int i = 0; i < count; i++) {
        into[i] = explicit.weight(sources.listedIndex(target, i));
      }
      projection.weight().atPlaces(drawn.array(), count, target, into);
    } else {
      draw(projection.weight(), Purpose.WEIGHT, target, drawn, stream, into);
      if (rounding != null) {
        rounding.round(into, count);
      }
    }
  }

  /** Conduction adds distance / velocity to what is drawn. */
  @Override
  public void delays(int target, IntList drawn, RandomStream stream, double[] into) {
    int count = drawn.size();
    if (explicit != null && explicit.hasDelays()) {
      for (int i = 0; i < count; i++) {
        into[i] = explicit.delay(sources.listedIndex(target, i));
      }
    } else {
      draw(projection.delay(), Purpose.DELAY, target, drawn, stream, into);
    }
    conduct(target, drawn, into);
  }

  /**
   * Draws the weights of synapses of one target that form while the network runs.
   *
   * @param moment number of the change at which they form, from 1
   * @param target index within the target range
   * @param count how many
   * @param stream a stream of the calling thread
   * @param into receives {@code count} weights [mV or pA]
   */
  public void laterWeights(long moment, int target, int count, RandomStream stream, double[] into) {
    stream.at(Purpose.WEIGHT, index, target).skipTo(moment << MOMENT_BITS);
    projection.weight().drawMany(stream, into, count);
  }

  /**
   * Draws the delays of synapses of one target that form while the network runs.
   *
   * @param moment number of the change at which they form, from 1
   * @param target index within the target range
   * @param formed their sources
   * @param stream a stream of the calling thread
   * @param into receives a delay [ms] for each source
   */
  public void laterDelays(
      long moment, int target, IntList formed, RandomStream stream, double[] into) {
    stream.at(Purpose.DELAY, index, target).skipTo(moment << MOMENT_BITS);
    projection.delay().drawMany(stream, into, formed.size());
    conduct(target, formed, into);
  }

  private void conduct(int target, IntList drawn, double[] into) {
    Conduction conduction = projection.conduction();
    if (conduction != null && sourcePositions != null && targetPositions != null) {
      int source = source().from();
      int to = target().from() + target;
      for (int i = 0; i < drawn.size(); i++) {
        into[i] += conduction.time(sourcePositions, source + drawn.get(i), targetPositions, to);
      }
    }
  }

  private void draw(
      Distribution distribution,
      Purpose purpose,
      int target,
      IntList drawn,
      RandomStream stream,
      double[] into) {
    int count = drawn.size();
    stream.at(purpose, index, target);
    if (explicit == null) {
      distribution.drawMany(stream, into, count);
    } else {
      for (int i = 0; i < count; i++) {
        into[i] = distribution.draw(stream, sources.listedIndex(target, i));
      }
    }
    distribution.atPlaces(drawn.array(), count, target, into);
  }
}
