package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.form.AdaptiveThresholdNeuron;
import org.hillock.model.form.AdaptiveThresholdNeuron.Part;
import org.hillock.model.form.Formless;
import org.hillock.model.form.GivenSpikes;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.IzhikevichNeuron;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.form.PoissonSpikes;
import org.hillock.model.form.Relay;
import org.hillock.model.form.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What models say that their neurons are, and what they can be. */
class FormTest {

  private static final IntegrateAndFire.Jump JUMP = new IntegrateAndFire.Jump();

  static Collection<NeuronModel> models() {
    return Models.neurons();
  }

  /** Values that differ from each other and from the defaults. */
  private static ParameterSet drawn(NeuronModel model, long seed) {
    Random random = new Random(seed);
    Map<String, Double> given = new HashMap<>();
    for (Parameter parameter : model.parameters()) {
      double value = 1 + random.nextInt(1, 1000) / 8.0;
      double within = parameter.min() + random.nextDouble() * (parameter.max() - parameter.min());
      double allowed = parameter.allows(value) ? value : within;
      given.put(
          parameter.name(),
          parameter.truth() || parameter.isChoice() ? Math.rint(within) : allowed);
    }
    return ParameterSet.of(model.name(), model.parameters(), given);
  }

  @ParameterizedTest
  @MethodSource("models")
  void takesItsOwnFormWithTheParametersThatItHas(NeuronModel model) {
    for (long seed = 0; seed < 20; seed++) {
      ParameterSet parameters = drawn(model, seed);
      NeuronForm form = model.form(parameters);
      Optional<Map<String, Double>> taken = model.taking(form);
      if (form instanceof Formless) {
        assertTrue(taken.isEmpty(), model.name());
      } else {
        assertEquals(
            parameters, ParameterSet.of(model.name(), model.parameters(), taken.orElseThrow()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void isTheFirstThatTakesItsOwnFormSoThatNoTwoModelsAreTheSame(NeuronModel model) {
    NeuronForm form = Models.form(model);
    Optional<Models.Taken> taken = Models.taking(form);
    if (form instanceof Formless) {
      assertTrue(taken.isEmpty(), model.name());
    } else {
      assertEquals(model, taken.orElseThrow().model());
    }
  }

  @Test
  void saysAMembraneInItsQuantities() {
    Map<String, Double> given =
        Map.of(
            "tau_m", 20.0, "C_m", 200.0, "E_L", -65.0, "V_th", -50.0, "V_reset", -60.0, "t_ref",
            3.0, "I_e", 7.0);
    assertEquals(
        new IntegrateAndFire(20, 200, -65, -50, -60, 3, 7, Double.NEGATIVE_INFINITY, JUMP),
        form(new IafPscDelta(), given));
    Map<String, Double> currents = new HashMap<>(given);
    currents.put("tau_syn_ex", 4.0);
    currents.put("tau_syn_in", 5.0);
    assertEquals(
        new IntegrateAndFire(
            20,
            200,
            -65,
            -50,
            -60,
            3,
            7,
            Double.NEGATIVE_INFINITY,
            new IntegrateAndFire.Currents(4, 5)),
        form(new IafPscExp(), currents));
  }

  @Test
  void saysALowerBoundOnlyIfThereIsOne() {
    IntegrateAndFire free =
        assertInstanceOf(IntegrateAndFire.class, form(new IafPscDelta(), Map.of()));
    IntegrateAndFire bound =
        assertInstanceOf(IntegrateAndFire.class, form(new IafPscDelta(), Map.of("V_min", -80.0)));
    assertTrue(!free.bounded() && bound.bounded());
    assertEquals(-80, bound.lowest());
  }

  @Test
  void saysAPerfectIntegratorByAnEndlessTimeConstant() {
    assertEquals(
        new IntegrateAndFire(
            Double.POSITIVE_INFINITY, 250, 0, 15, 0, 0, 0, Double.NEGATIVE_INFINITY, JUMP),
        form(new IfPscDelta(), Map.of()));
  }

  @Test
  void saysWhatHasNoMembrane() {
    assertEquals(new Threshold(3), form(new ThresholdUnit(), Map.of("theta", 3.0)));
    assertEquals(new Relay(), form(new ParrotNeuron(), Map.of()));
    assertEquals(new GivenSpikes(), form(new SpikeGenerator(), Map.of()));
    assertEquals(
        new PoissonSpikes(8, OptionalDouble.of(2), OptionalDouble.of(9)),
        form(new PoissonGenerator(), Map.of("rate", 8.0, "start", 2.0, "stop", 9.0)));
    assertEquals(
        new PoissonSpikes(8, OptionalDouble.of(0), OptionalDouble.empty(), 4),
        form(new PoissonGenerator(), Map.of("rate", 8.0, "dead_time", 4.0)));
  }

  @Test
  void saysAQuadraticNeuronWithItsScheme() {
    Map<String, Double> given =
        Map.of("a", 0.1, "b", 0.25, "c", -55.0, "d", 2.0, "V_th", 28.0, "I_e", 7.0);
    assertEquals(
        new IzhikevichNeuron(0.1, 0.25, -55, 2, 28, Double.NEGATIVE_INFINITY, 7, true),
        form(new Izhikevich(), given));
    Map<String, Double> published = new HashMap<>(given);
    published.put("consistent_integration", 0.0);
    published.put("V_min", -90.0);
    assertEquals(
        new IzhikevichNeuron(0.1, 0.25, -55, 2, 28, -90, 7, false),
        form(new Izhikevich(), published));
  }

  @Test
  void saysAThresholdInItsParts() {
    NeuronForm form = form(new Mat2PscExp(), Map.of("tau_syn_ex", 2.0, "tau_syn_in", 2.0));
    assertEquals(
        new AdaptiveThresholdNeuron(
            5,
            100,
            -70,
            -51,
            2,
            0,
            List.of(new Part(37, 10), new Part(2, 200)),
            new IntegrateAndFire.Currents(2, 2)),
        form);
    assertTrue(form.hasCurrents());
    assertEquals("V_th_alpha_2", AdaptiveThresholdNeuron.part(1));
  }

  @Test
  void takesNoThresholdOfThreeParts() {
    AdaptiveThresholdNeuron three =
        new AdaptiveThresholdNeuron(
            5,
            100,
            -70,
            -51,
            2,
            0,
            List.of(new Part(37, 10), new Part(2, 200), new Part(1, 1000)),
            new IntegrateAndFire.Currents(2, 2));
    assertTrue(Models.taking(three).isEmpty());
  }

  /** What is almost of a form says what keeps it from it. */
  @Test
  void saysWhyItHasNoForm() {
    assertEquals(
        new Formless("has alpha-shaped currents, of two state variables each"),
        form(new GlifPsc(), Map.of()));
    assertEquals(
        new Formless("has a threshold that follows V; mat2_psc_exp is the same with beta: 0 kHz"),
        form(new Amat2PscExp(), Map.of()));
    assertEquals(
        new Formless("is a source of correlated spikes"), form(new MipGenerator(), Map.of()));
    Formless changing = new Formless("is a source of spikes at a rate that changes in time");
    assertEquals(changing, form(new SinusoidalPoissonGenerator(), Map.of()));
    assertEquals(changing, form(new SinusoidalGammaGenerator(), Map.of()));
  }

  @Test
  void saysNoStopForAGeneratorThatNeverStops() {
    PoissonSpikes spikes =
        assertInstanceOf(PoissonSpikes.class, form(new PoissonGenerator(), Map.of("rate", 8.0)));
    assertEquals(OptionalDouble.empty(), spikes.stop());
    assertEquals(0, spikes.from());
    assertEquals(Double.MAX_VALUE, spikes.until());
  }

  @Test
  void leavesToTheModelWhatAFormDoesNotSay() {
    assertEquals(
        Optional.of(Map.of("rate", 8.0)),
        new PoissonGenerator()
            .taking(new PoissonSpikes(8, OptionalDouble.empty(), OptionalDouble.empty())));
  }

  @Test
  void takesNoMembraneThatTheModelDoesNotHave() {
    List<String> takers = new ArrayList<>();
    IntegrateAndFire perfectWithCurrents =
        new IntegrateAndFire(
            Double.POSITIVE_INFINITY,
            250,
            0,
            15,
            0,
            0,
            0,
            Double.NEGATIVE_INFINITY,
            new IntegrateAndFire.Currents(1, 1));
    IntegrateAndFire boundWithCurrents =
        new IntegrateAndFire(10, 250, 0, 15, 0, 0, 0, -5, new IntegrateAndFire.Currents(1, 1));
    IntegrateAndFire perfectAndBound =
        new IntegrateAndFire(Double.POSITIVE_INFINITY, 250, 0, 15, 0, 0, 0, -5, JUMP);
    for (NeuronForm form : List.of(perfectWithCurrents, boundWithCurrents, perfectAndBound)) {
      Models.taking(form).ifPresent(taken -> takers.add(taken.model().name()));
    }
    assertEquals(List.of(), takers);
  }

  private static NeuronForm form(NeuronModel model, Map<String, Double> given) {
    return model.form(ParameterSet.of(model.name(), model.parameters(), given));
  }
}
