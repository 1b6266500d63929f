package org.hillock.stdp;

import org.hillock.model.Decay;
import org.hillock.model.GrowthCurve;
import org.hillock.model.GrowthModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.RuleDescription;
import org.hillock.model.RuleFamily;
import org.hillock.model.Unit;

/** Synaptic elements that grow the faster, the farther calcium is below its set point. */
public final class LinearGrowth implements GrowthModel {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
              "linear", RuleFamily.STRUCTURAL, "growth in proportion to the calcium that lacks")
          .equations("dz/dt = growth_rate (1 - Ca/eps),   z at least 0")
          .source("Butz and van Ooyen 2013, PLoS Comput Biol 9:e1003259; NEST linear")
          .parameters(
              Parameter.positive("eps", Unit.NONE, 0.7, "set point: calcium without growth"))
          .elements()
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public GrowthCurve curve(ParameterSet of) {
    return new Curve(of.get("eps"));
  }

  private record Curve(double eps) implements GrowthCurve {

    @Override
    public double at(double calcium) {
      return 1 - calcium / eps;
    }

    @Override
    public double width() {
      return eps;
    }

    @Override
    public double growth(double calcium, double tau, double time) {
      return time + tau * calcium * Decay.expm1(-time / tau) / eps;
    }
  }
}
