package org.hillock.loihi.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.WeightRequests;
import org.hillock.loihi.emulate.Emulation;
import org.hillock.model.GridTime;
import org.hillock.network.Network;
import org.hillock.record.Recording;
import org.hillock.record.WeightTable;

/**
 * Samples weights that learn on an emulated chip. A sample of a step is what the spikes of that
 * step meet: it has learnt from all steps before.
 */
final class ChipWeights {

  private final double chipStep;
  private final List<Sampled> sampled = new ArrayList<>();

  /** The synapses of a projection, when to look at them, and what was found. */
  private record Sampled(
      LearningSynapses synapses, TreeSet<Long> due, List<Long> steps, List<double[]> weights) {

    void take(long step, int[] mantissas) {
      double[] sample = new double[synapses.numbers().length];
      Arrays.setAll(sample, k -> mantissas[synapses.numbers()[k]] * synapses.units()[k]);
      steps.add(step);
      weights.add(sample);
    }
  }

  /**
   * @throws org.hillock.network.InvalidNetworkException if weights that are asked for do not learn
   *     on the chip
   */
  ChipWeights(EmulatedChip chip, Network network, RunSettings settings, Recording recording) {
    this.chipStep = chip.chipStep();
    List<List<Integer>> projections = WeightRequests.of(network, recording);
    for (int request = 0; request < projections.size(); request++) {
      TreeSet<Long> due = new TreeSet<>();
      for (double time : recording.weights().get(request).times()) {
        due.add(GridTime.index(time, chipStep));
      }
      for (int projection : projections.get(request)) {
        sampled.add(
            new Sampled(
                LearningSynapses.of(chip, network, projection, settings.seed()),
                due,
                new ArrayList<>(),
                new ArrayList<>()));
      }
    }
  }

  /** Looks at those weights that are due in the step in which the emulation is. */
  void take(Emulation emulation) {
    take(emulation, true);
  }

  /** Looks at all weights, unless they were due in this step anyway. */
  void finish(Emulation emulation) {
    take(emulation, false);
  }

  private void take(Emulation emulation, boolean due) {
    int[] mantissas = {};
    for (Sampled one : sampled) {
      if (one.due().contains(emulation.time()) == due) {
        mantissas = mantissas.length == 0 ? emulation.weights() : mantissas;
        one.take(emulation.time(), mantissas);
      }
    }
  }

  List<WeightTable> tables() {
    return sampled.stream().map(this::table).toList();
  }

  private WeightTable table(Sampled one) {
    LearningSynapses synapses = one.synapses();
    return new WeightTable(
        synapses.projection().name(),
        synapses.projection().source().population(),
        synapses.projection().target().population(),
        synapses.sources(),
        synapses.targets(),
        one.steps().stream().mapToDouble(step -> GridTime.time(step, chipStep)).toArray(),
        one.weights().toArray(double[][]::new));
  }
}
