package org.hillock.loihi.emulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.loihi.emulate.learning.LearningProfile;

/** Sorts the synapses on to some neurons into rows. */
final class PartBuilder {

  /** An index into the ring plus an offset within it must fit in 31 bits. */
  private static final long MOST_CELLS = 1 << 30;

  private final ChipImage image;
  private final int first;
  private final int count;
  private final EmulationSettings settings;
  private final int slots;
  private final SynapseRows direct;
  private final List<SummedRows> summed = new ArrayList<>();

  /** The rows of each format. */
  private final SynapseRows[] rows;

  /** Synapses of each format that learns, by their number, and their place in the rows. */
  private final int[][] learning;

  private final int[][] places;

  PartBuilder(ChipImage image, int first, int count, EmulationSettings settings) {
    this.image = image;
    this.first = first;
    this.count = count;
    this.settings = settings;
    slots = image.longestDelay() + 1;
    if ((long) slots * count > MOST_CELLS) {
      throw new IllegalArgumentException(
          "%d neurons a thread with delays of up to %d steps: at most %d sums can be under way"
              .formatted(count, slots - 1, MOST_CELLS));
    }
    List<SynapseFormat> formats = image.formats();
    int[] all = new int[image.sources()];
    int[][] own = new int[formats.size()][];
    int[] plastic = new int[formats.size()];
    for (int f = 0; f < own.length; f++) {
      own[f] = formats.get(f).summed(image.arithmetic()) ? new int[image.sources()] : all;
    }
    for (int i = 0; i < image.synapses; i++) {
      if (mine(i)) {
        own[image.format[i]][image.sourceNumber(i)]++;
        plastic[image.format[i]]++;
      }
    }
    direct = new SynapseRows(all);
    rows = new SynapseRows[own.length];
    learning = new int[own.length][];
    places = new int[own.length][];
    for (int f = 0; f < own.length; f++) {
      SynapseFormat format = formats.get(f);
      rows[f] = direct;
      if (own[f] != all) {
        rows[f] = new SynapseRows(own[f]);
        summed.add(new SummedRows(format, image.widths().weightShift(), rows[f], slots * count));
      }
      learning[f] = new int[format.learning() == null ? 0 : plastic[f]];
      places[f] = new int[learning[f].length];
    }
    fill();
  }

  private boolean mine(int synapse) {
    int target = image.target[synapse];
    return target >= first && target < first + count;
  }

  private void fill() {
    int[] filled = new int[rows.length];
    for (int i = 0; i < image.synapses; i++) {
      if (mine(i)) {
        int f = image.format[i];
        SynapseFormat format = image.formats().get(f);
        int offset = image.delay[i] * count + image.target[i] - first;
        int value = value(f, format.mantissa(image.mantissa[i], image.arithmetic()));
        int place = rows[f].add(image.sourceNumber(i), offset, value);
        if (format.learning() != null) {
          learning[f][filled[f]] = i;
          places[f][filled[f]++] = place;
        }
      }
    }
  }

  /** What the rows of a format hold for a mantissa. */
  private int value(int f, int mantissa) {
    SynapseFormat format = image.formats().get(f);
    return format.summed(image.arithmetic())
        ? mantissa
        : format.weight(mantissa, image.arithmetic(), image.widths());
  }

  int slots() {
    return slots;
  }

  SynapseRows direct() {
    return direct;
  }

  SummedRows[] summed() {
    return summed.toArray(SummedRows[]::new);
  }

  PlasticFormat[] plastic() {
    List<PlasticFormat> found = new ArrayList<>();
    for (int f = 0; f < rows.length; f++) {
      SynapseFormat format = image.formats().get(f);
      LearningProfile profile = format.learning();
      if (profile != null && learning[f].length > 0) {
        int number = f;
        found.add(
            new PlasticFormat(
                image,
                format,
                profile,
                learning[f],
                first,
                count,
                settings.draws().of(f, profile),
                (k, weight) -> rows[number].set(places[number][k], value(number, weight))));
      }
    }
    return found.toArray(PlasticFormat[]::new);
  }

  /** Cuts neurons so that all threads have as much to do: boundaries, from 0 to all neurons. */
  static int[] cut(ChipImage image, int threads) {
    // An update costs about as much as the arrival of a few spikes.
    int[] cost = new int[image.neurons()];
    Arrays.fill(cost, 16);
    for (int i = 0; i < image.synapses; i++) {
      cost[image.target[i]]++;
    }
    long total = Arrays.stream(cost).asLongStream().sum();
    int[] boundary = new int[threads + 1];
    long sum = 0;
    int next = 1;
    for (int i = 0; i < cost.length; i++) {
      sum += cost[i];
      while (next < threads && sum * threads >= total * next) {
        boundary[next++] = i + 1;
      }
    }
    Arrays.fill(boundary, next, threads + 1, image.neurons());
    return boundary;
  }
}
