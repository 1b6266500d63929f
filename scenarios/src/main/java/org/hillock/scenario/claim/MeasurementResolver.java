package org.hillock.scenario.claim;

import java.util.ArrayList;
import java.util.List;
import org.hillock.analysis.LabelledTrial;
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
import org.hillock.scenario.formula.Evaluator;
import org.hillock.scenario.formula.Expression;
import org.hillock.scenario.formula.ExpressionException;
import org.hillock.scenario.formula.ExpressionException.Kind;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.quantity.Quantity;
import org.hillock.scenario.section.RangeReader;
import org.hillock.scenario.section.RecordKeys;
import org.hillock.text.Names;
import org.jspecify.annotations.Nullable;

/** Checks that what an expectation asks for exists and is recorded. */
public final class MeasurementResolver {

  private final RangeReader ranges;
  private final Network network;
  private final Recording recording;
  private final RunSettings settings;
  private final NamedWindows phases;
  private final boolean projectionsKnown;
  private final boolean recordingKnown;

  /**
   * @param phases of the protocol, by whose names a time may be given
   * @param projectionsKnown whether all synapses were understood
   * @param recordingKnown whether all of what to record was understood
   */
  public MeasurementResolver(
      RangeReader ranges,
      Network network,
      Recording recording,
      RunSettings settings,
      NamedWindows phases,
      boolean projectionsKnown,
      boolean recordingKnown) {
    this.ranges = ranges;
    this.network = network;
    this.recording = recording;
    this.settings = settings;
    this.phases = phases;
    this.projectionsKnown = projectionsKnown;
    this.recordingKnown = recordingKnown;
  }

  /** The question that a call asks, or null if it is not the name of a measure. */
  @Nullable Measurement resolve(Expression.Call call, Evaluator evaluator)
      throws ExpressionException {
    Measure measure = Measure.of(call.function()).orElse(null);
    List<Expression> arguments = call.arguments();
    if (measure == null) {
      return RecordKeys.isStateVariable(call.function()) ? sample(call, evaluator) : null;
    }
    List<TimeWindow> within =
        measure.between() || measure.ofPhases()
            ? phases.named(arguments, evaluator, measure)
            : List.of();
    if (!within.isEmpty()) {
      arguments = arguments.subList(0, arguments.size() - 1);
    }
    boolean accepted =
        within.isEmpty()
            ? measure.accepts(arguments.size())
            : measure.acceptsWithPhase(arguments.size());
    if (!accepted) {
      throw new ExpressionException(
          call.at(),
          call.function() + " with " + arguments.size() + " arguments",
          "expected " + measure.signature());
    }
    NeuronRange range = null;
    String variable = null;
    String projection = null;
    int index = 0;
    int end = Measurement.ALL;
    List<LabelledTrial> learnt = List.of();
    List<LabelledTrial> asked = List.of();
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Expression argument = arguments.get(i);
      switch (measure.arguments().get(i)) {
        case RANGE -> range = ranges.range(argument, evaluator);
        case NEURON -> range = neuron(argument, evaluator);
        case COUNT -> index = count(argument, evaluator);
        case TIME, SINCE, UNTIL, BIN, MOMENT -> times.add(time(argument, evaluator));
        case LEARNT -> learnt = phases.labelled(argument);
        case ASKED -> asked = phases.labelled(argument);
        case VARIABLE -> variable = variable(argument);
        case TRACE -> variable = word(argument, "a trace of the rule, such as n");
        case PROJECTION -> projection = projection(argument);
        case SYNAPSES -> {
          projection = projection(argument);
          if (argument instanceof Expression.Elements elements) {
            index = RangeReader.index(elements.from(), 0, evaluator);
            end = last(elements, index, evaluator);
          }
        }
        default -> {
          projection = projection(argument);
          index = synapse(argument, evaluator);
          end = index + 1;
        }
      }
    }
    MeasurementUnit unit = MeasurementUnit.canonical(measure.dimension());
    if (measure == Measure.MODULATOR && projection != null && variable != null) {
      checkModulator(call, projection, variable, times.get(0));
    } else if (variable != null && range != null) {
      unit = checkTrace(call, range, variable);
    } else if (measure == Measure.SYNAPSES && projection != null) {
      checkStructure(call, projection);
    } else if (projection != null) {
      unit = checkWeights(call, projection);
    } else if (range != null) {
      checkSpikes(call, measure, range, !times.isEmpty() || !within.isEmpty());
    }
    double first = times.isEmpty() ? Double.NaN : times.get(0);
    double second = times.size() < 2 ? Double.NaN : times.get(1);
    if (times.size() == 2 && within.isEmpty()) {
      inside(call, first);
      inside(call, second);
      checkWindow(call, measure, first, second);
    }
    if (measure == Measure.SYNAPSES && !times.isEmpty()) {
      inside(call, first);
    }
    if (measure.arguments().contains(Measure.Argument.BIN) && first <= 0) {
      throw new ExpressionException(call.at(), "a bin of 0 ms or less", "");
    }
    List<TimeWindow> asks = new ArrayList<>(within);
    learnt.forEach(trial -> asks.add(trial.time()));
    asked.forEach(trial -> asks.add(trial.time()));
    if (within.isEmpty() && times.size() == 2) {
      asks.add(new TimeWindow(first, second));
    }
    checkRecorded(call, asks);
    return new Measurement(
        measure,
        range,
        variable,
        projection,
        index,
        end,
        first,
        second,
        learnt,
        asked,
        within,
        unit);
  }

  private Measurement sample(Expression.Call call, Evaluator evaluator) throws ExpressionException {
    if (call.arguments().size() != 2) {
      throw new ExpressionException(
          call.at(),
          call.function() + " with " + call.arguments().size() + " arguments",
          "expected " + call.function() + "(neuron, time)");
    }
    NeuronRange neuron = neuron(call.arguments().get(0), evaluator);
    double time = time(call.arguments().get(1), evaluator);
    inside(call, time);
    MeasurementUnit unit = checkTrace(call, neuron, call.function());
    checkSample(call, neuron, call.function(), time);
    return new Measurement(
        null,
        neuron,
        call.function(),
        null,
        0,
        0,
        time,
        Double.NaN,
        List.of(),
        List.of(),
        List.of(),
        unit);
  }

  private void inside(Expression.Call call, double time) throws ExpressionException {
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

  private NeuronRange neuron(Expression argument, Evaluator evaluator) throws ExpressionException {
    NeuronRange range = ranges.range(argument, evaluator);
    if (range.size() != 1) {
      throw new ExpressionException(
          argument.at(), "found " + range.size() + " neurons", "expected one, such as exc[0]");
    }
    return range;
  }

  private static int count(Expression argument, Evaluator evaluator) throws ExpressionException {
    int index = RangeReader.index(argument, 0, evaluator);
    if (index < 0) {
      throw new ExpressionException(argument.at(), "the index " + index, "expected 0 or more");
    }
    return index;
  }

  private static double time(Expression argument, Evaluator evaluator) throws ExpressionException {
    Quantity quantity = evaluator.quantity(argument);
    if (!quantity.dimension().equals(Dimension.TIME)) {
      throw new ExpressionException(
          argument.at(), "found " + quantity.phrase(), "expected a time, such as 10 ms");
    }
    return quantity.in(MeasurementUnit.MILLISECOND);
  }

  private static String word(Expression argument, String expected) throws ExpressionException {
    if (argument instanceof Expression.Name plain) {
      return plain.name();
    }
    throw new ExpressionException(
        argument.at(),
        argument instanceof Expression.Literal number
            ? "found " + number.value().text()
            : "found no name",
        "expected " + expected);
  }

  private static String variable(Expression argument) throws ExpressionException {
    String name = word(argument, "a state variable, such as V_m");
    if (!RecordKeys.isStateVariable(name)) {
      throw unknown(argument, "state variable", name, RecordKeys.stateVariables());
    }
    return name;
  }

  private String projection(Expression argument) throws ExpressionException {
    String name = "";
    if (argument instanceof Expression.Name plain) {
      name = plain.name();
    } else if (argument instanceof Expression.Quoted quoted) {
      name = quoted.text();
    } else if (argument instanceof Expression.Elements elements) {
      name = elements.name();
    }
    List<String> known = network.projections().stream().map(Projection::name).distinct().toList();
    if (!known.contains(name)) {
      if (!projectionsKnown) {
        throw ExpressionException.follows();
      }
      throw unknown(argument, "projection", name, known);
    }
    return name;
  }

  static int synapse(Expression argument, Evaluator evaluator) throws ExpressionException {
    if (argument instanceof Expression.Elements elements
        && elements.single()
        && elements.from() != null) {
      return count(elements.from(), evaluator);
    }
    throw new ExpressionException(
        argument.at(), "no synapse", "expected the number of one, such as plastic[0]");
  }

  /** One past the last of some synapses. */
  private static int last(Expression.Elements synapses, int from, Evaluator evaluator)
      throws ExpressionException {
    int end =
        synapses.single() ? from + 1 : RangeReader.index(synapses.to(), Measurement.ALL, evaluator);
    if (from < 0 || end <= from) {
      throw new ExpressionException(
          synapses.at(),
          "no synapse from " + from + " to " + end,
          "expected the first synapse and one past the last, such as plastic[0:50]");
    }
    return end;
  }

  private void checkRecorded(Expression.Call call, List<TimeWindow> asks)
      throws ExpressionException {
    for (TimeWindow time : asks) {
      TimeWindow gap = phases.unrecordedWithin(time).orElse(null);
      if (gap != null) {
        throw new ExpressionException(
            call.at(),
            "a phase from " + gap.text() + ", of which nothing is recorded",
            "expected phases without 'record: false'");
      }
    }
  }

  /** A rate needs some time; of samples, one will do. */
  private static void checkWindow(
      Expression.Call call, Measure measure, double first, double second)
      throws ExpressionException {
    boolean counted = measure.arguments().contains(Measure.Argument.UNTIL);
    if (second < first || (counted && second == first)) {
      throw new ExpressionException(
          call.at(),
          "no time from "
              + Numbers.rounded(first, MeasurementUnit.MILLISECOND)
              + " to "
              + Numbers.rounded(second, MeasurementUnit.MILLISECOND),
          "expected the earlier time first");
    }
  }

  static ExpressionException unknown(Expression at, String kind, String name, List<String> known) {
    return new ExpressionException(
        Kind.MISTAKE,
        at.at(),
        "unknown " + kind + " '" + name + "'",
        known.isEmpty() ? "there is none" : "known: " + Names.listed(name, known),
        Names.nearest(name, known));
  }

  private void checkSpikes(
      Expression.Call call, Measure measure, NeuronRange range, boolean windowed)
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

  private MeasurementUnit checkTrace(Expression.Call call, NeuronRange range, String variable)
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
  private void checkSample(Expression.Call call, NeuronRange range, String variable, double time)
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

  private void checkStructure(Expression.Call call, String name) throws ExpressionException {
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
  private void checkModulator(Expression.Call call, String name, String trace, double time)
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
      throw unknown(call.arguments().get(1), "trace", trace, known);
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

  private MeasurementUnit checkWeights(Expression.Call call, String name)
      throws ExpressionException {
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
    return recordingKnown
        ? new ExpressionException(at, found, allowed)
        : ExpressionException.follows();
  }

  private static boolean contains(NeuronRange outer, NeuronRange inner) {
    return outer.population().equals(inner.population())
        && outer.from() <= inner.from()
        && inner.to() <= outer.to();
  }
}
