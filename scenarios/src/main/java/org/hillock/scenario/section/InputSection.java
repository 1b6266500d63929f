package org.hillock.scenario.section;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.model.GridTime;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.NeuronRange;
import org.hillock.network.SineWaves;
import org.hillock.network.SpikeTrains;
import org.hillock.random.PoissonTable;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.hillock.text.Names;
import org.jspecify.annotations.Nullable;

/** Reads {@code inputs:}. */
public final class InputSection {

  private static final MeasurementUnit CURRENT = MeasurementUnit.canonical(Dimension.CURRENT);

  private static final MeasurementUnit RATE = MeasurementUnit.canonical(Dimension.RATE);

  private final ValueReader values;
  private final Problems problems;
  private final DistributionReader distributions;
  private final SpikeTimesReader spikeTimes;
  private final RangeReader ranges;
  private final Targets targets;
  private final double step;
  private final SineReader sines;
  private final @Nullable Path folder;

  /**
   * @param step grid step [ms]; 0 in continuous time
   * @param folder where to look for files, or null if the scenario may not name any
   */
  public InputSection(
      ValueReader values,
      DistributionReader distributions,
      SpikeTimesReader spikeTimes,
      RangeReader ranges,
      Targets targets,
      double step,
      @Nullable Path folder) {
    this.sines = new SineReader(values);
    this.folder = folder;
    this.values = values;
    this.problems = values.problems();
    this.distributions = distributions;
    this.spikeTimes = spikeTimes;
    this.ranges = ranges;
    this.targets = targets;
    this.step = step;
  }

  /** All inputs that could be understood. */
  public List<Input> read(Item item) {
    List<Input> inputs = new ArrayList<>();
    Item.Mapping section = Fields.mapping(item, "inputs by name", problems);
    if (section != null) {
      section
          .fields()
          .forEach(
              (name, field) -> {
                Names.unlistable(name)
                    .ifPresent(
                        fault ->
                            problems.add(
                                field.keyPlace(),
                                section.path(),
                                "the name '" + name + "', " + fault,
                                Names.LISTABLE,
                                null));
                Item.Mapping mapping =
                    Fields.mapping(field.value(), "a map with type, to and more", problems);
                Input input = mapping == null ? null : input(name, mapping);
                if (input != null) {
                  inputs.add(input);
                }
              });
    }
    return inputs;
  }

  private @Nullable Input input(String name, Item.Mapping mapping) {
    Item.Field typeField = mapping.fields().get("type");
    List<String> types = List.copyOf(Keys.INPUTS.keySet());
    if (typeField == null) {
      problems.add(mapping, "'type' is missing", "expected one of " + String.join(", ", types));
      return null;
    }
    String type = values.choice(typeField.value(), "type of input", types);
    if (type == null) {
      return null;
    }
    int before = problems.count();
    Fields fields =
        Fields.check(mapping, "key", Keys.INPUTS.getOrDefault(type, List.of()), "type", problems);
    Item to = fields.get("to");
    List<NeuronRange> reached = to == null ? null : ranges.ranges(to);
    try {
      Input input =
          switch (type) {
            case "poisson" -> poisson(name, fields, reached);
            case "spikes" -> spikes(name, fields, reached);
            case "current" -> current(name, fields, reached);
            case "sines" -> sines(name, fields, reached);
            default -> noise(name, fields, reached);
          };
      return problems.count() == before ? input : null;
    } catch (InvalidNetworkException e) {
      problems.add(mapping, "found " + e.found(), "expected " + e.allowed());
      return null;
    }
  }

  private @Nullable Input poisson(String name, Fields fields, @Nullable List<NeuronRange> reached) {
    Double rate = quantityFrom(fields, "rate", RATE, 0, Double.NaN);
    Item rateItem = fields.get("rate");
    double most =
        step == 0 ? Input.Poisson.MOST_IN_CONTINUOUS_TIME : PoissonTable.MAX_MEAN / step * 1000;
    if (rateItem != null && rate != null && rate > most) {
      problems.add(
          rateItem,
          "found " + rateItem.phrase() + " = " + Numbers.rounded(rate, RATE),
          "expected at most " + Numbers.rounded(most, RATE));
    }
    String receptor = receptor(fields, reached, false);
    Distribution weight = weight(fields, reached, receptor);
    double delay = time(fields, "delay", step, step);
    double start = time(fields, "start", 0, 0);
    double stop = stop(fields, start);
    return reached == null || weight == null || rate == null
        ? null
        : new Input.Poisson(name, reached, rate, weight, delay, start, stop, receptor);
  }

  private @Nullable Input spikes(String name, Fields fields, @Nullable List<NeuronRange> reached) {
    Item times = fields.get("times");
    SpikeTrains train = times == null ? null : spikeTimes.single(times);
    String receptor = receptor(fields, reached, false);
    Distribution weight = weight(fields, reached, receptor);
    double delay = time(fields, "delay", step, step);
    return reached == null || weight == null || train == null
        ? null
        : new Input.Spikes(name, reached, train, weight, delay, receptor);
  }

  private @Nullable Input current(String name, Fields fields, @Nullable List<NeuronRange> reached) {
    checkTargets(fields, reached);
    double delay = time(fields, "delay", 0, 0);
    String place = receptor(fields, reached, true);
    MeasurementUnit unit = unit(fields, reached, place);
    if (unit == null) {
      return null;
    }
    List<Double> times = new ArrayList<>();
    List<Double> amplitudes = new ArrayList<>();
    int forms =
        (fields.has("amplitude") ? 1 : 0)
            + (fields.has("steps") ? 1 : 0)
            + (fields.has("times") || fields.has("amplitudes") ? 1 : 0);
    Item steps = fields.get("steps");
    Item timeList = fields.get("times");
    Item amplitudeList = fields.get("amplitudes");
    if (forms != 1 || (fields.has("times") != fields.has("amplitudes"))) {
      problems.add(
          fields.mapping(),
          forms == 0
              ? "no current is given"
              : forms > 1 ? "found several currents" : "found only one of times and amplitudes",
          "expected amplitude, or steps: [[time, amplitude], ...], or times and amplitudes");
      return null;
    } else if (steps instanceof Item.Mapping file) {
      file(file, unit, times, amplitudes);
    } else if (steps != null) {
      steps(steps, unit, times, amplitudes);
    } else if (timeList != null && amplitudeList != null) {
      list(timeList, MeasurementUnit.MILLISECOND, times);
      list(amplitudeList, unit, amplitudes);
    } else {
      constant(fields, unit, times, amplitudes);
    }
    if (!fields.has("amplitude") && (fields.has("start") || fields.has("stop"))) {
      problems.add(
          fields.mapping(), "found start or stop beside a list of steps", "the steps say when");
    }
    for (int i = 1; i < times.size(); i++) {
      if (!laterStep(times.get(i - 1), times.get(i))) {
        problems.add(
            fields.mapping(),
            "found "
                + Numbers.text(times.get(i))
                + " ms after "
                + Numbers.text(times.get(i - 1))
                + " ms",
            step == 0
                ? "expected ascending times"
                : "expected ascending times, at least one step of "
                    + Numbers.text(step)
                    + " ms apart");
        return null;
      }
    }
    return reached == null
        ? null
        : new Input.StepCurrent(name, reached, times, amplitudes, delay, place);
  }

  /**
   * The unit at the place that is named; null if nobody knows it, since the neurons were not
   * understood.
   */
  private @Nullable MeasurementUnit unit(
      Fields fields, @Nullable List<NeuronRange> reached, @Nullable String place) {
    if (fields.has("receptor") && place == null) {
      return null;
    }
    return reached == null ? CURRENT : targets.currentUnit(reached, place);
  }

  /** A sum of sine waves, which is held for a step. */
  private @Nullable Input sines(String name, Fields fields, @Nullable List<NeuronRange> reached) {
    checkTargets(fields, reached);
    double delay = time(fields, "delay", 0, 0);
    double start = time(fields, "start", 0, 0);
    double stop = stop(fields, start);
    String place = receptor(fields, reached, true);
    Item item = fields.get("waves");
    MeasurementUnit unit = unit(fields, reached, place);
    List<SineWaves.Wave> waves = item == null || unit == null ? List.of() : sines.read(item, unit);
    if (step == 0) {
      problems.add(
          fields.mapping(), "found sines in continuous time", "expected a grid: time.step");
    }
    return reached == null || waves.isEmpty() || step == 0
        ? null
        : new Input.Sines(name, reached, new SineWaves(waves, step), delay, start, stop, place);
  }

  private void constant(
      Fields fields, MeasurementUnit unit, List<Double> times, List<Double> amplitudes) {
    Double amplitude = quantityFrom(fields, "amplitude", unit, -Double.MAX_VALUE, Double.NaN);
    double start = time(fields, "start", 0, 0);
    double stop = stop(fields, start);
    if (amplitude != null) {
      times.add(start);
      amplitudes.add(amplitude);
      if (stop < Double.POSITIVE_INFINITY) {
        times.add(stop);
        amplitudes.add(0.0);
      }
    }
  }

  /** A CSV file of {@code time_ms,amplitude_pA}, or {@code time_ms,amplitude} of plain numbers. */
  private void file(
      Item.Mapping mapping, MeasurementUnit unit, List<Double> times, List<Double> amplitudes) {
    List<String> columns =
        List.of("time_ms", unit.symbol().isEmpty() ? "amplitude" : "amplitude_" + unit.symbol());
    Fields fields = Fields.check(mapping, "key", Keys.CURRENT_FILE, "", problems);
    Item fileItem = fields.get("file");
    Item.Scalar name = fileItem == null ? null : values.scalar(fileItem, "the name of a CSV file");
    CsvTable table = name == null ? null : CsvTable.read(name, folder, columns, problems);
    boolean whole = table != null;
    for (String column : columns) {
      whole &= table != null && table.require(column);
    }
    if (table == null || !whole) {
      return;
    }
    if (table.size() == 0) {
      problems.add(mapping, "the file has no rows", "expected one or more");
    }
    for (int row = 0; row < table.size(); row++) {
      double time = table.number(row, columns.get(0));
      if (time < 0) {
        table.wrong(row, columns.get(0), "expected 0 ms or more");
      }
      times.add(values.onGrid(table, row, columns.get(0), time));
      amplitudes.add(table.number(row, columns.get(1)));
    }
  }

  private void steps(Item item, MeasurementUnit unit, List<Double> times, List<Double> amplitudes) {
    if (!(item instanceof Item.Listing listing) || listing.items().isEmpty()) {
      problems.add(
          item, "found " + item.phrase(), "expected [[time, amplitude], ...] with one or more");
      return;
    }
    for (Item element : listing.items()) {
      if (element instanceof Item.Listing pair && pair.items().size() == 2) {
        Double time = values.gridTimeFrom(pair.items().get(0), 0);
        Double amplitude = values.number(pair.items().get(1), unit);
        if (time != null && amplitude != null) {
          times.add(time);
          amplitudes.add(amplitude);
        }
      } else {
        problems.add(
            element, "found " + element.phrase(), "expected a pair, such as [100 ms, 300 pA]");
      }
    }
  }

  private void list(Item item, MeasurementUnit unit, List<Double> into) {
    if (!(item instanceof Item.Listing listing) || listing.items().isEmpty()) {
      problems.add(item, "found " + item.phrase(), "expected a list, each " + unit.example());
      return;
    }
    for (Item element : listing.items()) {
      Double value =
          unit.dimension().equals(Dimension.TIME)
              ? values.gridTimeFrom(element, 0)
              : values.number(element, unit);
      into.add(value == null ? Double.NaN : value);
    }
  }

  /** Whether a time comes after another, on the grid at least a step after it. */
  private boolean laterStep(double before, double time) {
    return step == 0 ? time > before : GridTime.index(time, step) > GridTime.index(before, step);
  }

  private @Nullable Input noise(String name, Fields fields, @Nullable List<NeuronRange> reached) {
    checkTargets(fields, reached);
    String place = receptor(fields, reached, true);
    MeasurementUnit unit = unit(fields, reached, place);
    if (unit == null) {
      return null;
    }
    Double mean = quantityFrom(fields, "mean", unit, -Double.MAX_VALUE, 0);
    Double sd = quantityFrom(fields, "sd", unit, 0, Double.NaN);
    Item intervalItem = fields.get("interval");
    if (intervalItem == null && step == 0) {
      problems.add(
          fields.mapping(),
          "'interval' is missing",
          "expected how long a value is held, such as 0.1 ms");
    }
    Double interval =
        intervalItem != null
            ? values.multiple(intervalItem, false)
            : step == 0 ? null : (Double) step;
    double delay = time(fields, "delay", 0, 0);
    double start = time(fields, "start", 0, 0);
    double stop = stop(fields, start);
    return reached == null || mean == null || sd == null || interval == null
        ? null
        : new Input.NoiseCurrent(name, reached, mean, sd, interval, delay, start, stop, place);
  }

  private void checkTargets(Fields fields, @Nullable List<NeuronRange> reached) {
    Item to = fields.get("to");
    if (reached != null && to != null) {
      targets.acceptCurrent(reached, to);
    }
  }

  private @Nullable String receptor(
      Fields fields, @Nullable List<NeuronRange> reached, boolean current) {
    Item item = fields.get("receptor");
    return reached == null || item == null ? null : targets.receptor(item, reached, current);
  }

  private @Nullable Distribution weight(
      Fields fields, @Nullable List<NeuronRange> reached, @Nullable String receptor) {
    Item to = fields.get("to");
    Item weight = fields.get("weight");
    if (reached == null || to == null) {
      return null;
    }
    MeasurementUnit unit =
        fields.has("receptor") && receptor == null
            ? targets.anyWeightUnit(reached)
            : targets.weightUnit(reached, to, false, receptor);
    Distribution read = unit == null || weight == null ? null : distributions.random(weight, unit);
    if (read != null && weight != null) {
      targets.checkWeights(weight, read, reached, receptor);
    }
    return read;
  }

  /** A quantity of at least min; the other value if it is not given. */
  private @Nullable Double quantityFrom(
      Fields fields, String key, MeasurementUnit unit, double min, double otherwise) {
    Item item = fields.get(key);
    if (item == null) {
      return otherwise;
    }
    Double value = values.number(item, unit);
    if (value != null && value < min) {
      problems.add(item, "found " + item.phrase(), "expected at least " + Numbers.text(min, unit));
      return null;
    }
    return value;
  }

  private double time(Fields fields, String key, double min, double otherwise) {
    Item item = fields.get(key);
    Double value = item == null ? null : values.gridTimeFrom(item, min);
    return value == null ? otherwise : value;
  }

  private double stop(Fields fields, double start) {
    Item item = fields.get("stop");
    Double stop = item == null ? null : values.gridTimeFrom(item, 0);
    if (item != null && stop != null && stop <= start) {
      problems.add(
          item,
          "found " + item.phrase(),
          "expected a time after the start at " + Numbers.text(start) + " ms");
    }
    return stop == null ? Double.POSITIVE_INFINITY : stop;
  }
}
