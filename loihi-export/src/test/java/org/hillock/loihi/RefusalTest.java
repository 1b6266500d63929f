package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.quantise.PopulationReport;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.junit.jupiter.api.Test;

/** What the chip cannot take is refused with the part, the limit, the amounts and the way out. */
class RefusalTest {

  private static Population delta(int size, Object... changes) {
    return population("exc", size, "iaf_psc_delta", Nets.delta(), changes);
  }

  private static Population population(
      String name, int size, String model, Map<String, Distribution> base, Object... changes) {
    Map<String, Distribution> parameters = new HashMap<>(base);
    for (int i = 0; i < changes.length; i += 2) {
      parameters.put((String) changes[i], Distribution.of(((Number) changes[i + 1]).doubleValue()));
    }
    return new Population(name, size, model, parameters);
  }

  private static MappingException refusal(Network network, ChipProfile profile, double step) {
    return assertThrows(MappingException.class, () -> Nets.compile(network, profile, step, false));
  }

  private static String text(Network network) {
    return refusal(network, Profiles.loihi(), Nets.STEP).getMessage();
  }

  private static String text(Population... populations) {
    return text(new Network(List.of(populations), List.of(), List.of()));
  }

  private static Network withInput(Population population, Input input) {
    return new Network(List.of(population), List.of(input), List.of());
  }

  private static Network recurrent(Population population, double weight, double delay) {
    return new Network(
        List.of(population),
        List.of(),
        List.of(
            Nets.projection(
                population, population, new ConnectionRule.FixedIndegree(5), weight, delay)));
  }

  @Test
  void shouldRefuseAModelWithoutAFormAndSayWhy() {
    assertEquals(
        "neurons.alpha.model: neuron model: needs iaf_psc_alpha, which has alpha-shaped currents, of"
            + " two state variables each, and the chip has iaf_psc_delta and iaf_psc_exp as"
            + " compartments of loihi1, and parrot_neuron, poisson_generator, spike_generator as"
            + " input ports.\nWhat would help: one of these models.",
        text(new Population("alpha", 3, "iaf_psc_alpha", Map.of())));
  }

  /** A list makes the model of the population another one than that of its name. */
  @Test
  void shouldRefuseAModelWithListsAsOneWithout() {
    Map<String, Distribution> lists =
        Map.of("tau_syn_1", Distribution.of(2), "tau_syn_2", Distribution.of(8));
    String needs =
        text(new Population("cells", 3, "iaf_psc_exp_multisynapse", lists))
            .replaceAll(", and the chip.*(?s).*", "");
    assertEquals(
        "neurons.cells.model: neuron model: needs iaf_psc_exp_multisynapse, which has no form that"
            + " chips and other formats know",
        needs);
  }

  @Test
  void shouldRefuseAFormThatNoChipTakes() {
    assertEquals(
        "neurons.sum.model: neuron model: needs if_psc_delta, a perfect integrate-and-fire neuron"
            + " whose spikes are jumps of V, and the chip has iaf_psc_delta and iaf_psc_exp as"
            + " compartments of loihi1, and parrot_neuron, poisson_generator, spike_generator as"
            + " input ports.\nWhat would help: one of these models; no chip that ships takes a"
            + " perfect integrate-and-fire neuron whose spikes are jumps of V.",
        text(new Population("sum", 3, "if_psc_delta", Map.of())));
    assertEquals(
        "; no chip that ships takes a threshold unit without memory.",
        text(new Population("unit", 3, "threshold_unit", Map.of()))
            .replaceAll("(?s).*one of these models", ""));
  }

  @Test
  void shouldRefuseAFormThatAnotherChipTakesAndNameThatChip() {
    Population exc = population("exc", 20, "iaf_psc_exp", Nets.current(2, 2));
    ChipProfile jumps = Profiles.with("neuronForms", "[\"lif_jumps\"]", "name", "mine");
    assertEquals(
        "neurons.exc.model: neuron model: needs iaf_psc_exp, a leaky integrate-and-fire neuron whose"
            + " spikes are exponential currents, and the chip has iaf_psc_delta as compartments of"
            + " mine, and parrot_neuron, poisson_generator, spike_generator as input ports.\nWhat"
            + " would help: one of these models, or --target kapoho-bay or loihi1 or loihi2 or"
            + " memristor or pohoiki-springs or spinnaker2 or truenorth, which take a leaky"
            + " integrate-and-fire neuron whose spikes are exponential currents.",
        refusal(recurrent(exc, 50, 1), jumps, Nets.STEP).getMessage());
    assertEquals(20, Nets.compile(recurrent(delta(20), 0.5, 1), jumps).neurons());
  }

  @Test
  void shouldRefuseALowerBoundOfVThatOnlyLaterNeuronsHave() {
    Map<String, Distribution> bounds = new HashMap<>(Nets.delta());
    bounds.put("V_min", new Distribution.Listed(new double[] {-Double.MAX_VALUE, -5, -6}));
    assertTrue(
        text(new Population("exc", 3, "iaf_psc_delta", bounds))
            .startsWith("neurons.exc.V_min: lower bound of V_m: needs a bound of its own"));
  }

  @Test
  void shouldRefuseALowerBoundOfV() {
    assertEquals(
        "neurons.exc.V_min: lower bound of V_m: needs a bound of its own, and the chip has one"
            + " bound for all compartments of a core, far below.\nWhat would help: leaving V_min"
            + " out.",
        text(delta(3, "V_min", -5)));
  }

  @Test
  void shouldRefuseTwoSynapticTimeConstants() {
    Population exc = population("exc", 20, "iaf_psc_exp", Nets.current(2, 5));
    assertEquals(
        "neurons.exc: current decays per compartment: needs 2, for tau_syn_ex = 2 ms and tau_syn_in"
            + " = 5 ms, and the chip has 1.\nWhat would help: the same value for tau_syn_ex and"
            + " tau_syn_in.",
        text(
            new Network(
                List.of(exc),
                List.of(Nets.poisson(10, 50, exc)),
                List.of(Nets.projection(exc, exc, new ConnectionRule.FixedIndegree(5), -20, 1)))));
  }

  @Test
  void shouldTakeTwoSynapticTimeConstantsIfOnlyOneIsUsed() {
    Population exc = population("exc", 20, "iaf_psc_exp", Nets.current(2, 5));
    Mapping mapping = Nets.compile(recurrent(exc, -20, 1), Profiles.loihi());
    PopulationReport report = mapping.reports().populations().get(0);
    assertEquals(5, report.quantity("tau_syn_ms").exact());
    assertEquals(5, report.quantity("tau_syn_ms").chip(), 0.05);
  }

  @Test
  void shouldRefuseALongRefractoryTime() {
    assertEquals(
        "neurons.exc.t_ref: refractory time: needs 7 ms, 70 steps of 0.1 ms, and the chip has 62"
            + " steps, 6.2 ms.\nWhat would help: a shorter t_ref, or a --chip-step of at least"
            + " 0.113 ms.",
        text(delta(3, "t_ref", 7)));
  }

  @Test
  void shouldRefuseARefractoryTimeThatVanishes() {
    assertEquals(
        "neurons.exc.t_ref: refractory time: needs 0.04 ms, and the chip has whole steps of 0.1"
            + " ms.\nWhat would help: a finer --chip-step, or t_ref: 0 ms.",
        text(delta(3, "t_ref", 0.04)));
  }

  @Test
  void shouldRefuseALongTimeConstant() {
    assertEquals(
        "neurons.exc.tau_m: decay field: needs a decay of 0.410/4096 per step of 0.1 ms, and the"
            + " chip has whole steps of 1/4096.\nWhat would help: a coarser --chip-step, or a"
            + " shorter time constant.",
        text(delta(3, "tau_m", 1000)));
  }

  @Test
  void shouldTakeRelaysBeyondTheLongestDelayOfEachModel() {
    Population currents = population("exc", 20, "iaf_psc_exp", Nets.current(2, 2));
    assertEquals(20, Nets.compile(recurrent(delta(20), 0.5, 6.3), Profiles.loihi()).neurons());
    assertEquals(40, Nets.compile(recurrent(delta(20), 0.5, 6.4), Profiles.loihi()).neurons());
    assertEquals(20, Nets.compile(recurrent(currents, 50, 6.2), Profiles.loihi()).neurons());
    assertEquals(40, Nets.compile(recurrent(currents, 50, 6.3), Profiles.loihi()).neurons());
    assertEquals(80, Nets.compile(recurrent(delta(20), 0.5, 20), Profiles.loihi()).neurons());
  }

  @Test
  void shouldRefuseAChipStepThatSwallowsADelay() {
    MappingException refusal = refusal(recurrent(delta(20), 0.5, 0.3), Profiles.loihi(), 1);
    assertEquals(
        "synapses.exc→exc: shortest delay: needs 0.3 ms, and the chip has a step of 1 ms, the least"
            + " that a spike takes.\nWhat would help: a finer --chip-step, or longer delays.",
        refusal.getMessage());
  }

  @Test
  void shouldRefuseAChipStepFinerThanTheGrid() {
    Network network = new Network(List.of(delta(3)), List.of(), List.of());
    assertEquals(
        "time.step: time-step of the chip: needs 0.05 ms, finer than the grid, and the chip has"
            + " spikes on the grid of 0.1 ms.\nWhat would help: a --chip-step of at least 0.1 ms.",
        refusal(network, Profiles.loihi(), 0.05).getMessage());
  }

  @Test
  void shouldRefuseSpikesThatRepeatThemselves() {
    Population exc = delta(3);
    List<NeuronRange> all = List.of(NeuronRange.all(exc));
    double never = Double.POSITIVE_INFINITY;
    assertEquals(
        "inputs.frozen: spikes that repeat themselves: needs Poisson spikes with a period of 50 ms,"
            + " and the chip has Poisson spikes that do not.\nWhat would help: no 'period', or"
            + " neurons whose spike times are given.",
        text(
            withInput(
                exc,
                new Input.Poisson("frozen", all, 100, Distribution.of(1), 1, 0, never, null, 50))));
  }

  @Test
  void shouldRefuseCurrentsThatChange() {
    Population exc = delta(3);
    List<NeuronRange> all = List.of(NeuronRange.all(exc));
    assertEquals(
        "inputs.noise: noise currents: needs a Gaussian current, and the chip has a constant bias"
            + " for each neuron.\nWhat would help: Poisson spikes of the same mean and variance in"
            + " place of the current.",
        text(
            withInput(
                exc,
                new Input.NoiseCurrent("noise", all, 0, 10, 1, 0, 0, Double.POSITIVE_INFINITY))));
    assertEquals(
        "inputs.steps: step currents: needs a current with 2 levels, and the chip has a constant"
            + " bias for each neuron.\nWhat would help: one level that begins at 0 ms, or spikes in"
            + " place of the current.",
        text(
            withInput(
                exc,
                new Input.StepCurrent("steps", all, List.of(0.0, 5.0), List.of(1.0, 2.0), 0))));
    assertEquals(
        "inputs.late: step currents: needs a current that begins at 5 ms, and the chip has a"
            + " constant bias for each neuron.\nWhat would help: one level that begins at 0 ms, or"
            + " spikes in place of the current.",
        text(withInput(exc, new Input.StepCurrent("late", all, List.of(5.0), List.of(2.0), 0))));
  }

  @Test
  void shouldRefuseARuleThatIsNoSumOfProductsUnlessItIsFrozen() {
    Population exc = delta(20);
    Network network =
        new Network(
            List.of(exc),
            List.of(),
            List.of(
                new Projection(
                    "learning",
                    NeuronRange.all(exc),
                    NeuronRange.all(exc),
                    new ConnectionRule.FixedIndegree(5),
                    Distribution.of(0.5),
                    Distribution.of(1),
                    true,
                    true,
                    new Plasticity("stdp", Map.of("mu_plus", 0.4)))));
    assertEquals(
        "synapses.learning.plasticity.mu_plus: change of weights: needs the weight to the power 0.4,"
            + " and the chip has sums of products of traces and the weight.\n"
            + "What would help: mu_plus: 0 or mu_plus: 1;"
            + " or weights that stay as they are (no plasticity, or --freeze-plasticity of hillock"
            + " export).",
        text(network));
    Mapping frozen = Nets.compile(network, Profiles.loihi(), Nets.STEP, true);
    assertEquals(100, frozen.synapses());
    assertTrue(
        frozen
            .reports()
            .warnings()
            .contains(
                "synapses.learning: plasticity is frozen; the weights are those at the start"));
  }

  @Test
  void shouldRefuseARelayBehindTheChip() {
    Population exc = delta(3);
    Population relay = new Population("relay", 3, "parrot_neuron", Map.of());
    assertEquals(
        "synapses.exc→relay: relays of spikes that come from the chip: needs exc → relay, a"
            + " population of parrot_neuron, and the chip has relays in front of the chip only.\n"
            + "What would help: synapses from exc straight to the targets of relay.",
        text(
            new Network(
                List.of(exc, relay),
                List.of(),
                List.of(Nets.projection(exc, relay, new ConnectionRule.OneToOne(), 1, 1)))));
  }

  @Test
  void shouldRefuseWeightsThatVanishBesideOthers() {
    Population exc = delta(20);
    Population inh = population("inh", 20, "iaf_psc_delta", Nets.delta());
    assertEquals(
        "synapses.inh→exc: weight resolution: needs weights far below the others onto exc, and the"
            + " chip has steps in which they are all 0.\nWhat would help: larger weights here,"
            + " smaller ones in the other projections and inputs onto exc, or leaving these"
            + " synapses out.",
        text(
            new Network(
                List.of(exc, inh),
                List.of(Nets.poisson(10, 50, exc)),
                List.of(
                    Nets.projection(inh, exc, new ConnectionRule.FixedIndegree(5), -0.001, 1)))));
  }

  @Test
  void shouldRefuseWeightsBesideWhichTheThresholdVanishes() {
    Population exc = delta(20);
    assertEquals(
        "neurons.exc.V_th: threshold: needs 10 mV above V_reset, and the chip has steps of"
            + " 50 mV, if the largest weight or bias is to fit too.\nWhat would help: smaller"
            + " weights and currents, or a higher threshold.",
        text(recurrent(exc, 102400, 1)));
  }

  @Test
  void shouldRefuseANeuronWithMoreSourcesThanAxons() {
    Population exc = delta(50);
    Network network =
        new Network(
            List.of(exc),
            List.of(),
            List.of(Nets.projection(exc, exc, new ConnectionRule.AllToAll(), 0.5, 1)));
    assertEquals(
        "neurons.exc: input axons: needs 50 for a single neuron, and the chip has 40 per core.\n"
            + "What would help: fewer different sources per neuron, such as a smaller indegree or"
            + " one train shared by many neurons in place of one each.",
        refusal(network, Profiles.with("core.inputAxons", 40), Nets.STEP).getMessage());
  }

  @Test
  void shouldRefuseANeuronWithMoreSynapsesThanMemory() {
    Population exc = delta(20);
    // Random weights: equal ones would share a block of memory.
    Network network =
        new Network(
            List.of(exc),
            List.of(),
            List.of(
                Nets.projection(
                    exc,
                    exc,
                    new ConnectionRule.AllToAll(),
                    new Distribution.Normal(0.5, 0.1),
                    Distribution.of(1))));
    MappingException refusal = refusal(network, Profiles.with("core.synapseWords", 3), Nets.STEP);
    assertEquals("words of synapse memory", refusal.limit());
    assertEquals("neurons.exc", refusal.where());
  }

  @Test
  void shouldRefuseANeuronThatReachesMoreCoresThanItHasSlots() {
    Population exc = delta(40);
    Network network =
        new Network(
            List.of(exc),
            List.of(),
            List.of(Nets.projection(exc, exc, new ConnectionRule.AllToAll(), 0.5, 1)));
    assertEquals(
        "neurons.exc: output axons: needs 8 for neuron 0, which reaches so many cores, and the chip"
            + " has 7 per core.\nWhat would help: fewer targets per neuron, such as a smaller"
            + " indegree.",
        refusal(network, Profiles.with("core.compartments", 5, "core.outputAxons", 7), Nets.STEP)
            .getMessage());
  }

  @Test
  void shouldRefuseANetworkThatNeedsMoreCoresThanTheBoardHas() {
    MappingException refusal =
        refusal(
            Nets.brunel(40),
            Profiles.with("chips", 1, "coresPerChip", 4, "core.synapseWords", 300),
            Nets.STEP);
    assertEquals(
        "neurons.exc: cores: needs 5 for 200 neurons, because about 40.0 neurons use up the 300"
            + " words of synapse memory of a core, and the chip has 4, on 1 chips of 4.\nWhat would"
            + " help: fewer synapses, or weights of fewer different values and shorter delays, which"
            + " take fewer bits; a smaller network; or a profile with more chips, --target FILE.",
        refusal.getMessage());
    assertEquals("neurons.exc", refusal.where());
    assertEquals("cores", refusal.limit());
  }

  @Test
  void shouldAskForTheTimeConstantsInUseOnly() {
    Population exc = population("exc", 20, "iaf_psc_exp", Nets.current(2, 5000));
    Mapping mapping = Nets.compile(recurrent(exc, 20, 1), Profiles.loihi());
    assertEquals(2, mapping.reports().populations().get(0).quantity("tau_syn_ms").exact());
    assertEquals(
        "neurons.exc.tau_syn_in", refusal(recurrent(exc, -20, 1), Profiles.loihi(), 0.1).where());
    Population started =
        population("exc", 20, "iaf_psc_exp", Nets.current(2, 5000), "I_syn_in", -1);
    assertEquals(
        "neurons.exc.tau_syn_in",
        refusal(recurrent(started, 20, 1), Profiles.loihi(), 0.1).where());
  }

  @Test
  void shouldNotAdviseAStepWithoutEnd() {
    assertEquals(
        "t_ref: 0 ms",
        refusal(
                new Network(List.of(delta(3)), List.of(), List.of()),
                Profiles.with("neuron.refractoryMax", 1),
                Nets.STEP)
            .remedy());
  }

  @Test
  void shouldRefuseWeightsOfBothSignsWithoutABitForTheirSize() {
    Population exc = delta(20);
    Network network =
        new Network(
            List.of(exc),
            List.of(),
            List.of(
                Nets.projection(
                    exc,
                    exc,
                    new ConnectionRule.FixedIndegree(5),
                    new Distribution.Normal(0, 1),
                    Distribution.of(1))));
    assertEquals(
        "synapses.exc→exc: bits of a weight: needs 2, for weights of both signs, and the chip has"
            + " 1.\nWhat would help: a projection or input of its own for each sign.",
        refusal(network, Profiles.with("synapse.weightBits", "[1]"), Nets.STEP).getMessage());
  }

  @Test
  void shouldNotSpeakOfOtherWeightsWhereThereAreNone() {
    assertEquals(
        "synapses.exc→exc: weight resolution: needs weights far below the threshold, or the"
            + " constant current, of exc, and the chip has steps in which they are all 0.\n"
            + "What would help: larger weights, or a lower threshold and a smaller current for"
            + " exc.",
        text(recurrent(delta(20), 1e-9, 1)));
  }

  @Test
  void shouldSayThatABiasAloneFiresInEveryStep() {
    Population exc = delta(3, "I_e", 5e6);
    assertTrue(
        Nets.compile(new Network(List.of(exc), List.of(), List.of()), Profiles.loihi())
            .reports()
            .warnings()
            .contains(
                "neurons.exc: the bias of 3 of 3 neurons is above the threshold; they fire in every"
                    + " step in which they are not refractory"));
  }

  @Test
  void shouldRefuseMoreNeuronsThanCompartmentsBeforeAnyWork() {
    Population exc = delta(2_000_000_000);
    Population inh = population("inh", 2_000_000_000, "iaf_psc_delta", Nets.delta());
    assertEquals(
        "neurons.exc: compartments: needs 4,000,000,000, one a neuron, and the chip has 4,194,304,"
            + " on 4,096 cores of 1,024.\nWhat would help: a smaller population; a smaller network;"
            + " or a profile with more chips, --target FILE.",
        text(exc, inh));
  }

  @Test
  void shouldRefuseMorePortsThanAnyBoardHears() {
    Population source = new Population("source", 2_000_000_000, "poisson_generator", Map.of());
    assertEquals(
        "neurons.source: input ports: needs 2,000,000,000, and the chip has 16,777,216.\n"
            + "What would help: fewer neurons that only send spikes.",
        text(source, delta(3)));
  }

  @Test
  void shouldRefuseMoreSynapsesThanMemoryBeforeAnyWork() {
    Population exc = delta(2_000_000);
    assertEquals(
        "synapses.exc→exc: synapse memory: needs 8,000,000,000 bits or more, for 8,000,000,000"
            + " synapses of 1 bits or more, and the chip has 4,294,967,296, on 4,096 cores of"
            + " 1,048,576.\nWhat would help: fewer synapses; a smaller network; or a profile with"
            + " more chips, --target FILE.",
        text(indegree(exc, 4000)));
  }

  @Test
  void shouldRefuseScatteredSourcesThatUseUpTheAxonsBeforeAnyWork() {
    MappingException refusal = refusal(indegree(delta(300_000), 4000), Profiles.loihi(), Nets.STEP);
    assertEquals("cores", refusal.limit());
    assertEquals(
        "about 300,000, because the different sources of about 1 of its neurons use up the 4,096"
            + " input axons of a core",
        refusal.needed());
    assertEquals("4,096, on 32 chips of 128", refusal.available());
  }

  private static Network indegree(Population population, int indegree) {
    return new Network(
        List.of(population),
        List.of(),
        List.of(
            Nets.projection(
                population, population, new ConnectionRule.FixedIndegree(indegree), 0.5, 1)));
  }

  @Test
  void shouldRefuseANetworkWithoutMembranes() {
    Population source = new Population("source", 3, "poisson_generator", Map.of());
    InvalidNetworkException refusal =
        assertThrows(
            InvalidNetworkException.class,
            () ->
                Nets.compile(new Network(List.of(source), List.of(), List.of()), Profiles.loihi()));
    assertEquals(
        "neurons: found only populations that send spikes from outside the chip; allowed: at least"
            + " one population of iaf_psc_delta or iaf_psc_exp",
        refusal.getMessage());
  }
}
