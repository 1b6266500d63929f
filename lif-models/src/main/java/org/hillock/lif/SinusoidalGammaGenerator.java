package org.hillock.lif;

import java.util.Optional;
import org.hillock.model.Dynamics;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.form.Formless;
import org.hillock.model.form.NeuronForm;

/**
 * Fires more regularly than at random, at a rate that follows a sine: a gamma process in the
 * integral of the rate (Brown, Barbieri, Ventura, Kass and Frank 2002, Neural Comput 14:325). It
 * begins in equilibrium, so that the rate is right from the beginning. On a grid each spike is at
 * the end of the step that contains it. NEST's {@code sinusoidal_gamma_generator} for whole orders,
 * with the phase in radians, and with one train for all targets of a neuron.
 */
public final class SinusoidalGammaGenerator implements NeuronModel {

  /** Beyond this a train is as regular as a clock: CV below 0.01. */
  private static final double HIGHEST_ORDER = 10_000;

  private static final NeuronDescription DESCRIPTION =
      Sender.description(
              "sinusoidal_gamma_generator",
              "fires with gamma-distributed intervals, at a rate that follows a sine")
          .equations(
              """
              rate(t) = rate + amplitude sin(2 pi frequency t + phase)
              integral of rate(t) from spike to spike: gamma-distributed, of mean 1 and CV 1/sqrt(order)
              """)
          .source(
              "NEST sinusoidal_gamma_generator with individual_spike_trains false; phase in radians,"
                  + " where NEST has degrees; begins in equilibrium")
          .parameters(SinusoidalPoissonGenerator.rate())
          .parameters(
              Parameter.between(
                  "order", 1, HIGHEST_ORDER, 1, "of the gamma distribution, a whole number"))
          .parameters(SinusoidalPoissonGenerator.window())
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return PointProcessKernels.dynamics(
        parameters -> SinusoidalPoissonGenerator.process(parameters, parameters.get("order")));
  }

  @Override
  public Optional<String> conflict(ParameterSet parameters) {
    double rate = parameters.get("rate");
    double amplitude = parameters.get("amplitude");
    double order = parameters.get("order");
    if (order != Math.rint(order)) {
      return Optional.of("order, " + order + ", is no whole number");
    }
    return amplitude <= rate
        ? Optional.empty()
        : Optional.of("amplitude, " + amplitude + " Hz, is above rate, " + rate + " Hz");
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    return new Formless("is a source of spikes at a rate that changes in time");
  }

  @Override
  public double mostSpikes(ParameterSet parameters, double step) {
    return PointProcessKernels.mostSpikes(SinusoidalPoissonGenerator.highest(parameters), step);
  }
}
