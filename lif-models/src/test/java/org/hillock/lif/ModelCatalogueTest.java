package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.model.BlockParameters;
import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.Family;
import org.hillock.model.InputList;
import org.hillock.model.Models;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronKernel;
import org.hillock.model.NeuronModel;
import org.hillock.model.NeuronValues;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateVariable;
import org.hillock.network.Distribution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Population;
import org.hillock.network.SpikeTrains;
import org.hillock.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every model says of itself is complete, and true of its kernels. */
class ModelCatalogueTest {

  private static final double STEP = 0.1;

  static Collection<NeuronModel> models() {
    return Models.neurons();
  }

  private static ParameterSet defaults(NeuronModel shaped) {
    return ParameterSet.of("test", shaped.parameters(), Map.of());
  }

  private static NeuronModel shaped(NeuronModel model) {
    return Models.withLists(model, Set.of());
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldSayWhatItIsAndWhereItComesFrom(NeuronModel model) {
    NeuronDescription description = model.description();
    assertTrue(description.name().matches("[a-z][a-z0-9_]*"), description.name());
    assertFalse(description.summary().isBlank(), "summary");
    assertFalse(description.summary().endsWith("."), "a summary is no sentence");
    assertFalse(description.equations().isBlank(), "equations");
    assertFalse(description.source().isBlank(), "source");
  }

  /** Their reciprocals, by which kernels count, are no numbers. */
  @ParameterizedTest
  @MethodSource("models")
  void shouldTakeNothingAllButZeroWhereItTakesNoZero(NeuronModel model) {
    for (Parameter parameter : shaped(model).parameters()) {
      if (parameter.minAllowed() || parameter.min() != 0) {
        continue;
      }
      String unit = (" " + parameter.unit().symbol()).stripTrailing();
      for (double value : new double[] {Double.MIN_VALUE, 1e-300, 9e-101}) {
        Population cells = with(model, parameter, Distribution.of(value));
        NeuronValues values = new NeuronValues(cells, 0, shaped(model), 1);
        assertEquals(
            "neurons.cells."
                + parameter.name()
                + ": found "
                + value
                + unit
                + "; allowed: at least 1e-100"
                + unit,
            assertThrows(InvalidNetworkException.class, () -> values.parameters(0)).getMessage());
      }
      assertEquals("more than 0" + unit, parameter.range(0));
      assertTrue(parameter.allows(1e-100), parameter.name());
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldBeginWithNoConductanceBelowZeroWhereSpikesOpenIt(NeuronModel model) {
    NeuronModel shaped = shaped(model);
    for (StateVariable variable : shaped.stateVariables()) {
      // Those two follow from spikes of its own, by amounts of either sign.
      boolean own = variable.name().equals("g_sfa") || variable.name().equals("g_rr");
      if (!variable.unit().symbol().equals("nS") || !variable.initial() || own) {
        continue;
      }
      Population cells =
          new Population("cells", 1, model.name(), Map.of(variable.name(), Distribution.of(-5000)));
      NeuronValues values = new NeuronValues(cells, 0, shaped, 1);
      assertEquals(
          "neurons.cells." + variable.name() + ": found -5000.0 nS; allowed: at least 0 nS",
          assertThrows(InvalidNetworkException.class, () -> values.initial(0)).getMessage());
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldTakeNothingBetweenTrueAndFalse(NeuronModel model) {
    for (Parameter parameter : shaped(model).parameters()) {
      if (!parameter.truth()) {
        continue;
      }
      String where = "neurons.cells." + parameter.name() + ": found ";
      for (double value : new double[] {0.5, -1, 2, Double.NaN}) {
        Population cells = with(model, parameter, Distribution.of(value));
        NeuronValues values = new NeuronValues(cells, 0, shaped(model), 1);
        assertEquals(
            where + value + "; allowed: 1 for true or 0 for false",
            assertThrows(InvalidNetworkException.class, () -> values.parameters(0)).getMessage());
      }
      Population drawn = with(model, parameter, new Distribution.Uniform(0, 1));
      assertEquals(
          where
              + "values that differ from neuron to neuron; allowed: 1 for true or 0 for false, for"
              + " all neurons of the population",
          assertThrows(
                  InvalidNetworkException.class, () -> new NeuronValues(drawn, 0, shaped(model), 1))
              .getMessage());
      assertEquals("true or false", parameter.range());
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldTakeOnlyTheWordsOfAChoiceByTheirPlaces(NeuronModel model) {
    for (Parameter parameter : shaped(model).parameters()) {
      if (!parameter.isChoice()) {
        continue;
      }
      String where = "neurons.cells." + parameter.name() + ": found ";
      int last = parameter.choices().size() - 1;
      String words = "one of " + String.join(", ", parameter.choices());
      for (double value : new double[] {0.5, -1, last + 1, Double.NaN}) {
        Population cells = with(model, parameter, Distribution.of(value));
        NeuronValues values = new NeuronValues(cells, 0, shaped(model), 1);
        assertEquals(
            where
                + value
                + "; allowed: a whole number from 0 to "
                + last
                + ", the place of "
                + words,
            assertThrows(InvalidNetworkException.class, () -> values.parameters(0)).getMessage());
      }
      Population drawn = with(model, parameter, new Distribution.Uniform(0, 1));
      assertEquals(
          where
              + "values that differ from neuron to neuron; allowed: one value for all neurons of"
              + " the population",
          assertThrows(
                  InvalidNetworkException.class, () -> new NeuronValues(drawn, 0, shaped(model), 1))
              .getMessage());
      assertEquals(words, parameter.range());
    }
  }

  /** Nor does it share their random numbers: each is drawn from its own. */
  @ParameterizedTest
  @MethodSource("models")
  void shouldNotChangeOtherValuesWhenListsGetLonger(NeuronModel model) {
    Map<String, Double> before = drawn(model, 1);
    for (int length : new int[] {2, 12}) {
      Map<String, Double> after = drawn(model, length);
      before.forEach((name, value) -> assertEquals(value, after.get(name), name));
      assertEquals(after.size(), new HashSet<>(after.values()).size(), "shared random numbers");
      before = after;
    }
  }

  /** What is drawn for one neuron, all from the same distribution, by name. */
  private static Map<String, Double> drawn(NeuronModel model, int length) {
    Map<String, Integer> lengths = new HashMap<>();
    model.description().lists().forEach(list -> lengths.put(list.name(), length));
    NeuronModel longer = lengths.isEmpty() ? model : model.withLists(lengths);
    Map<String, Distribution> given = new HashMap<>();
    for (Parameter parameter : longer.parameters()) {
      if (!parameter.common()) {
        given.put(parameter.name(), new Distribution.Uniform(0, 1));
      }
    }
    for (StateVariable variable : longer.stateVariables()) {
      if (variable.initial()) {
        given.put(variable.name(), new Distribution.Uniform(0, 1));
      }
    }
    NeuronValues values =
        new NeuronValues(new Population("cells", 9, model.name(), given), 2, longer, 1);
    Map<String, Double> drawn = new HashMap<>();
    // Whether a value is allowed does not matter here, so all are drawn as variables are.
    given.keySet().forEach(name -> drawn.put(name, values.initial(name, 7, Double.NaN)));
    return drawn;
  }

  @Test
  void shouldRefuseAListThatIsTooLong() {
    Map<String, Distribution> given = new HashMap<>();
    for (int number = 1; number <= Parameter.LONGEST_LIST; number++) {
      given.put(Parameter.element("tau_syn", number), Distribution.of(number));
    }
    String name = "iaf_psc_exp_multisynapse";
    assertEquals(
        Parameter.LONGEST_LIST,
        Models.of(new Population("cells", 1, name, given)).description().receptors().size());
    given.put("tau_syn_101", Distribution.of(1));
    assertEquals(
        "neurons.cells.tau_syn: found a list of more than 100 values; allowed: at most 100",
        assertThrows(
                InvalidNetworkException.class,
                () -> Models.of(new Population("cells", 1, name, given)))
            .getMessage());
  }

  /** The receptors that the longest lists make have numbers that fit. */
  @ParameterizedTest
  @MethodSource("models")
  void shouldHaveListsAsLongAsIsSaid(NeuronModel model) {
    Map<String, Integer> lengths = new HashMap<>();
    model.description().lists().forEach(list -> lengths.put(list.name(), Parameter.LONGEST_LIST));
    NeuronModel longest = model.withLists(lengths);
    assertEquals(Optional.empty(), longest.conflict(defaults(longest)));
    assertTrue(longest.description().receptors().size() <= NeuronDescription.MOST_RECEPTORS);
  }

  @Test
  void shouldNameTheNeuronWhoseDrawnParametersDoNotFitEachOther() {
    Map<String, Distribution> listed =
        Map.of("V_th", new Distribution.Listed(new double[] {-50, -80, -50}));
    NeuronValues values =
        new NeuronValues(
            new Population("cells", 3, "iaf_psc_exp", listed),
            0,
            Models.neuron("iaf_psc_exp").orElseThrow(),
            1);
    values.parameters(0);
    assertEquals(
        "neurons.cells: found V_reset, -70.0 mV, is not below V_th, -80.0 mV (neuron 1); allowed:"
            + " parameters that fit each other: give those that are drawn bounds within which they"
            + " do",
        assertThrows(InvalidNetworkException.class, () -> values.parameters(1)).getMessage());
  }

  private static Population with(NeuronModel model, Parameter parameter, Distribution value) {
    return new Population("cells", 2, model.name(), Map.of(parameter.name(), value));
  }

  @Test
  void shouldTellAShareFromATruth() {
    Set<String> truths = new HashSet<>();
    for (NeuronModel model : models()) {
      for (Parameter parameter : model.parameters()) {
        if (parameter.truth()) {
          truths.add(parameter.name());
        }
        if (parameter.name().equals("voltage_reset_fraction")) {
          assertTrue(parameter.allows(0.5));
        }
      }
    }
    assertEquals(
        Set.of(
            "A_LTD_const",
            "adapting_threshold",
            "after_spike_currents",
            "eprop_reset_neurons_on_update",
            "regular_spike_arrival",
            "consistent_integration",
            "dead_time_random",
            "spike_dependent_threshold",
            "with_reset"),
        truths);
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldHaveNamesThatDiffer(NeuronModel model) {
    for (NeuronModel one : List.of(model, shaped(model))) {
      Set<String> names = new HashSet<>();
      for (Parameter parameter : one.parameters()) {
        assertTrue(names.add(parameter.name()), parameter.name());
      }
      for (StateVariable variable : one.stateVariables()) {
        // A threshold that adapts may be a parameter at rest and a variable later.
        assertTrue(names.add(variable.name()) || !variable.initial(), variable.name());
      }
      List<String> receptors = one.description().receptorNames();
      assertEquals(receptors.size(), new HashSet<>(receptors).size(), "receptors " + receptors);
      receptors.forEach(name -> assertFalse(name.isBlank(), "a receptor without a name"));
      assertEquals(
          new HashSet<>(one.description().currents()).size(), one.description().currents().size());
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldDescribeEveryParameterAndStartWithinItsRange(NeuronModel model) {
    for (Parameter parameter : shaped(model).parameters()) {
      assertFalse(parameter.description().isBlank(), parameter.name());
      assertNotNull(parameter.unit(), parameter.name());
      assertFalse(parameter.isList(), parameter.name() + " is still a list");
      assertTrue(
          parameter.allows(parameter.defaultValue()),
          parameter.name() + " " + parameter.defaultValue() + ", allowed " + parameter.range());
    }
    for (StateVariable variable : model.stateVariables()) {
      assertFalse(variable.description().isBlank(), variable.name());
    }
    assertEquals(Optional.empty(), shaped(model).conflict(defaults(shaped(model))));
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldTakeListsOfAnyLength(NeuronModel model) {
    List<Parameter> lists = model.description().lists();
    for (int length = 1; length <= 3; length++) {
      int each = length;
      Map<String, Integer> lengths = new java.util.HashMap<>();
      lists.forEach(list -> lengths.put(list.name(), each));
      NeuronModel shaped = model.withLists(lengths);
      ParameterSet parameters = defaults(shaped);
      for (Parameter list : lists) {
        assertEquals(length, parameters.list(list.name()).length, list.name());
      }
      assertEquals(Optional.empty(), shaped.conflict(parameters));
      assertReadsAndWrites(shaped, parameters);
    }
  }

  private static void assertReadsAndWrites(NeuronModel model, ParameterSet parameters) {
    NeuronKernel kernel = model.dynamics().kernel(BlockParameters.of(3, parameters), STEP);
    int receptors = Math.max(1, model.description().receptors().size());
    NeuronBlock block =
        new NeuronBlock(
            0,
            0,
            3,
            kernel.stateArrays(),
            new double[receptors][3],
            0,
            new RandomStream(1),
            SpikeTrains.of(List.of(new double[] {1}, new double[] {2}, new double[] {3})));
    assertEquals(model.dynamics().stateSize(parameters), kernel.stateArrays());
    List<StateVariable> variables = model.stateVariables();
    for (int v = 0; v < variables.size(); v++) {
      kernel.write(block, v, 1, model.initialValue(v, parameters));
    }
    for (int v = 0; v < variables.size(); v++) {
      String name = variables.get(v).name();
      if (variables.get(v).initial()) {
        assertEquals(
            model.initialValue(v, parameters), kernel.read(block, v, 1), 1e-9, "starts: " + name);
        kernel.write(block, v, 1, 0.25);
        assertEquals(0.25, kernel.read(block, v, 1), 1e-9, name);
        kernel.write(block, v, 1, model.initialValue(v, parameters));
      } else {
        double before = kernel.read(block, v, 1);
        kernel.write(block, v, 1, before + 1);
        assertEquals(before, kernel.read(block, v, 1), "follows from others: " + name);
      }
    }
    kernel.update(block, 0, 3, 1, neuron -> {});
    for (int v = 0; v < variables.size(); v++) {
      assertTrue(Double.isFinite(kernel.read(block, v, 1)), variables.get(v).name());
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldReadEveryVariableAndWriteThoseThatCanBeGiven(NeuronModel model) {
    assertReadsAndWrites(shaped(model), defaults(shaped(model)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldRunInContinuousTimeOrSayWhyNot(NeuronModel model) {
    NeuronModel shaped = shaped(model);
    ParameterSet parameters = defaults(shaped);
    Optional<String> refusal = shaped.dynamics().gridOnly(parameters);
    if (refusal.isPresent()) {
      assertTrue(refusal.get().matches("[a-z].*[^.]"), "ends a sentence: " + refusal.get());
      return;
    }
    EventKernel kernel = shaped.dynamics().eventKernel(parameters);
    EventBlock block =
        new EventBlock(
            0,
            0,
            1,
            kernel.stateSize(),
            new RandomStream(1),
            SpikeTrains.of(List.of(new double[] {1})));
    double[] initial = new double[shaped.stateVariables().size()];
    for (int v = 0; v < initial.length; v++) {
      initial[v] = shaped.initialValue(v, parameters);
    }
    kernel.start(block, 0, initial);
    boolean sender = shaped.description().family() == Family.SENDER;
    for (int v = 0; v < initial.length && !sender; v++) {
      if (shaped.stateVariables().get(v).initial()) {
        assertEquals(initial[v], kernel.read(block, 0, v, 0), 1e-9);
      }
    }
    double wake = kernel.advance(block, 0, new InputList(), 0, 5, time -> {});
    assertTrue(wake > 5, "wakes at " + wake);
    for (int v = 0; v < initial.length; v++) {
      assertTrue(
          Double.isFinite(kernel.read(block, 0, v, 5)), shaped.stateVariables().get(v).name());
    }
  }
}
