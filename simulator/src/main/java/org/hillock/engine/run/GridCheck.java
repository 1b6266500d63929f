package org.hillock.engine.run;

import java.util.Map;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Mistakes;
import org.hillock.network.Network;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.random.RandomStream;
import org.hillock.record.Recording;

/**
 * Refuses times that a grid does not have, so that none is rounded in silence.
 *
 * <p>A delay, a refractory time, an interval, a beginning or an end that is given must be a whole
 * number of steps. Those that are drawn at random, or follow from distances, are rounded to the
 * nearest. Spikes are never refused: each goes to the end of the step that contains it.
 */
final class GridCheck {

  private final double step;

  private GridCheck(double step) {
    this.step = step;
  }

  /**
   * @throws InvalidNetworkException with all times off the grid
   */
  static void check(Network network, RunSettings settings, Recording recording) {
    if (settings.continuous()) {
      return;
    }
    GridCheck check = new GridCheck(settings.step());
    Mistakes mistakes = new Mistakes();
    mistakes.of(() -> check.onGrid("time.warmup", settings.warmup()));
    mistakes.of(() -> check.onGrid("time.duration", settings.duration()));
    mistakes.each(network.populations(), check::population);
    mistakes.each(network.inputs(), check::input);
    mistakes.each(network.projections(), check::projection);
    mistakes.each(recording.traces(), trace -> check.onGrid("record.interval", trace.interval()));
    mistakes.each(recording.rates(), rate -> check.onGrid("record.rates.bin", rate.bin()));
    for (Recording.Weights weights : recording.weights()) {
      mistakes.each(weights.times(), time -> check.onGrid("record.weights.at", time));
    }
    for (Recording.Modulators modulators : recording.modulators()) {
      mistakes.each(modulators.times(), time -> check.onGrid("record.modulators.at", time));
    }
    mistakes.throwIfAny();
  }

  private void population(Population population) {
    String where = "neurons." + population.name() + ".";
    NeuronModel model = Models.of(population);
    for (Parameter parameter : model.parameters()) {
      if (parameter.onGrid()) {
        Distribution given = population.parameters().get(parameter.name());
        onGrid(
            where + parameter.name(),
            given == null ? Distribution.of(parameter.defaultValue()) : given);
      }
    }
    SpikeTrains trains = population.spikeTrains();
    for (int neuron = 0; trains != null && neuron < trains.size(); neuron++) {
      if (trains.count(neuron) > 0 && GridTime.stepOf(trains.time(neuron, 0), step) < 1) {
        throw new InvalidNetworkException(
            where + "spike_times",
            trains.time(neuron, 0) + " ms",
            "times after 0 ms, since a step ends with a spike");
      }
    }
  }

  private void input(Input input) {
    String where = "inputs." + input.name() + ".";
    input.givenTimes((name, time) -> onGrid(where + name, time));
  }

  private void projection(Projection projection) {
    String where = "synapses." + projection.name() + ".";
    ConnectionRule.Explicit edges = projection.rule().listed();
    if (edges != null && edges.hasDelays()) {
      for (int i = 0; i < edges.size(); i++) {
        onGrid(where + "delay", edges.delay(i));
      }
    } else if (projection.conduction() == null && !belowAStep(projection.delay())) {
      onGrid(where + "delay", projection.delay());
    }
    Plasticity plasticity = projection.plasticity();
    if (plasticity != null) {
      Map<String, Double> given = plasticity.parameters();
      for (Parameter parameter : Models.synapse(plasticity.rule()).orElseThrow().parameters()) {
        Double value = parameter.onGrid() ? given.get(parameter.name()) : null;
        if (value != null) {
          if (!parameter.minAllowed() && GridTime.index(value, step) < 1) {
            throw new InvalidNetworkException(
                where + "plasticity." + parameter.name(),
                value + " ms",
                "at least one step, " + step + " ms");
          }
          onGrid(where + "plasticity." + parameter.name(), value);
        }
      }
    }
  }

  /** What is too short for any grid is told so when synapses are made. */
  private boolean belowAStep(Distribution delay) {
    return delay.constant() && GridTime.index(delay.min(), step) < 1;
  }

  private void onGrid(String where, Distribution times) {
    if (times instanceof Distribution.Listed listed) {
      RandomStream unused = new RandomStream(0);
      for (int i = 0; i < listed.size(); i++) {
        onGrid(where, listed.draw(unused, i));
      }
    } else if (times instanceof Distribution.Constant constant) {
      onGrid(where, constant.value());
    }
  }

  private void onGrid(String where, double time) {
    if (!GridTime.onGrid(time, step)) {
      double below = Math.floor(time / step);
      throw new InvalidNetworkException(
          where,
          time + " ms",
          "a multiple of the step of "
              + step
              + " ms, such as "
              + GridTime.time((long) below, step)
              + " ms or "
              + GridTime.time((long) below + 1, step)
              + " ms");
    }
  }
}
