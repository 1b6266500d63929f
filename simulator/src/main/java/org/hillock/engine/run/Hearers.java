package org.hillock.engine.run;

import java.util.BitSet;
import org.hillock.engine.exchange.Agreement;
import org.hillock.engine.exchange.Packet;
import org.hillock.engine.exchange.Parcel;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Projection;
import org.jspecify.annotations.Nullable;

/**
 * Which other ranks hear the neurons of this one: those that have synapses of theirs, or that they
 * modulate. Where that is fewer than half of the ranks on average, each rank is told only of the
 * spikes that it hears; otherwise it takes less to tell all of them everything.
 */
public final class Hearers {

  /** Knows the sources of the synapses of this rank. */
  public interface Sources {

    /**
     * Marks the neurons of a population that have synapses here.
     *
     * @param population its index
     * @param heard takes the marks
     */
    void mark(int population, BitSet heard);
  }

  /** By rank and population, of the neurons of this rank. */
  private final BitSet[][] hearers;

  /** First neuron of each population here. */
  private final int[] first;

  private Hearers(BitSet[][] hearers, int[] first) {
    this.hearers = hearers;
    this.first = first;
  }

  /**
   * Finds out.
   *
   * @param network the network
   * @param whole the partitions of all ranks
   * @param exchange by which the ranks tell each other
   * @param sources of the synapses of this rank
   * @return null where all are to be told everything
   */
  public static @Nullable Hearers of(
      Network network, Partitioning whole, SpikeExchange exchange, Sources sources) {
    if (exchange.ranks() == 1) {
      return null;
    }
    int populations = network.populations().size();
    BitSet[] heard = new BitSet[populations];
    for (int i = 0; i < populations; i++) {
      heard[i] = new BitSet();
      sources.mark(i, heard[i]);
    }
    for (Projection projection : network.projections()) {
      NeuronRange modulator =
          projection.plasticity() == null ? null : projection.plasticity().modulator();
      if (modulator != null) {
        heard[network.populationIndex(modulator.population())].set(
            modulator.from(), modulator.to());
      }
    }
    Survey survey = new Survey(whole, exchange.ranks(), heard);
    exchange.exchange(survey, 0);
    int[] first = new int[populations];
    for (int i = 0; i < populations; i++) {
      first[i] = survey.from(exchange.rank(), i);
    }
    Hearers own = new Hearers(survey.hearers, first);
    long marks = 0;
    for (BitSet[] of : own.hearers) {
      for (BitSet each : of) {
        marks += each == null ? 0 : each.cardinality();
      }
    }
    double most = (double) network.neuronCount() * (exchange.ranks() - 1);
    return 2.0 * Agreement.sum(exchange, marks) < most ? own : null;
  }

  /** Whether a rank hears a neuron of this one. */
  public boolean hears(int rank, int population, int neuron) {
    return hearers[rank][population].get(neuron - first[population]);
  }

  /** Each rank tells each other which of its neurons it hears. */
  private static final class Survey implements Parcel {
    private final Partitioning whole;
    private final int each;
    private final BitSet[] heard;
    private final BitSet[][] hearers;

    Survey(Partitioning whole, int ranks, BitSet[] heard) {
      this.whole = whole;
      this.each = whole.count() / ranks;
      this.heard = heard;
      this.hearers = new BitSet[ranks][heard.length];
    }

    int from(int rank, int population) {
      return whole.from(population, rank * each);
    }

    @Override
    public void write(int rank, Packet to) {
      for (int i = 0; i < heard.length; i++) {
        int end = whole.to(i, (rank + 1) * each - 1);
        long[] words = heard[i].get(from(rank, i), end).toLongArray();
        to.putInt(words.length);
        for (long word : words) {
          to.putLong(word);
        }
      }
    }

    @Override
    public void read(int rank, Packet from) {
      for (int i = 0; i < heard.length; i++) {
        long[] words = new long[from.getInt()];
        for (int k = 0; k < words.length; k++) {
          words[k] = from.getLong();
        }
        hearers[rank][i] = BitSet.valueOf(words);
      }
    }

    @Override
    public boolean selective() {
      return true;
    }
  }
}
