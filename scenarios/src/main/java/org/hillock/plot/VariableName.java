package org.hillock.plot;

import java.util.Locale;

/** What the name of a state variable tells. */
final class VariableName {

  private VariableName() {}

  /** NEST calls membrane potentials V_m, those of a second compartment V_m.d and the like. */
  static boolean isPotential(String variable) {
    String lower = variable.toLowerCase(Locale.ROOT);
    return lower.equals("v") || lower.startsWith("v_m");
  }

  /** The name with its unit: the given one, else what the field's naming tells. */
  static String label(PlotData data, String variable) {
    String unit = data.units().getOrDefault(variable, unitByName(variable));
    return unit.isEmpty() ? variable : variable + " [" + unit + "]";
  }

  private static String unitByName(String variable) {
    String lower = variable.toLowerCase(Locale.ROOT);
    if (lower.equals("v") || lower.startsWith("v_")) {
      return "mV";
    }
    if (lower.startsWith("i_") || lower.equals("w")) {
      return "pA";
    }
    return lower.startsWith("g_") || lower.startsWith("dg_") ? "nS" : "";
  }
}
