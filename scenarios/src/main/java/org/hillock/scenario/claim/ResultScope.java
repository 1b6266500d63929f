package org.hillock.scenario.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.Network;
import org.hillock.scenario.formula.Evaluator;
import org.hillock.scenario.formula.Expression;
import org.hillock.scenario.formula.ExpressionException;
import org.hillock.scenario.formula.Scope;
import org.hillock.scenario.quantity.Quantity;
import org.hillock.scenario.quantity.Value;
import org.hillock.scenario.section.RecordKeys;
import org.jspecify.annotations.Nullable;

/**
 * What names mean in an expectation: the parameters, and measures of the results. Before the run
 * there are no results, and every measure is not a number but has its unit: enough to check an
 * expectation.
 */
public final class ResultScope implements Scope {

  private final Map<String, Value> parameters;
  private final MeasurementResolver resolver;
  private final @Nullable Results results;

  public ResultScope(
      Map<String, Value> parameters, MeasurementResolver resolver, @Nullable Results results) {
    this.parameters = parameters;
    this.resolver = resolver;
    this.results = results;
  }

  /** The same with the results of a run. */
  ResultScope with(Findings result, Network network, RunSettings settings) {
    return new ResultScope(parameters, resolver, new Results(result, network, settings));
  }

  @Override
  public @Nullable Value value(String name, int at) {
    return parameters.get(name);
  }

  @Override
  public Collection<String> names() {
    return parameters.keySet();
  }

  @Override
  public @Nullable Quantity measure(Expression.Call call, Evaluator evaluator)
      throws ExpressionException {
    Measurement measurement = resolver.resolve(call, evaluator);
    if (measurement == null) {
      return null;
    }
    double value = results == null ? Double.NaN : results.measure(measurement);
    return Quantity.of(value, measurement.unit());
  }

  @Override
  public Collection<String> measures() {
    List<String> names = new ArrayList<>(Measure.names());
    names.addAll(RecordKeys.stateVariables());
    return names;
  }

  @Override
  public boolean strict() {
    return false;
  }
}
