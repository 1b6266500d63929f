package org.hillock.lif;

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
 * Fires in correlation: the neurons of a population copy the spikes of one Poisson train, the
 * mother, each spike with the probability p_copy and independently of the others. So each is a
 * Poisson process, and the correlation of the spike counts of two is p_copy (Kuhn, Aertsen and
 * Rotter 2003, Neural Comput 15:67, multiple interaction process). On a grid each spike is at the
 * end of the step that contains it. NEST's {@code mip_generator}, whose targets are the neurons of
 * the population here.
 */
public final class MipGenerator implements NeuronModel {

  private static final NeuronDescription DESCRIPTION =
      Sender.description(
              "mip_generator",
              "fires in correlation: all neurons copy spikes of one Poisson train of the population")
          .equations(
              """
              mother: intervals exponentially distributed, of mean 1/rate
              each neuron: a spike of the mother is copied with the probability p_copy
              so each fires at rate p_copy, and spike counts of two have the correlation p_copy
              """)
          .source("NEST mip_generator; Kuhn, Aertsen and Rotter 2003, Neural Comput 15:67")
          .parameters(
              new Parameter(
                      "rate",
                      Unit.HERTZ,
                      0,
                      0,
                      true,
                      Input.Poisson.MOST_IN_CONTINUOUS_TIME,
                      "expected events of the mother per second")
                  .inCommon(),
              Parameter.between("p_copy", 0, 1, 1, "probability that an event is copied")
                  .inCommon(),
              Parameter.duration("start", 0, "fires after this time").inCommon(),
              Parameter.duration("stop", Double.MAX_VALUE, "fires up to this time").inCommon())
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return PointProcessKernels.dynamics(
        parameters ->
            new CopiedProcess(
                parameters.get("rate") / 1000,
                parameters.get("p_copy"),
                parameters.get("start"),
                parameters.get("stop")));
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    return new Formless("is a source of correlated spikes");
  }

  @Override
  public double mostSpikes(ParameterSet parameters, double step) {
    return PointProcessKernels.mostSpikes(parameters.get("rate"), step);
  }
}
