package org.hillock.scenario.section;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.GridTime;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.Place;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/** Reads {@code time:} and {@code seed:}, and what the command line says instead. */
public final class TimeSection {

  /** The step of the grid where the grid is wanted but the file gives none [ms]. */
  static final double DEFAULT_STEP = 0.1;

  private final ValueReader values;
  private final Problems problems;
  private final Overrides overrides;
  private boolean rounds;
  private double writtenEnd;
  private double wholeBegin;
  private double wholeEnd;

  public TimeSection(ValueReader values, Overrides overrides) {
    this.values = values;
    this.problems = values.problems();
    this.overrides = overrides;
  }

  /**
   * How to run. Where something is wrong it is reported and replaced by a value that makes sense,
   * so that the rest of the file can be checked. A file with a step is read as one for the grid,
   * whatever engine then runs it, so that it means the same network.
   *
   * @param top the scenario, of which the seeds are read
   * @param protocol how long its phases are together [ms], read on the grid; null if there is none
   */
  public RunSettings read(
      @Nullable Item time, Fields top, @Nullable ToDoubleFunction<ValueReader> protocol) {
    double step = 0;
    double warmup = 0;
    double duration = 0;
    double protocolDuration = 0;
    Item.Mapping mapping =
        time == null
            ? null
            : Fields.mapping(time, "a map, such as {step: 0.1 ms, duration: 1 s}", problems);
    if (mapping != null) {
      Fields fields = Fields.check(mapping, "key", Keys.TIME, "", problems);
      int before = problems.count();
      step = step(fields.get("step"));
      boolean known = problems.count() == before;
      rounds = rounds(fields.get("off_grid"));
      ValueReader onGrid = values.onGrid(known ? step : 0, rounds);
      Item warmupItem = fields.get("warmup");
      Double given = warmupItem == null ? null : onGrid.multiple(warmupItem, true);
      warmup = given == null ? 0 : given;
      duration = duration(mapping, onGrid, protocol);
      protocolDuration = duration;
    }
    writtenEnd = warmup + duration;
    wholeBegin = warmup;
    wholeEnd = writtenEnd;
    Double wanted = overrides.durationMs();
    if (wanted != null) {
      duration = wanted("--duration", wanted, step);
    }
    double until = overrides.until();
    double end = Double.isNaN(until) ? warmup + duration : wanted("--until", until, step);
    // What another run has simulated is not recorded again.
    double begin = Math.max(warmup, overrides.begin());
    if (protocol != null) {
      double phases = begin + protocolDuration;
      wholeEnd = phases;
      end = Double.isNaN(until) ? begin + duration : end;
      if (end > phases + GridTime.SAME_MOMENT) {
        option(
            Double.isNaN(until) ? "--duration" : "--until",
            "found an end at " + Numbers.text(end) + " ms",
            "expected at most " + Numbers.text(phases) + " ms, where the protocol ends");
      }
    }
    if (begin > warmup || !Double.isNaN(until)) {
      warmup = begin;
      duration = end - begin;
      if (!(duration > 0)) {
        option(
            Double.isNaN(until) ? "time" : "--until",
            "found an end at " + Numbers.text(end) + " ms",
            "expected one after "
                + Numbers.text(begin)
                + " ms, where the recording begins; --until sets it");
        duration = step > 0 ? step : 1;
      }
    }
    if (time != null && step > 0 && (warmup + duration) / step > TimeOption.MOST_STEPS) {
      problems.add(
          time,
          "found " + Numbers.rounded((warmup + duration) / step, MeasurementUnit.NONE) + " steps",
          "expected at most " + TimeOption.MOST_STEPS + " in all");
    }
    Integer threads = overrides.threads();
    if (threads != null && threads < 1) {
      option("--threads", "found " + threads, "expected 1 or more");
    }
    long seed = seed(top);
    return new RunSettings(
            step,
            warmup,
            duration,
            seed,
            threads == null ? Runtime.getRuntime().availableProcessors() : Math.max(1, threads))
        .withNoise(noiseSeed(top, seed));
  }

  /** Where the run ends as the file has it, whatever is to be run of it [ms]; after reading. */
  public double writtenEnd() {
    return writtenEnd;
  }

  /**
   * All that the file says is recorded, and what is run beyond that; after reading.
   *
   * @param run what is run
   */
  public RunSettings whole(RunSettings run) {
    double begin = Math.min(wholeBegin, run.warmup());
    double end = Math.max(wholeEnd, run.warmup() + run.duration());
    return begin == run.warmup() && end == run.warmup() + run.duration()
        ? run
        : run.between(begin, end, run.stage());
  }

  private double duration(
      Item.Mapping mapping, ValueReader onGrid, @Nullable ToDoubleFunction<ValueReader> protocol) {
    Item.Field field = mapping.fields().get("duration");
    if (protocol != null) {
      if (field != null) {
        problems.add(
            field.value(),
            "found a duration beside a protocol",
            "expected none, since the phases of the protocol say how long the run is");
      }
      return protocol.applyAsDouble(onGrid);
    }
    if (field == null) {
      problems.add(mapping, "'duration' is missing", "expected time to record, such as 1 s");
      return 0;
    }
    Double given = onGrid.multiple(field.value(), false);
    return given == null ? 0 : given;
  }

  /** A time of the command line: a whole number of steps, or made one as in the file. */
  private double wanted(String option, double wanted, double step) {
    String found = "found " + Numbers.text(wanted) + " ms";
    if (!(wanted > 0) || wanted == Double.POSITIVE_INFINITY) {
      option(option, found, "expected a time above 0 ms");
    } else if (step > 0 && !GridTime.onGrid(wanted, step)) {
      double rounded = GridTime.time(GridTime.index(wanted, step), step);
      if (rounds && rounded > 0) {
        return rounded;
      }
      option(
          option,
          found,
          "expected a multiple of the step of "
              + Numbers.text(step)
              + " ms; "
              + values.onGrid(step, rounds).nearest(wanted));
    }
    return wanted;
  }

  private void option(String option, String found, String allowed) {
    problems.add(new Place(option, 0, 0), "", found, allowed, null);
  }

  private double step(@Nullable Item item) {
    Double step = item == null ? null : values.time(item);
    if (item != null && step != null && !(step > 0)) {
      problems.add(
          item,
          ValueReader.source(item, step, MeasurementUnit.MILLISECOND),
          "expected more than 0 ms");
      return DEFAULT_STEP;
    }
    if (step == null && item == null && onAGrid(overrides.engine())) {
      Double wanted = overrides.gridStep();
      return wanted == null ? DEFAULT_STEP : wanted;
    }
    return step != null ? step : item != null ? DEFAULT_STEP : 0;
  }

  /** Whether an engine was asked for that has steps of time. */
  private static boolean onAGrid(@Nullable Engine engine) {
    return engine == Engine.grid || engine == Engine.loihi;
  }

  private boolean rounds(@Nullable Item item) {
    return item != null
        && "round".equals(values.choice(item, "choice", List.of("refuse", "round")));
  }

  /** Whether times off the grid are rounded to it; known once the section has been read. */
  public boolean rounds() {
    return rounds;
  }

  /**
   * The key of the network's random numbers: as on the command line, else as in the file, else 1.
   */
  public long seed(Fields top) {
    Long wanted = overrides.seed();
    Fields seeds = seeds(top, new Problems());
    Item item = seeds == null ? top.get("seed") : seeds.get("network");
    Long written = item == null ? null : seedInFile(item);
    return wanted != null ? wanted : written != null ? written : 1;
  }

  /** The key of the noise: its own if the file gives it one, else that of the network. */
  private long noiseSeed(Fields top, long network) {
    Item both = top.get("seeds");
    if (both != null && top.get("seed") != null) {
      problems.add(both, "found seeds beside a seed", "expected one of the two");
    }
    Fields seeds = seeds(top, problems);
    Item item = seeds == null ? null : seeds.get("noise");
    Long written = item == null ? null : seedInFile(item);
    return written == null ? network : written;
  }

  private static @Nullable Fields seeds(Fields top, Problems into) {
    Item item = top.get("seeds");
    Item.Mapping mapping =
        item == null ? null : Fields.mapping(item, "a map, {network: 1, noise: 2}", into);
    return mapping == null ? null : Fields.check(mapping, "key", Keys.SEEDS, "", into);
  }

  /** A seed may have 64 bits, more than a formula keeps. */
  private @Nullable Long seedInFile(Item item) {
    if (item instanceof Item.Scalar scalar && scalar.text().matches("[-+]?[0-9]+")) {
      try {
        return Long.parseLong(scalar.text());
      } catch (NumberFormatException e) {
        problems.add(item, "found " + item.phrase(), "expected a whole number of 64 bits");
        return null;
      }
    }
    return values.integer(item, -(1L << 53), 1L << 53);
  }
}
