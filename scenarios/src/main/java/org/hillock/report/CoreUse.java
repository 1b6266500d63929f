package org.hillock.report;

import java.util.Arrays;
import java.util.List;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.Limit;

/** How full the cores are: each resource as a fraction of what a core has of it. */
final class CoreUse {

  private final List<Limit> limits;
  private final double[][] fractions;

  private CoreUse(List<Limit> limits, double[][] fractions) {
    this.limits = limits;
    this.fractions = fractions;
  }

  /** The use of all cores of a mapping. */
  static CoreUse of(Mapping mapping) {
    List<Limit> limits = Limit.of(mapping.profile());
    double[][] fractions = new double[Limit.values().length][mapping.cores()];
    for (Limit limit : limits) {
      double most = limit.perCore(mapping.profile());
      for (int core = 0; core < mapping.cores(); core++) {
        fractions[limit.ordinal()][core] = mapping.used(core, limit) / most;
      }
    }
    return new CoreUse(limits, fractions);
  }

  /** The resources that the chip has. */
  List<Limit> limits() {
    return limits;
  }

  /** Number of cores. */
  int cores() {
    return fractions[0].length;
  }

  /** How much of a resource a core uses. */
  double of(int core, Limit limit) {
    return fractions[limit.ordinal()][core];
  }

  /** The resource of which least is left on a core; among equals the first. */
  Limit fullest(int core) {
    Limit fullest = limits.get(0);
    for (Limit limit : limits) {
      if (of(core, limit) > of(core, fullest)) {
        fullest = limit;
      }
    }
    return fullest;
  }

  /** How full a core is: the use of its fullest resource. */
  double load(int core) {
    return of(core, fullest(core));
  }

  /** On how many cores a resource is the fullest. */
  int fullestOn(Limit limit) {
    int count = 0;
    for (int core = 0; core < cores(); core++) {
      count += fullest(core) == limit ? 1 : 0;
    }
    return count;
  }

  /** The largest use of a resource on any core. */
  double most(Limit limit) {
    return Arrays.stream(fractions[limit.ordinal()]).max().orElse(0);
  }

  /** The resource of which a core uses the largest part; among equals the first. */
  Limit shortest() {
    Limit shortest = limits.get(0);
    for (Limit limit : limits) {
      shortest = most(limit) > most(shortest) ? limit : shortest;
    }
    return shortest;
  }

  /** The use of a resource on all cores, ascending. */
  double[] sorted(Limit limit) {
    double[] sorted = fractions[limit.ordinal()].clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** The resource that is the fullest on most cores; among equals the one that gets fuller. */
  Limit binding() {
    Limit binding = limits.get(0);
    for (Limit limit : limits) {
      int compared = Integer.compare(fullestOn(limit), fullestOn(binding));
      if (compared > 0 || compared == 0 && most(limit) > most(binding)) {
        binding = limit;
      }
    }
    return binding;
  }
}
