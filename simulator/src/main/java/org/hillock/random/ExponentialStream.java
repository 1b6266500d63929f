package org.hillock.random;

/**
 * Exponentially distributed numbers of mean 1 from a {@link RandomStream}, by the ziggurat method
 * (Marsaglia and Tsang 2000, J Stat Softw 5:8): the density is covered by 256 layers of equal area,
 * 98.9 % of numbers take one random word of 64 bits and one multiplication, and the rest are tested
 * against the density itself, so that the distribution is exact.
 *
 * <pre>
 *   x_1 = r, where the tail begins;   x_(i+1) = -ln(v/x_i + e^(-x_i));   x_0 = v e^r;   x_256 = 0
 *   r x-value and area:  v = r e^(-r) + e^(-r),   r = 7.69711747013104972
 * </pre>
 *
 * <p>A number may take several words, so a place in the stream is told in words that were taken.
 * Numbers can be drawn from any such place. Not thread-safe.
 */
public final class ExponentialStream {

  private static final int LAYERS = 256;
  private static final double TAIL = 7.69711747013104972;

  /** Area of a layer: the first, of width r and height e^-r, with the tail beyond, e^-r. */
  private static final double AREA = (TAIL + 1) * StrictMath.exp(-TAIL);

  private static final double UNIT = 0x1p-53;
  private static final int BUFFER = 64;

  /** Width of each layer. */
  private static final double[] WIDTHS = new double[LAYERS + 1];

  /** The density at each width. */
  private static final double[] HEIGHTS = new double[LAYERS + 1];

  static {
    WIDTHS[0] = AREA * StrictMath.exp(TAIL);
    WIDTHS[1] = TAIL;
    for (int i = 1; i < LAYERS - 1; i++) {
      WIDTHS[i + 1] = -StrictMath.log(AREA / WIDTHS[i] + StrictMath.exp(-WIDTHS[i]));
    }
    WIDTHS[LAYERS] = 0;
    for (int i = 0; i <= LAYERS; i++) {
      HEIGHTS[i] = StrictMath.exp(-WIDTHS[i]);
    }
  }

  private final RandomStream stream;
  private final long[] words = new long[BUFFER];
  private int used;
  private int filled;

  /** Number of the first word in the buffer. */
  private long first;

  private int expected;

  /**
   * @param seed the run's seed
   */
  public ExponentialStream(long seed) {
    this.stream = new RandomStream(seed);
  }

  /**
   * Points at a place in an entity's numbers.
   *
   * @param purpose what the numbers are for
   * @param object number of the projection, input or population
   * @param entity number of the neuron within it
   * @param place words taken so far, as {@link #place} tells
   * @param likely how many numbers are likely to be drawn: more may be
   * @return this
   */
  public ExponentialStream at(Purpose purpose, int object, int entity, long place, int likely) {
    // Blocks of the generator hold two words: begin with a whole one.
    first = place & ~1L;
    stream.at(purpose, object, entity).skipTo(2 * first);
    used = (int) (place - first);
    filled = 0;
    expected = likely;
    return this;
  }

  /** Words taken so far. */
  public long place() {
    return first + used;
  }

  /** The next number. */
  public double next() {
    double beyond = 0;
    while (true) {
      long word = nextWord();
      int layer = (int) word & LAYERS - 1;
      double x = (word >>> 11) * UNIT * WIDTHS[layer];
      if (x < WIDTHS[layer + 1]) {
        return beyond + x;
      }
      if (layer == 0) {
        // Beyond r the density is that from 0 on, smaller by a factor.
        beyond += TAIL;
      } else {
        double height = (nextWord() >>> 11) * UNIT;
        double low = HEIGHTS[layer];
        if (low + height * (HEIGHTS[layer + 1] - low) < StrictMath.exp(-x)) {
          return beyond + x;
        }
      }
    }
  }

  private long nextWord() {
    if (used >= filled) {
      refill();
    }
    return words[used++];
  }

  private void refill() {
    if (filled > 0) {
      first += filled;
      used -= filled;
    }
    filled = Math.min(BUFFER, expected + used + 2 & ~1);
    stream.nextLongs(words, filled);
    expected = 2;
  }
}
