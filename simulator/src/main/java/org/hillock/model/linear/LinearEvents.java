package org.hillock.model.linear;

import java.util.List;
import java.util.Optional;
import org.hillock.model.EventKernel;

/**
 * Chooses how neurons are taken from event to event. The commonest shapes have solutions of their
 * own, which are several times faster than the general one.
 */
final class LinearEvents {

  private LinearEvents() {}

  /** Why there is no exact solution, as the end of a sentence; empty if there is one. */
  static Optional<String> gridOnly(LinearDynamics dynamics) {
    if (dynamics.lowest > -Double.MAX_VALUE && !jumps(dynamics)) {
      return Optional.of("has no closed form between events if V_min is given");
    }
    if (dynamics.deadTimeShape > 0) {
      return Optional.of("draws its dead times in whole steps if they are random");
    }
    return dynamics.slope < 0
        ? Optional.of("has a rate without a bound if it falls with the membrane potential")
        : Optional.empty();
  }

  /** The kernel. */
  static EventKernel of(LinearDynamics dynamics) {
    if (jumps(dynamics)) {
      ContinuousMembrane membrane = ContinuousMembrane.of(dynamics);
      return new JumpEvents(membrane, dynamics.lowest);
    }
    if (plain(dynamics) && exponential(dynamics)) {
      return new SynapticEvents(
          new ExponentialCurrents(
              ContinuousMembrane.of(dynamics), dynamics.tau[1], dynamics.tau[2]));
    }
    if (plain(dynamics) && alpha(dynamics)) {
      return new SynapticEvents(
          new AlphaCurrents(ContinuousMembrane.of(dynamics), dynamics.tau[1], dynamics.tau[3]));
    }
    return new GeneralEvents(dynamics);
  }

  /** Whether V leaks, has a threshold of its own, and is reset and held by a spike. */
  private static boolean plain(LinearDynamics dynamics) {
    return !dynamics.escapes()
        && dynamics.silentAtStart == 0
        && dynamics.heldAtReset()
        && dynamics.raises.isEmpty()
        && dynamics.tau[LinearDynamics.V] < Double.POSITIVE_INFINITY
        && dynamics.held == dynamics.mute
        && dynamics.resets.size() == 1
        && dynamics.resetOfV().keep() == 0
        && dynamics.drives.size() == 1;
  }

  private static boolean jumps(LinearDynamics dynamics) {
    return plain(dynamics)
        && dynamics.jumps.equals(List.of(new LinearDynamics.Jump(0, LinearDynamics.V, 1)))
        && dynamics.states() == 1;
  }

  private static boolean exponential(LinearDynamics dynamics) {
    double capacitance = dynamics.drives.get(0).denominator();
    return dynamics.states() == 3
        && dynamics.bySign
        && dynamics.jumps.equals(
            List.of(new LinearDynamics.Jump(0, 1, 1), new LinearDynamics.Jump(1, 2, 1)))
        && dynamics.couplings.equals(
            List.of(
                new LinearDynamics.Coupling(0, 1, 1, capacitance),
                new LinearDynamics.Coupling(0, 2, 1, capacitance)));
  }

  private static boolean alpha(LinearDynamics dynamics) {
    double capacitance = dynamics.drives.get(0).denominator();
    return dynamics.states() == 5
        && dynamics.bySign
        && dynamics.jumps.equals(
            List.of(
                new LinearDynamics.Jump(0, 2, Math.E / dynamics.tau[1]),
                new LinearDynamics.Jump(1, 4, Math.E / dynamics.tau[3])))
        && dynamics.couplings.equals(
            List.of(
                new LinearDynamics.Coupling(0, 1, 1, capacitance),
                new LinearDynamics.Coupling(1, 2, 1, 1),
                new LinearDynamics.Coupling(0, 3, 1, capacitance),
                new LinearDynamics.Coupling(3, 4, 1, 1)));
  }
}
