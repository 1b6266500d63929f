package org.hillock.loihi;

import org.hillock.loihi.estimate.CostEstimate;

/**
 * What a mapping should have least of. Packing tightly saves cores and packets, and costs time. The
 * names are those that users type.
 */
public enum Objective {
  /** As few cores as possible, then as few packets. */
  cores {
    @Override
    double of(CostEstimate estimate) {
      return 0;
    }

    @Override
    double evenly(CostEstimate any, int cores, double barrier) {
      return 0;
    }
  },
  /** As little energy as possible. */
  energy {
    @Override
    double of(CostEstimate estimate) {
      return estimate.energy();
    }

    @Override
    double evenly(CostEstimate any, int cores, double barrier) {
      return 0;
    }
  },
  /** As short a step as possible: neurons spread over more cores. */
  latency {
    @Override
    double of(CostEstimate estimate) {
      return estimate.stepNs();
    }

    @Override
    double evenly(CostEstimate any, int cores, double barrier) {
      return any.work() / cores + barrier;
    }

    @Override
    boolean packetsMatterLittle() {
      return true;
    }
  };

  /** What is to be small, among mappings that the search compares. */
  abstract double of(CostEstimate estimate);

  /**
   * What it would be if so many cores had the same to do each, and no packets passed between them:
   * no mapping on so many cores has less.
   *
   * @param any estimate of the network, on any number of cores
   * @param barrier the time of the barrier of the cores [ns]
   */
  abstract double evenly(CostEstimate any, int cores, double barrier);

  /**
   * Whether what packets do to it is so little that a partition that does not look at them tells
   * how many cores are best.
   */
  boolean packetsMatterLittle() {
    return false;
  }
}
