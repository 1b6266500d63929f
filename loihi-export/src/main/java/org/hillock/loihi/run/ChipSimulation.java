package org.hillock.loihi.run;

import java.util.List;
import org.hillock.engine.run.RunEnd;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.Simulation;
import org.hillock.engine.run.Supervisor;
import org.hillock.loihi.emulate.Emulation;
import org.hillock.loihi.emulate.EmulationSettings;
import org.hillock.model.GridTime;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.record.Batch;
import org.hillock.record.Recording;
import org.hillock.record.Sink;
import org.hillock.record.SinkException;
import org.hillock.record.SinkQueue;
import org.hillock.record.StructureTable;

/**
 * A network on an emulated chip, run like on any engine:
 *
 * <pre>
 *   for each step:  the host sends what is due  |  the chip goes one step on  |  what happened is kept
 * </pre>
 *
 * <p>What a chip records is kept in memory until the end of the run, since an emulation is short.
 * Spikes depend on the mapping and the seed, not on the number of threads.
 */
public final class ChipSimulation implements Simulation {

  private final EmulatedChip chip;
  private final Network network;
  private final RunSettings settings;
  private final HostInput host;
  private final ChipRecorder recorder;
  private final ChipWeights weights;
  private final double buildSeconds;
  private boolean started;

  /**
   * Prepares a run.
   *
   * @param chip the mapping
   * @param network that it stands for
   * @param settings warm-up, duration, seed and threads; its step is not used
   * @param recording what to keep
   * @param listener told how far the preparation has come
   * @throws InvalidNetworkException if the chip does not have what is to be recorded
   */
  public ChipSimulation(
      EmulatedChip chip,
      Network network,
      RunSettings settings,
      Recording recording,
      RunListener listener) {
    long begun = System.nanoTime();
    this.chip = chip;
    this.network = network;
    this.settings = settings;
    this.weights = new ChipWeights(chip, network, settings, recording);
    this.recorder = new ChipRecorder(chip, network, settings, recording);
    this.host = new HostInput(chip, network, settings, listener);
    this.buildSeconds = (System.nanoTime() - begun) * 1e-9;
  }

  @Override
  public RunEnd run(RunListener listener, Sink sink) {
    if (started) {
      throw new IllegalStateException("a simulation runs once; build another");
    }
    started = true;
    long warmup = GridTime.index(settings.warmup(), chip.chipStep());
    long last = warmup + GridTime.index(settings.duration(), chip.chipStep());
    Supervisor supervisor = new Supervisor(listener, warmup, last);
    boolean partial = false;
    long reached;
    long events = 0;
    try (Emulation emulation =
        new Emulation(chip.image(), EmulationSettings.of(settings.threads(), settings.seed()))) {
      weights.take(emulation);
      while (emulation.time() < last && !partial) {
        host.send(emulation);
        emulation.step();
        events -= emulation.time() == warmup ? emulation.synapticEvents() : 0;
        recorder.afterStep(emulation);
        weights.take(emulation);
        partial = emulation.time() % 64 == 0 && supervisor.stopsAt(emulation.time());
      }
      weights.finish(emulation);
      reached = emulation.time();
      events += reached > warmup ? emulation.synapticEvents() : 0;
    }
    supervisor.stopsAt(reached);
    recorder.addOutside(host.outside(), reached);
    double end = GridTime.time(reached, chip.chipStep());
    SinkException failure =
        new SinkQueue(sink)
            .finish(
                () ->
                    new Batch(
                        end,
                        recorder.spikes(),
                        recorder.traces(),
                        weights.tables(),
                        recorder.rates(),
                        List.of(),
                        StructureTable.nothing()));
    return new RunEnd(
        recorder.counts(),
        end,
        partial && reached < last || failure != null,
        supervisor.statistics(
            network, synapseCount(), events, buildSeconds, end - settings.warmup(), List.of()),
        failure);
  }

  /** What is run. */
  public EmulatedChip chip() {
    return chip;
  }

  @Override
  public long synapseCount() {
    return chip.image().synapses();
  }
}
