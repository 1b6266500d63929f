package org.hillock.engine.event;

/** Spikes in flight to the targets of one table of synapses. */
interface Delivery {

  /** The synapses. */
  SynapseRows rows();

  /** Takes note of a spike; spikes come in ascending time. */
  void add(int source, double time);

  /**
   * Tells targets of what arrives up to a moment.
   *
   * @param until [ms]
   * @param counted arrivals that count
   * @param inbox takes it
   * @param due takes whole rows instead, where a spike arrives at all of its targets at once: they
   *     can be told in order of time
   * @return number of synapses that delivered an arrival that counts
   */
  long deliver(double until, Span counted, Inbox inbox, DueRows due);

  /** When the next spike arrives [ms]; infinity if none is in flight. */
  double nextArrival();
}
