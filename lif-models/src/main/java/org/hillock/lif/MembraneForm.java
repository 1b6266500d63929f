package org.hillock.lif;

import java.util.HashMap;
import java.util.Map;
import org.hillock.model.ParameterSet;
import org.hillock.model.form.Formless;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.NeuronForm;

/** The parameters of {@link Membrane} as a form that chips and other formats know, and back. */
final class MembraneForm {

  private MembraneForm() {}

  /**
   * A membrane with a leak and without a lower bound.
   *
   * @param arrival what a spike that arrives does
   */
  static NeuronForm of(ParameterSet parameters, IntegrateAndFire.Arrival arrival) {
    return of(parameters, Double.NEGATIVE_INFINITY, arrival);
  }

  /**
   * A membrane with a leak.
   *
   * @param lowest V_min [mV]; minus infinity if there is no bound
   */
  static NeuronForm of(ParameterSet parameters, double lowest, IntegrateAndFire.Arrival arrival) {
    if (parameters.get("delta") > 0) {
      return new Formless("fires at random where delta is above 0");
    }
    return new IntegrateAndFire(
        parameters.get("tau_m"),
        parameters.get("C_m"),
        parameters.get("E_L"),
        parameters.get("V_th"),
        parameters.get("V_reset"),
        parameters.get("t_ref"),
        parameters.get("I_e"),
        lowest,
        arrival);
  }

  /** V_min [mV]; minus infinity where it has not been given. */
  static double lowest(ParameterSet parameters) {
    double lowest = parameters.get("V_min");
    return lowest == -Double.MAX_VALUE ? Double.NEGATIVE_INFINITY : lowest;
  }

  /** The parameters of a membrane with a leak. */
  static Map<String, Double> leaky(IntegrateAndFire form) {
    Map<String, Double> parameters = perfect(form);
    parameters.put("tau_m", form.tauM());
    parameters.put("E_L", form.rest());
    return parameters;
  }

  /** The parameters of a membrane without a leak. */
  static Map<String, Double> perfect(IntegrateAndFire form) {
    Map<String, Double> parameters = new HashMap<>();
    parameters.put("C_m", form.capacitance());
    parameters.put("V_th", form.threshold());
    parameters.put("V_reset", form.reset());
    parameters.put("t_ref", form.refractory());
    parameters.put("I_e", form.current());
    return parameters;
  }
}
