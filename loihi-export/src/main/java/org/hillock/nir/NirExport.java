package org.hillock.nir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.format.FormatException;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.network.ChangingPoisson;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;

/**
 * From a network to a NIR graph. The synapses are exactly those of the simulator.
 *
 * <p>NIR gives signals, not jumps: a spike is a pulse of height 1 that lasts one time-step dt. Over
 * it, tau dv/dt = v_leak - v + r w adds r w g to v, where g is 1 - e^(-dt/tau), or dt/tau in
 * forward Euler ({@link NirDecay}). So a synapse by which V jumps by J has w = J/(r g). Here r =
 * 1/g, and so w = J. For frameworks that step by Euler, time constants are dt/(1 - e^(-dt/tau_m)),
 * with which Euler decays as the network does:
 *
 * <pre>
 *   iaf_psc_delta   LIF       tau = tau_m, r = 1/g                           w = J              [mV]
 *   iaf_psc_exp     CubaLIF   tau_mem = tau_m, tau_syn, w_in = 1/g_syn
 *                   exact     r = tau_mem/dt                                 w = W dt/C_m       [mV]
 *                   Euler     r = tau_mem/dt = 1/g                           w = W P            [mV]
 *   parrot_neuron   Threshold threshold = 0                                  w
 *   both            v = V - E_L, v_leak = tau_m/C_m I, v_reset = V_reset - E_L
 *                   v_threshold: the next number below V_th - E_L, since NIR fires above it and
 *                   the simulator at it
 * </pre>
 *
 * <p>P is the part of a current that is in V after a step, {@link NirDecay#transferred}. I is the
 * sum of constant currents. v is counted from E_L since frameworks begin at v = 0. Time constants
 * and delays are in s. Senders (spike_generator, poisson_generator, inputs of spikes) are Input
 * nodes; what they send is in their metadata. A projection is a Linear node and a Delay node.
 * Populations that send nothing on to others have an Output node; if there are none, all have one.
 */
public final class NirExport {

  /** Name in the metadata of the graph of the decay that it was made for. */
  static final String DECAY = "decay";

  private NirExport() {}

  /**
   * A graph, and what got lost on the way.
   *
   * @param graph the network
   * @param warnings what has no place in NIR and is left out or in metadata only, a sentence each
   */
  public record Exported(NirGraph graph, List<String> warnings) {}

  /** Writes a network for readers that step exactly. */
  public static List<String> write(Network network, double step, long seed, Path file)
      throws IOException {
    return write(network, step, seed, NirDecay.EXACT, file);
  }

  /** The graph of a network, for readers that step exactly. */
  public static Exported graph(Network network, double step, long seed) {
    return graph(network, step, seed, NirDecay.EXACT);
  }

  /**
   * Writes a network to a file, in the place of an older one if there is one.
   *
   * @param network what to write
   * @param step time-step dt for which weights are meant [ms]
   * @param seed the run's seed, which decides on the synapses
   * @param decay how the readers of the file will step it
   * @param file usually with the ending .nir
   * @return warnings, see {@link Exported}
   * @throws FormatException if the network cannot be said in NIR
   * @throws IOException if the file cannot be written
   */
  public static List<String> write(
      Network network, double step, long seed, NirDecay decay, Path file) throws IOException {
    Exported exported = graph(network, step, seed, decay);
    NirWriter.write(exported.graph(), file);
    return exported.warnings();
  }

  /**
   * The graph of a network.
   *
   * @param network what to translate
   * @param step time-step dt for which weights are meant [ms]
   * @param seed the run's seed, which decides on the synapses
   * @param decay how the readers of the graph will step it
   * @throws FormatException if the network cannot be said in NIR
   */
  public static Exported graph(Network network, double step, long seed, NirDecay decay) {
    if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
      throw new FormatException("time.step", "found " + step + " ms", "a step above 0 ms");
    }
    NirStep dt = new NirStep(step, decay);
    if (network.populations().stream().allMatch(NirSenders::sends)) {
      throw new FormatException(
          "neurons",
          "the network has no neurons"
              + (network.populations().isEmpty() ? "" : ", only senders of spikes"),
          "a population of neurons, such as " + String.join(" or ", NirNeurons.models()));
    }
    NirDraft draft = new NirDraft();
    draft.reserve(network.populations().stream().map(Population::name).toList());
    List<FormatException> refusals = new ArrayList<>();
    for (Population population : network.populations()) {
      try {
        draft.put(
            NirDraft.inFile(population.name()),
            NirNeurons.node(network, population, dt, seed, draft));
      } catch (FormatException e) {
        refusals.add(e);
      }
    }
    if (!refusals.isEmpty()) {
      throw FormatException.of(refusals);
    }
    for (int i = 0; i < network.inputs().size(); i++) {
      NirSenders.input(network, i, dt, seed, draft);
    }
    NirProjections projections = new NirProjections(network, dt, seed);
    for (int i = 0; i < network.projections().size(); i++) {
      projections.add(i, draft);
    }
    outputs(network, draft);
    inputs(network, draft);
    NirMetadata about =
        NirMetadata.NONE
            .with("writer", "hillock")
            .with(DECAY, decay.text())
            .with("dt_s", NirArray.of(List.of(), step / 1000))
            .with("seed", NirArray.of(List.of(), seed));
    return new Exported(draft.graph(about), draft.warnings());
  }

  /**
   * An Input for what no Input reaches, without spikes: readers begin at the Inputs when they work
   * out shapes, and a network that keeps itself going has none.
   */
  private static void inputs(Network network, NirDraft draft) {
    for (Population population : network.populations()) {
      String node = NirDraft.inFile(population.name());
      if (!draft.reached(node)) {
        String input = draft.name(population.name() + "_input");
        draft.put(
            input,
            new NirNode.Input(
                List.of(population.size()), NirMetadata.NONE.with("source", NirSenders.NOTHING)));
        draft.edge(input, node);
      }
    }
  }

  private static void outputs(Network network, NirDraft draft) {
    List<Population> neurons =
        network.populations().stream().filter(p -> !NirSenders.sends(p)).toList();
    List<Population> last =
        neurons.stream()
            .filter(
                p ->
                    network.projections().stream()
                        .noneMatch(
                            projection ->
                                projection.source().population().equals(p.name())
                                    && !projection.recurrent()))
            .toList();
    last.forEach(population -> output(population, draft));
    for (Population population : neurons) {
      // Such as all of a network in which each population sends on.
      if (last.isEmpty() || !draft.leads(NirDraft.inFile(population.name()))) {
        output(population, draft);
      }
    }
  }

  private static void output(Population population, NirDraft draft) {
    String output = draft.name(population.name() + "_output");
    draft.put(output, new NirNode.Output(List.of(population.size()), NirMetadata.NONE));
    draft.edge(NirDraft.inFile(population.name()), output);
  }

  /** Constant current that inputs inject into each neuron of a population [pA]. */
  static double[] constantCurrent(Network network, Population population, double step) {
    double[] current = new double[population.size()];
    boolean accepts = !Models.of(population).description().currents().isEmpty();
    for (Input input : network.inputs()) {
      for (NeuronRange range : input.targets()) {
        if (!accepts || !range.population().equals(population.name())) {
          continue;
        }
        if (changes(input, step)) {
          throw new FormatException(
              "inputs." + input.name(),
              "a current that changes has no place in NIR",
              "a constant current from 0 ms on, or spikes in place of the current");
        }
        for (int i = range.from(); i < range.to(); i++) {
          current[i] += input.firstCurrent();
        }
      }
    }
    return current;
  }

  private static boolean changes(Input input, double step) {
    return input.accept(
        new Input.Cases<Boolean>() {
          @Override
          public Boolean poisson(Input.Poisson poisson) {
            return false;
          }

          @Override
          public Boolean changingPoisson(ChangingPoisson poisson) {
            return false;
          }

          @Override
          public Boolean spikes(Input.Spikes spikes) {
            return false;
          }

          @Override
          public Boolean stepCurrent(Input.StepCurrent current) {
            return current.times().size() > 1
                || current.times().stream()
                    .anyMatch(t -> GridTime.index(t + current.delay(), step) > 0);
          }

          @Override
          public Boolean noiseCurrent(Input.NoiseCurrent noise) {
            return true;
          }

          @Override
          public Boolean sines(Input.Sines sines) {
            return true;
          }
        });
  }
}
