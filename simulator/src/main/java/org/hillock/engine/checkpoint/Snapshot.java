package org.hillock.engine.checkpoint;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hillock.model.StateCarrier;
import org.jspecify.annotations.Nullable;

/** The state of a run in memory. */
public final class Snapshot {

  private final Map<String, long[]> sections = new LinkedHashMap<>();

  /** Takes a state. */
  public Sections taking() {
    return (title, content) -> {
      Taker taker = new Taker();
      content.accept(taker);
      sections.put(title, Arrays.copyOf(taker.numbers, taker.count));
    };
  }

  /** Gives it back. */
  public Sections bringing() {
    return this::bring;
  }

  private void bring(String title, Consumer<StateCarrier> content) {
    long[] numbers = sections.get(title);
    if (numbers == null) {
      throw new CheckpointException("there is no '" + title + "'; the state is of another network");
    }
    Bringer bringer = new Bringer(title, numbers);
    content.accept(bringer);
    if (bringer.next < numbers.length) {
      throw bringer.mismatch("more");
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Snapshot snapshot
        && sections.keySet().equals(snapshot.sections.keySet())
        && sections.entrySet().stream()
            .allMatch(each -> Arrays.equals(each.getValue(), snapshot.sections.get(each.getKey())));
  }

  @Override
  public int hashCode() {
    return sections.keySet().hashCode();
  }

  /** Says where it differs from another, for people. */
  public String difference(Snapshot other) {
    for (Map.Entry<String, long[]> each : sections.entrySet()) {
      long[] theirs = other.sections.get(each.getKey());
      int place = theirs == null ? 0 : Arrays.mismatch(each.getValue(), theirs);
      if (place >= 0) {
        return "'" + each.getKey() + "' at " + place;
      }
    }
    return "nowhere";
  }

  private static final class Taker implements StateCarrier {
    private long[] numbers = new long[64];
    private int count;

    @Override
    public long carry(long value) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = value;
      return value;
    }

    @Override
    public boolean restores() {
      return false;
    }
  }

  private static final class Bringer implements StateCarrier {
    private final String title;
    private final long[] numbers;
    private int next;

    Bringer(String title, long[] numbers) {
      this.title = title;
      this.numbers = numbers;
    }

    @Override
    public long carry(long value) {
      if (next == numbers.length) {
        throw mismatch("less");
      }
      return numbers[next++];
    }

    CheckpointException mismatch(String how) {
      return new CheckpointException(
          "there is " + how + " in '" + title + "' than this network keeps there");
    }

    @Override
    public boolean restores() {
      return true;
    }
  }
}
