package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hillock.loihi.AdaptingNets.Kind;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of neurons on a chip, and what is not worth a sentence. */
class ChipWarningsTest {

  private static List<String> warnings(Population population, double chipStep) {
    return Nets.compile(AdaptingNets.alone(population), TwoEngines.loihi2(), chipStep, false)
        .reports()
        .warnings();
  }

  private static Population quadratic(Object... changes) {
    return AdaptingNets.izhikevich("rs", 1, Kind.REGULAR_SPIKING, changes);
  }

  @Test
  void saysThatAnotherStepIsAnotherNeuronWhereTheStepDefinesIt() {
    assertEquals(
        List.of(
            "neurons.rs: izhikevich is defined by its step, so steps of 1 ms in place of 0.1 ms make"
                + " other neurons of it, with other rates; a --chip-step of 0.1 ms keeps them"),
        warnings(quadratic("I_e", 10, "consistent_integration", 0), 1));
    assertEquals(List.of(), warnings(quadratic("I_e", 10), Nets.STEP));
    assertEquals(List.of(), warnings(AdaptingNets.adapting("mat", 1, "I_e", 400), 1));
  }

  /** I + 62.5 b - 16.25 is all but 0. */
  @Test
  void saysNothingOfADriveThatCancelsOut() {
    Population rs = quadratic("I_e", 3.749999);
    assertEquals(List.of(), warnings(rs, Nets.STEP));
    double[] drive = new double[2];
    Nets.compile(AdaptingNets.alone(rs), TwoEngines.loihi2())
        .reports()
        .populations()
        .get(0)
        .quantities()
        .stream()
        .filter(one -> one.key().equals("drive_pA"))
        .forEach(
            one -> {
              drive[0] = one.exact();
              drive[1] = one.chip();
            });
    assertTrue(
        Math.abs(drive[1] - drive[0]) > 0.02 * Math.abs(drive[0]), drive[0] + " " + drive[1]);
  }

  @Test
  void saysThatADriveIsOffWhereThatIsMuchOfTheCurrent() {
    // Voltages this large leave few units a mV, and a unit of the bias is much of 1 pA.
    List<String> warnings = warnings(quadratic("I_e", 0.9, "d", 60_000, "b", 0.245), Nets.STEP);
    assertTrue(
        warnings.stream().anyMatch(one -> one.contains("I + 62.5 b - 16.25")), warnings.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tau_1", "tau_2", "tau_m", "tau_syn_ex", "tau_syn_in"})
  void saysNothingOfWhatIsOverLongBeforeTheEndOfAStep(String name) {
    assertEquals(List.of(), warnings(AdaptingNets.adapting("mat", 1, name, 1e-5), Nets.STEP));
  }

  /** A gain that is no number would make weights of 0. */
  @Test
  void saysOnlyThatSynapsesAreTooWeakForAMembraneThatForgetsWithinAStep() {
    Population one = AdaptingNets.adapting("mat", 2, "tau_m", 1e-5, "C_m", 1e-3);
    Network network =
        new Network(
            List.of(one),
            List.of(),
            List.of(Nets.projection(one, one, new ConnectionRule.AllToAll(), 1000, 1)));
    assertEquals(List.of(), Nets.compile(network, TwoEngines.loihi2()).reports().warnings());
  }

  @Test
  void saysNothingOfWhereVGoesWhereThatIsFarFromTheThresholdAnyway() {
    Population exc =
        new Population(
            "exc", 1, "iaf_psc_delta", EveryKind.with(Nets.delta(), "I_e", 1e-4, "tau_m", 10));
    Network network = new Network(List.of(exc), List.of(), List.of());
    assertEquals(List.of(), Nets.compile(network, Profiles.loihi()).reports().warnings());
  }
}
