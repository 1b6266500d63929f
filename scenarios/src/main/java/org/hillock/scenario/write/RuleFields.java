package org.hillock.scenario.write;

import java.util.StringJoiner;
import org.hillock.network.ConnectionRule;
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
    return null;
  }

  @Override
  public @Nullable Void fixedOutdegree(ConnectionRule.FixedOutdegree rule) {
    fields.add("outdegree", Integer.toString(rule.outdegree()));
    return null;
  }

  @Override
  public @Nullable Void fixedTotalNumber(ConnectionRule.FixedTotalNumber rule) {
    fields.add("total", Long.toString(rule.total()));
    return null;
  }

  @Override
  public @Nullable Void pairwiseBernoulli(ConnectionRule.PairwiseBernoulli rule) {
    fields.add("probability", Numbers.text(rule.probability()));
    return null;
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
