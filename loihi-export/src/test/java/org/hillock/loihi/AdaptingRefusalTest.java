package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.hillock.loihi.AdaptingNets.Kind;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no programme of the chip takes is refused with the amounts and the way out. */
class AdaptingRefusalTest {

  private static String refusal(ChipProfile profile, Network network) {
    return assertThrows(MappingException.class, () -> Nets.compile(network, profile)).getMessage();
  }

  private static String refusal(Population population) {
    return refusal(TwoEngines.loihi2(), AdaptingNets.alone(population));
  }

  private static Population quadratic(Object... changes) {
    return AdaptingNets.izhikevich("one", 1, Kind.REGULAR_SPIKING, changes);
  }

  private static Population adapting(Object... changes) {
    return AdaptingNets.adapting("one", 1, changes);
  }

  private static final String MODELS =
      " as compartments of loihi1, and parrot_neuron, poisson_generator, spike_generator as input"
          + " ports.\nWhat would help: one of these models";

  @Test
  void namesTheChipThatTakesWhatLoihi1DoesNot() {
    assertEquals(
        "neurons.one.model: neuron model: needs izhikevich, a quadratic neuron with a recovery"
            + " variable, as Izhikevich has it, and the chip has iaf_psc_delta and iaf_psc_exp"
            + MODELS
            + ", or --target loihi2, which takes a quadratic neuron with a recovery variable, as"
            + " Izhikevich has it.",
        refusal(Profiles.loihi(), AdaptingNets.alone(quadratic())));
    assertEquals(
        "neurons.one.model: neuron model: needs mat2_psc_exp, a leaky integrate-and-fire neuron"
            + " whose threshold adapts, and the chip has iaf_psc_delta and iaf_psc_exp"
            + MODELS
            + ", or --target loihi2, which takes a leaky integrate-and-fire neuron whose threshold"
            + " adapts.",
        refusal(Profiles.loihi(), AdaptingNets.alone(adapting())));
  }

  @Test
  void namesAllPopulationsInputsAndProjectionsThatTheChipDoesNotTake() {
    Population rs = AdaptingNets.izhikevich("rs", 1, Kind.REGULAR_SPIKING);
    Population mat = AdaptingNets.adapting("mat", 1);
    Population lif = new Population("lif", 1, "iaf_psc_delta", Nets.delta());
    Input noise =
        new Input.NoiseCurrent(
            "noise", List.of(NeuronRange.all(lif)), 0, 1, 1, 0, 0, Double.POSITIVE_INFINITY, null);
    Network network = new Network(List.of(rs, lif, mat), List.of(noise), List.of());
    MappingException refusal =
        assertThrows(MappingException.class, () -> Nets.compile(network, Profiles.loihi()));
    assertEquals(
        List.of("neurons.rs.model", "neurons.mat.model", "inputs.noise"),
        refusal.all().stream().map(MappingException::where).toList());
    assertEquals(
        String.join("\n", refusal.all().stream().map(Throwable::getMessage).toList()),
        refusal.getMessage());
    assertEquals("neurons.rs.model", refusal.where());
  }

  @Test
  void namesAllPopulationsOfWhichAFieldIsTooSmall() {
    Network network =
        new Network(
            List.of(
                AdaptingNets.izhikevich("a", 1, Kind.CHATTERING, "d", 1e6),
                AdaptingNets.adapting("b", 1),
                AdaptingNets.adapting("c", 1, "t_ref", 100)),
            List.of(),
            List.of());
    assertEquals(
        List.of("neurons.a.d", "neurons.c.t_ref"),
        assertThrows(MappingException.class, () -> Nets.compile(network, TwoEngines.loihi2()))
            .all()
            .stream()
            .map(MappingException::where)
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "amat2_psc_exp | has a threshold that follows V; mat2_psc_exp is the same with beta: 0 kHz",
        "glif_psc | has alpha-shaped currents, of two state variables each"
      })
  void saysWhyAModelIsNeither(String model, String reason) {
    assertEquals(
        "neurons.one.model: neuron model: needs "
            + model
            + ", which "
            + reason
            + ", and the chip has iaf_psc_delta, iaf_psc_exp, izhikevich and mat2_psc_exp as"
            + " compartments of loihi2, and parrot_neuron, poisson_generator, spike_generator as"
            + " input ports.\nWhat would help: one of these models.",
        refusal(new Population("one", 1, model, Map.of())));
  }

  @ParameterizedTest
  @CsvSource({"d, 1e6, 1000000", "c, -1e6, 999937.5", "I_e, 1e6, 999996.25", "b, 1e4, 925000"})
  void refusesWhatTheStateCannotHold(String name, double value, String needed) {
    assertEquals(
        "neurons.one."
            + name
            + ": range of the state: needs "
            + needed
            + " mV, and the chip has 65536 mV, half of its range at 64 units a mV.\nWhat would"
            + " help: "
            + name
            + " nearer to 0.",
        refusal(quadratic(name, value)));
  }

  @Test
  void refusesAThresholdBelowWhereItsStateBegins() {
    assertEquals(
        "neurons.one.V_th: threshold: needs -70 mV, and the chip has thresholds above -62.5 mV,"
            + " where its v is 0.\nWhat would help: a higher threshold.",
        refusal(quadratic("V_th", -70)));
    assertEquals(
        "neurons.one.omega: threshold: needs -75 mV, and the chip has thresholds above E_L, -70 mV,"
            + " where its v is 0.\nWhat would help: a higher threshold.",
        refusal(adapting("omega", -75)));
  }

  @Test
  void refusesAStartBeyondTheRegisters() {
    assertEquals(
        "neurons.one.U_m: range of the state: needs 1000 mV at the start, and the chip has -197.5 to"
            + " 172.5 mV.\nWhat would help: a start within it.",
        refusal(quadratic("U_m", 1000)));
    assertEquals(
        "neurons.one.V_m: range of the state: needs -1000 mV at the start, and the chip has -247.5"
            + " to 122.5 mV.\nWhat would help: a start within it.",
        refusal(quadratic("V_m", -1000)));
    assertEquals(
        "neurons.one.V_th_alpha_1: range of the state: needs 1000 mV at the start, and the chip has"
            + " -195.3 to 195.3 mV.\nWhat would help: a start within it.",
        refusal(adapting("V_th_alpha_1", 1000)));
  }

  @Test
  void refusesARecoveryThatIsNoFactor() {
    assertEquals(
        "neurons.one.a: factors of the recovery: needs a step of 100000000 U, and the chip has"
            + " factors below 65536.\nWhat would help: a smaller a or b, or a finer --chip-step.",
        refusal(quadratic("a", 1e9)));
    assertEquals(
        "neurons.one.a: factors of the recovery: needs a of 1.0E-4 beside b of 200000, and the chip"
            + " has 16 bits for both.\nWhat would help: a larger a, or a smaller b.",
        refusal(quadratic("a", 1e-4, "b", 200_000)));
  }

  @Test
  void refusesAThresholdThatOutlivesItsRegisters() {
    assertEquals(
        "neurons.one.tau_2: decay of the threshold: needs parts down to 0.250 mV, 1/8 of alpha_2, to"
            + " decay, and the chip has no decay below 11.9 mV, where a step of 0.1 ms takes less"
            + " than half a unit of v.\nWhat would help: a shorter tau_2, or a coarser --chip-step.",
        refusal(adapting("tau_2", 100_000)));
    assertEquals(
        "neurons.one.t_ref: refractory time: needs 100 ms, 1,000 steps of 0.1 ms, and the chip has"
            + " 62 steps, 6.2 ms.\nWhat would help: a shorter t_ref, or a --chip-step of at least"
            + " 1.613 ms.",
        refusal(adapting("t_ref", 100)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1e4 | 2 | the decay of alpha_2 | 2097 mV at the 4001 | 5.279e+04",
        "1e6 | 0 | omega | 2.490e+06 mV at the 3.368 | 5.279e+06"
      })
  void namesThePartOfTheThresholdThatTookTheScale(
      double first, double second, String from, String available, String needed) {
    assertEquals(
        "neurons.one.alpha_1: range of the state: needs room for a part of the threshold of "
            + needed
            + " mV, and the chip has "
            + available
            + " units a mV that "
            + from
            + " takes.\nWhat would help: alpha_1 nearer to 0.",
        refusal(adapting("alpha_1", first, "alpha_2", second)));
  }

  @Test
  void namesTheWeightsThatTookTheScaleOfAThresholdThatAdapts() {
    Population one = adapting("tau_syn_ex", 2, "tau_syn_in", 2);
    Network network =
        new Network(
            List.of(one),
            List.of(),
            List.of(Nets.projection(one, one, new ConnectionRule.AllToAll(), 1e6, 1)));
    assertEquals(
        "neurons.one: range of the state: needs 4001 units a mV, for alpha_2 to decay to 1/8, and the"
            + " chip has 135.8, if the threshold, constant current and weights are to fit too.\nWhat"
            + " would help: an omega nearer to E_L, smaller weights or less current.",
        refusal(TwoEngines.loihi2(), network));
  }

  @Test
  void namesTheStepThatIsTooCoarseForAnUpstroke() {
    Population published = quadratic("consistent_integration", 0);
    MappingException refusal =
        assertThrows(
            MappingException.class,
            () -> Nets.compile(AdaptingNets.alone(published), TwoEngines.loihi2(), 5, false));
    assertEquals(
        "neurons.one.V_th: range of the state: needs 90842.2265625 mV, as far as two steps of 2.5 ms"
            + " may take V from below V_th, and the chip has 65536 mV, half of its range at 64 units"
            + " a mV.\nWhat would help: a --chip-step of at most 4.4 ms.",
        refusal.getMessage());
    assertEquals(
        refusal.getMessage().replace("--chip-step", "time.step"),
        assertThrows(
                MappingException.class,
                () -> new TwoEngines(AdaptingNets.alone(published), 5, 100).mapping())
            .getMessage());
    Nets.compile(AdaptingNets.alone(published), TwoEngines.loihi2(), 4.4, false);
  }

  @Test
  void refusesTwoSynapticTimeConstantsInUse() {
    Population one = AdaptingNets.adapting("one", 2, "tau_syn_ex", 1, "tau_syn_in", 3);
    var all = new ConnectionRule.AllToAll();
    Network network =
        new Network(
            List.of(one),
            List.of(),
            List.of(Nets.projection(one, one, all, 10, 1), Nets.projection(one, one, all, -10, 1)));
    assertEquals(
        "neurons.one: current decays per compartment: needs 2, for tau_syn_ex = 1 ms and tau_syn_in"
            + " = 3 ms, and the chip has 1.\nWhat would help: the same value for tau_syn_ex and"
            + " tau_syn_in.",
        refusal(TwoEngines.loihi2(), network));
  }

  @ParameterizedTest
  @ValueSource(strings = {"izhikevich", "mat2_psc_exp"})
  void refusesNoise(String model) {
    Population one = new Population("one", 1, model, Map.of());
    Input noise =
        new Input.NoiseCurrent(
            "noise", List.of(NeuronRange.all(one)), 0, 10, 1, 0, 0, Double.POSITIVE_INFINITY, null);
    assertEquals(
        "inputs.noise: noise currents: needs a Gaussian current, and the chip has a constant bias for"
            + " each neuron.\nWhat would help: Poisson spikes of the same mean and variance in place"
            + " of the current.",
        refusal(TwoEngines.loihi2(), new Network(List.of(one), List.of(noise), List.of())));
  }
}
