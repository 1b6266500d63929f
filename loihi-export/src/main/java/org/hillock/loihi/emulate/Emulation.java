package org.hillock.loihi.emulate;

import java.util.function.IntConsumer;
import org.hillock.engine.run.Team;
import org.jspecify.annotations.Nullable;

/**
 * Runs a {@link ChipImage}, step by step:
 *
 * <pre>
 *   try (Emulation chip = new Emulation(image, EmulationSettings.of(2, seed))) {
 *     for (int t = 1; t &lt;= steps; t++) {
 *       chip.send(port, 1);                    // a spike of step t - 1: arrives from t on
 *       chip.step();                           // now it is t
 *       chip.forEachSpike(neuron -&gt; …);        // who fired in t
 *     }
 *   }
 * </pre>
 *
 * <p>It begins at time 0, before the first update. A step from t to t + 1 is
 *
 * <ol>
 *   <li>spikes of time t, of neurons and ports, go on their way with the weights of that time;
 *   <li>weights learn from the spikes of time t;
 *   <li>neurons take what arrives at t + 1, and fire or not.
 * </ol>
 *
 * <p>Neurons are cut into parts, with the synapses on to them; as many threads as are fastest share
 * the parts and wait for each other once a step.
 */
public final class Emulation implements AutoCloseable {

  private final ChipImage image;
  private final Part[] parts;
  private final SpikeList ports = new SpikeList();
  private final int[] sent;
  private final Team team;
  private boolean closed;
  private volatile @Nullable Throwable failure;
  private long time;

  /**
   * @throws IllegalArgumentException if more is under way than can be counted
   */
  public Emulation(ChipImage image, EmulationSettings settings) {
    this.image = image;
    int threads = Math.max(1, Math.min(settings.threads(), image.neurons()));
    int[] boundary = PartBuilder.cut(image, threads);
    parts = new Part[threads];
    for (int i = 0; i < threads; i++) {
      parts[i] = new Part(image, boundary[i], boundary[i + 1] - boundary[i], settings);
    }
    sent = new int[image.ports()];
    team = new Team(threads);
    for (int i = 1; i < threads; i++) {
      int worker = i;
      Thread thread = new Thread(() -> serve(worker), "hillock-chip-" + i);
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * A port sends spikes now: they arrive from the next step on. Adds to what it has sent before.
   *
   * @param port its number
   * @param count how many; 0 or more
   */
  public void send(int port, int count) {
    if (count < 0) {
      throw new IllegalArgumentException(count + " spikes of port " + port);
    }
    sent[port] = Math.addExact(sent[port], count);
  }

  /**
   * Goes one step on.
   *
   * @throws IllegalStateException if the emulation has been closed
   */
  public void step() {
    if (closed) {
      throw new IllegalStateException("the emulation has been closed");
    }
    ports.clear();
    for (int port = 0; port < sent.length; port++) {
      if (sent[port] > 0) {
        ports.add(image.neurons() + port, sent[port]);
        sent[port] = 0;
      }
    }
    if (!team.joins(0) || !round(0)) {
      close();
      throw new IllegalStateException("a thread of the emulation has failed", failure);
    }
    time++;
  }

  /** Goes some steps on without input from ports, but what has been sent now. */
  public void run(int steps) {
    for (int i = 0; i < steps; i++) {
      step();
    }
  }

  private void serve(int worker) {
    while (team.joins(worker)) {
      if (!round(worker)) {
        return;
      }
    }
  }

  /** A step of the parts of one worker: begins when all are there, above all the caller. */
  private boolean round(int worker) {
    if (!team.await(worker, () -> {})) {
      return false;
    }
    try {
      int to = team.to(worker, parts.length);
      for (int p = team.from(worker, parts.length); p < to; p++) {
        parts[p].deliver(time, parts, ports);
        parts[p].update(time + 1);
      }
    } catch (RuntimeException | Error e) {
      failure = e;
      team.breakUp();
      return false;
    }
    return team.endRound(worker, 1, () -> {});
  }

  /** Steps so far. */
  public long time() {
    return time;
  }

  /** How many neurons fired in the last step. */
  public int spikes() {
    int sum = 0;
    for (Part part : parts) {
      sum += part.fired(time).size();
    }
    return sum;
  }

  /** Tells the neurons that fired in the last step, ascending. */
  public void forEachSpike(IntConsumer consumer) {
    for (Part part : parts) {
      for (int i = 0; i < part.fired(time).size(); i++) {
        consumer.accept(part.fired(time).source(i));
      }
    }
  }

  /** Spikes that synapses have passed on since the start; a relay's and a port's among them. */
  public long synapticEvents() {
    long events = 0;
    for (Part part : parts) {
      events += part.synapticEvents();
    }
    return events;
  }

  /** The current of a neuron. */
  public long u(int neuron) {
    return partOf(neuron).u(neuron);
  }

  /** The voltage of a neuron. */
  public long v(int neuron) {
    return partOf(neuron).v(neuron);
  }

  /** A register of a neuron besides u and v, in the order of its programme. */
  public long state(int neuron, int register) {
    return partOf(neuron).state(neuron, register);
  }

  /**
   * The weight mantissas of all synapses, in the order of the image, as the chip holds them: those
   * with which the spikes of this step will go on their way, so after learning from all steps
   * before this one.
   */
  public int[] weights() {
    int[] weights = new int[image.synapses()];
    for (int i = 0; i < weights.length; i++) {
      SynapseFormat format = image.formats().get(image.format[i]);
      weights[i] = format.mantissa(image.mantissa[i], image.arithmetic());
    }
    for (Part part : parts) {
      part.copyWeights(weights);
    }
    return weights;
  }

  private Part partOf(int neuron) {
    for (Part part : parts) {
      if (neuron >= part.first() && neuron < part.end()) {
        return part;
      }
    }
    throw new IndexOutOfBoundsException(
        "neuron " + neuron + " outside 0 to " + (image.neurons() - 1));
  }

  /** Ends the threads. State can still be read. */
  @Override
  public void close() {
    closed = true;
    team.breakUp();
  }
}
