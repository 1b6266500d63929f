package org.hillock.bench;

/**
 * The least that a second of biological time takes on a machine, by a model of two terms:
 *
 * <pre>
 * deliver = events · (bytes of a synapse / speed of reading + 1 / speed of adding)
 * update  = neurons · steps · (state variables + receptors) / speed of moving
 * </pre>
 *
 * <p>What is assumed:
 *
 * <ul>
 *   <li>An event reads its synapse, in order, from an array as large as all synapses (2 bytes of
 *       target, 2 of weight unless a projection has one weight for all), and adds one number to a
 *       random place of a row that has a number for each neuron and receptor.
 *   <li>The two follow each other. A core that does both at once, or a program that puts events
 *       into the order of their targets first, may go below.
 *   <li>In every step each state variable, and each place of the rows, is read, multiplied, added
 *       to and written: one multiplication a variable, in place of the whole of the model. What a
 *       model computes beyond that (exponentials, stages of an integrator, random numbers of its
 *       inputs) is not counted, nor what a rule of plasticity computes or writes. Who skips silent
 *       neurons may go below.
 *   <li>In continuous time there are no steps: only deliver is left.
 *   <li>Threads share neurons, rows and synapses in equal parts, wait for nobody and tell each
 *       other nothing; recording costs nothing. Other programs do not take the processors away, so
 *       on a busy machine the waiting for these is no part of the bound; that they use memory and
 *       caches meanwhile is.
 * </ul>
 *
 * <p>The speeds are those of all threads together, each with its part of an array of the size in
 * question, so of the cache where that part fits: {@link MachineSpeed}.
 *
 * @param deliver of spikes: seconds per biological second
 * @param update of neurons: seconds per biological second
 * @param speed of the machine, as it was measured
 */
public record LowerBound(double deliver, double update, MachineSpeed speed) {

  /**
   * The bound for a network.
   *
   * @param work of the network
   * @param events synaptic events of a biological second
   * @param speed of the machine at arrays of the sizes of this work
   */
  static LowerBound of(Work work, double events, MachineSpeed speed) {
    double event = work.bytesPerEvent() / speed.read() + 1 / speed.add();
    return new LowerBound(events * event, work.states() * work.steps() / speed.move(), speed);
  }

  /** Both: seconds per biological second. */
  public double realTimeFactor() {
    return deliver + update;
  }
}
