package org.hillock.loihi.quantise;

import java.util.List;
import java.util.Objects;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.loihi.wiring.Pathway;
import org.hillock.model.PlasticRule;
import org.hillock.model.SynapseModel;
import org.hillock.network.Plasticity;
import org.jspecify.annotations.Nullable;

/**
 * Weights that learn. The chip stops them at its largest mantissa, whatever the projection, so
 * W_max must be that one; and it pairs spikes of the source itself, so there must be no relay
 * between.
 */
final class LearningWeights {

  /** How far W_max may be from the largest mantissa, and a little for arithmetic. */
  private static final double HALF_A_STEP = 0.5 + 1e-6;

  private final ChipProfile profile;
  private final ChipTime time;

  LearningWeights(ChipProfile profile, ChipTime time) {
    this.profile = profile;
    this.time = time;
  }

  /** Whether the weights of a pathway change. */
  static boolean learns(Pathway pathway) {
    return plasticity(pathway) != null;
  }

  private static @Nullable Plasticity plasticity(Pathway pathway) {
    return pathway instanceof Pathway.FromNeurons projection ? projection.plasticity() : null;
  }

  private static PlasticRule rule(Pathway pathway) {
    Plasticity plasticity = Objects.requireNonNull(plasticity(pathway));
    return PlasticRule.of(pathway.where() + ".plasticity", plasticity);
  }

  /**
   * W_max of a pathway that learns [mV], which must be one number for all its targets.
   *
   * @param dynamics of the target population, one a neuron
   */
  double limit(Pathway pathway, List<Dynamics> dynamics) {
    double largest = rule(pathway).parameters().get(SynapseModel.MAX_WEIGHT);
    double first = gain(dynamics.get(pathway.target().from()), largest);
    int full = (1 << profile.synapse().fullWeightBits()) - 1;
    for (int i = pathway.target().from(); i < pathway.target().to(); i++) {
      double mantissa = full * gain(dynamics.get(i), largest) / first;
      if (Math.abs(mantissa - full) > HALF_A_STEP) {
        throw new MappingException(
            pathway.where() + ".plasticity.W_max",
            "largest mantissa of weights that learn",
            "one for each of the targets, whose membranes differ, such as "
                + ChipTime.number(Math.rint(mantissa))
                + " and "
                + full,
            "one, " + full,
            "the same C_m, tau_m and tau_syn for all of "
                + pathway.target().population()
                + ", a population for each kind of neuron, or "
                + MappingException.FIXED_WEIGHTS);
      }
    }
    return largest * first;
  }

  private static double gain(Dynamics dynamics, double weight) {
    return weight < 0 ? dynamics.gainInhibitory() : dynamics.gainExcitatory();
  }

  /**
   * The format of a pathway that learns.
   *
   * @param format of its weights at the start
   * @param limit W_max, in units of u
   * @throws MappingException if that is not the largest mantissa, or there is no such rule
   */
  WeightFormat format(Pathway pathway, WeightFormat format, double limit) {
    ChipProfile.Synapse chip = profile.synapse();
    double full = ((1 << chip.fullWeightBits()) - 1) * (double) (1 << chip.weightShift());
    int exponent =
        Math.max(
            chip.weightExponentMin(),
            (int) Math.rint(Math.log(Math.abs(limit) / full) / Math.log(2)));
    WeightFormat own =
        new WeightFormat(exponent, chip.fullWeightBits(), format.signMode(), format.delayMax());
    double largest = Math.scalb(limit / (1 << chip.weightShift()), -exponent);
    checkLargest(pathway.where(), largest);
    return own.learning(
        ChipLearning.of(pathway.where(), rule(pathway), (int) Math.rint(largest), time));
  }

  /**
   * That W_max is the largest mantissa, since that is where the chip stops weights that learn.
   *
   * @param mantissa of W_max, signed
   */
  private void checkLargest(String where, double mantissa) {
    int full = (1 << profile.synapse().fullWeightBits()) - 1;
    if (Math.abs(Math.abs(mantissa) - full) > HALF_A_STEP) {
      throw new MappingException(
          where + ".plasticity.W_max",
          "largest mantissa of weights that learn",
          ChipTime.number(Math.rint(Math.abs(mantissa) * 10) / 10)
              + " for W_max, at the scale of the other weights onto the population",
          full + ", where it stops them",
          "a W_max that is 1, 2, 4 ... times that of the others, smaller weights that do not learn,"
              + " or "
              + MappingException.FIXED_WEIGHTS);
    }
  }

  /**
   * That synapses which learn hang on their neuron itself: a relay's trace is later by its delay.
   *
   * @param longest delay on top of the one step that every spike takes [steps]
   * @param period steps after which a relay takes over
   */
  void checkDelay(String where, long longest, int period) {
    if (longest >= period) {
      throw new MappingException(
          where,
          "delay of synapses that learn",
          ChipTime.text((longest + 1) * time.step())
              + ", which takes relays, and those fire too late for pairs of spikes",
          ChipTime.text(period * time.step()) + " without relays",
          "shorter delays, a coarser --chip-step, or " + MappingException.FIXED_WEIGHTS);
    }
  }
}
