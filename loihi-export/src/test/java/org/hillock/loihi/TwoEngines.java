package org.hillock.loihi;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.ProfileReader;
import org.hillock.loihi.emulate.ChipArithmetic;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.run.ChipSimulation;
import org.hillock.loihi.run.EmulatedChip;
import org.hillock.model.GridTime;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;

/**
 * A network on the grid and on an emulated Loihi 2, at the same step.
 *
 * @param network what is run
 * @param step of both [ms]
 * @param duration [ms]
 */
record TwoEngines(Network network, double step, double duration) {

  static ChipProfile loihi2() {
    try {
      return ProfileReader.find("loihi2");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All spikes, and variables of all neurons of a population in every step. */
  Recording recording(String population, String... variables) {
    List<NeuronRange> all = network.populations().stream().map(NeuronRange::all).toList();
    NeuronRange traced = NeuronRange.all(network.population(population));
    return new Recording(
        all,
        variables.length == 0
            ? List.of()
            : List.of(new Recording.Trace(traced, List.of(variables), step)),
        List.of(),
        List.of());
  }

  private RunSettings settings(int threads) {
    return new RunSettings(step, 0, duration, Nets.SEED, threads);
  }

  RunResult grid(Recording recording) {
    return Engines.build(network, settings(1), recording, RunListener.NONE).run(RunListener.NONE);
  }

  Mapping mapping() {
    return LoihiCompiler.compile(
        new LoihiCompiler.Subject("test", network, step, Nets.SEED),
        loihi2(),
        LoihiCompiler.Options.of(step));
  }

  RunResult chip(Recording recording, int threads) {
    return run(EmulatedChip.of(mapping(), ChipArithmetic.LAVA), recording, threads);
  }

  /** From the file alone. */
  RunResult written(Recording recording, int threads) throws IOException {
    String text = ReadMapping.text(mapping());
    MappingFile file = MappingFile.read("mapping.json", new StringReader(text));
    return run(EmulatedChip.of(file, network, ChipArithmetic.LAVA), recording, threads);
  }

  private RunResult run(EmulatedChip chip, Recording recording, int threads) {
    return new ChipSimulation(chip, network, settings(threads), recording, RunListener.NONE)
        .run(RunListener.NONE);
  }

  /** Steps in which a neuron of a population fires. */
  List<Integer> train(RunResult result, String population, int neuron) {
    List<Integer> steps = new ArrayList<>();
    for (SpikeList list : result.spikes()) {
      for (int i = 0; list.population().equals(population) && i < list.size(); i++) {
        if (list.neurons()[i] == neuron) {
          steps.add((int) GridTime.index(list.times()[i], step));
        }
      }
    }
    return steps;
  }
}
