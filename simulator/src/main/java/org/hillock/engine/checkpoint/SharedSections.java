package org.hillock.engine.checkpoint;

import java.util.function.Consumer;
import org.hillock.model.StateCarrier;
import org.jspecify.annotations.Nullable;

/**
 * Sections that several ranks fill together: those that cannot be written are gone through all the
 * same, since the other ranks wait to pass on what is in them. The failure is told at the end.
 */
public final class SharedSections implements Sections {

  /** Sections that lead nowhere. */
  public static final Sections NOWHERE = (title, content) -> content.accept(new Nowhere());

  private final Sections sections;
  private @Nullable CheckpointException failure;

  private SharedSections(Sections sections) {
    this.sections = sections;
  }

  /**
   * Writes a state into sections, or at least goes through it.
   *
   * @param sections take it
   * @param state writes it
   * @throws CheckpointException if not all could be written
   */
  public static void write(Sections sections, Consumer<Sections> state) {
    SharedSections shared = new SharedSections(sections);
    state.accept(shared);
    if (shared.failure != null) {
      throw shared.failure;
    }
  }

  @Override
  public void section(String title, Consumer<StateCarrier> content) {
    boolean[] passed = {false};
    if (failure == null) {
      try {
        sections.section(
            title,
            carrier -> {
              passed[0] = true;
              content.accept(new Patient(carrier));
            });
      } catch (CheckpointException e) {
        failure = e;
      }
    }
    if (!passed[0]) {
      NOWHERE.section(title, content);
    }
  }

  /** Takes numbers and leaves them. */
  private static final class Nowhere implements StateCarrier {
    @Override
    public long carry(long value) {
      return value;
    }

    @Override
    public boolean restores() {
      return false;
    }
  }

  /** Takes numbers on when they cannot be written any more. */
  private final class Patient implements StateCarrier {
    private final StateCarrier carrier;

    Patient(StateCarrier carrier) {
      this.carrier = carrier;
    }

    @Override
    public long carry(long value) {
      if (failure == null) {
        try {
          carrier.carry(value);
        } catch (CheckpointException e) {
          failure = e;
        }
      }
      return value;
    }

    @Override
    public boolean restores() {
      return false;
    }
  }
}
