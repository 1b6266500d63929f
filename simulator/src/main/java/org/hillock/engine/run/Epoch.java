package org.hillock.engine.run;

/**
 * The steps that partitions run without hearing of each other.
 *
 * @param begin step after which it begins
 * @param length number of its steps; 0 when the run has ended
 * @param lengthBefore number of steps of the epoch before it, whose spikes are exchanged
 * @param parity 0 and 1 in turn: in which buffers its spikes are left
 */
public record Epoch(long begin, int length, int lengthBefore, int parity) {

  /** The first epoch of a run of some steps. */
  public static Epoch first(int most, long last) {
    return new Epoch(0, (int) Math.min(most, last), 0, 0);
  }

  /** Its last step. */
  public long end() {
    return begin + length;
  }

  /**
   * The epoch after it.
   *
   * @param most most steps of an epoch
   * @param last the last step of the run
   */
  public Epoch next(int most, long last) {
    return new Epoch(end(), (int) Math.min(most, Math.max(0, last - end())), length, parity ^ 1);
  }
}
