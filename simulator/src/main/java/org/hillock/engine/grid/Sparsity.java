package org.hillock.engine.grid;

import org.hillock.model.StateCarrier;

/**
 * Decides whether the neurons of a population are all updated in every step, or only those with a
 * reason. The latter costs some fifty times more a neuron, so it pays while few are visited.
 *
 * <p>Visits are counted over all partitions, and the decision falls between epochs, so it depends
 * on the network and on nothing else. Each partition has its own of these, and all of them agree.
 */
final class Sparsity {

  /** Smaller populations are always updated in full: it takes no longer than to find out. */
  static final int SMALLEST = 4096;

  /** At least so many steps lie between two decisions. */
  private static final int WINDOW = 16;

  /** Sparse as long as fewer than one in so many neurons are visited in a step. */
  private static final int ONE_IN = 64;

  /** After so many steps in full, sparseness is tried again. */
  private static final int FULL_STEPS = 1 << 16;

  private final int neurons;
  private final boolean possible;
  private boolean sparse;
  private boolean stale;
  private long visits;
  private long steps;

  /**
   * @param neurons size of the whole population
   * @param possible whether it may ever be sparse
   */
  Sparsity(int neurons, boolean possible) {
    this.neurons = neurons;
    this.possible = possible && neurons >= SMALLEST;
    this.sparse = this.possible;
    this.steps = sparse ? 0 : Long.MIN_VALUE;
  }

  /** Whether only neurons with a reason are updated now. */
  boolean sparse() {
    return sparse;
  }

  /**
   * Whether what was restored is the state of an earlier step, when silent neurons were skipped.
   */
  boolean stale() {
    return stale;
  }

  /**
   * Takes in what happened in an epoch.
   *
   * @param epochSteps its length [steps]
   * @param epochVisits neurons of the population visited in it, by all partitions together
   */
  void epochEnded(int epochSteps, long epochVisits) {
    steps += epochSteps;
    visits += epochVisits;
    if (sparse && steps >= WINDOW) {
      sparse = visits * ONE_IN < (long) neurons * steps;
      steps = 0;
      visits = 0;
    } else if (!sparse && steps >= FULL_STEPS) {
      sparse = true;
      steps = 0;
      visits = 0;
    }
  }

  /** Carries the decision and what the next one will be made of. */
  void carry(StateCarrier carrier) {
    boolean wasSparse = carrier.carry(sparse);
    visits = carrier.carry(visits);
    steps = carrier.carry(steps);
    // With other inputs it may be that neurons are no more silent.
    sparse = wasSparse && possible;
    stale = wasSparse && !possible;
    if (possible != (steps >= 0)) {
      steps = possible ? 0 : Long.MIN_VALUE;
    }
  }
}
