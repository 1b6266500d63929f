package org.hillock.loihi.quantise;

import java.util.List;
import org.hillock.loihi.chip.ChipForm;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.chip.ProfileReader;
import org.hillock.loihi.wiring.Outside;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.NeuronValues;
import org.hillock.model.form.Formless;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.NeuronForm;
import org.hillock.network.Population;

/** Whether neurons have a form that the programme of a chip runs. */
final class FormCheck {

  private final ChipProfile profile;

  FormCheck(ChipProfile profile) {
    this.profile = profile;
  }

  /**
   * Checks the first neuron of a population, before any other is drawn.
   *
   * @param index of the population in the network
   * @param seed the run's seed
   * @throws MappingException if it cannot be a compartment
   */
  void first(Population population, int index, long seed) {
    if (Models.neuron(population.model()).isEmpty()) {
      throw refusal(population, Models.form(population.model()));
    }
    NeuronValues values = new NeuronValues(population, index, Models.of(population), seed);
    neuron(population, values.form(0), 0);
  }

  /**
   * A neuron that can be a compartment.
   *
   * @param constantInput constant current from inputs [pA]
   * @throws MappingException if it cannot
   */
  PhysicalNeuron neuron(Population population, NeuronForm form, double constantInput) {
    ChipForm kind =
        ChipForm.of(form).filter(this::runs).orElseThrow(() -> refusal(population, form));
    if (form instanceof IntegrateAndFire unit && unit.bounded()) {
      throw new MappingException(
          "neurons." + population.name() + ".V_min",
          "lower bound of V_m",
          "a bound of its own",
          "one bound for all compartments of a core, far below",
          "leaving V_min out");
    }
    return PhysicalNeuron.of(kind, form, constantInput);
  }

  /** The models whose neurons can be compartments of this chip. */
  List<String> models() {
    return Models.neurons().stream()
        .filter(model -> ChipForm.of(Models.form(model)).map(this::runs).orElse(false))
        .map(NeuronModel::name)
        .toList();
  }

  private boolean runs(ChipForm form) {
    return profile.neuronForms().contains(form);
  }

  private MappingException refusal(Population population, NeuronForm form) {
    String what =
        form instanceof Formless formless
            ? population.model() + ", which " + formless.reason()
            : population.model() + ", " + form.phrase();
    List<String> ports =
        Models.neurons().stream()
            .filter(model -> Outside.holds(Models.form(model)))
            .map(NeuronModel::name)
            .toList();
    return new MappingException(
        "neurons." + population.name() + ".model",
        "neuron model",
        what,
        listed(models())
            + " as compartments of "
            + profile.name()
            + ", and "
            + String.join(", ", ports)
            + " as input ports",
        "one of these models" + targets(form));
  }

  /** Which other targets take a form. */
  private String targets(NeuronForm form) {
    List<String> taking =
        ChipForm.of(form).map(one -> ProfileReader.taking(one, profile.name())).orElse(List.of());
    if (taking.isEmpty()) {
      return form instanceof Formless ? "" : "; no chip that ships takes " + form.phrase();
    }
    return ", or --target "
        + String.join(" or ", taking)
        + (taking.size() == 1 ? ", which takes " : ", which take ")
        + form.phrase();
  }

  private static String listed(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
