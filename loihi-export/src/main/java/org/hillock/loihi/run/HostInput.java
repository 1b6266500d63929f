package org.hillock.loihi.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.wiring.IntList;
import org.hillock.loihi.emulate.Emulation;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.loihi.wiring.Outside;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.model.form.Relay;
import org.hillock.network.ChangingPoisson;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.random.PoissonCounts;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.jspecify.annotations.Nullable;

/**
 * What comes from outside the chip, spike by spike the same as in the simulator: Poisson inputs
 * draw the same counts, and populations that only send spikes are simulated beforehand, without the
 * rest of the network, under the same keys of random numbers.
 */
final class HostInput {

  /** The trains of a Poisson input. */
  private record Drive(PoissonCounts counts, int[] ports, long start, long stop) {}

  /** Tells of a run beforehand as a part of building. */
  private record Preparing(RunListener listener) implements RunListener {

    @Override
    public void progress(Phase phase, double done) {
      listener.progress(Phase.BUILD, done);
    }

    @Override
    public boolean stopRequested() {
      return listener.stopRequested();
    }
  }

  private final List<Drive> drives = new ArrayList<>();
  private final ChipTime time;

  /** Spikes that are known beforehand, ascending: step, then port. */
  private final long[] due;

  private int next;
  private final List<SpikeList> outside;
  private long gridDone;

  HostInput(EmulatedChip chip, Network network, RunSettings settings, RunListener listener) {
    this.time = new ChipTime(chip.chipStep(), chip.gridStep());
    int last =
        Math.toIntExact(GridTime.index(settings.warmup() + settings.duration(), chip.chipStep()));
    IntList steps = new IntList();
    IntList ports = new IntList();
    for (int i = 0; i < network.inputs().size(); i++) {
      int[] own = chip.trains()[i];
      int number = i;
      network
          .inputs()
          .get(i)
          .accept(
              new Input.SpikeCases<@Nullable Void>() {
                @Override
                public @Nullable Void poisson(Input.Poisson input) {
                  drives.add(drive(input, number, own, settings.noiseSeed()));
                  return null;
                }

                @Override
                public @Nullable Void changingPoisson(ChangingPoisson input) {
                  throw new IllegalStateException("no port has a rate that changes");
                }

                @Override
                public @Nullable Void spikes(Input.Spikes input) {
                  for (double spike : input.times().train(0)) {
                    long step = Math.max(0, time.ofSpike(spike, input.delay()) - 1);
                    add(step, own[0], last, steps, ports);
                  }
                  return null;
                }
              });
    }
    this.outside = simulated(chip, network, settings, new Preparing(listener));
    for (SpikeList list : outside) {
      int[] own = chip.ports()[network.populationIndex(list.population())];
      for (int i = 0; i < list.size(); i++) {
        add(time.ofSpike(list.times()[i]), own[list.neurons()[i]], last, steps, ports);
      }
    }
    this.due = new long[steps.size()];
    for (int i = 0; i < due.length; i++) {
      due[i] = (long) steps.get(i) << 32 | ports.get(i);
    }
    Arrays.sort(due);
  }

  private Drive drive(Input.Poisson input, int number, int[] ports, long seed) {
    long delay = time.gridIndex(input.delay());
    return new Drive(
        PoissonCounts.of(seed, number, input.rate() * time.gridStep() / 1000),
        ports,
        time.gridIndex(input.start()) + delay,
        input.stop() == Double.POSITIVE_INFINITY
            ? Long.MAX_VALUE
            : time.gridIndex(input.stop()) + delay);
  }

  private static void add(long step, int port, int last, IntList steps, IntList ports) {
    if (step >= 0 && step <= last && port >= 0) {
      steps.add((int) step);
      ports.add(port);
    }
  }

  /** The spikes of the populations outside the chip. */
  List<SpikeList> outside() {
    return outside;
  }

  /** Sends what the host sends in the step in which the emulation is, before it goes on. */
  void send(Emulation chip) {
    long step = chip.time();
    while (next < due.length && due[next] >>> 32 == step) {
      chip.send((int) due[next++], 1);
    }
    // Steps of the simulator whose input arrives in the next step of the chip.
    while (time.containing(gridDone + 1) <= step + 1) {
      gridDone++;
      for (Drive drive : drives) {
        if (gridDone > drive.start() && gridDone <= drive.stop()) {
          int[] ports = drive.ports();
          int groups = (ports.length + PoissonCounts.GROUP - 1) / PoissonCounts.GROUP;
          drive.counts().draw(0, groups, gridDone);
          for (int i = 0; i < ports.length; i++) {
            int count = drive.counts().count(i);
            if (count > 0 && ports[i] >= 0) {
              chip.send(ports[i], count);
            }
          }
        }
      }
    }
  }

  /**
   * Runs what is outside the chip: everything keeps its place, since places are keys of random
   * numbers, but populations of the chip send no spikes, and inputs for them alone are silent.
   */
  private static List<SpikeList> simulated(
      EmulatedChip chip, Network network, RunSettings settings, RunListener listener) {
    Models.Taken quiet = Models.taking(new Relay()).orElseThrow();
    List<NeuronRange> wanted = new ArrayList<>();
    List<Population> populations = new ArrayList<>();
    for (Population population : network.populations()) {
      boolean outside = Outside.holds(population);
      populations.add(
          outside
              ? population
              : new Population(
                  population.name(),
                  population.size(),
                  quiet.model().name(),
                  Map.of(),
                  null,
                  population.positions()));
      if (outside) {
        wanted.add(NeuronRange.all(population));
      }
    }
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Projection> projections = new ArrayList<>();
    for (Projection projection : network.projections()) {
      boolean kept = Outside.holds(network.population(projection.target().population()));
      if (projection.rule().reverse()) {
        // The projection before it is emptied if this one comes from the chip, which is silent.
        kept &= Outside.holds(network.population(projection.source().population()));
      }
      projections.add(kept ? projection : emptied(projection));
    }
    List<Input> inputs = new ArrayList<>();
    for (Input input : network.inputs()) {
      boolean kept =
          input.targets().stream()
              .anyMatch(range -> Outside.holds(network.population(range.population())));
      inputs.add(kept ? input : silent(input, chip.gridStep()));
    }
    RunResult result =
        Engines.build(
                new Network(populations, inputs, projections),
                new RunSettings(
                        chip.gridStep(),
                        0,
                        settings.warmup() + settings.duration(),
                        settings.seed(),
                        settings.threads())
                    .withNoise(settings.noiseSeed()),
                Recording.spikesOf(wanted),
                listener)
            .run(listener);
    return result.spikes();
  }

  private static Input silent(Input input, double delay) {
    return new Input.Spikes(
        input.name(),
        input.targets(),
        SpikeTrains.of(List.of(new double[0])),
        Distribution.of(1),
        delay);
  }

  private static Projection emptied(Projection projection) {
    return new Projection(
        projection.name(),
        projection.source(),
        projection.target(),
        new ConnectionRule.Explicit(new int[0], new int[0], null, null),
        projection.weight(),
        projection.delay(),
        true,
        true,
        null);
  }
}
