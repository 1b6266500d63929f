package org.hillock.sweep;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hillock.text.MistakeException;

/**
 * The points that one process runs: every so-manieth, so that each shard gets easy and hard ones.
 *
 * @param number from 1 to {@code of}
 * @param of how many shards there are
 */
public record Shard(int number, int of) {

  /** All points in one process. */
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern FORM = Pattern.compile("([0-9]{1,7})/([0-9]{1,7})");

  /**
   * Reads {@code 3/8}.
   *
   * @throws MistakeException if it is none
   */
  public static Shard read(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (matcher.matches()) {
      int number = Integer.parseInt(matcher.group(1));
      int of = Integer.parseInt(matcher.group(2));
      if (number >= 1 && number <= of) {
        return new Shard(number, of);
      }
    }
    throw new MistakeException(
        "--shard " + text + ": expected I/N with I from 1 to N, such as --shard 1/8 … --shard 8/8");
  }

  /** Its points of so many, by index. */
  IntStream of(SweepGrid grid) {
    return IntStream.range(0, grid.size()).filter(this::has);
  }

  /** Whether a point is one of it. */
  public boolean has(int index) {
    return index % of == number - 1;
  }

  /** The name of the file of its rows. */
  String file() {
    return "rows-" + number + "-of-" + of + ".jsonl";
  }

  @Override
  public String toString() {
    return number + "/" + of;
  }
}
