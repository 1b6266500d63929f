package org.hillock.scenario.write;

import java.util.StringJoiner;
import org.hillock.network.ConnectionRule;
import org.hillock.network.FixedTotalNumber;
import org.hillock.network.PairwiseBernoulli;
import org.hillock.network.PairwisePoisson;
import org.hillock.network.Profile;
import org.hillock.network.Reach;
import org.hillock.network.Reversed;
import org.hillock.network.ThirdIn;
import org.hillock.network.ThirdOut;
import org.hillock.network.WattsStrogatz;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Writes what only a rule of its kind has.
 *
 * @param fields takes it
 * @param weightUnit unit of the weights of the targets
 */
record RuleFields(Flow fields, MeasurementUnit weightUnit)
    implements ConnectionRule.Cases<@Nullable Void> {

  @Override
  public @Nullable Void oneToOne(ConnectionRule.OneToOne rule) {
    return null;
  }

  @Override
  public @Nullable Void allToAll(ConnectionRule.AllToAll rule) {
    return null;
  }

  @Override
  public @Nullable Void fixedIndegree(ConnectionRule.FixedIndegree rule) {
    fields.add("indegree", Integer.toString(rule.indegree()));
    near(rule.reach(), true);
    return null;
  }

  @Override
  public @Nullable Void fixedOutdegree(ConnectionRule.FixedOutdegree rule) {
    fields.add("outdegree", Integer.toString(rule.outdegree()));
    near(rule.reach(), true);
    return null;
  }

  @Override
  public @Nullable Void fixedTotalNumber(FixedTotalNumber rule) {
    fields.add("total", Long.toString(rule.total()));
    return null;
  }

  @Override
  public @Nullable Void pairwiseBernoulli(PairwiseBernoulli rule) {
    each("probability", rule.probability(), rule.reach());
    return null;
  }

  @Override
  public @Nullable Void pairwisePoisson(PairwisePoisson rule) {
    each("pairwise_avg_num_conns", rule.mean(), rule.reach());
    return null;
  }

  @Override
  public @Nullable Void wattsStrogatz(WattsStrogatz rule) {
    fields.add("neighbours", Integer.toString(rule.neighbours()));
    fields.add("rewiring", Numbers.text(rule.rewiring()));
    return null;
  }

  /** The projection before it says so. */
  @Override
  public @Nullable Void reversed(Reversed rule) {
    return null;
  }

  /** The projection that it belongs to says so. */
  @Override
  public @Nullable Void thirdIn(ThirdIn rule) {
    return null;
  }

  /** The projection that it belongs to says so. */
  @Override
  public @Nullable Void thirdOut(ThirdOut rule) {
    return null;
  }

  private void each(String key, double factor, @Nullable Reach reach) {
    fields.add(
        key,
        reach == null || reach.profile().equals(Profile.ONE)
            ? Numbers.text(factor)
            : PlaceFields.formula(factor, reach.profile()));
    near(reach, false);
  }

  private void near(@Nullable Reach reach, boolean relative) {
    if (reach != null && relative && !reach.profile().equals(Profile.ONE)) {
      fields.add("probability", PlaceFields.formula(1, reach.profile()));
    }
    if (reach != null && reach.mask() != null) {
      fields.add("mask", PlaceFields.mask(reach.mask()));
    }
  }

  @Override
  public @Nullable Void explicit(ConnectionRule.Explicit rule) {
    fields.add("edges", edges(rule, weightUnit));
    return null;
  }

  private static String edges(ConnectionRule.Explicit rule, MeasurementUnit unit) {
    StringJoiner list = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < rule.size(); i++) {
      StringJoiner edge = new StringJoiner(", ", "[", "]");
      edge.add(Integer.toString(rule.source(i)));
      edge.add(Integer.toString(rule.target(i)));
      if (rule.hasWeights()) {
        edge.add(Numbers.text(rule.weight(i), unit));
      } else if (rule.hasDelays()) {
        edge.add("~");
      }
      if (rule.hasDelays()) {
        edge.add(WrittenValues.ms(rule.delay(i)));
      }
      list.add(edge.toString());
    }
    return list.toString();
  }
}
