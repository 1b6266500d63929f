package org.hillock.loihi.chip;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.NeuronForm;

/**
 * The forms of neurons that the compiler can put into compartments, as profiles name them: a
 * profile says which of them the programme of its chip runs. A neuron with another equation, such
 * as that of Izhikevich or one whose threshold adapts, is a further constant here, listed by the
 * profiles of chips that are programmed freely enough.
 */
public enum ChipForm {
  /** Leaky integrate-and-fire, spikes are jumps of V. */
  LIF_JUMPS("lif_jumps") {
    @Override
    boolean is(IntegrateAndFire unit) {
      return unit.leaks() && !unit.hasCurrents();
    }
  },
  /** Leaky integrate-and-fire, spikes are exponential currents. */
  LIF_CURRENTS("lif_currents") {
    @Override
    boolean is(IntegrateAndFire unit) {
      return unit.leaks() && unit.hasCurrents();
    }
  };

  /** What a profile that does not say it takes: the two that Loihi 1 has in silicon. */
  public static final Set<ChipForm> USUAL =
      Collections.unmodifiableSet(EnumSet.of(LIF_JUMPS, LIF_CURRENTS));

  private final String text;

  ChipForm(String text) {
    this.text = text;
  }

  abstract boolean is(IntegrateAndFire unit);

  /** Which of them a neuron is, a lower bound of V apart, which belongs to the core. */
  public static Optional<ChipForm> of(NeuronForm form) {
    return form instanceof IntegrateAndFire unit
        ? Arrays.stream(values()).filter(one -> one.is(unit)).findFirst()
        : Optional.empty();
  }

  /** The one of this name, as profiles have it. */
  public static Optional<ChipForm> named(String text) {
    return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(ChipForm::text).toList();
  }

  /** The name, as profiles have it. */
  public String text() {
    return text;
  }
}
