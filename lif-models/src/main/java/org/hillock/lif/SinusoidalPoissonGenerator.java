package org.hillock.lif;

import java.util.List;
import org.hillock.model.Dynamics;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Unit;
import org.hillock.model.form.Formless;
import org.hillock.model.form.NeuronForm;
import org.hillock.network.Input;

/**
 * Fires at random at a rate that follows a sine: a Poisson process whose intervals are exponential
 * in the integral of the rate (Brown, Barbieri, Ventura, Kass and Frank 2002, Neural Comput 14:325,
 * time rescaling). On a grid each spike is at the end of the step that contains it. NEST's {@code
 * sinusoidal_poisson_generator}, with the phase in radians, and with one train for all targets of a
 * neuron.
 */
public final class SinusoidalPoissonGenerator implements NeuronModel {

  private static final NeuronDescription DESCRIPTION =
      Sender.description(
              "sinusoidal_poisson_generator", "fires at random, at a rate that follows a sine")
          .equations(
              """
              rate(t) = max(0, rate + amplitude sin(2 pi frequency t + phase))
              integral of rate(t) from spike to spike: exponentially distributed, of mean 1
              """)
          .source(
              "NEST sinusoidal_poisson_generator with individual_spike_trains false; phase in"
                  + " radians, where NEST has degrees")
          .parameters(rate())
          .parameters(window())
          .build();

  /** A rate that follows a sine. */
  static List<Parameter> rate() {
    double most = Input.Poisson.MOST_IN_CONTINUOUS_TIME;
    return List.of(
        new Parameter("rate", Unit.HERTZ, 0, 0, true, most, "mean of the sine"),
        new Parameter("amplitude", Unit.HERTZ, 0, 0, true, most, "amplitude of the sine"),
        new Parameter("frequency", Unit.HERTZ, 0, 0, true, most, "frequency of the sine"),
        Parameter.any(
            "phase", Unit.NONE, 0, "of the sine at 0 ms, in radians: 90 degrees is pi/2"));
  }

  /** When it fires. */
  static List<Parameter> window() {
    return List.of(
        Parameter.duration("start", 0, "fires after this time"),
        Parameter.duration("stop", Double.MAX_VALUE, "fires up to this time"));
  }

  /** The process of such parameters. */
  static PointProcess process(ParameterSet parameters, double order) {
    SineRate rate =
        new SineRate(
            parameters.get("rate") / 1000,
            parameters.get("amplitude") / 1000,
            parameters.get("frequency") / 1000,
            parameters.get("phase"));
    return new GammaProcess(rate, order, parameters.get("start"), parameters.get("stop"));
  }

  /** The highest rate [Hz]. */
  static double highest(ParameterSet parameters) {
    return parameters.get("rate") + parameters.get("amplitude");
  }

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return PointProcessKernels.dynamics(parameters -> process(parameters, 1));
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    return new Formless("is a source of spikes at a rate that changes in time");
  }

  @Override
  public double mostSpikes(ParameterSet parameters, double step) {
    return PointProcessKernels.mostSpikes(highest(parameters), step);
  }
}
