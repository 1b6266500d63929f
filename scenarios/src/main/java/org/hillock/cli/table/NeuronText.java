package org.hillock.cli.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Programme;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.read.NeuronOnChip;
import org.hillock.loihi.validate.AskedSynapses;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.text.Text;
import org.hillock.words.Words;

/** A neuron of a mapping, for people. */
public final class NeuronText {

  private static final int FEW = 10;

  private static final String[] MODES = {"", "mixed", "excitatory", "inhibitory"};

  private NeuronText() {}

  /**
   * Lines.
   *
   * @param asked what the scenario asks for; empty if it is not known
   * @param unit of its weights
   */
  public static List<String> lines(
      NeuronOnChip neuron,
      String population,
      MappingFile file,
      List<AskedSynapses.Asked> asked,
      String unit,
      boolean all) {
    ChipProfile.Neuron fields = file.chip().neuron();
    MappedCore core = neuron.core();
    List<String> lines = new ArrayList<>();
    lines.add(
        format("chip %d, core %d, compartment %d", core.chip(), core.core(), neuron.number()));
    lines.addAll(dynamics(neuron, fields));
    lines.add(
        format(
                "bias %,d a step (%d × 2^%d); begins at u = %,d, v = %,d",
                neuron.compartment().bias() << neuron.compartment().biasExp(),
                neuron.compartment().bias(),
                neuron.compartment().biasExp(),
                neuron.compartment().u0(),
                neuron.compartment().v0())
            + also(neuron));
    lines.add("");
    lines.add("its spikes go to " + Words.count(neuron.routes().size(), "core"));
    int most = all ? Integer.MAX_VALUE : FEW;
    for (MappedCore.Route route : neuron.routes().stream().limit(most).toList()) {
      lines.add(format("  chip %d, core %d, axon %d", route.chip(), route.core(), route.axon()));
    }
    if (neuron.routes().size() > most) {
      lines.add(format("  and %,d more: --all", neuron.routes().size() - most));
    }
    lines.add("");
    lines.add(Words.count(neuron.synapses().size(), "synapse") + " onto it");
    lines.addAll(
        synapses(SynapsePairs.of(neuron, population, file, asked), unit, file.chipStep(), all));
    return lines;
  }

  /** What its programme does with which numbers. */
  private static List<String> dynamics(NeuronOnChip neuron, ChipProfile.Neuron fields) {
    MappedCore.Profile profile = neuron.profile();
    Programme programme = profile.programme();
    int one = fields.decayOne();
    String decays =
        format(
            "u keeps %d/%d a step (decayU %d), v keeps %d/%d (decayV %d)",
            one - 1 - profile.decayU(),
            one,
            profile.decayU(),
            one - profile.decayV(),
            one,
            profile.decayV());
    String constants =
        "programme "
            + programme.text()
            + ": "
            + registers(programme.constants(), profile.constants());
    String fires =
        format(
            "fires above v = %,d (mantissa %d)",
            (long) neuron.threshold() << fields.thresholdExponent(), neuron.threshold());
    String rests = ", then rests for " + Words.count(profile.refractDelay() - 1, "step");
    return switch (programme) {
      case LIF -> List.of(decays, fires + rests);
      case ADAPTIVE_THRESHOLD ->
          List.of(decays, constants, fires + " + theta1 + theta2" + rests + ", and v goes on");
      case IZHIKEVICH -> List.of(constants, fires);
    };
  }

  private static String also(NeuronOnChip neuron) {
    List<Integer> state = neuron.compartment().state();
    return state.isEmpty() ? "" : ", " + registers(neuron.profile().programme().states(), state);
  }

  private static String registers(List<Programme.Register> registers, List<Integer> values) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < registers.size(); i++) {
      all.add(format("%s = %,d", registers.get(i).name(), values.get(i)));
    }
    return String.join(", ", all);
  }

  private static List<String> synapses(
      List<SynapsePairs.Pair> pairs, String unit, double step, boolean all) {
    Map<String, Integer> shown = new LinkedHashMap<>();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "from",
            "axon",
            "asked for",
            "weight",
            "mantissa",
            "exponent",
            "bits",
            "steps",
            "delay",
            "signs",
            "encoding"));
    for (SynapsePairs.Pair pair : pairs) {
      NeuronOnChip.Synapse synapse = pair.chip();
      AskedSynapses.Asked asked = pair.asked();
      String population = pair.source().replaceAll("\\[.*", "");
      if (!all && shown.merge(population, 1, Integer::sum) > FEW) {
        continue;
      }
      MappedCore.Format format = synapse.format();
      rows.add(
          List.of(
              synapse.source().equals(pair.source())
                  ? pair.source()
                  : pair.source() + " by " + synapse.source(),
              format("%d", synapse.axon()),
              asked == null ? "?" : (ChipTime.number(asked.weight()) + " " + unit).strip(),
              format("%,d", synapse.weight()),
              format("%d", synapse.mantissa()),
              format("%d", format.wgtExp()),
              format("%d", format.wgtBits()),
              format("%d", pair.steps()),
              ChipTime.text(pair.steps() * step),
              MODES[Math.min(3, Math.max(0, format.fanoutType()))],
              format.dense() ? "dense" : "sparse, index of " + format.idxBits() + " bits"));
    }
    List<String> lines = new ArrayList<>(Text.table(rows, 1));
    shown.forEach(
        (population, count) -> {
          if (count > FEW) {
            lines.add(format("  and %,d more from %s: --all", count - FEW, population));
          }
        });
    return lines;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
