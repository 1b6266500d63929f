package org.hillock.experiment;

import java.util.List;
import org.hillock.engine.Engines;
import org.hillock.engine.checkpoint.CheckpointException;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.engine.checkpoint.Snapshot;
import org.hillock.engine.event.EventSimulation;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.run.Checkpoints;
import org.hillock.engine.run.MemoryCheckpoints;
import org.hillock.engine.run.PhaseTimes;
import org.hillock.engine.run.RunEnd;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.RunStatistics;
import org.hillock.engine.run.Simulation;
import org.hillock.network.Network;
import org.hillock.record.Recording;
import org.hillock.record.Sink;
import org.hillock.scenario.Phase;
import org.hillock.scenario.Scenario;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;

/**
 * A scenario with a protocol: a run for each phase, of the network with the values of the phase.
 * Each begins where the one before ended, with its neurons, its learnt weights and its spikes under
 * way, as {@code run --from} does; what they record is one record.
 */
final class ProtocolRun implements Simulation {

  private final Scenario scenario;
  private final Recording recording;

  /** Of the first phase, which is built before anything is run. */
  private final Simulation first;

  private final double stage;
  private boolean restored;

  private ProtocolRun(Scenario scenario, Recording recording, double stage, Simulation first) {
    this.scenario = scenario;
    this.recording = recording;
    this.stage = stage;
    this.first = first;
  }

  /**
   * Builds the first phase.
   *
   * @throws MistakeException if several processes were to share it
   */
  static ProtocolRun build(
      Scenario scenario, Recording recording, RunListener listener, SpikeExchange exchange) {
    if (exchange.ranks() > 1) {
      throw new MistakeException(
          "a protocol of several phases runs in one process, not in "
              + exchange.ranks()
              + ": leave out mpirun or srun");
    }
    List<Phase> phases = scenario.phases();
    List<Network> networks = phases.stream().map(Phase::network).distinct().toList();
    double stage =
        scenario.settings().continuous()
            ? EventSimulation.commonStage(networks, Phase.commonDivisor(phases))
            : 0;
    Simulation first = build(scenario, recording, 0, stage, listener);
    return new ProtocolRun(scenario, recording, stage, first);
  }

  private static Simulation build(
      Scenario scenario, Recording recording, int number, double stage, RunListener listener) {
    Phase phase = scenario.phases().get(number);
    RunSettings settings = scenario.settings().between(phase.begin(), phase.end(), stage);
    // What is sampled where a phase begins is a sample of the one before.
    double after = number == 0 ? Double.NEGATIVE_INFINITY : phase.begin();
    Recording its = recording.between(after, phase.end());
    return Engines.build(
        phase.network(),
        settings,
        phase.recorded() ? its : its.withoutSpikesAndSamples(),
        listener);
  }

  @Override
  public RunEnd run(RunListener listener, Sink sink) {
    List<Phase> phases = scenario.phases();
    @Nullable RunEnd sum = null;
    if (!restored && phases.get(0).begin() > 0 && !phases.get(0).resets().isEmpty()) {
      sum = warmUp(listener);
      if (sum.partial()) {
        first.run(listener, sink); // stops at once, but tells what could have been recorded
        return sum;
      }
    }
    Simulation simulation = first;
    for (int number = 0; number < phases.size(); number++) {
      Watch watch = new Watch(listener, phases.get(number).begin(), phases.get(number).end());
      boolean last = number == phases.size() - 1;
      MemoryCheckpoints kept = new MemoryCheckpoints();
      RunEnd end = simulation.run(watch, sink, last ? Checkpoints.NONE : kept);
      sum = sum == null ? end : sum.and(end);
      if (end.partial() || last) {
        break;
      }
      Simulation next = build(scenario, recording, number + 1, stage, RunListener.NONE);
      restore(next, kept.last(), "'" + phases.get(number).name() + "'", phases.get(number + 1));
      simulation = next;
    }
    if (sum == null) {
      throw new IllegalStateException("a protocol without phases");
    }
    return sum;
  }

  /** Runs up to where the first phase begins, which resets what it may go on with. */
  private RunEnd warmUp(RunListener listener) {
    Phase phase = scenario.phases().get(0);
    RunSettings settings = scenario.settings().between(phase.begin(), phase.end(), stage);
    Simulation before =
        Engines.build(phase.network(), settings, Recording.nothing(), RunListener.NONE);
    WarmUp warmUp = new WarmUp(phase.begin(), listener);
    RunEnd end = before.run(warmUp, batch -> {}, warmUp);
    return warmUp.state().map(state -> settled(end, state, phase)).orElse(end);
  }

  private RunEnd settled(RunEnd end, Snapshot state, Phase phase) {
    restore(first, state, "the warm-up", phase);
    RunStatistics took = end.statistics();
    RunStatistics warmUp =
        new RunStatistics(
            took.neurons(),
            took.synapses(),
            0,
            took.buildSeconds(),
            took.warmupSeconds(),
            0,
            0,
            PhaseTimes.NONE);
    return new RunEnd(new long[end.spikeCounts().length], phase.begin(), false, warmUp, null);
  }

  private static void restore(Simulation next, Snapshot state, String before, Phase after) {
    try {
      next.restore(new SettledState(state.bringing()), after.resets());
    } catch (CheckpointException e) {
      throw new MistakeException(
          "the phase after " + before + " cannot go on with its state: " + e.getMessage());
    }
  }

  /** Goes on with another run, whose state the first phase takes over. */
  @Override
  public void restore(Sections from) {
    first.restore(from, scenario.phases().get(0).resets());
    restored = true;
  }

  @Override
  public RunEnd run(RunListener listener, Sink sink, Checkpoints checkpoints) {
    if (checkpoints.none()) {
      return run(listener, sink);
    }
    throw new CheckpointException(
        "a run with a protocol cannot be saved in the middle; run its phases one by one with"
            + " 'hillock run --from', or without --checkpoint");
  }

  @Override
  public long synapseCount() {
    return first.synapseCount();
  }

  /** Tells of a phase as a part of the whole. */
  private final class Watch implements RunListener {
    private final RunListener whole;
    private final double begin;
    private final double end;

    Watch(RunListener whole, double begin, double end) {
      this.whole = whole;
      this.begin = begin;
      this.end = end;
    }

    @Override
    public void progress(Phase phase, double done) {
      double warmup = scenario.settings().warmup();
      if (phase == Phase.SIMULATE) {
        double now = begin + done * (end - begin);
        whole.progress(phase, (now - warmup) / scenario.settings().duration());
      } else if (begin == warmup) {
        whole.progress(phase, done);
      }
    }

    @Override
    public boolean stopRequested() {
      return whole.stopRequested();
    }
  }
}
