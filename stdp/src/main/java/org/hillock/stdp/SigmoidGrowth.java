package org.hillock.stdp;

import org.hillock.model.GrowthCurve;
import org.hillock.model.GrowthModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.RuleDescription;
import org.hillock.model.RuleFamily;
import org.hillock.model.Unit;
import org.hillock.vector.Exp;

/** Synaptic elements that grow below the set point and are lost above, as fast on either side. */
public final class SigmoidGrowth implements GrowthModel {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
              "sigmoid", RuleFamily.STRUCTURAL, "growth below a set point, loss above it")
          .equations("dz/dt = growth_rate (2/(1 + exp((Ca - eps)/psi)) - 1),   z at least 0")
          .source("Butz and van Ooyen 2013, PLoS Comput Biol 9:e1003259; NEST sigmoid")
          .parameters(
              Parameter.any("eps", Unit.NONE, 0.7, "set point: calcium without growth"),
              Parameter.positive("psi", Unit.NONE, 0.1, "how gently growth turns into loss"))
          .elements()
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public GrowthCurve curve(ParameterSet of) {
    return new Curve(of.get("eps"), of.get("psi"));
  }

  private record Curve(double eps, double width) implements GrowthCurve {

    @Override
    public double at(double calcium) {
      return 2 / (1 + Exp.of((calcium - eps) / width)) - 1;
    }
  }
}
