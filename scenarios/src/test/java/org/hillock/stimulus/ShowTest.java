package org.hillock.stimulus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hillock.network.SpikeTrains;
import org.junit.jupiter.api.Test;

/** Images that become spikes. */
class ShowTest {

  private static final long MANY = 100_000_000;

  /** Images of one row, each pixel of the intensity that is given. */
  private record Rows(double[]... intensities) implements Images {

    @Override
    public int count() {
      return intensities.length;
    }

    @Override
    public int width() {
      return intensities[0].length;
    }

    @Override
    public int height() {
      return 1;
    }

    @Override
    public void copy(int index, double[] into) {
      System.arraycopy(intensities[index], 0, into, 0, into.length);
    }

    @Override
    public String label(int index) {
      return "row" + index;
    }
  }

  private static Show show(Images images, Encoder encoder, Show.Part... parts) {
    return new Show(images, null, encoder, 100, 200, 50, List.of(parts));
  }

  /** Counts are Poisson-distributed of mean rate times time: five standard errors. */
  @Test
  void firesAtARateInProportionToTheIntensityWhileAnImageIsShown() throws StimulusException {
    double[] intensities = {0, 0.1, 0.5, 1};
    int times = 2000;
    Show show =
        show(new Rows(intensities), new Encoder.Rate(80), new Show.Part("all", 0, 1, times, false));
    List<Presentation> shown = show.presentations(7, 3);
    assertEquals(times, shown.size());
    SpikeTrains trains = show.trains(shown, 7, 3, MANY);
    for (int neuron = 0; neuron < intensities.length; neuron++) {
      double mean = intensities[neuron] * 80 * 0.2;
      double[] counts = new double[times];
      for (double time : trains.train(neuron)) {
        int number = (int) ((time - 100) / 250);
        assertTrue(time - 100 - 250 * number <= 200, "fires at " + time);
        counts[number]++;
      }
      double sum = Arrays.stream(counts).sum();
      assertEquals(mean * times, sum, 5 * Math.sqrt(mean * times));
      double variance =
          Arrays.stream(counts).map(count -> (count - mean) * (count - mean)).sum() / times;
      // The variance of the variance of Poisson counts is (mean + 2 mean^2) / n.
      assertEquals(mean, variance, 5 * Math.sqrt((mean + 2 * mean * mean) / times));
    }
  }

  @Test
  void firesTheEarlierTheBrighterByLatency() throws StimulusException {
    Show show =
        show(
            new Rows(new double[] {1, 0.5, 0.1, 0}),
            new Encoder.Latency(100, 0.2),
            new Show.Part("all", 0, 1, 2, false));
    SpikeTrains trains = show.trains(show.presentations(1, 0), 1, 0, MANY);
    assertArrayEquals(new double[] {100 + 100 / 256.0, 350 + 100 / 256.0}, trains.train(0), 1e-12);
    assertArrayEquals(
        new double[] {100 + 100 * 128.5 / 256, 350 + 100 * 128.5 / 256}, trains.train(1), 1e-12);
    assertEquals(0, trains.count(2));
    assertEquals(0, trains.count(3));
  }

  @Test
  void showsPartsOneAfterTheOtherAndShufflesEachRoundAnew() {
    Rows images = new Rows(new double[10][1]);
    Show show =
        show(
            images,
            new Encoder.Rate(1),
            new Show.Part("train", 2, 5, 20, true),
            new Show.Part("test", 7, 3, 1, false));
    List<Presentation> shown = show.presentations(1, 0);
    assertEquals(103, shown.size());
    Set<List<Integer>> orders = new HashSet<>();
    for (int round = 0; round < 20; round++) {
      List<Integer> order =
          shown.subList(5 * round, 5 * round + 5).stream().map(Presentation::image).toList();
      assertEquals(Set.of(2, 3, 4, 5, 6), new HashSet<>(order));
      orders.add(order);
    }
    assertTrue(orders.size() > 10, "orders: " + orders);
    assertEquals(
        List.of(7, 8, 9), shown.subList(100, 103).stream().map(Presentation::image).toList());
    Presentation last = shown.get(102);
    assertEquals("test", last.name());
    assertEquals("row9", last.label());
    assertEquals(100 + 102 * 250, last.begin());
    assertEquals(100 + 102 * 250 + 200, last.end());
    assertNotEquals(shown, show.presentations(2, 0));
    assertEquals(shown, show.presentations(1, 0));
  }

  /** The same image has other spikes each time, so have two neurons, two populations, two seeds. */
  @Test
  void drawsEachTimeAnew() throws StimulusException {
    Show show =
        show(
            new Rows(new double[] {1, 1}),
            new Encoder.Rate(100),
            new Show.Part("all", 0, 1, 2, false));
    List<Presentation> shown = show.presentations(1, 0);
    double[] train = show.trains(shown, 1, 0, MANY).train(0);
    assertArrayEquals(train, show.trains(shown, 1, 0, MANY).train(0));
    assertNotEquals(
        Arrays.toString(train), Arrays.toString(show.trains(shown, 1, 0, MANY).train(1)));
    assertNotEquals(
        Arrays.toString(train), Arrays.toString(show.trains(shown, 1, 5, MANY).train(0)));
    assertNotEquals(
        Arrays.toString(train), Arrays.toString(show.trains(shown, 2, 0, MANY).train(0)));
    double[] first = Arrays.stream(train).filter(time -> time < 300).toArray();
    double[] second = Arrays.stream(train).filter(time -> time > 300).map(t -> t - 250).toArray();
    assertNotEquals(Arrays.toString(first), Arrays.toString(second));
  }

  @Test
  void refusesMoreSpikesThanAreAllowed() {
    Show show =
        show(
            new Rows(new double[] {1}),
            new Encoder.Rate(1000),
            new Show.Part("all", 0, 1, 100, false));
    StimulusException refused =
        assertThrows(
            StimulusException.class, () -> show.trains(show.presentations(1, 0), 1, 0, 1000));
    assertEquals("more than 1000 spikes by image 5 of 100", refused.found());
  }

  /** A point becomes a difference of two Gaussians; an even image nothing. */
  @Test
  void seesTheDifferenceOfGaussians() {
    int side = 41;
    double[] point = new double[side * side];
    point[20 * side + 20] = 1;
    double[] maps = new DifferenceOfGaussians(1, 2).maps(point, side, side);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double square = (x - 20) * (x - 20) + (y - 20) * (y - 20);
        double wanted =
            Math.exp(-square / 2) / (2 * Math.PI) - Math.exp(-square / 8) / (8 * Math.PI);
        double found = maps[y * side + x] - maps[side * side + y * side + x];
        assertEquals(wanted, found, 1e-3); // cut off at three standard deviations
      }
    }
    double[] even = new double[side * side];
    Arrays.fill(even, 0.7);
    double[] nothing = new DifferenceOfGaussians(1, 2).maps(even, side, side);
    assertEquals(0, Arrays.stream(nothing).max().orElseThrow(), 1e-12);
  }

  @Test
  void drawsDigitsThatAreAlikeInAClassAndNeverTheSame() {
    GeneratedDigits digits = new GeneratedDigits();
    int each = 30;
    double[][] images = new double[10 * each][256];
    for (int i = 0; i < images.length; i++) {
      digits.copy(i, images[i]);
      assertEquals(Integer.toString(i % 10), digits.label(i));
      double ink = Arrays.stream(images[i]).sum();
      assertTrue(ink > 10 && ink < 120, "ink " + ink);
      assertEquals(0, Arrays.stream(images[i]).filter(v -> v < 0 || v > 1).count());
    }
    assertEquals(images.length, Arrays.stream(images).map(Arrays::toString).distinct().count());
    // Which mean is the nearest, of all other images: a plain read-out of the images themselves.
    int right = 0;
    for (int i = 0; i < images.length; i++) {
      int one = i;
      double[] distances =
          IntStream.range(0, 10).mapToDouble(digit -> distance(images, one, digit)).toArray();
      int best = 0;
      for (int digit = 1; digit < 10; digit++) {
        best = distances[digit] < distances[best] ? digit : best;
      }
      right += best == i % 10 ? 1 : 0;
    }
    assertTrue(right > 0.9 * images.length, right + " of " + images.length);
    assertTrue(right < images.length, "a set that cannot be mistaken teaches nothing");
  }

  private static double distance(double[][] images, int one, int digit) {
    double[] mean = new double[256];
    int count = 0;
    for (int i = digit; i < images.length; i += 10) {
      count += i == one ? 0 : 1;
    }
    for (int i = digit; i < images.length; i += 10) {
      for (int k = 0; i != one && k < mean.length; k++) {
        mean[k] += images[i][k] / count;
      }
    }
    double sum = 0;
    for (int k = 0; k < mean.length; k++) {
      sum += (images[one][k] - mean[k]) * (images[one][k] - mean[k]);
    }
    return sum;
  }

  /** Mean and standard deviation of the times of a packet: five standard errors. */
  @Test
  void firesInPackets() {
    int neurons = 1000;
    SpikeTrains trains = new PulsePackets(List.of(100.0, 300.0), 3, 4).trains(neurons, 1, 0);
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (int neuron = 0; neuron < neurons; neuron++) {
      assertEquals(6, trains.count(neuron));
      for (double time : trains.train(neuron)) {
        double off = time - (time < 200 ? 100 : 300);
        sum += off;
        squares += off * off;
        n++;
      }
    }
    assertEquals(0, sum / n, 5 * 4 / Math.sqrt(n));
    assertEquals(16, squares / n, 5 * 16 * Math.sqrt(2.0 / n));
    SpikeTrains early = new PulsePackets(List.of(0.0), 1, 4).trains(neurons, 1, 0);
    assertEquals(neurons / 2.0, early.mean() * neurons, 5 * Math.sqrt(neurons / 4.0));
  }
}
