package org.hillock.network;

/** Whom a neuron may be connected to. */
final class Partners {

  private Partners() {}

  /**
   * Checks that each neuron finds so many partners.
   *
   * @param where what to blame
   * @param degree number of partners
   * @param drawnFrom the range in which they are
   */
  static void checkDegree(
      String where,
      int degree,
      NeuronRange source,
      NeuronRange target,
      boolean autapses,
      boolean multapses,
      NeuronRange drawnFrom) {
    if (degree < 0) {
      throw new InvalidNetworkException(where, Integer.toString(degree), "0 or more");
    }
    boolean selfExcluded = !autapses && source.overlaps(target);
    int choices = drawnFrom.size() - (selfExcluded ? 1 : 0);
    if (degree > 0 && choices == 0) {
      throw new InvalidNetworkException(
          where, Integer.toString(degree), "0, since no pair is allowed without autapses");
    }
    if (!multapses && degree > choices) {
      throw new InvalidNetworkException(
          where,
          Integer.toString(degree),
          "at most " + choices + " distinct partners, or multapses: true");
    }
  }

  /**
   * Checks that each neuron finds so many partners near it.
   *
   * @param where what to blame
   * @param degree number of partners
   * @param ofSource whether they are targets of a source, or sources of a target
   */
  static void checkNear(
      String where,
      int degree,
      NeuronRange source,
      NeuronRange target,
      boolean autapses,
      boolean multapses,
      Reach reach,
      boolean ofSource) {
    if (!(reach.bounds().low() >= 0 && reach.bounds().finite())) {
      throw new InvalidNetworkException(
          where.substring(0, where.lastIndexOf('.')) + ".probability",
          "values from " + reach.bounds().low() + " to " + reach.bounds().high(),
          "relative chances of 0 or more wherever neurons are; max(0, ...) cuts what is below");
    }
    NeuronRange range = ofSource ? source : target;
    NeuronRange others = ofSource ? target : source;
    int needed = multapses ? Math.min(1, degree) : degree;
    int shift = range.from() - others.from();
    boolean excludes = !autapses && range.population().equals(others.population());
    for (int neuron = 0; neuron < range.size() && needed > 0; neuron++) {
      int self = excludes ? neuron + shift : -1;
      int found = reach.count(ofSource, neuron, self, needed);
      if (found < needed) {
        throw new InvalidNetworkException(
            where,
            degree
                + ", but near "
                + range.population()
                + "["
                + (range.from() + neuron)
                + "] there "
                + (found == 1 ? "is 1 neuron" : "are " + found + " neurons")
                + " of "
                + others.population(),
            (multapses ? "at least 1" : "at least as many, or multapses: true")
                + "; a larger mask has more");
      }
    }
  }
}
