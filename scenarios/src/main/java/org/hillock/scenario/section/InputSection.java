package org.hillock.scenario.section;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.NeuronRange;
import org.hillock.network.SineWaves;
import org.hillock.network.SpikeTrains;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.hillock.text.Names;
import org.jspecify.annotations.Nullable;

/** Reads {@code inputs:}. */
public final class InputSection {

  private final ValueReader values;
  private final Problems problems;
  private final SpikeTimesReader spikeTimes;
  private final RangeReader ranges;
  private final double step;
  private final InputKeys keys;
  private final PoissonReader poisson;
  private final CurrentReader current;
  private final SineReader sines;

  /**
   * @param settings of the run
   * @param formulaEnd until when formulas are evaluated [ms]: where the run ends as the file has
   *     it, also if less of it is run, since what goes on with it must find the same input
   * @param folder where to look for files, or null if the scenario may not name any
   */
  public InputSection(
      ValueReader values,
      DistributionReader distributions,
      SpikeTimesReader spikeTimes,
      RangeReader ranges,
      Targets targets,
      RunSettings settings,
      double formulaEnd,
      @Nullable Path folder) {
    this.values = values;
    this.problems = values.problems();
    this.spikeTimes = spikeTimes;
    this.ranges = ranges;
    this.step = settings.step();
    this.keys = new InputKeys(values, distributions, targets, step);
    TimeCourseReader courses = new TimeCourseReader(values, step, folder);
    TimeFormula formula = new TimeFormula(values, formulaEnd);
    this.poisson = new PoissonReader(values, keys, courses, formula, step);
    this.current = new CurrentReader(values, keys, courses, formula);
    this.sines = new SineReader(values);
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
            case "poisson" -> poisson.read(name, fields, reached);
            case "spikes" -> spikes(name, fields, reached);
            case "current" -> current.read(name, fields, reached);
            case "sines" -> sines(name, fields, reached);
            default -> noise(name, fields, reached);
          };
      return problems.count() == before ? input : null;
    } catch (InvalidNetworkException e) {
      fields.impossible(e, problems);
      return null;
    }
  }

  private @Nullable Input spikes(String name, Fields fields, @Nullable List<NeuronRange> reached) {
    Item times = fields.get("times");
    SpikeTrains train = times == null ? null : spikeTimes.single(times);
    String receptor = keys.receptor(fields, reached, false);
    Distribution weight = keys.weight(fields, reached, receptor);
    double delay = keys.time(fields, "delay", step, step);
    return reached == null || weight == null || train == null
        ? null
        : new Input.Spikes(name, reached, train, weight, delay, receptor);
  }

  /** A sum of sine waves, which is held for a step. */
  private @Nullable Input sines(String name, Fields fields, @Nullable List<NeuronRange> reached) {
    keys.checkTargets(fields, reached);
    double delay = keys.time(fields, "delay", 0, 0);
    double start = keys.time(fields, "start", 0, 0);
    double stop = keys.stop(fields, start);
    String place = keys.receptor(fields, reached, true);
    Item item = fields.get("waves");
    MeasurementUnit unit = keys.unit(fields, reached, place);
    List<SineWaves.Wave> waves = item == null || unit == null ? List.of() : sines.read(item, unit);
    if (step == 0) {
      problems.add(
          fields.mapping(), "found sines in continuous time", "expected a grid: time.step");
    }
    return reached == null || waves.isEmpty() || step == 0
        ? null
        : new Input.Sines(name, reached, new SineWaves(waves, step), delay, start, stop, place);
  }

  private @Nullable Input noise(String name, Fields fields, @Nullable List<NeuronRange> reached) {
    keys.checkTargets(fields, reached);
    String place = keys.receptor(fields, reached, true);
    MeasurementUnit unit = keys.unit(fields, reached, place);
    if (unit == null) {
      return null;
    }
    Double mean = keys.quantityFrom(fields, "mean", unit, -Double.MAX_VALUE, 0);
    Double sd = keys.quantityFrom(fields, "sd", unit, 0, Double.NaN);
    Double interval = keys.interval(fields);
    double delay = keys.time(fields, "delay", 0, 0);
    double start = keys.time(fields, "start", 0, 0);
    double stop = keys.stop(fields, start);
    double period = keys.period(fields);
    return reached == null || mean == null || sd == null || interval == null
        ? null
        : new Input.NoiseCurrent(
            name, reached, mean, sd, interval, delay, start, stop, place, period);
  }
}
