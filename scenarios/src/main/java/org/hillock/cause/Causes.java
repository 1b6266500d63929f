package org.hillock.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.NeuronValues;
import org.hillock.model.linear.LinearDynamics;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.record.TraceTable;
import org.hillock.scenario.Scenario;
import org.hillock.text.MistakeException;
import org.hillock.text.Text;

/**
 * Finds out why a neuron fired: runs the scenario again up to the spike, since results are the same
 * to the bit, gathers all that reached the neuron, and accounts for its potential.
 */
public final class Causes {

  /** How far from the moment that is given the spike may be [ms]. */
  private static final double NEAR = 0.05;

  /** The run goes on for so long, to know the next spike too [ms]. */
  private static final double FURTHER = 20;

  /** What made less is not told [mV]. */
  private static final double NOTHING = 1e-15;

  private final Network network;
  private final Population population;
  private final int index;
  private final int neuron;
  private final LinearDynamics dynamics;
  private final double[] initial;
  private final String weightUnit;
  private final RunSettings settings;

  private Causes(Scenario scenario, String name, int neuron, double time) {
    this.network = scenario.network();
    this.population = network.population(name);
    this.index = network.populationIndex(name);
    this.neuron = neuron;
    RunSettings whole = scenario.settings();
    double end = whole.warmup() + whole.duration();
    if (!(time > 0 && time <= end + NEAR)) {
      throw new MistakeException(
          "the run ends at " + Text.milliseconds(end) + ": expected a spike until then");
    }
    Explicable.check(scenario);
    Explicable.check(place(), incoming().stream().map(network.projections()::get).toList());
    NeuronModel model = Models.of(population);
    NeuronValues values = new NeuronValues(population, index, model, whole.seed());
    this.dynamics = Explicable.dynamics(place(), population, neuron, model, values);
    this.initial = values.initial(neuron).clone();
    this.weightUnit = model.description().weightUnit().symbol();
    double until = Math.min(end, time + FURTHER);
    double last =
        whole.continuous()
            ? until
            : GridTime.time(GridTime.stepOf(until, whole.step()), whole.step());
    this.settings = whole.between(0, last, 0);
  }

  /**
   * Explains a spike.
   *
   * @param scenario whose run it is of
   * @param population its name
   * @param neuron index within it
   * @param time when it fires, to a twentieth of a millisecond [ms]
   * @param listener is told how far the run has come
   * @throws MistakeException if it does not fire then, or its model is not linear
   */
  public static Explanation of(
      Scenario scenario, String population, int neuron, double time, RunListener listener) {
    return new Causes(scenario, population, neuron, time).find(time, listener);
  }

  private String place() {
    return population.name() + "[" + neuron + "]";
  }

  /** The numbers of the projections that reach the neuron. */
  private List<Integer> incoming() {
    return IntStream.range(0, network.projections().size())
        .filter(
            each -> {
              NeuronRange target = network.projections().get(each).target();
              return target.population().equals(population.name())
                  && neuron >= target.from()
                  && neuron < target.to();
            })
        .boxed()
        .toList();
  }

  private Explanation find(double time, RunListener listener) {
    Replay replay = Replay.of(network, settings, index, neuron, incoming(), listener);
    double[] spikes = replay.ownSpikes();
    double spike = nearest(spikes, time);
    Gathering gathering = new Gathering(network, settings, index, neuron);
    incoming().forEach(projection -> gathering.add(projection, replay));
    gathering.add(replay.outside());
    double held =
        settings.continuous()
            ? dynamics.held()
            : GridTime.time(
                (long) Math.floor(dynamics.held() / settings.step() + 0.5), settings.step());
    Ledger ledger = new Ledger(dynamics, held, initial, replay.outside().currents(), spikes);
    List<Gathering.Spike> arrived = gathering.until(spike);
    return explain(spike, ledger, arrived, replay.trace());
  }

  private double nearest(double[] spikes, double time) {
    double best = Double.NaN;
    for (double spike : spikes) {
      best = Math.abs(spike - time) < Math.abs(best - time) || Double.isNaN(best) ? spike : best;
    }
    if (!(Math.abs(best - time) <= NEAR)) {
      double[] before = Arrays.stream(spikes).filter(spike -> spike < time).toArray();
      double[] after = Arrays.stream(spikes).filter(spike -> spike > time).toArray();
      String nearest =
          (before.length > 0
                  ? "before it fires at " + Text.milliseconds(before[before.length - 1])
                  : "")
              + (before.length > 0 && after.length > 0 ? ", " : "")
              + (after.length > 0 ? "after it at " + Text.milliseconds(after[0]) : "");
      throw new MistakeException(
          place()
              + " does not fire at "
              + Text.milliseconds(time)
              + ": "
              + (nearest.isEmpty()
                  ? "it does not fire at all before "
                      + Text.milliseconds(settings.warmup() + settings.duration())
                  : nearest));
    }
    return best;
  }

  private Explanation explain(
      double spike, Ledger ledger, List<Gathering.Spike> arrived, TraceTable trace) {
    Ledger.Account account = ledger.at(spike, arrived);
    List<Contribution> contributions = new ArrayList<>();
    for (int i = 0; i < arrived.size(); i++) {
      double made = account.perWeight()[i] * arrived.get(i).weight();
      if (Math.abs(made) >= NOTHING) { // of what arrived before a reset nothing may be left
        contributions.add(arrived.get(i).contribution(made));
      }
    }
    Map<String, Double> others = new LinkedHashMap<>();
    account
        .currents()
        .forEach(
            (input, made) -> others.merge(network.inputs().get(input).name(), made, Double::sum));
    others.put("constant current", account.constant());
    others.put("resets after its spikes", account.resets());
    others.put("values at the beginning", account.beginning());
    return new Explanation(
        place(),
        spike,
        account.sum(arrived),
        dynamics.rest(),
        dynamics.constantThreshold(),
        contributions,
        others,
        weightUnit,
        misfit(ledger, arrived, spike, trace),
        trace);
  }

  /** By how much the account of the last sample before the spike is off. */
  private double misfit(
      Ledger ledger, List<Gathering.Spike> arrived, double spike, TraceTable trace) {
    int last = -1;
    while (last + 1 < trace.times().length && trace.times()[last + 1] < spike - 1e-6) {
      last++;
    }
    if (last < 0) {
      return 0;
    }
    double recorded = trace.values()[0][0][last] - dynamics.rest();
    return Math.abs(ledger.at(trace.times()[last], arrived).sum(arrived) - recorded);
  }
}
