package org.hillock.stimulus.event;

import java.nio.file.Path;
import java.util.Arrays;
import org.hillock.network.SpikeTrains;
import org.hillock.stimulus.StimulusException;

/**
 * The events of a camera as spikes, of a neuron for each pixel, row by row from the top, or of two:
 * first those that answer to brighter, then those that answer to darker. The first event of the
 * file comes a microsecond after the beginning, and the others as long after it as in the file.
 *
 * @param width of the sensor [pixels]
 * @param height of the sensor [pixels]
 * @param polarity which events are taken
 * @param begin of the recording in the run [ms]
 */
public record CameraEvents(int width, int height, Polarity polarity, double begin) {

  private static final double MICROSECOND = 1e-3;

  /** Which events are taken, and by whom. */
  public enum Polarity {
    /** All, brighter and darker by neurons of their own. */
    SEPARATE,
    /** All, by one neuron a pixel. */
    MERGED,
    /** Those of pixels that become brighter. */
    ON,
    /** Those of pixels that become darker. */
    OFF
  }

  /** Neurons that it takes. */
  public int neurons() {
    return width * height * (polarity == Polarity.SEPARATE ? 2 : 1);
  }

  /** Takes the events of a file, and gathers them. */
  private final class Gathering {

    private final double[][] trains = new double[neurons()][0];
    private final int[] counts = new int[trains.length];
    private final String name;
    private final long most;
    private long taken;
    private long first = Long.MIN_VALUE;

    Gathering(String name, long most) {
      this.name = name;
      this.most = most;
    }

    void take(long time, int x, int y, boolean on) throws StimulusException {
      if (x < 0 || x >= width || y < 0 || y >= height) {
        throw new StimulusException(
            "'" + name + "' has an event at x = " + x + ", y = " + y,
            "expected pixels of " + width + " x " + height);
      }
      first = first == Long.MIN_VALUE ? time : first;
      if (time < first) {
        throw new StimulusException(
            "'" + name + "' has an event " + (first - time) + " us before its first",
            "expected ascending times");
      }
      if (polarity == Polarity.ON && !on || polarity == Polarity.OFF && on) {
        return;
      }
      if (++taken > most) {
        throw new StimulusException("'" + name + "' has more than " + most + " events", "");
      }
      int neuron = y * width + x + (polarity == Polarity.SEPARATE && !on ? width * height : 0);
      if (counts[neuron] == trains[neuron].length) {
        trains[neuron] = Arrays.copyOf(trains[neuron], 8 + 2 * counts[neuron]);
      }
      trains[neuron][counts[neuron]++] = begin + (time - first + 1) * MICROSECOND;
    }

    SpikeTrains trains() {
      for (int i = 0; i < trains.length; i++) {
        trains[i] = Arrays.copyOf(trains[i], counts[i]);
      }
      return SpikeTrains.of(Arrays.asList(trains));
    }
  }

  /**
   * The spikes of each neuron.
   *
   * @param file of events
   * @param name what messages call it
   * @param most spikes that may be
   * @throws StimulusException if the file is missing, damaged or empty, or has pixels that there
   *     are not
   */
  public SpikeTrains trains(Path file, String name, long most) throws StimulusException {
    Gathering gathering = new Gathering(name, most);
    EventFile.read(file, name, width, height, gathering::take);
    if (gathering.first == Long.MIN_VALUE) {
      throw new StimulusException("'" + name + "' has no events", "expected one or more");
    }
    return gathering.trains();
  }
}
