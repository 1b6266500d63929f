package org.hillock.stimulus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.network.SpikeTrains;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Images that are shown one after the other to a population with a neuron a pixel, or two with a
 * filter.
 *
 * @param images of which some are shown
 * @param filter through which they are seen, or null
 * @param encoder turns intensities into spikes
 * @param begin when the first is shown [ms]
 * @param show how long each is shown [ms]
 * @param rest pause after each [ms]
 * @param parts in their order
 */
public record Show(
    Images images,
    @Nullable DifferenceOfGaussians filter,
    Encoder encoder,
    double begin,
    double show,
    double rest,
    List<Part> parts) {

  /**
   * Some of the images.
   *
   * @param name what claims call it
   * @param first image
   * @param count how many
   * @param repeat how often all of them come
   * @param shuffled whether they come in another order each time, by the seed
   */
  public record Part(String name, int first, int count, int repeat, boolean shuffled) {}

  /** Copies the list. */
  public Show {
    parts = List.copyOf(parts);
  }

  /** Neurons that it takes. */
  public int neurons() {
    return images.width() * images.height() * (filter == null ? 1 : 2);
  }

  /**
   * What is shown when.
   *
   * @param seed of the run
   * @param population index, which keys the order
   */
  public List<Presentation> presentations(long seed, int population) {
    RandomStream random = new RandomStream(seed).at(Purpose.STIMULUS, population, -1);
    List<Presentation> all = new ArrayList<>();
    for (Part part : parts) {
      int[] order = new int[part.count()];
      for (int round = 0; round < part.repeat(); round++) {
        for (int i = 0; i < order.length; i++) {
          int other = part.shuffled() ? random.nextInt(i + 1) : i;
          order[i] = order[other];
          order[other] = part.first() + i;
        }
        for (int image : order) {
          double from = begin + all.size() * (show + rest);
          all.add(new Presentation(part.name(), image, images.label(image), from, from + show));
        }
      }
    }
    return all;
  }

  /**
   * The spikes of each neuron.
   *
   * @param presentations what is shown when
   * @param seed of the run
   * @param population index, which keys the random numbers
   * @param most spikes that may be
   * @throws StimulusException if there would be more
   */
  public SpikeTrains trains(List<Presentation> presentations, long seed, int population, long most)
      throws StimulusException {
    RandomStream random = new RandomStream(seed);
    int neurons = neurons();
    double[][] trains = new double[neurons][0];
    int[] counts = new int[neurons];
    double[] pixels = new double[images.width() * images.height()];
    double expected = 0;
    for (int number = 0; number < presentations.size(); number++) {
      Presentation shown = presentations.get(number);
      images.copy(shown.image(), pixels);
      double[] seen =
          filter == null ? pixels : filter.maps(pixels, images.width(), images.height());
      for (int i = 0; i < neurons; i++) {
        int neuron = i;
        expected += encoder.expected(seen[i], show);
        random.at(Purpose.STIMULUS, population, neuron).skipTo((long) number << 24);
        encoder.encode(
            seen[i],
            shown.begin(),
            show,
            random,
            time -> {
              if (counts[neuron] == trains[neuron].length) {
                trains[neuron] = Arrays.copyOf(trains[neuron], 8 + 2 * counts[neuron]);
              }
              trains[neuron][counts[neuron]++] = time;
            });
      }
      if (expected > most) {
        throw new StimulusException(
            "more than " + most + " spikes by image " + number + " of " + presentations.size(),
            "expected fewer images, or a lower rate");
      }
    }
    for (int i = 0; i < neurons; i++) {
      trains[i] = Arrays.copyOf(trains[i], counts[i]);
    }
    return SpikeTrains.of(Arrays.asList(trains));
  }
}
