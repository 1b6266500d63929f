package org.hillock.loihi.quantise;

import java.util.List;
import java.util.Locale;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.loihi.wiring.Pathway;

/** Whether the quantities of a population fit into the fields of a compartment and a synapse. */
public final class FieldChecks {

  private final ChipProfile profile;
  private final ChipTime time;

  public FieldChecks(ChipProfile profile, ChipTime time) {
    this.profile = profile;
    this.time = time;
  }

  /** That every delay is a step or more; longer ones than the field holds take relays. */
  public void delays(List<Pathway> pathways, List<WeightSurvey> surveys) {
    for (int i = 0; i < pathways.size(); i++) {
      WeightSurvey survey = surveys.get(i);
      String where = pathways.get(i).where();
      if (survey.synapses() == 0 || pathways.get(i) instanceof Pathway.Train) {
        continue;
      }
      if (time.steps(survey.shortestDelay()) < 1) {
        throw new MappingException(
            where,
            "shortest delay",
            ChipTime.text(survey.shortestDelay()),
            "a step of " + ChipTime.text(time.step()) + ", the least that a spike takes",
            survey.shortestDelay() == 0
                ? "delays of at least " + ChipTime.text(time.step())
                : "a finer --chip-step, or longer delays");
      }
    }
  }

  /** That currents of both signs decay alike, as far as the chip can tell. */
  public void currentDecays(
      String where, List<PhysicalNeuron> neurons, List<Dynamics> dynamics, boolean bothSigns) {
    for (int i = 0; i < neurons.size(); i++) {
      Dynamics own = dynamics.get(i);
      if (bothSigns && own.decayUExcitatory() != own.decayUInhibitory()) {
        throw new MappingException(
            where,
            "current decays per compartment",
            "2, for tau_syn_ex = "
                + ChipTime.text(neurons.get(i).tauExcitatory())
                + " and tau_syn_in = "
                + ChipTime.text(neurons.get(i).tauInhibitory()),
            "1",
            "the same value for tau_syn_ex and tau_syn_in");
      }
    }
  }

  /** The refractory time in steps, which must fit the field. */
  public int refractorySteps(String where, double wanted) {
    ChipProfile.Neuron chip = profile.neuron();
    long refractory = time.steps(wanted);
    if (wanted > 0 && refractory == 0) {
      throw new MappingException(
          where + ".t_ref",
          "refractory time",
          ChipTime.text(wanted),
          "whole steps of " + ChipTime.text(time.step()),
          "a finer --chip-step, or t_ref: 0 ms");
    }
    if (refractory + 1 > chip.refractoryMax()) {
      int most = chip.refractoryMax() - 1;
      throw new MappingException(
          where + ".t_ref",
          "refractory time",
          String.format(
              Locale.ROOT,
              "%s, %,d steps of %s",
              ChipTime.text(wanted),
              refractory,
              ChipTime.text(time.step())),
          most + " steps, " + ChipTime.text(most * time.step()),
          most == 0
              ? "t_ref: 0 ms"
              : "a shorter t_ref, or a --chip-step of at least "
                  + ChipTime.text(Math.ceil(wanted / most * 1000) / 1000));
    }
    return (int) refractory;
  }

  /** That weights of both signs have a bit left for their size. */
  public void signs(List<Pathway> pathways, List<WeightSurvey> surveys) {
    int bits = profile.synapse().fullWeightBits();
    for (int i = 0; i < pathways.size(); i++) {
      SignMode mode = surveys.get(i).signMode();
      if (surveys.get(i).largest() > 0 && (1 << bits) - 1 - mode.lostBits() < 1) {
        throw new MappingException(
            pathways.get(i).where(),
            "bits of a weight",
            bits + mode.lostBits() + ", for weights of both signs",
            Integer.toString(bits),
            "a projection or input of its own for each sign");
      }
    }
  }

  /**
   * The threshold mantissa, which must not be lost beside the largest weight.
   *
   * @param where the threshold, such as {@code neurons.exc.V_th}
   * @param range threshold above v = 0 [mV]
   * @param origin what messages call the voltage at which v is 0
   */
  public int threshold(String where, double range, String origin, double scale) {
    ChipProfile.Neuron chip = profile.neuron();
    int threshold = Compartment.thresholdMantissa(range * scale, chip.thresholdExponent());
    if (threshold < 1) {
      throw new MappingException(
          where,
          "threshold",
          ChipTime.number(range) + " mV above " + origin,
          "steps of "
              + ChipTime.number((1 << chip.thresholdExponent()) / scale)
              + " mV, if the largest weight or bias is to fit too",
          "smaller weights and currents, or a higher threshold");
    }
    return threshold;
  }

  /**
   * A threshold that v would be above from the start.
   *
   * @param threshold what it is [mV]
   * @param origin what messages call the voltage at which v is 0
   */
  static MappingException noThreshold(String where, double threshold, String origin) {
    return new MappingException(
        where,
        "threshold",
        ChipTime.number(threshold) + " mV",
        "thresholds above " + origin + ", where its v is 0",
        "a higher threshold");
  }

  /**
   * That not all synapses of a pathway are too weak.
   *
   * @param alone whether nothing else sends to the population
   */
  public static void notSilent(PathwayReport report, boolean alone) {
    if (report.zeroed() > 0 && report.mapped() == 0 && alone) {
      throw new MappingException(
          report.where(),
          "weight resolution",
          "weights far below the threshold, or the constant current, of " + report.target(),
          "steps in which they are all 0",
          "larger weights, or a lower threshold and a smaller current for " + report.target());
    }
    if (report.zeroed() > 0 && report.mapped() == 0) {
      throw new MappingException(
          report.where(),
          "weight resolution",
          "weights far below the others onto " + report.target(),
          "steps in which they are all 0",
          "larger weights here, smaller ones in the other projections and inputs onto "
              + report.target()
              + ", or leaving these synapses out");
    }
  }
}
