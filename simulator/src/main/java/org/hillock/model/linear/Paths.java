package org.hillock.model.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The exact solution of {@link LinearDynamics} over a time h (Rotter and Diesmann 1999, Biol Cybern
 * 81:381): x(t + h) = P x(t) + D I, where every element of P and D is a sum over {@link Path}s.
 * Only {@link StrictMath}, so the bits are the same on every JVM.
 */
final class Paths {

  private final LinearDynamics dynamics;
  private final List<Path> all = new ArrayList<>();

  Paths(LinearDynamics dynamics) {
    this.dynamics = dynamics;
    for (int from = 0; from < dynamics.states(); from++) {
      Path start = new Path(from, from, new double[] {dynamics.tau[from]}, 1, 1);
      all.add(start);
      extend(start);
    }
    for (LinearDynamics.Drive drive : dynamics.drives) {
      double[] tau = {Double.POSITIVE_INFINITY, dynamics.tau[drive.to()]};
      Path start = new Path(drive.to(), Path.CURRENT, tau, drive.numerator(), drive.denominator());
      all.add(start);
      extend(start);
    }
  }

  private void extend(Path path) {
    if (path.tau().length > dynamics.states() + 1) {
      throw new IllegalArgumentException("a state acts on itself by way of others");
    }
    for (LinearDynamics.Coupling coupling : dynamics.couplings) {
      if (coupling.from() == path.to()) {
        double[] tau = Arrays.copyOf(path.tau(), path.tau().length + 1);
        tau[tau.length - 1] = dynamics.tau[coupling.to()];
        Path longer =
            new Path(
                coupling.to(),
                path.from(),
                tau,
                path.numerator() * coupling.numerator(),
                path.denominator() * coupling.denominator());
        all.add(longer);
        extend(longer);
      }
    }
  }

  /** All of them. */
  List<Path> all() {
    return all;
  }

  /** How much of x_from, or of the injected current, is in x_to after a time [ms]. */
  double of(int to, int from, double time) {
    double sum = 0;
    for (Path path : all) {
      sum += path.to() == to && path.from() == from ? path.over(time) : 0;
    }
    return sum;
  }

  /** Whether x_from, or the injected current, reaches x_to. */
  boolean reaches(int to, int from) {
    return all.stream().anyMatch(path -> path.to() == to && path.from() == from);
  }

  /** The states such that each comes before those that act on it. */
  int[] order() {
    List<Integer> order = new ArrayList<>();
    while (order.size() < dynamics.states()) {
      for (int i = 0; i < dynamics.states(); i++) {
        int state = i;
        boolean free =
            dynamics.couplings.stream()
                .allMatch(coupling -> coupling.from() != state || order.contains(coupling.to()));
        if (free && !order.contains(i)) {
          order.add(i);
        }
      }
    }
    return order.stream().mapToInt(Integer::intValue).toArray();
  }
}
