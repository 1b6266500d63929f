package org.hillock.lif;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hillock.model.Dynamics;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Unit;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.form.PoissonSpikes;
import org.hillock.network.Input;

/**
 * Fires at random: a Poisson process, of which every event is a spike, on a grid at the end of the
 * step that contains it. With a dead time it is a renewal process that is silent for so long after
 * each spike, and keeps its mean rate. The same spikes come in continuous time and on every grid
 * but for that rounding, and several in a step where the rate is high.
 *
 * <p>All targets of a neuron receive the same spikes, as from NEST's {@code poisson_generator} with
 * a {@code parrot_neuron} behind it; NEST's alone sends each target a train of its own, as an input
 * of type {@code poisson} does here.
 */
public final class PoissonGenerator implements NeuronModel {

  /** A spike a nanosecond: more is a mistake [Hz]. */
  private static final double MOST_SPIKES = Input.Poisson.MOST_IN_CONTINUOUS_TIME;

  private static final NeuronDescription DESCRIPTION =
      Sender.description(
              "poisson_generator",
              "fires at random, each neuron a train of its own, which all of its targets receive")
          .equations(
              """
              intervals between spikes: dead_time, and a time that is exponentially distributed, of
              mean 1/rate - dead_time; so CV = 1 - rate dead_time
              """)
          .source(
              "NEST poisson_generator with a parrot_neuron behind it; with a dead time"
                  + " ppd_sup_generator of one process (Deger, Helias, Boucsein and Rotter 2012,"
                  + " J Comput Neurosci 32:443)")
          .parameters(
              new Parameter(
                  "rate", Unit.HERTZ, 0, 0, true, MOST_SPIKES, "expected events per second"),
              Parameter.duration("start", 0, "fires after this time"),
              Parameter.duration("stop", Double.MAX_VALUE, "fires up to this time"))
          .appended(
              List.of(
                  Parameter.nonNegative(
                      "dead_time", Unit.MILLISECOND, 0, "silent for so long after each spike")))
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return PointProcessKernels.dynamics(PoissonGenerator::process);
  }

  /** The mean rate cannot be reached if dead times take all of the time. */
  @Override
  public Optional<String> conflict(ParameterSet parameters) {
    double rate = parameters.get("rate");
    double dead = parameters.get("dead_time");
    return rate / 1000 * dead < 1
        ? Optional.empty()
        : Optional.of("dead_time, " + dead + " ms, is not below 1/rate, " + 1000 / rate + " ms");
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    double stop = parameters.get("stop");
    return new PoissonSpikes(
        parameters.get("rate"),
        OptionalDouble.of(parameters.get("start")),
        stop == Double.MAX_VALUE ? OptionalDouble.empty() : OptionalDouble.of(stop),
        parameters.get("dead_time"));
  }

  @Override
  public Optional<Map<String, Double>> taking(NeuronForm form) {
    if (!(form instanceof PoissonSpikes spikes)) {
      return Optional.empty();
    }
    Map<String, Double> parameters = new HashMap<>();
    parameters.put("rate", spikes.rate());
    if (spikes.deadTime() > 0) {
      parameters.put("dead_time", spikes.deadTime());
    }
    spikes.start().ifPresent(start -> parameters.put("start", start));
    spikes.stop().ifPresent(stop -> parameters.put("stop", stop));
    return Optional.of(parameters);
  }

  @Override
  public double mostSpikes(ParameterSet parameters, double step) {
    return PointProcessKernels.mostSpikes(parameters.get("rate"), step);
  }

  private static PointProcess process(ParameterSet parameters) {
    return new DeadTimeProcess(
        parameters.get("rate") / 1000,
        parameters.get("dead_time"),
        parameters.get("start"),
        parameters.get("stop"));
  }
}
