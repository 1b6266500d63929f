package org.hillock.nir;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.hillock.format.FormatException;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.form.NeuronForm;
import org.hillock.network.Distribution;

/**
 * Neurons that are known by their forms, as neurons of a model that can be of these forms.
 *
 * @param model its name
 * @param parameters what they have in common, or a list
 */
record TakenForms(String model, Map<String, Distribution> parameters) {

  /**
   * Looks for a model.
   *
   * @param size how many neurons, at least 1
   * @param form of each
   * @throws FormatException if no model is of this form
   */
  static TakenForms of(int size, IntFunction<? extends NeuronForm> form) {
    NeuronModel model =
        Models.taking(form.apply(0))
            .map(Models.Taken::model)
            .orElseThrow(() -> none(form.apply(0)));
    Map<String, double[]> columns = new HashMap<>();
    for (int i = 0; i < size; i++) {
      int neuron = i;
      model
          .taking(form.apply(i))
          .orElseThrow(() -> none(form.apply(neuron)))
          .forEach(
              (name, value) ->
                  columns.computeIfAbsent(name, key -> new double[size])[neuron] = value);
    }
    Map<String, Distribution> parameters = new HashMap<>();
    columns.forEach((name, each) -> parameters.put(name, column(each)));
    return new TakenForms(model.name(), parameters);
  }

  /** One number if all are the same. */
  static Distribution column(double[] each) {
    double[] plain = Arrays.stream(each).map(value -> value + 0.0).toArray(); // no negative zero
    boolean same = Arrays.stream(plain).allMatch(value -> value == plain[0]);
    return same ? Distribution.of(plain[0]) : new Distribution.Listed(plain);
  }

  private static FormatException none(NeuronForm form) {
    return new FormatException(
        "", "it is " + form.phrase() + ", and no model is", "a node of another type, such as LIF");
  }
}
