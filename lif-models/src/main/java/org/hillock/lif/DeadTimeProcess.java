package org.hillock.lif;

/**
 * A Poisson process with dead time: silent for so long after each spike, and of constant hazard
 * rate/(1 - rate dead) after that, so that the rate is the mean rate. Without dead time it is the
 * Poisson process.
 *
 * <p>It begins in equilibrium: with the probability rate dead in a dead time, of which what is left
 * is uniformly distributed. What is kept is when the last dead time ends, so that one that has
 * begun ends as it would have when parameters change.
 *
 * @param rate of spikes [1/ms]
 * @param dead time [ms], below 1/rate
 * @param start fires after this time [ms]
 * @param stop and up to this one [ms]
 */
record DeadTimeProcess(double rate, double dead, double start, double stop)
    implements PointProcess {

  @Override
  public boolean silent() {
    return rate == 0;
  }

  @Override
  public void begin(Train train, double from) {
    train.memory = from;
    if (dead > 0) {
      double share = train.uniform();
      train.memory += share < rate * dead ? share / rate : 0;
    }
    goOn(train, from);
  }

  @Override
  public boolean pass(Train train) {
    train.memory = train.next + dead;
    goOn(train, train.memory);
    return true;
  }

  @Override
  public void goOn(Train train, double from) {
    // With dead = 0 this is rate to the last bit.
    double hazard = rate / (1 - rate * dead);
    train.next = Math.max(from, train.memory) + train.exponential() / hazard;
  }
}
