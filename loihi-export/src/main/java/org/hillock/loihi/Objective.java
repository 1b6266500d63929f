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
    double of(CostEstimate estimate, int cores) {
      return cores;
    }
  },
  /** As little energy as possible. */
  energy {
    @Override
    double of(CostEstimate estimate, int cores) {
      return estimate.energy();
    }
  },
  /** As short a step as possible: neurons spread over more cores. */
  latency {
    @Override
    double of(CostEstimate estimate, int cores) {
      return estimate.stepNs();
    }
  };

  /** What is to be small. */
  abstract double of(CostEstimate estimate, int cores);
}
