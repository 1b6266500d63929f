package org.hillock.scenario.claim;

import java.util.ArrayList;
import java.util.List;
import org.hillock.analysis.LabelledTrial;
import org.hillock.analysis.TimeWindow;
import org.hillock.engine.run.RunSettings;
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
  private final RecordingCheck recorded;
  private final NamedWindows phases;
  private final boolean projectionsKnown;

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
    this.recorded = new RecordingCheck(network, recording, settings, recordingKnown);
    this.phases = phases;
    this.projectionsKnown = projectionsKnown;
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
    NeuronRange others = null;
    String variable = null;
    String projection = null;
    int index = 0;
    int end = Measurement.ALL;
    List<LabelledTrial> learnt = List.of();
    List<LabelledTrial> asked = List.of();
    List<Double> times = new ArrayList<>();
    List<Expression> bounds = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Expression argument = arguments.get(i);
      switch (measure.arguments().get(i)) {
        case RANGE -> range = ranges.range(argument, evaluator);
        case NEURON -> range = neuron(argument, evaluator);
        case OTHERS -> others = ranges.range(argument, evaluator);
        case COUNT -> index = count(argument, evaluator);
        case TIME, SINCE, UNTIL, MOMENT, LAG, AFTER, BEFORE -> times.add(time(argument, evaluator));
        case BIN, LARGEST_LAG -> {
          times.add(time(argument, evaluator));
          positive(call, measure.arguments().get(i), times.get(times.size() - 1));
        }
        case FREQUENCY, LOWEST, HIGHEST -> times.add(frequency(argument, evaluator));
        case SHOWN -> {
          if (measure != Measure.PATTERN_CORRELATION) {
            learnt = phases.labelled(argument);
          }
        }
        case ONE -> learnt = phases.pattern(argument, lot(arguments), evaluator);
        case OTHER -> asked = phases.pattern(argument, lot(arguments), evaluator);
        case LEAST, MOST -> bounds.add(argument);
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
      recorded.checkModulator(call, projection, variable, times.get(0));
    } else if (variable != null && range != null) {
      unit = recorded.checkTrace(call, range, variable);
    } else if (measure == Measure.SYNAPSES && projection != null) {
      recorded.checkStructure(call, projection);
    } else if (projection != null) {
      unit = recorded.checkWeights(call, projection);
    } else if (range != null) {
      recorded.checkSpikes(call, measure, range, !times.isEmpty() || !within.isEmpty());
    }
    if (others != null) {
      recorded.checkSpikes(call, measure, others, true);
    }
    for (Expression bound : bounds) {
      times.add(weight(bound, unit, evaluator));
    }
    if (measure == Measure.FRACTION_WEIGHTS || measure == Measure.BIMODALITY) {
      unit = MeasurementUnit.NONE;
    } else if (measure == Measure.FIT_TAU) {
      unit = MeasurementUnit.MILLISECOND;
    }
    if (measure.arguments().contains(Measure.Argument.SHOWN) && learnt.isEmpty()) {
      learnt = phases.conditions(call.at());
    }
    double first = times.isEmpty() ? Double.NaN : times.get(0);
    double second = times.size() < 2 ? Double.NaN : times.get(1);
    if (measure.between() && times.size() == 2 && within.isEmpty()) {
      recorded.inside(call, first);
      recorded.inside(call, second);
      checkWindow(call, measure, first, second);
    }
    if (measure == Measure.SYNAPSES && !times.isEmpty()) {
      recorded.inside(call, first);
    }
    List<TimeWindow> asks = new ArrayList<>(within);
    learnt.forEach(trial -> asks.add(trial.time()));
    asked.forEach(trial -> asks.add(trial.time()));
    if (measure.between() && within.isEmpty() && times.size() == 2) {
      asks.add(new TimeWindow(first, second));
    }
    checkRecorded(call, asks);
    ActivityCheck.check(call, measure, first, second, learnt);
    return new Measurement(
        measure,
        range,
        others,
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

  /** Whose labels two patterns are, where that is said. */
  private static @Nullable Expression lot(List<Expression> arguments) {
    int place = Measure.PATTERN_CORRELATION.arguments().indexOf(Measure.Argument.SHOWN);
    return arguments.size() > place ? arguments.get(place) : null;
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
    recorded.inside(call, time);
    checkRecorded(call, List.of(new TimeWindow(time - 10 * TimeWindow.ROUNDING, time)));
    MeasurementUnit unit = recorded.checkTrace(call, neuron, call.function());
    recorded.checkSample(call, neuron, call.function(), time);
    return new Measurement(
        null,
        neuron,
        null,
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

  private static void positive(Expression.Call call, Measure.Argument argument, double time)
      throws ExpressionException {
    if (!(time > 0)) {
      String what = argument == Measure.Argument.BIN ? "a bin" : "a largest lag";
      throw new ExpressionException(call.at(), what + " of 0 ms or less", "");
    }
  }

  private static double frequency(Expression argument, Evaluator evaluator)
      throws ExpressionException {
    Quantity quantity = evaluator.quantity(argument);
    if (!quantity.dimension().equals(Dimension.RATE)) {
      throw new ExpressionException(
          argument.at(), "found " + quantity.phrase(), "expected a frequency, such as 40 Hz");
    }
    return quantity.in(MeasurementUnit.canonical(Dimension.RATE));
  }

  /** A number in the unit of the weights; 0 needs none. */
  private static double weight(Expression argument, MeasurementUnit unit, Evaluator evaluator)
      throws ExpressionException {
    Quantity quantity = evaluator.quantity(argument);
    boolean nothing = quantity.dimension().equals(Dimension.NONE) && quantity.plain() == 0;
    if (!nothing && !quantity.dimension().equals(unit.dimension())) {
      String example = unit.symbol().isEmpty() ? "0.5" : "0.5 " + unit.symbol();
      throw new ExpressionException(
          argument.at(), "found " + quantity.phrase(), "expected a weight, such as " + example);
    }
    return nothing ? 0 : quantity.in(unit);
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
}
