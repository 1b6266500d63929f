package org.hillock.bench;

import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * How fast a machine does the three things of which {@link LowerBound} is made, all threads
 * together.
 *
 * <p>Each is a loop over an array of the size in question, so that the cache where it fits decides;
 * where vectors help, the compiler makes them as wide as the machine has them.
 *
 * @param threads that were measured at once
 * @param read bytes per second, in order
 * @param add additions per second to random places of a row
 * @param move numbers per second that are read, multiplied, added to and written, in order
 */
public record MachineSpeed(int threads, double read, double add, double move) {

  /** Places of a row that 16 bits tell apart, which is how a target is stored. */
  private static final int PLACES = 1 << 16;

  /** As many events of one source follow each other in one part of a row. */
  private static final int SEGMENT = 1 << 6;

  private static final int FEWEST = 1 << 10;

  private static final AtomicBoolean COMPILED = new AtomicBoolean();

  /**
   * Measures, within a second or so; the first time in a process takes twice that, since loops that
   * are not compiled yet are slow, which goes for nothing.
   *
   * @param work whose sizes count
   * @param workers threads that share it; of those beyond the processors none adds anything
   */
  static MachineSpeed of(Work work, int workers) {
    int threads = Math.min(workers, Runtime.getRuntime().availableProcessors());
    if (!COMPILED.getAndSet(true)) {
      measure(work, threads);
    }
    return measure(work, threads);
  }

  private static MachineSpeed measure(Work work, int threads) {
    Repeated repeated = new Repeated(threads);
    int synapses = repeated.share(work.synapses());
    int rows = repeated.share(work.rows() * Work.NUMBER_BYTES);
    int states = repeated.share(work.states() * Work.NUMBER_BYTES);
    return new MachineSpeed(
        threads,
        repeated.perSecond(thread -> reading(synapses)) * Long.BYTES,
        repeated.perSecond(thread -> adding(rows, thread)),
        repeated.perSecond(thread -> moving(states)));
  }

  private static Repeated.Round reading(int length) {
    long[] array = new long[length];
    return () -> {
      Repeated.use(sum(array));
      return length;
    };
  }

  private static long sum(long[] array) {
    long a = 0;
    long b = 0;
    long c = 0;
    long d = 0;
    for (int i = 0; i + 3 < array.length; i += 4) {
      a += array[i];
      b += array[i + 1];
      c += array[i + 2];
      d += array[i + 3];
    }
    return a + b + c + d;
  }

  private static Repeated.Round adding(int length, int seed) {
    double[] row = new double[length];
    int places = Math.min(length, PLACES);
    // Not part of any result: which places are met does not matter, only that they are random.
    Random random = new Random(seed);
    char[] targets = new char[Math.max(FEWEST, places)];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = (char) random.nextInt(places);
    }
    int[] parts =
        IntStream.range(0, targets.length / SEGMENT)
            .map(i -> random.nextInt(length - places + 1))
            .toArray();
    return () -> {
      for (int part = 0; part < parts.length; part++) {
        add(row, parts[part], targets, part * SEGMENT, 0x1p-10);
      }
      Repeated.use(Double.doubleToRawLongBits(row[0]));
      return (long) parts.length * SEGMENT;
    };
  }

  private static void add(double[] row, int part, char[] targets, int from, double weight) {
    for (int i = from; i < from + SEGMENT; i++) {
      row[part + targets[i]] += weight;
    }
  }

  private static Repeated.Round moving(int length) {
    double[] state = new double[length];
    return () -> {
      move(state, 0.99, 0.01);
      Repeated.use(Double.doubleToRawLongBits(state[0]));
      return length;
    };
  }

  private static void move(double[] state, double decay, double constant) {
    for (int i = 0; i < state.length; i++) {
      state[i] = decay * state[i] + constant;
    }
  }
}
