package org.hillock.lif;

/**
 * A gamma process of whole order whose rate changes in time: a Poisson process of order times the
 * rate, of which every order-th event is a spike. In operational time, the integral of the rate, an
 * interval is so a sum of as many exponential ones, and gamma-distributed. Of order 1 it is the
 * Poisson process.
 *
 * <p>Events are drawn one by one: so where parameters change all that is kept is how many have
 * passed since the last spike. The process begins in equilibrium, where that number is any with the
 * same probability, and so has its rate from the beginning.
 *
 * @param rate of spikes
 * @param order whole number, 1 or more
 * @param start fires after this time [ms]
 * @param stop and up to this one [ms]
 */
record GammaProcess(SineRate rate, double order, double start, double stop)
    implements PointProcess {

  @Override
  public boolean silent() {
    return rate.silent();
  }

  @Override
  public void begin(Train train, double from) {
    train.memory = order > 1 ? Math.floor(order * train.uniform()) : 0;
    goOn(train, from);
  }

  @Override
  public boolean pass(Train train) {
    train.memory++;
    boolean spike = train.memory >= order;
    if (spike) {
      train.memory = 0;
    }
    goOn(train, train.next);
    return spike;
  }

  @Override
  public void goOn(Train train, double from) {
    train.next = rate.after(from, train.exponential() / order);
  }
}
