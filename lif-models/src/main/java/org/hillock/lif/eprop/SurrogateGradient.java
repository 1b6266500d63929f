package org.hillock.lif.eprop;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hillock.vector.Exp;

/** What stands for the derivative of a spike with respect to the potential, as NEST names them. */
enum SurrogateGradient {
  /** Bellec et al. 2020, eq. 23. */
  PIECEWISE_LINEAR {
    @Override
    double at(double distance) {
      return Math.max(0, 1 - distance);
    }
  },
  /** Shrestha and Orchard 2018, NeurIPS 31. */
  EXPONENTIAL {
    @Override
    double at(double distance) {
      return Exp.of(-distance);
    }
  },
  /** Zenke and Ganguli 2018, Neural Comput 30:1514. */
  FAST_SIGMOID_DERIVATIVE {
    @Override
    double at(double distance) {
      double steepness = 1 + distance;
      return 1 / (steepness * steepness);
    }
  },
  /** Fang et al. 2021, ICCV. */
  ARCTAN_DERIVATIVE {
    @Override
    double at(double distance) {
      return 1 / (1 + distance * distance);
    }
  };

  /**
   * The derivative, relative to its height.
   *
   * @param distance of the potential from the threshold, 0 or more, relative to its width
   */
  abstract double at(double distance);

  /** All names. */
  static List<String> names() {
    return Arrays.stream(values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
  }
}
