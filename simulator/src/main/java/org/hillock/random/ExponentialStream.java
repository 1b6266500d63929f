package org.hillock.random;

import org.hillock.vector.Vectors;
import org.jspecify.annotations.Nullable;

/**
 * Exponentially distributed numbers of mean 1 from streams of {@link Threefry}, by the ziggurat
 * method (Marsaglia and Tsang 2000, J Stat Softw 5:8): the density is covered by 256 layers of
 * equal area, 98.9 % of numbers take one random word of 64 bits and one multiplication, and the
 * rest are tested against the density itself, so that the distribution is exact.
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

  /** So many numbers can be drawn at once. */
  public static final int MOST_AT_ONCE = 64;

  /** Fewer blocks than this are computed one by one. */
  private static final int FEW_BLOCKS = 3;

  /** Width of each layer. */
  private static final double[] WIDTHS = new double[LAYERS + 1];

  /** The density at each width. */
  private static final double[] HEIGHTS = new double[LAYERS + 1];

  /** Width of each layer by 2^-53, by which 53 random bits are multiplied. */
  private static final double[] SCALES = new double[LAYERS];

  /** With fewer than this a number lies where the layer above is too, so under the density. */
  private static final long[] INSIDE = new long[LAYERS];

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
    for (int i = 0; i < LAYERS; i++) {
      SCALES[i] = WIDTHS[i] * UNIT;
      INSIDE[i] = (long) (WIDTHS[i + 1] / SCALES[i]);
    }
  }

  private final int[] key;
  private final @Nullable ThreefryVectors vectors;
  private final int[] counter = new int[4];
  private final int[] block = new int[4];
  private final long[] words = new long[BUFFER];
  private final double[] numbers = new double[MOST_AT_ONCE];
  private final long[] places = new long[MOST_AT_ONCE];
  private int used;
  private int filled;

  /** Number of the first word in the buffer. */
  private long first;

  private int expected;

  /**
   * @param seed the run's seed
   * @param purpose what the numbers are for
   * @param object number of the projection, input or population
   */
  public ExponentialStream(long seed, Purpose purpose, int object) {
    this.key = ThreefryBatch.key(seed, purpose, object);
    this.vectors = Vectors.available() ? new ThreefryVectors(key) : null;
  }

  /**
   * Points at a place in an entity's numbers.
   *
   * @param entity number of the neuron
   * @param place words taken so far, as {@link #placeAfter} tells
   * @param likely how many numbers are likely to be drawn: more may be
   * @return this
   */
  public ExponentialStream at(int entity, long place, int likely) {
    // A block of the generator holds two words: begin with a whole one.
    first = place & ~1L;
    counter[2] = entity;
    used = (int) (place - first);
    filled = 0;
    expected = likely;
    return this;
  }

  /**
   * The next numbers.
   *
   * @param count how many, up to {@link #MOST_AT_ONCE}
   * @return an array whose first {@code count} elements they are; valid until the next call
   */
  public double[] next(int count) {
    for (int at = 0; at < count; ) {
      if (used >= filled) {
        refill();
      }
      at = inside(at, Math.min(count, at + filled - used));
      if (at < count && used < filled) {
        long word = words[used++];
        numbers[at] = next((int) word & LAYERS - 1, word >>> 11);
        places[at++] = first + used;
      }
    }
    return numbers;
  }

  /** Makes numbers of words as long as these lie inside their layers; returns the first missing. */
  private int inside(int from, int to) {
    int word = used;
    int at = from;
    for (; at < to; at++) {
      int layer = (int) words[word] & LAYERS - 1;
      long part = words[word] >>> 11;
      if (part >= INSIDE[layer]) {
        break;
      }
      numbers[at] = part * SCALES[layer];
      places[at] = first + ++word;
    }
    used = word;
    return at;
  }

  /** Where the stream goes on after so many of the numbers last drawn, 1 or more. */
  public long placeAfter(int count) {
    return places[count - 1];
  }

  /** The number of a word that does not lie inside its layer for certain. */
  private double next(int firstLayer, long firstPart) {
    double beyond = 0;
    int layer = firstLayer;
    double x = firstPart * SCALES[layer];
    while (x >= WIDTHS[layer + 1]) {
      if (layer == 0) {
        // Beyond r the density is that from 0 on, smaller by a factor.
        beyond += TAIL;
      } else {
        double height = (nextWord() >>> 11) * UNIT;
        double low = HEIGHTS[layer];
        if (low + height * (HEIGHTS[layer + 1] - low) < StrictMath.exp(-x)) {
          break;
        }
      }
      long word = nextWord();
      layer = (int) word & LAYERS - 1;
      x = (word >>> 11) * SCALES[layer];
    }
    return beyond + x;
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
    int blocks = Math.min(BUFFER, expected + used + 2) / 2;
    filled = 2 * blocks;
    expected = 2;
    if (vectors != null && blocks >= FEW_BLOCKS) {
      fillByVectors(vectors, blocks);
    } else {
      for (int i = 0; i < blocks; i++) {
        number(first / 2 + i);
        Threefry.block(counter, key, block);
        words[2 * i] = word(block[0], block[1]);
        words[2 * i + 1] = word(block[2], block[3]);
      }
    }
  }

  private void fillByVectors(ThreefryVectors made, int blocks) {
    number(first / 2);
    made.countFirst(counter[0], counter[1], counter[2], blocks);
    for (int i = 0; i < blocks; i++) {
      words[2 * i] = word(made.words0[i], made.words1[i]);
      words[2 * i + 1] = word(made.words2[i], made.words3[i]);
    }
  }

  /** Sets the number of a block in the counter. Its high half would take longer than any run. */
  private void number(long which) {
    counter[0] = (int) which;
    counter[1] = (int) (which >>> 32);
  }

  private static long word(int low, int high) {
    return (long) high << 32 | low & 0xFFFFFFFFL;
  }
}
