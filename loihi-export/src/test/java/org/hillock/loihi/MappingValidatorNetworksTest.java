package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.chip.ProfileReader;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.validate.MappingValidator;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The validator finds nothing wrong with any network on any chip that takes it. */
class MappingValidatorNetworksTest {

  private static final ConnectionRule ALL = new ConnectionRule.AllToAll();

  private static Network single(String model, Map<String, Distribution> parameters) {
    Population cells = new Population("cells", 12, model, parameters);
    double weight = model.equals("iaf_psc_exp") ? 100 : 1;
    return new Network(
        List.of(cells),
        List.of(Nets.poisson(800, weight, cells)),
        List.of(Nets.projection(cells, cells, ALL, weight / 4, 1.5)));
  }

  private static Network plastic(double weight, double largest, Map<String, Double> more) {
    Population source = new Population("source", 6, "iaf_psc_delta", Nets.delta());
    Population cells = new Population("cells", 5, "iaf_psc_delta", Nets.delta());
    Map<String, Double> rule =
        new HashMap<>(Map.of("W_max", largest, "mu_plus", 0.0, "mu_minus", 0.0));
    rule.putAll(more);
    return new Network(
        List.of(source, cells),
        List.of(Nets.poisson(8000, 0.4, source)),
        List.of(
            EveryKind.plastic(source, cells, weight, rule),
            Nets.projection(cells, cells, ALL, -0.5, 1.5)));
  }

  /** Ports of every kind: generators, a parrot, Poisson and recorded inputs. */
  private static Network ports() {
    Population trains = EveryKind.trains();
    Population noise = EveryKind.noise();
    Population parrot = EveryKind.parrot();
    Population cells = new Population("cells", 4, "iaf_psc_delta", Nets.delta());
    List<NeuronRange> some = List.of(new NeuronRange("cells", 1, 3), NeuronRange.all(parrot));
    return new Network(
        List.of(trains, noise, parrot, cells),
        List.of(
            EveryKind.between("drive", 2.5, 4, cells),
            new Input.Poisson(
                "late", some, 70, Distribution.of(1), 0.3, 0, Double.POSITIVE_INFINITY),
            EveryKind.between("never", 3, 3, cells),
            // An input may have the name of a population.
            EveryKind.between("noise", 0, 30, cells),
            EveryKind.volley(cells)),
        List.of(
            Nets.projection(trains, parrot, ALL, 1, 1.7),
            Nets.projection(noise, cells, ALL, 1, 1.3),
            Nets.projection(parrot, cells, ALL, 1, 1)));
  }

  private static Network longDelays() {
    Population a = new Population("a", 8, "iaf_psc_exp", Nets.current(2, 2));
    Population b = new Population("b", 5, "iaf_psc_delta", Nets.delta());
    return new Network(
        List.of(a, b),
        List.of(Nets.poisson(900, 90, a)),
        List.of(
            Nets.projection(a, b, ALL, Distribution.of(1), new Distribution.Uniform(1, 22)),
            Nets.projection(b, a, ALL, Distribution.of(-40), new Distribution.Uniform(5, 19))));
  }

  private static Network currents() {
    Population cells =
        new Population("cells", 6, "iaf_psc_delta", EveryKind.with(Nets.delta(), "I_e", 30));
    Population others = new Population("others", 3, "iaf_psc_exp", Nets.current(3, 5));
    return new Network(
        List.of(cells, others),
        List.of(
            new Input.StepCurrent(
                "bias",
                List.of(new NeuronRange("cells", 2, 5), NeuronRange.all(others)),
                List.of(0.0),
                List.of(120.0),
                0)),
        List.of(Nets.projection(cells, others, ALL, -60, 1.5)));
  }

  private static List<Network> all() {
    Distribution spread = new Distribution.Uniform(0.8, 1.2);
    return List.of(
        TargetsTest.layers(),
        ports(),
        longDelays(),
        currents(),
        single("iaf_psc_delta", EveryKind.with(Nets.delta(), "t_ref", 0)),
        single(
            "iaf_psc_delta", EveryKind.with(Nets.delta(), "t_ref", new Distribution.Uniform(0, 5))),
        single(
            "iaf_psc_delta",
            EveryKind.with(
                Nets.delta(), "tau_m", spread.scaled(15), "V_m", new Distribution.Uniform(-5, 19))),
        single("iaf_psc_exp", Nets.current(2, 7)),
        single("iaf_psc_exp", EveryKind.with(Nets.current(5, 5), "tau_m", 5)),
        single("iaf_psc_exp", EveryKind.varied()),
        EveryKind.network(),
        plastic(0.5, 1, Map.of()),
        plastic(0.5, 1, Map.of("mu_plus", 1.0, "mu_minus", 1.0, "tau_plus", 16.8, "alpha", 1.1)),
        plastic(0.3, 0.7, Map.of("mu_plus", 0.0, "mu_minus", 1.0, "lambda", 0.005)),
        plastic(0.3, 0.7, Map.of("mu_plus", 1.0, "lambda", 0.02)),
        plastic(0.3, 0.7, Map.of("alpha", 0.0)),
        plastic(-0.3, -0.7, Map.of("mu_plus", 1.0, "mu_minus", 1.0)),
        plastic(-0.3, -0.7, Map.of("lambda", 0.03)),
        plastic(0.3, 0.7, Map.of("lambda", 0.0)));
  }

  static Stream<Arguments> cases() throws IOException {
    List<String> names = ProfileReader.names();
    return Stream.iterate(0, i -> i < all().size(), i -> i + 1)
        .flatMap(
            i ->
                names.stream()
                    .flatMap(
                        chip ->
                            Stream.of(0.1, 0.2, 0.5, 1.0)
                                .flatMap(
                                    step ->
                                        Stream.of(false, true)
                                            .map(frozen -> Arguments.of(i, chip, step, frozen)))));
  }

  @ParameterizedTest(name = "network {0} on {1}, step {2} ms, frozen {3}")
  @MethodSource("cases")
  void shouldFindNothingWrong(int number, String chip, double step, boolean frozen)
      throws IOException {
    Network network = all().get(number);
    LoihiCompiler.Options options = LoihiCompiler.Options.of(step).tuned(Map.of("cells", 0.123456));
    Mapping mapping;
    try {
      mapping =
          LoihiCompiler.compile(
              new LoihiCompiler.Subject("test", network, Nets.STEP, Nets.SEED),
              ProfileReader.find(chip),
              frozen ? options.frozen() : options);
    } catch (MappingException e) {
      // What a chip does not take, and why, is the business of other tests.
      return;
    }
    MappingFile file =
        MappingFile.read("mapping.json", new StringReader(ReadMapping.text(mapping)));
    MappingValidator.Result result = MappingValidator.validate(file, network);
    assertEquals(List.of(), result.complaints());
    assertEquals(mapping.synapses(), result.matched());
  }
}
