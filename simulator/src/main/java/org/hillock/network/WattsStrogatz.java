package org.hillock.network;

import org.jspecify.annotations.Nullable;

/**
 * A small world: neurons on a ring, each connected both ways to its nearest neighbours, of whose
 * connections some are led to any other neuron (Watts and Strogatz 1998, Nature 393:440).
 *
 * <p>Neighbours on the ring are neighbours by number. Going around, first with the nearest
 * neighbours that follow, then with the second nearest, and so on, each connection is led with a
 * probability to another neuron, drawn uniformly from those to which there is none yet. So no
 * neuron is connected to itself, no pair twice, and the number of connections stays.
 *
 * @param neighbours to how many neurons each is connected before: an even number, half on each side
 * @param rewiring probability that a connection leads elsewhere, from 0 to 1
 */
public record WattsStrogatz(int neighbours, double rewiring) implements ConnectionRule {

  @Override
  public String ruleName() {
    return "watts_strogatz";
  }

  @Override
  public <R extends @Nullable Object> R accept(Cases<R> cases) {
    return cases.wattsStrogatz(this);
  }

  @Override
  public boolean random() {
    return rewiring > 0;
  }

  @Override
  public double expectedSynapses(NeuronRange source, NeuronRange target, boolean autapses) {
    return (double) neighbours * source.size();
  }

  @Override
  public double mostSources(NeuronRange source, NeuronRange target, boolean autapses) {
    return source.size() - 1;
  }

  @Override
  public void check(
      String where, NeuronRange source, NeuronRange target, boolean autapses, boolean multapses) {
    if (!source.equals(target)) {
      throw new InvalidNetworkException(
          where + ".rule",
          "watts_strogatz from " + source + " to " + target,
          "the same neurons in from and to, since they are on one ring");
    }
    if (neighbours < 0 || neighbours % 2 != 0 || neighbours >= source.size()) {
      throw new InvalidNetworkException(
          where + ".neighbours",
          neighbours + " neighbours on a ring of " + source.size(),
          "an even number below the number of neurons, half on each side");
    }
    if (!(rewiring >= 0 && rewiring <= 1)) {
      throw new InvalidNetworkException(
          where + ".rewiring", Double.toString(rewiring), "a number from 0 to 1");
    }
  }
}
