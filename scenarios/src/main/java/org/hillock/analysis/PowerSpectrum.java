package org.hillock.analysis;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.hillock.record.Spikes;

/**
 * Power of the spike count of a population over frequency: periodograms of Hann-windowed segments
 * of a second, each half over the one before, less their mean, averaged (Welch 1967, IEEE Trans
 * Audio Electroacoust 15:70; Elephant's {@code welch_psd} of the population rate, over twice the
 * mean rate since that is one-sided). Counts are in bins of 1 ms. A Poisson process has 1 at every
 * frequency, and so has the sum of any number of them.
 *
 * @param frequency of each value, ascending from 0 [Hz]; neighbours are nearer than a segment
 *     resolves
 * @param power as many; not a number without spikes
 * @param resolution one over the length of a segment [Hz]
 */
public record PowerSpectrum(double[] frequency, double[] power, double resolution) {

  /** Width of a bin [ms]. */
  public static final double BIN = 1;

  /** Highest frequency, half that of the bins [Hz]. */
  public static final double HIGHEST = 500 / BIN;

  private static final int SEGMENT = 1000; // bins
  private static final int TRANSFORMED = 8192; // bins, of which those after a segment are 0

  /**
   * Of the spikes of neurons {@code from} to {@code to - 1} in a window. Where the window is
   * shorter than a segment, it is the one segment.
   */
  public static PowerSpectrum of(Spikes spikes, int from, int to, TimeWindow window) {
    TimeBins bins = TimeBins.within(window.start(), window.stop(), BIN);
    int[] counts = bins.count(PartOfSpikes.of(spikes, from, to));
    int length = Math.min(SEGMENT, counts.length);
    double[] power = new double[TRANSFORMED / 2 + 1];
    double[] hann = hann(length);
    double squares = 0;
    for (double weight : hann) {
      squares += weight * weight;
    }
    int segments = 0;
    double spikesInSegments = 0;
    for (int first = 0; length > 1 && first + length <= counts.length; ) {
      spikesInSegments += add(counts, first, hann, power);
      segments++;
      first += Math.max(1, length / 2);
    }
    double mean = spikesInSegments / ((double) segments * length);
    double[] frequency = new double[power.length];
    for (int i = 0; i < power.length; i++) {
      frequency[i] = 1000.0 * i / (TRANSFORMED * BIN);
      power[i] = mean > 0 ? power[i] / (segments * squares * mean) : Double.NaN;
    }
    return new PowerSpectrum(frequency, power, 1000.0 / (length * BIN));
  }

  /** A window that repeats after its length, as SciPy's for spectra does. */
  private static double[] hann(int length) {
    double[] hann = new double[length];
    for (int i = 0; i < length; i++) {
      hann[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
    }
    return hann;
  }

  /** Adds the periodogram of a segment, and says how many spikes it has. */
  private static double add(int[] counts, int first, double[] hann, double[] power) {
    double sum = 0;
    for (int i = 0; i < hann.length; i++) {
      sum += counts[first + i];
    }
    double mean = sum / hann.length;
    double[] values = new double[TRANSFORMED];
    for (int i = 0; i < hann.length; i++) {
      values[i] = hann[i] * (counts[first + i] - mean);
    }
    Complex[] transformed =
        new FastFourierTransformer(DftNormalization.STANDARD)
            .transform(values, TransformType.FORWARD);
    for (int i = 0; i < power.length; i++) {
      double real = transformed[i].getReal();
      double imaginary = transformed[i].getImaginary();
      power[i] += real * real + imaginary * imaginary;
    }
    return sum;
  }

  /** The power at a frequency between 0 and {@link #HIGHEST} [Hz]. */
  public double at(double wanted) {
    double place = wanted / frequency[1];
    int below = (int) Math.max(0, Math.min(frequency.length - 2, Math.floor(place)));
    double part = place - below;
    return power[below] + part * (power[below + 1] - power[below]);
  }

  /**
   * The frequency with most power [Hz], not a number if there are no spikes.
   *
   * @param least [Hz]; what is slower than two cycles a segment, which is not seen, is left out
   * @param most [Hz]
   */
  public double peak(double least, double most) {
    double peak = Double.NaN;
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < power.length; i++) {
      boolean inside = frequency[i] >= Math.max(least, 2 * resolution) && frequency[i] <= most;
      if (inside && power[i] > best) {
        best = power[i];
        peak = frequency[i];
      }
    }
    return peak;
  }
}
