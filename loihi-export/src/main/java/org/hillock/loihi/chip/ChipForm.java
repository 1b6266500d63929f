package org.hillock.loihi.chip;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hillock.model.form.AdaptiveThresholdNeuron;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.IzhikevichNeuron;
import org.hillock.model.form.NeuronForm;

/**
 * The forms of neurons that the compiler can put into compartments, as profiles name them: a
 * profile says which of them the programmes of its chip run. A neuron with another equation is a
 * further constant here, with a {@link Programme}, listed by the profiles of chips that are
 * programmed freely enough.
 */
public enum ChipForm {
  /** Leaky integrate-and-fire, spikes are jumps of V. */
  LIF_JUMPS(Programme.LIF) {
    @Override
    boolean is(NeuronForm form) {
      return form instanceof IntegrateAndFire unit && unit.leaks() && !unit.hasCurrents();
    }
  },
  /** Leaky integrate-and-fire, spikes are exponential currents. */
  LIF_CURRENTS(Programme.LIF) {
    @Override
    boolean is(NeuronForm form) {
      return form instanceof IntegrateAndFire unit && unit.leaks() && unit.hasCurrents();
    }
  },
  /** Leaky integrate-and-fire without a reset, whose threshold of up to two parts adapts. */
  ADAPTIVE_THRESHOLD(Programme.ADAPTIVE_THRESHOLD) {
    @Override
    boolean is(NeuronForm form) {
      return form instanceof AdaptiveThresholdNeuron unit
          && unit.parts().size() <= Programme.ADAPTIVE_THRESHOLD.states().size();
    }
  },
  /** Izhikevich's neuron, in either of its schemes. */
  IZHIKEVICH(Programme.IZHIKEVICH) {
    @Override
    boolean is(NeuronForm form) {
      return form instanceof IzhikevichNeuron;
    }
  };

  /** What a profile that does not say it takes: the two that Loihi 1 has in silicon. */
  public static final Set<ChipForm> USUAL =
      Collections.unmodifiableSet(EnumSet.of(LIF_JUMPS, LIF_CURRENTS));

  private final Programme programme;

  ChipForm(Programme programme) {
    this.programme = programme;
  }

  abstract boolean is(NeuronForm form);

  /** Which of them a neuron is, a lower bound of V apart, which belongs to the core. */
  public static Optional<ChipForm> of(NeuronForm form) {
    return Arrays.stream(values()).filter(one -> one.is(form)).findFirst();
  }

  /** The one of this name, as profiles have it. */
  public static Optional<ChipForm> named(String text) {
    return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(ChipForm::text).toList();
  }

  /** The name, as profiles have it: that of the constant, in small letters. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What its compartments do. */
  public Programme programme() {
    return programme;
  }
}
