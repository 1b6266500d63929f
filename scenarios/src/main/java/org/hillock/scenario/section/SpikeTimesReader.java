package org.hillock.scenario.section;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.GridTime;
import org.hillock.network.SpikeTrains;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.hillock.stimulus.Presentation;
import org.jspecify.annotations.Nullable;

/**
 * Reads spike times: a list of times, a list for each neuron, a regular train {@code {start,
 * interval, count}}, {@code {file: x.csv}}, or what a {@link StimulusReader} reads.
 */
public final class SpikeTimesReader {

  private static final long MAX_SPIKES = 100_000_000;

  private final ValueReader values;
  private final Problems problems;
  private final @Nullable Path folder;
  private final double step;
  private final StimulusReader stimuli;

  /**
   * @param folder where to look for files, or null if the scenario may not name any
   * @param settings of the run
   * @param presentations takes what is shown when, where spikes come from images
   */
  public SpikeTimesReader(
      ValueReader values,
      @Nullable Path folder,
      RunSettings settings,
      List<Presentation> presentations) {
    this.step = settings.step();
    this.stimuli = new StimulusReader(values, folder, settings, presentations);
    this.values = values;
    this.problems = values.problems();
    this.folder = folder;
  }

  /** How many neurons the times are for, or 0 if any number can share them. */
  int impliedSize(Item item, String population) {
    if (StimulusReader.describes(item)) {
      return stimuli.impliedSize(item, population);
    }
    if (item instanceof Item.Listing listing && !listing.items().isEmpty()) {
      return listing.items().get(0) instanceof Item.Scalar ? 0 : listing.items().size();
    }
    return 0;
  }

  /**
   * One train a neuron.
   *
   * @param population whose, which keys what is random
   * @param size neurons of the population
   */
  @Nullable SpikeTrains perNeuron(Item item, String population, int size) {
    if (StimulusReader.describes(item)) {
      return stimuli.trains(item, population, size, MAX_SPIKES);
    }
    if (impliedSize(item, population) > 0) {
      List<double[]> trains = new ArrayList<>();
      for (Item train : ((Item.Listing) item).items()) {
        double[] times = train(train, true);
        if (times != null) {
          trains.add(times);
        }
      }
      if (size != impliedSize(item, population)) {
        problems.add(
            item,
            "found " + impliedSize(item, population) + " spike trains",
            "expected one for each of the " + size + " neurons");
        return null;
      }
      return trains.size() == size ? SpikeTrains.of(trains) : null;
    }
    if (item instanceof Item.Mapping mapping && mapping.fields().containsKey("file")) {
      return file(mapping, size);
    }
    double[] times =
        item instanceof Item.Mapping mapping
            ? regular(mapping, Keys.STAGGERED, true)
            : train(item, true);
    if (times == null || tooMany(item, (long) times.length * size)) {
      return null;
    }
    double stagger = stagger(item);
    return stagger == 0
        ? SpikeTrains.shared(times, size)
        : SpikeTrains.of(
            IntStream.range(0, size)
                .mapToObj(
                    neuron -> Arrays.stream(times).map(time -> time + neuron * stagger).toArray())
                .toList());
  }

  /** The one train of an input. */
  @Nullable SpikeTrains single(Item item) {
    if (item instanceof Item.Mapping mapping && mapping.fields().containsKey("file")) {
      return file(mapping, 0);
    }
    double[] times = train(item, false);
    return times == null ? null : SpikeTrains.of(List.of(times));
  }

  /** By how much later each neuron fires than the one before [ms]. */
  private double stagger(Item item) {
    Item.Field field =
        item instanceof Item.Mapping mapping ? mapping.fields().get("stagger") : null;
    Double stagger = field == null ? null : values.timeFrom(field.value(), 0);
    return stagger == null ? 0 : stagger;
  }

  private boolean tooMany(Item item, long spikes) {
    if (spikes > MAX_SPIKES) {
      problems.add(item, spikes + " spike times", "expected at most " + MAX_SPIKES);
      return true;
    }
    return false;
  }

  /**
   * A time that is not before the start. Neurons of a grid fire at the end of a step, so after it;
   * spikes from outside may start at 0 and arrive later.
   */
  private @Nullable Double spike(Item item, boolean ofNeuron) {
    Double time = values.timeFrom(item, 0);
    if (time != null && ofNeuron && step > 0 && GridTime.stepOf(time, step) < 1) {
      problems.add(
          item,
          "found " + item.phrase(),
          "expected more than 0 ms, since a step ends with a spike");
      return null;
    }
    return time;
  }

  private double @Nullable [] train(Item item, boolean ofNeuron) {
    if (item instanceof Item.Mapping mapping) {
      return regular(mapping, Keys.REGULAR, ofNeuron);
    }
    if (!(item instanceof Item.Listing listing)) {
      problems.add(
          item,
          "found " + item.phrase(),
          "expected times, such as [10 ms, 20 ms] or {start: 10 ms, interval: 50 ms, count: 20}");
      return null;
    }
    double[] times = new double[listing.items().size()];
    boolean complete = true;
    for (int i = 0; i < times.length; i++) {
      Double time = spike(listing.items().get(i), ofNeuron);
      complete &= time != null;
      times[i] = time == null ? 0 : time;
    }
    return complete ? times : null;
  }

  private double @Nullable [] regular(Item.Mapping mapping, List<Key> keys, boolean ofNeuron) {
    Fields fields = Fields.check(mapping, "key", keys, "", problems);
    Item startItem = fields.get("start");
    Item intervalItem = fields.get("interval");
    Item countItem = fields.get("count");
    Double start = startItem == null ? null : spike(startItem, ofNeuron);
    Double interval = intervalItem == null ? null : values.timeFrom(intervalItem, 0);
    Long count = countItem == null ? null : values.integer(countItem, 0, MAX_SPIKES);
    if (start == null || interval == null || count == null) {
      return null;
    }
    double[] times = new double[(int) (long) count];
    for (int i = 0; i < times.length; i++) {
      times[i] = start + i * interval;
    }
    if (times.length > 0 && times[times.length - 1] == Double.POSITIVE_INFINITY) {
      problems.add(mapping, "spike times beyond all numbers", "expected a shorter interval");
      return null;
    }
    return times;
  }

  private @Nullable SpikeTrains file(Item.Mapping mapping, int size) {
    Fields fields = Fields.check(mapping, "key", Keys.FILE, "", problems);
    Item fileItem = fields.get("file");
    Item.Scalar name = fileItem == null ? null : values.scalar(fileItem, "the name of a CSV file");
    if (name == null) {
      return null;
    }
    boolean perNeuron = size > 0;
    CsvTable table = CsvTable.read(name, folder, SpikeRows.COLUMNS, problems);
    SpikeRows rows = table == null ? null : SpikeRows.of(table, fields, mapping, values, size);
    if (table == null || rows == null) {
      return null;
    }
    double[][] trains = new double[Math.max(1, size)][0];
    int[] counts = new int[trains.length];
    int before = problems.count();
    rows.checkNeuron(fields.get("neuron"), problems);
    for (int row = 0; row < table.size(); row++) {
      if (!rows.takes(row)) {
        continue;
      }
      int neuron = perNeuron ? rows.neuron(row) : 0;
      double time = table.number(row, "time_ms");
      if (time < 0) {
        table.wrong(row, "time_ms", "expected 0 ms or more");
      } else if (perNeuron && step > 0 && time >= 0 && GridTime.stepOf(time, step) < 1) {
        table.wrong(row, "time_ms", "expected more than 0 ms, since a step ends with a spike");
      }
      if (neuron >= 0) {
        if (counts[neuron] == trains[neuron].length) {
          trains[neuron] = Arrays.copyOf(trains[neuron], 4 + 2 * counts[neuron]);
        }
        trains[neuron][counts[neuron]++] = time;
      }
    }
    if (problems.count() > before) {
      return null;
    }
    for (int i = 0; i < trains.length; i++) {
      trains[i] = Arrays.copyOf(trains[i], counts[i]);
    }
    return SpikeTrains.of(Arrays.asList(trains));
  }
}
