package org.hillock.scenario.claim;

import java.util.List;
import org.hillock.analysis.TimeWindow;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.model.ModulatorTrace;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.PlasticRule;
import org.hillock.model.StateVariable;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Projection;
import org.hillock.record.Recording;
import org.hillock.scenario.formula.Expression;
import org.hillock.scenario.formula.ExpressionException;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;

/**
 * Whether a run records what a measure needs.
 *
 * @param known whether all of what to record was understood; else what is missing is no mistake
 */
record RecordingCheck(Network network, Recording recording, RunSettings settings, boolean known) {

  void inside(Expression.Call call, double time) throws ExpressionException {
    double end = settings.warmup() + settings.duration();
    if (settings.duration() == 0) {
      throw ExpressionException.follows();
    }
    if (time < settings.warmup() || time > end * (1 + 1e-12)) {
      throw new ExpressionException(
          call.at(),
          "the time " + Numbers.rounded(time, MeasurementUnit.MILLISECOND) + " is not recorded",
          "expected "
              + Numbers.rounded(settings.warmup(), MeasurementUnit.MILLISECOND)
              + " to "
              + Numbers.rounded(end, MeasurementUnit.MILLISECOND));
    }
  }

  void checkSpikes(Expression.Call call, Measure measure, NeuronRange range, boolean windowed)
      throws ExpressionException {
    boolean counted = !windowed && (measure == Measure.RATE || measure == Measure.SPIKES);
    if (counted && range.size() == network.population(range.population()).size()) {
      return; // every run counts the spikes of whole populations
    }
    if (recording.spikes().stream().noneMatch(recorded -> contains(recorded, range))) {
      throw unrecorded(
          call.at(), "the spikes of " + range + " are not recorded", "add them to record.spikes");
    }
  }

  MeasurementUnit checkTrace(Expression.Call call, NeuronRange range, String variable)
      throws ExpressionException {
    boolean recorded =
        recording.traces().stream()
            .anyMatch(t -> t.variables().contains(variable) && contains(t.neurons(), range));
    if (!recorded) {
      throw unrecorded(
          call.at(),
          variable + " of " + range.population() + "[" + range.from() + "] is not recorded",
          "add it to record." + variable);
    }
    NeuronModel model = Models.of(network.population(range.population()));
    for (StateVariable candidate : model.stateVariables()) {
      if (candidate.name().equals(variable)) {
        return MeasurementUnit.of(candidate.unit());
      }
    }
    throw new IllegalStateException(model.name() + " has no " + variable);
  }

  /** State is known when it was sampled, and not in between. */
  void checkSample(Expression.Call call, NeuronRange range, String variable, double time)
      throws ExpressionException {
    for (Recording.Trace trace : recording.traces()) {
      if (trace.variables().contains(variable) && contains(trace.neurons(), range)) {
        double since = time - settings.warmup();
        long before = (long) Math.floor(since / trace.interval());
        if (!GridTime.onGrid(since, trace.interval())
            || GridTime.index(since, trace.interval()) < 1) {
          throw new ExpressionException(
              call.at(),
              "the time "
                  + Numbers.rounded(time, MeasurementUnit.MILLISECOND)
                  + ", at which "
                  + variable
                  + " is not sampled",
              "the nearest are " + sampled(before, trace) + " and " + sampled(before + 1, trace));
        }
      }
    }
  }

  private String sampled(long number, Recording.Trace trace) {
    double time = settings.warmup() + GridTime.time(Math.max(1, number), trace.interval());
    return Numbers.rounded(time, MeasurementUnit.MILLISECOND);
  }

  void checkStructure(Expression.Call call, String name) throws ExpressionException {
    boolean changes =
        network.projections().stream()
            .anyMatch(one -> one.name().equals(name) && one.rewiring() != null);
    if (!changes) {
      throw new ExpressionException(
          call.at(),
          "the synapses of " + name + " stay as they are",
          "expected a projection with structural");
    }
    if (!recording.structure()) {
      throw unrecorded(
          call.at(), "the wiring of " + name + " is not recorded", "add record.structure: true");
    }
  }

  /** What a modulator left is known when it was sampled, and not in between. */
  void checkModulator(Expression.Call call, String name, String trace, double time)
      throws ExpressionException {
    Projection modulated =
        network.projections().stream()
            .filter(one -> one.name().equals(name) && one.modulated())
            .findFirst()
            .orElseThrow(
                () ->
                    new ExpressionException(
                        call.at(),
                        "the synapses of " + name + " have no modulator",
                        "expected a projection with a modulator"));
    List<String> known =
        PlasticRule.of(modulated).rule().modulatorTraces().stream()
            .map(ModulatorTrace::name)
            .toList();
    if (!known.contains(trace)) {
      throw MeasurementResolver.unknown(call.arguments().get(1), "trace", trace, known);
    }
    Recording.Modulators recorded =
        recording.modulators().stream()
            .filter(one -> one.projection().equals(name))
            .findFirst()
            .orElse(null);
    if (recorded == null) {
      throw unrecorded(
          call.at(),
          "the modulator of " + name + " is not recorded",
          "add it to record.modulators.of");
    }
    inside(call, time);
    double end = settings.warmup() + settings.duration();
    boolean sampled =
        Math.abs(time - end) <= TimeWindow.ROUNDING
            || recorded.times().stream()
                .anyMatch(one -> Math.abs(time - one) <= TimeWindow.ROUNDING);
    if (!sampled) {
      throw unrecorded(
          call.at(),
          "the time "
              + Numbers.rounded(time, MeasurementUnit.MILLISECOND)
              + ", at which the modulator of "
              + name
              + " is not sampled",
          "expected the end of the run, or a time of record.modulators");
    }
  }

  MeasurementUnit checkWeights(Expression.Call call, String name) throws ExpressionException {
    if (recording.weights().stream().noneMatch(weights -> weights.projection().equals(name))) {
      throw unrecorded(
          call.at(), "the weights of " + name + " are not recorded", "add it to record.weights.of");
    }
    MeasurementUnit unit = null;
    for (Projection projection : network.projections()) {
      if (projection.name().equals(name)) {
        NeuronDescription target =
            Models.of(network.population(projection.target().population())).description();
        int place = Math.max(0, target.receptor(projection.receptor(), 0));
        MeasurementUnit own =
            target.receptors().isEmpty()
                ? MeasurementUnit.NONE
                : MeasurementUnit.of(target.receptors().get(place).unit());
        if (unit != null && !unit.equals(own)) {
          throw new ExpressionException(
              call.at(), "the projections named " + name + " have weights in different units", "");
        }
        unit = own;
      }
    }
    return unit == null ? MeasurementUnit.NONE : unit;
  }

  private ExpressionException unrecorded(int at, String found, String allowed) {
    return known ? new ExpressionException(at, found, allowed) : ExpressionException.follows();
  }

  private static boolean contains(NeuronRange outer, NeuronRange inner) {
    return outer.population().equals(inner.population())
        && outer.from() <= inner.from()
        && inner.to() <= outer.to();
  }
}
