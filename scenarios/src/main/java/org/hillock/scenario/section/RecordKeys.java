package org.hillock.scenario.section;

import static org.hillock.scenario.section.Key.optional;
import static org.hillock.scenario.section.Key.required;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.scenario.section.Key.Shape;

/** The keys of what is recorded and drawn. */
public final class RecordKeys {

  /** State variables that a model has if its lists are long. */
  private static final SortedSet<String> ALL_VARIABLES = allVariables();

  static final List<Key> WEIGHTS =
      List.of(
          required("of", Shape.NAMES, "names of projections"),
          optional("every", Shape.FORMULA, "time between samples"),
          optional("at", Shape.FORMULAS, "times of the samples, from the start of the run"),
          optional("states", Shape.TRUTH, "what else the synapses keep too; default false"));

  static final List<Key> MODULATORS =
      List.of(
          required("of", Shape.NAMES, "names of projections with a modulator"),
          optional("every", Shape.FORMULA, "time between samples"),
          optional("at", Shape.FORMULAS, "times of the samples, from the start of the run"));

  static final List<Key> RATES =
      List.of(
          optional("of", Shape.NAMES, "names of populations; default all"),
          required("bin", Shape.FORMULA, "width of a bin, such as 1 ms"));

  /** What there is after changes of the wiring: what to keep, and its picture. */
  static final String STRUCTURE = "structure";

  /** What modulators leave behind: what to keep, and its picture. */
  static final String MODULATOR = "modulators";

  /** The pictures that can be asked for. */
  public static final List<String> PLOTS =
      List.of(
          "raster",
          "rate",
          "traces",
          "phase_plane",
          "isi",
          "weights",
          "weight_time",
          "stdp_window",
          MODULATOR,
          STRUCTURE,
          "map",
          "psth",
          "spectrum",
          "spectrogram",
          "correlogram",
          "tuning",
          "similarity",
          "decoding",
          "receptive_fields",
          "weight_matrix");

  /** What can be set of them. */
  static final Map<String, List<Key>> PLOT_SETTINGS = new LinkedHashMap<>();

  static {
    Key neurons = optional("neurons", Shape.RANGES, "whom to draw; default all that were recorded");
    Key window = optional("window", Shape.FORMULAS, "two times between which to draw; default all");
    Key bins = optional("bin", Shape.FORMULA, "bins in which spikes are counted");
    List<Key> usual = List.of(neurons, window);
    List<Key> counts = List.of(neurons, window, bins);
    List<Key> rates =
        List.of(
            neurons,
            window,
            optional("bin", Shape.FORMULA, "bins of rates; default what the data suggest"),
            optional("smooth", Shape.FORMULA, "constant of smoothing backwards; default none"));
    for (String name : PLOTS) {
      PLOT_SETTINGS.put(name, usual);
    }
    PLOT_SETTINGS.put("raster", rates);
    PLOT_SETTINGS.put("rate", rates);
    PLOT_SETTINGS.put(MODULATOR, List.of(window));
    PLOT_SETTINGS.put("psth", counts);
    PLOT_SETTINGS.put(
        "receptive_fields",
        List.of(
            neurons,
            window,
            optional(
                "columns",
                Shape.FORMULA,
                "sources that stand beside each other in an image, such as 28; default as near to a"
                    + " square as divides them")));
    PLOT_SETTINGS.put("correlogram", counts);
    PLOT_SETTINGS.put(
        "spectrogram",
        List.of(
            neurons,
            window,
            optional(
                "bin", Shape.FORMULA, "windows of which each has a spectrum, such as 200 ms")));
    PLOT_SETTINGS.put(
        "spectrum",
        List.of(neurons, window, optional("log", Shape.TRUTH, "logarithmic axes; default false")));
  }

  private RecordKeys() {}

  /** Whether a plot may be drawn in several ways, by the name of a setting. */
  public static boolean hasSetting(String plot, String setting) {
    return PLOT_SETTINGS.getOrDefault(plot, List.of()).stream()
        .anyMatch(key -> key.name().equals(setting));
  }

  /** All keys under {@code record}. */
  static List<Key> record() {
    return record(ALL_VARIABLES);
  }

  /** Keys under {@code record}, with these state variables. */
  static List<Key> record(Collection<String> variables) {
    List<Key> keys = new ArrayList<>();
    keys.add(optional("spikes", Shape.RANGES, "ranges, all or none; default all"));
    keys.add(
        optional(
            "interval",
            Shape.FORMULA,
            "time between samples of state; default one step, in continuous time 0.1 ms"));
    keys.add(optional("weights", Shape.WEIGHTS_SECTION, "weights to sample"));
    keys.add(
        optional(MODULATOR, Shape.MODULATORS_SECTION, "what modulators leave behind at synapses"));
    keys.add(optional("rates", Shape.RATES_SECTION, "spikes to count in bins"));
    keys.add(
        optional(
            STRUCTURE,
            Shape.TRUTH,
            "synapses, elements and calcium after each change of the wiring, and the synapses of the"
                + " end; default false"));
    for (String variable : variables) {
      keys.add(optional(variable, Shape.RANGES, "neurons whose " + variable + " to sample"));
    }
    return keys;
  }

  /** Names of the state variables of all models with their usual lists, for people. */
  public static List<String> stateVariables() {
    TreeSet<String> names = new TreeSet<>();
    for (NeuronModel model : Models.neurons()) {
      model.stateVariables().forEach(variable -> names.add(variable.name()));
    }
    return List.copyOf(names);
  }

  /** Whether a model, with lists of any length, has a state variable of this name. */
  public static boolean isStateVariable(String name) {
    return ALL_VARIABLES.contains(name);
  }

  /** Names of the state variables of all models with lists of any length. */
  static SortedSet<String> allVariables() {
    TreeSet<String> names = new TreeSet<>();
    for (NeuronModel model : Models.neurons()) {
      Keys.listed(model).stateVariables().forEach(variable -> names.add(variable.name()));
    }
    return Collections.unmodifiableSortedSet(names);
  }
}
