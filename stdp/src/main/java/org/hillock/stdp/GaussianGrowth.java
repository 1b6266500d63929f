package org.hillock.stdp;

import java.util.Optional;
import org.hillock.model.GrowthCurve;
import org.hillock.model.GrowthModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.RuleDescription;
import org.hillock.model.RuleFamily;
import org.hillock.model.Unit;
import org.hillock.vector.Exp;

/**
 * Synaptic elements that grow between a least calcium and the set point, and are lost outside: a
 * bell between the two, at whose feet nothing grows.
 */
public final class GaussianGrowth implements GrowthModel {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
              "gaussian", RuleFamily.STRUCTURAL, "growth between a least calcium and a set point")
          .equations(
              """
              dz/dt = growth_rate (2 exp(-((Ca - xi)/zeta)^2) - 1),   z at least 0
              xi = (eta + eps)/2,   zeta = (eps - eta)/(2 sqrt(ln 2))
              """)
          .source("Butz and van Ooyen 2013, PLoS Comput Biol 9:e1003259; NEST gaussian")
          .parameters(
              Parameter.any("eta", Unit.NONE, 0.1, "calcium below which elements are lost"),
              Parameter.any("eps", Unit.NONE, 0.7, "set point: calcium above which they are lost"))
          .elements()
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Optional<String> conflict(ParameterSet of) {
    return of.get("eta") == of.get("eps")
        ? Optional.of("eta equals eps, so that nothing grows in between")
        : Optional.empty();
  }

  @Override
  public GrowthCurve curve(ParameterSet of) {
    double middle = (of.get("eta") + of.get("eps")) / 2;
    double half = Math.abs(of.get("eps") - of.get("eta")) / 2;
    return new Curve(middle, half / Math.sqrt(StrictMath.log(2)));
  }

  /**
   * @param middle calcium at which growth is fastest
   * @param width the distance from there at which a bell has fallen to 1/e
   */
  private record Curve(double middle, double width) implements GrowthCurve {

    @Override
    public double at(double calcium) {
      double distance = (calcium - middle) / width;
      return 2 * Exp.of(-distance * distance) - 1;
    }
  }
}
