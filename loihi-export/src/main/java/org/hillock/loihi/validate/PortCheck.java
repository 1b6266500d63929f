package org.hillock.loihi.validate;

import java.util.Arrays;
import org.hillock.loihi.read.MappedPort;
import org.hillock.loihi.read.MappingFile;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.model.NeuronValues;
import org.hillock.model.form.GivenSpikes;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.form.PoissonSpikes;
import org.hillock.network.ChangingPoisson;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.SpikeTrains;
import org.jspecify.annotations.Nullable;

/**
 * Whether each port fires as its source does. A spike of step t arrives in step t + 1 at the
 * earliest. What a generator sends in (start, stop] leaves it in the steps from start + 1 to stop;
 * what an input sends, delayed, <em>arrives</em> in them, and so its ports fire one step before;
 * but never before step 0, and for at least one step, if there is one of the simulator.
 *
 * <p>Times are on the simulator's grid first, then on the chip's: a spike goes to the end of the
 * step that contains it, on both. A Poisson port fires in the steps that contain spikes that there
 * may be.
 */
final class PortCheck {

  /**
   * How a port should fire.
   *
   * @param kind {@code poisson}, {@code spikes} or {@code relay}
   * @param rate of a Poisson port [Hz]
   * @param dead its dead time [ms]
   * @param first step in which it may fire
   * @param last step in which it may
   * @param steps in which a port of given spikes fires
   */
  private record Firing(
      String kind, double rate, double dead, long first, long last, int[] steps) {}

  private static final int[] NO_STEPS = {};

  private final MappingFile file;
  private final Network network;
  private final SourceNames names;
  private final Complaints complaints;

  PortCheck(MappingFile file, Network network, SourceNames names, Complaints complaints) {
    this.file = file;
    this.network = network;
    this.names = names;
    this.complaints = complaints;
  }

  void check() {
    for (int i = 0; i < file.ports().size(); i++) {
      int source = names.ofPortAt(i);
      if (source >= 0) {
        SourceNames.Place place = names.place(source);
        Firing firing =
            place.input() < 0
                ? ofNeuron(network.populationIndex(place.name()), place.index())
                : ofInput(network.inputs().get(place.input()));
        if (firing != null) {
          compare("port " + i + ", " + names.text(source), firing, file.ports().get(i));
        }
      }
    }
  }

  private void compare(String where, Firing wanted, MappedPort found) {
    complaints.equal(where, "kind", wanted.kind(), found.kind());
    complaints.near(where, "rate_Hz", wanted.rate(), found.rate(), 1e-12 * wanted.rate());
    complaints.near(where, "deadTime_ms", wanted.dead(), found.deadTime(), 1e-12 * wanted.dead());
    complaints.equal(where, "firstStep", wanted.first(), found.firstStep());
    complaints.equal(where, "lastStep", wanted.last(), found.lastStep());
    int mismatch = Arrays.mismatch(wanted.steps(), found.steps());
    if (mismatch >= 0) {
      complaints.add(
          "%s: steps[%d]: expected %s, found %s",
          where, mismatch, at(wanted.steps(), mismatch), at(found.steps(), mismatch));
    }
  }

  private static String at(int[] steps, int place) {
    return place < steps.length ? Integer.toString(steps[place]) : "none";
  }

  private Firing ofNeuron(int index, int neuron) {
    Population population = network.populations().get(index);
    NeuronForm form =
        new NeuronValues(population, index, Models.of(population), file.seed()).form(neuron);
    if (form instanceof PoissonSpikes spikes) {
      return poisson(spikes.rate(), spikes.deadTime(), spikes.from(), spikes.until(), 0, 0);
    }
    return form instanceof GivenSpikes
        ? spikes(generated(population.spikeTrains(), neuron))
        : new Firing("relay", 0, 0, 0, Long.MAX_VALUE, NO_STEPS);
  }

  private @Nullable Firing ofInput(Input input) {
    return input.accept(
        new Input.SpikeCases<Firing>() {
          @Override
          public Firing poisson(Input.Poisson train) {
            return PortCheck.this.poisson(
                train.rate(), 0, train.start(), train.stop(), train.delay(), 1);
          }

          /** No port has a rate that changes, so that such a network cannot be on the chip. */
          @Override
          public Firing changingPoisson(ChangingPoisson train) {
            return new Firing("changing_poisson", train.meanRate(), 0, 0, 0, NO_STEPS);
          }

          @Override
          public Firing spikes(Input.Spikes train) {
            return PortCheck.spikes(arriving(train.times().train(0), train.delay()));
          }
        });
  }

  private static Firing spikes(int[] steps) {
    return new Firing("spikes", 0, 0, 0, Long.MAX_VALUE, steps);
  }

  /**
   * @param earlier by how many steps a port fires before the spikes come
   */
  private Firing poisson(
      double rate, double dead, double start, double stop, double delay, int earlier) {
    long first = Math.max(0, step(grid(start) + grid(delay) + 1) - earlier);
    // Generators that never stop have the largest number there is.
    if (stop >= Double.MAX_VALUE) {
      return new Firing("poisson", rate, dead, first, Long.MAX_VALUE, NO_STEPS);
    }
    long last = Math.max(first, step(grid(stop) + grid(delay)) - earlier);
    boolean never = grid(stop) <= grid(start);
    return new Firing("poisson", rate, dead, first, never ? first - 1 : last, NO_STEPS);
  }

  /** A generator sends every spike, at the end of the step that contains it. */
  private int[] generated(@Nullable SpikeTrains trains, int train) {
    double[] times = trains == null ? new double[0] : trains.train(train);
    return Arrays.stream(times).mapToInt(time -> (int) spike(time, 0)).toArray();
  }

  private int[] arriving(double[] times, double delay) {
    return Arrays.stream(times)
        .mapToInt(time -> (int) Math.max(0, spike(time, delay) - 1))
        .toArray();
  }

  /** The point of the simulator's grid that is nearest to a time [ms]. */
  private long grid(double time) {
    return GridTime.index(time, file.gridStep());
  }

  private long spike(double time, double delay) {
    return step(GridTime.stepOf(time, file.gridStep()) + grid(delay));
  }

  /** The step of the chip that contains the end of a step of the simulator. */
  private long step(long grid) {
    return GridTime.stepOf(GridTime.time(grid, file.gridStep()), file.chipStep());
  }
}
