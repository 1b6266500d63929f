package org.hillock.engine.exchange;

/**
 * Through which the partitions of a network hear of each other.
 *
 * <p>Within a process they do so by memory, once their threads have met; what is left is what other
 * processes must be told: spikes at the end of each epoch, and now and then a number of which all
 * must know the same, such as the shortest delay of all synapses ({@link Agreement}).
 *
 * <p>All ranks make the same calls in the same order, each by one thread at a time.
 */
public interface SpikeExchange {

  /** The exchange of a run in one process. */
  SpikeExchange OF_THREADS = new OfThreads();

  /** Said besides by who wants the run to stop. */
  int STOP = 1;

  /** Said besides by who holds as much of the record as it may. */
  int PASS_ON = 2;

  /** Said besides by who wants the run to be saved. */
  int SAVE = 4;

  /** Which of the processes this is, from 0; the first one keeps the results. */
  int rank();

  /** How many processes share the network. */
  int ranks();

  /**
   * Tells the other ranks what this one has to say, and hears them.
   *
   * @param parcel what is told; reads what the others say before this returns
   * @param said besides: some of {@link #STOP}, {@link #PASS_ON} and {@link #SAVE}, or 0
   * @return all that any rank has said
   */
  int exchange(Parcel parcel, int said);

  /** Takes results to the first rank, in any amount; of every other rank. */
  ToFirst toFirst();

  /** Gives what another rank has written {@link #toFirst}, until its end; of the first rank. */
  FromRank from(int rank);
}
