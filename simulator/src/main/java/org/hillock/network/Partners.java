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
}
