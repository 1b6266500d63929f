package org.hillock.model;

/** The state of a neuron is no longer a finite number. The engine says which neuron, and when. */
public final class UnstableStateException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int neuron;
  private final String found;
  private final double time;

  /**
   * In the present step, whose time the engine knows.
   *
   * @param neuron index within the block
   * @param found what its state is, such as "a membrane potential that is not a number"
   */
  public UnstableStateException(int neuron, String found) {
    this(neuron, found, Double.NaN);
  }

  /**
   * At a time.
   *
   * @param neuron index within the block
   * @param found what its state is
   * @param time when [ms]
   */
  public UnstableStateException(int neuron, String found, double time) {
    super(found);
    this.neuron = neuron;
    this.found = found;
    this.time = time;
  }

  /** When it was found [ms]: now, where nothing else was said. */
  public double time(double now) {
    return Double.isNaN(time) ? now : time;
  }

  /** Index of the neuron within the block. */
  public int neuron() {
    return neuron;
  }

  /** What its state is. */
  public String found() {
    return found;
  }
}
