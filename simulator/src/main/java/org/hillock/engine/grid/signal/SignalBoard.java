package org.hillock.engine.grid.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hillock.engine.exchange.Packet;
import org.hillock.engine.run.Partitioning;
import org.hillock.model.Models;
import org.hillock.model.StateCarrier;
import org.hillock.model.StateVariable;
import org.hillock.network.Carried;
import org.hillock.network.Network;
import org.hillock.network.Projection;

/**
 * The state variables of all neurons that projections carry, and the weights that feedback follows,
 * as of the last step and of the one that is under way. Partitions write to different places, and
 * read what was written before they met last.
 */
public final class SignalBoard {

  /**
   * One variable of a population.
   *
   * @param population its index
   * @param variable place among those of the model
   * @param values of all neurons, for even and for odd steps
   */
  record Variable(int population, int variable, double[][] values) {
    double[] at(long step) {
      return values[(int) (step & 1)];
    }
  }

  private final List<Variable> variables = new ArrayList<>();
  private final List<FollowedWeights> followed = new ArrayList<>();

  /** The board of a network that has been checked. */
  public SignalBoard(Network network) {
    for (int i = 0; i < network.projections().size(); i++) {
      Projection projection = network.projections().get(i);
      Carried carried = projection.carries();
      if (carried != null) {
        find(network, projection, carried);
        if (carried.feedback() != Carried.Feedback.RANDOM) {
          followed.add(FollowedWeights.of(network, i));
        }
      }
    }
  }

  private void find(Network network, Projection projection, Carried carried) {
    int population = network.populationIndex(projection.source().population());
    List<String> names =
        Models.of(network.populations().get(population)).stateVariables().stream()
            .map(StateVariable::name)
            .toList();
    int variable = names.indexOf(carried.variable());
    boolean known =
        variables.stream()
            .anyMatch(each -> each.population() == population && each.variable() == variable);
    if (!known) {
      int size = network.populations().get(population).size();
      variables.add(new Variable(population, variable, new double[2][size]));
    }
  }

  /** Whether nothing is carried. */
  public boolean isEmpty() {
    return variables.isEmpty();
  }

  List<Variable> variables() {
    return variables;
  }

  /** The values of a variable that a projection carries. */
  Variable of(Network network, Projection projection) {
    Carried carried = Objects.requireNonNull(projection.carries());
    int population = network.populationIndex(projection.source().population());
    var model = Models.of(network.populations().get(population));
    return variables.stream()
        .filter(
            each ->
                each.population() == population
                    && model
                        .stateVariables()
                        .get(each.variable())
                        .name()
                        .equals(carried.variable()))
        .findFirst()
        .orElseThrow();
  }

  /** Carries what has been told in a step. */
  public void carry(long step, StateCarrier carrier) {
    for (Variable variable : variables) {
      double[] values = variable.at(step);
      carrier.carry(values, 0, values.length);
    }
    followed.forEach(weights -> weights.carry(step, carrier));
  }

  /** All weights that feedback follows. */
  List<FollowedWeights> followed() {
    return followed;
  }

  /**
   * Writes what the partitions of this rank have told in a step.
   *
   * @param step which; 0 before the first
   * @param own they
   * @param to where
   */
  public void write(long step, Partitioning own, Packet to) {
    for (Variable variable : variables) {
      int from = own.from(variable.population(), 0);
      int end = own.to(variable.population(), own.count() - 1);
      to.putInt(from);
      to.putInt(end);
      to.putDoubles(variable.at(step), from, end);
    }
    for (FollowedWeights weights : followed) {
      int from = own.from(weights.population(), 0);
      weights.write(step, from, own.to(weights.population(), own.count() - 1), to);
    }
  }

  /** Reads what another rank has written of a step. */
  public void read(long step, Packet from) {
    for (Variable variable : variables) {
      int first = from.getInt();
      from.getDoubles(variable.at(step), first, from.getInt());
    }
    followed.forEach(weights -> weights.read(step, from));
  }
}
