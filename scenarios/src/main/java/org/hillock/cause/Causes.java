package org.hillock.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hillock.engine.Engines;
import org.hillock.engine.event.EventSimulation;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.grid.GridOutside;
import org.hillock.engine.run.OutsideHistory;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.wiring.IntList;
import org.hillock.engine.wiring.Wiring;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.NeuronValues;
import org.hillock.model.linear.Linear;
import org.hillock.model.linear.LinearDynamics;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.random.RandomStream;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.source.Engine;
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

  /** Interval of samples in continuous time [ms]. */
  private static final double SAMPLED = 0.1;

  private final Scenario scenario;
  private final Network network;
  private final Population population;
  private final int index;
  private final int neuron;
  private final LinearDynamics dynamics;
  private final double[] initial;
  private final RunSettings settings;
  private final List<Contribution> known = new ArrayList<>();
  private final List<Ledger.Arrival> arrivals = new ArrayList<>();

  private Causes(Scenario scenario, String name, int neuron, double time) {
    this.scenario = scenario;
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
    check();
    NeuronModel model = Models.of(population);
    NeuronValues values = new NeuronValues(population, index, model, whole.seed());
    if (!(model.dynamics() instanceof Linear linear)) {
      throw new MistakeException(
          "of "
              + model.name()
              + " it cannot be told what single spikes make of the potential: expected a neuron whose"
              + " potential is a sum of exponential functions between spikes, such as of iaf_psc_exp,"
              + " iaf_psc_alpha or iaf_psc_delta");
    }
    this.dynamics = linear.of().apply(values.parameters(neuron));
    this.initial = values.initial(neuron).clone();
    if (dynamics.bounded()) {
      throw new MistakeException(
          "the potential of "
              + place()
              + " has a lower bound, so that it is not a sum: leave V_min"
              + " out");
    }
    double until = Math.min(end, time + FURTHER);
    this.settings =
        whole.continuous()
            ? RunSettings.continuous(0, until, whole.seed(), whole.threads())
            : new RunSettings(
                whole.step(),
                0,
                GridTime.time(GridTime.stepOf(until, whole.step()), whole.step()),
                whole.seed(),
                whole.threads());
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

  private void check() {
    if (scenario.engine() == Engine.loihi) {
      throw new MistakeException(
          "on a chip nothing is accounted for: expected --engine grid or event");
    }
    if (!scenario.phases().isEmpty()) {
      throw new MistakeException(
          "the scenario has a protocol, whose phases have values of their own: 'why' explains runs"
              + " without one");
    }
    for (Projection projection : incoming()) {
      String fault =
          projection.plasticity() != null
              ? "has weights that change"
              : projection.rewiring() != null
                  ? "has synapses that form and vanish"
                  : projection.carries() != null ? "carries a signal" : "";
      if (!fault.isEmpty()) {
        throw new MistakeException(
            "the projection '"
                + projection.name()
                + "' onto "
                + place()
                + " "
                + fault
                + ": what each of its spikes made is not known afterwards");
      }
    }
  }

  /** The projections that reach the neuron. */
  private List<Projection> incoming() {
    return network.projections().stream()
        .filter(projection -> projection.target().population().equals(population.name()))
        .filter(
            projection -> neuron >= projection.target().from() && neuron < projection.target().to())
        .toList();
  }

  private Explanation find(double time, RunListener listener) {
    NeuronRange own = new NeuronRange(population.name(), neuron, neuron + 1);
    Set<String> senders = new LinkedHashSet<>(List.of(population.name()));
    incoming().forEach(projection -> senders.add(projection.source().population()));
    double interval = settings.continuous() ? SAMPLED : settings.step();
    Recording recording =
        new Recording(
            senders.stream().map(name -> NeuronRange.all(network.population(name))).toList(),
            List.of(new Recording.Trace(own, List.of("V_m"), interval)),
            List.of(),
            List.of());
    RunResult result;
    OutsideHistory outside;
    if (settings.continuous()) {
      EventSimulation simulation =
          EventSimulation.build(network, settings, recording, listener, SpikeExchange.OF_THREADS);
      result = simulation.run(listener);
      outside = simulation.outside(index, neuron, settings.duration());
    } else {
      result = Engines.build(network, settings, recording, listener).run(listener);
      long last = GridTime.index(settings.duration(), settings.step());
      outside = GridOutside.of(network, settings, index, neuron, last);
    }
    if (result.partial()) {
      throw new MistakeException("the run was stopped before the spike");
    }
    double[] spikes = train(result, population.name(), neuron);
    double spike = nearest(spikes, time);
    gather(result);
    gather(outside);
    return explain(spike, spikes, outside, result.traces().get(0));
  }

  private static double[] train(RunResult result, String population, int neuron) {
    for (SpikeList list : result.spikes()) {
      if (list.population().equals(population)) {
        return IntStream.range(0, list.size())
            .filter(i -> list.neurons()[i] == neuron)
            .mapToDouble(i -> list.times()[i])
            .toArray();
      }
    }
    return new double[0];
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
                  ? "it does not fire until " + Text.milliseconds(settings.duration())
                  : nearest));
    }
    return best;
  }

  /** The spikes that came from neurons. */
  private void gather(RunResult result) {
    RandomStream stream = new RandomStream(settings.seed());
    NeuronDescription description = Models.of(population).description();
    IntList drawn = new IntList();
    for (int p = 0; p < network.projections().size(); p++) {
      Projection projection = network.projections().get(p);
      if (!incoming().contains(projection)) {
        continue;
      }
      Wiring wiring = new Wiring(network, p, settings.seed());
      int target = neuron - projection.target().from();
      wiring.sources(target, stream, drawn);
      double[] weights = new double[drawn.size()];
      double[] delays = new double[drawn.size()];
      wiring.weights(target, drawn.size(), stream, weights);
      wiring.delays(target, drawn, stream, delays);
      String source = projection.source().population();
      Map<Integer, double[]> trains = new LinkedHashMap<>();
      for (int s = 0; s < drawn.size(); s++) {
        int sender = projection.source().from() + drawn.get(s);
        int receptor = description.receptor(projection.receptor(), weights[s]);
        for (double sent :
            trains.computeIfAbsent(sender, number -> train(result, source, number))) {
          double arrival = arrival(sent, delays[s]);
          known.add(
              new Contribution(
                  projection.name(),
                  source + "[" + sender + "]",
                  named(description, receptor),
                  sent,
                  arrival,
                  weights[s],
                  0));
          arrivals.add(
              new Ledger.Arrival(arrival, Math.max(0, receptor), weights[s], known.size() - 1));
        }
      }
    }
  }

  private double arrival(double sent, double delay) {
    double step = settings.step();
    return settings.continuous()
        ? sent + delay
        : GridTime.time(GridTime.index(sent, step) + GridTime.index(delay, step), step);
  }

  /** The spikes that came from outside. */
  private void gather(OutsideHistory outside) {
    NeuronDescription description = Models.of(population).description();
    for (OutsideHistory.Spike spike : outside.spikes()) {
      Input input = network.inputs().get(spike.input());
      known.add(
          new Contribution(
              input.name(),
              "",
              named(description, spike.receptor()),
              Double.NaN,
              spike.time(),
              spike.weight(),
              0));
      arrivals.add(
          new Ledger.Arrival(spike.time(), spike.receptor(), spike.weight(), known.size() - 1));
    }
    arrivals.sort(Comparator.comparingDouble(Ledger.Arrival::time));
  }

  private static String named(NeuronDescription description, int receptor) {
    List<String> names = description.receptorNames();
    return names.size() < 2 || receptor < 0 ? "" : names.get(receptor);
  }

  private Explanation explain(
      double spike, double[] spikes, OutsideHistory outside, TraceTable trace) {
    double held =
        settings.continuous()
            ? dynamics.held()
            : GridTime.time(
                (long) Math.floor(dynamics.held() / settings.step() + 0.5), settings.step());
    Ledger ledger = new Ledger(dynamics, held, initial, arrivals, outside.currents(), spikes);
    Ledger.Account account = ledger.at(spike);
    List<Contribution> contributions = new ArrayList<>();
    for (int i = 0; i < arrivals.size() && arrivals.get(i).time() <= spike; i++) {
      if (Math.abs(account.arrivals()[i]) < NOTHING) {
        continue; // of what arrived before a reset nothing may be left
      }
      Contribution one = known.get(arrivals.get(i).index());
      contributions.add(
          new Contribution(
              one.way(),
              one.source(),
              one.receptor(),
              one.sent(),
              one.arrival(),
              one.weight(),
              account.arrivals()[i]));
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
        account.sum(),
        dynamics.rest(),
        dynamics.constantThreshold(),
        contributions,
        others,
        misfit(ledger, spike, trace),
        trace);
  }

  /** By how much the account of the last sample before the spike is off. */
  private double misfit(Ledger ledger, double spike, TraceTable trace) {
    int last = -1;
    while (last + 1 < trace.times().length && trace.times()[last + 1] < spike - 1e-6) {
      last++;
    }
    if (last < 0) {
      return 0;
    }
    double recorded = trace.values()[0][0][last] - dynamics.rest();
    return Math.abs(ledger.at(trace.times()[last]).sum() - recorded);
  }
}
