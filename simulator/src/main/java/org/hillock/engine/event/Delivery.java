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

  /**
   * Takes note again of a spike that may have been delivered in part.
   *
   * @param delivered all arrivals up to this moment have been delivered [ms]
   */
  void addAgain(int source, double time, double delivered);

  /** When the next spike arrives [ms]; infinity if none is in flight. */
  double nextArrival();
}
