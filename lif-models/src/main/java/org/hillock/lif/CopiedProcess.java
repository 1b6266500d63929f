package org.hillock.lif;

/**
 * A Poisson process, the mother, that all neurons of a population follow alike; each copies its
 * events with a probability, and independently of the others. The mother's intervals are drawn from
 * numbers of the population, event n is copied by the n-th number of the neuron: so each neuron
 * finds the same mother by itself, whoever is asked first.
 *
 * @param rate of the mother [1/ms]
 * @param copied probability that an event is copied
 * @param start fires after this time [ms]
 * @param stop and up to this one [ms]
 */
record CopiedProcess(double rate, double copied, double start, double stop)
    implements PointProcess {

  /** The mother's place among the neurons of the population, where there is none. */
  private static final int MOTHER = -1;

  @Override
  public boolean silent() {
    return rate == 0;
  }

  @Override
  public void begin(Train train, double from) {
    goOn(train, from);
  }

  @Override
  public boolean pass(Train train) {
    boolean spike = train.own(train.drawn - 1) < copied;
    goOn(train, train.next);
    return spike;
  }

  @Override
  public void goOn(Train train, double from) {
    train.next = from + train.exponentialOf(MOTHER) / rate;
  }
}
