package org.hillock.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hillock.cli.option.Candidates;
import org.hillock.cli.option.Catalog;
import org.hillock.cli.option.MappingArgument;
import org.hillock.engine.Engines;
import org.hillock.engine.memory.ExpectedRates;
import org.hillock.engine.memory.OutOfMemoryEstimateException;
import org.hillock.engine.run.RunListener;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.validate.MappingValidator;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.Problem;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.hillock.text.MistakeException;
import org.hillock.text.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = {
      "Checks scenario files without running them and prints every mistake.",
      "Checks mappings of 'hillock export' too: that each synapse of the scenario is on the chip",
      "exactly once, neurons, learning rules and inputs are what the scenario asks for, each limit",
      "holds, and each route leads where it says."
    })
final class ValidateCommand implements Callable<Integer> {

  /** Neurons and synapses that are built in a moment. */
  private static final double SOON_BUILT = 300_000;

  @Spec CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "SCENARIO|MAPPING",
      completionCandidates = Candidates.Scenarios.class,
      description =
          "Names of shipped scenarios, paths of scenario files, or folders of 'hillock export'.")
  List<String> scenarios = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    long mistakes = 0;
    for (String name : scenarios) {
      try {
        if (MappingArgument.looksLikeOne(name)) {
          mistakes += mapping(Path.of(name));
          continue;
        }
        mistakes += scenario(name);
      } catch (ScenarioException e) {
        mistakes += print(e.problems());
      } catch (MistakeException e) {
        spec.commandLine().getErr().println(e.getMessage());
        mistakes++;
      } catch (InvalidNetworkException | OutOfMemoryEstimateException e) {
        spec.commandLine().getErr().println(name + ": " + e.getMessage());
        mistakes++;
      }
    }
    return mistakes == 0 ? ExitCode.OK : ExitCode.MISTAKE;
  }

  /** Reads a scenario with each choice of its variants; returns how much is wrong with it. */
  private long scenario(String name) throws ScenarioException {
    ScenarioSource source = Catalog.find(name);
    Set<Problem> problems = new LinkedHashSet<>();
    for (Map<String, String> choice : ScenarioLoader.choices(source)) {
      try {
        tryOut(ScenarioLoader.load(source, choice, Overrides.NONE));
      } catch (ScenarioException e) {
        problems.addAll(e.problems());
      }
    }
    if (problems.isEmpty()) {
      spec.commandLine().getOut().println(name + ": no mistakes");
    }
    return print(problems);
  }

  private long print(Collection<Problem> problems) {
    problems.forEach(spec.commandLine().getErr()::println);
    return problems.size();
  }

  /**
   * Asks the engine what it would refuse: memory always, and what shows only when neurons and
   * synapses are there, such as a cycle of synapses without delay, where they are soon there.
   */
  private static void tryOut(Scenario scenario) {
    Network network = scenario.network();
    Engines.memory(network, scenario.settings(), scenario.recording(), ExpectedRates.of(network))
        .check();
    if (network.neuronCount() + network.expectedSynapses() <= SOON_BUILT) {
      Engines.build(network, scenario.settings(), scenario.recording(), RunListener.NONE);
    }
  }

  /** Checks a mapping; says how much is wrong with it. */
  private long mapping(Path path) throws IOException, ScenarioException {
    MappingFile file = MappingArgument.read(path);
    MappingValidator.Result result =
        MappingValidator.validate(file, MappingArgument.scenario(path).network());
    result.complaints().forEach(one -> spec.commandLine().getErr().println(path + ": " + one));
    if (result.count() > result.complaints().size()) {
      spec.commandLine()
          .getErr()
          .println(
              path + ": and " + Text.count(result.count() - result.complaints().size()) + " more");
    }
    if (result.count() == 0) {
      spec.commandLine()
          .getOut()
          .println(
              String.format(
                  Locale.ROOT,
                  "%s: no mistakes; %s on %s%s",
                  path,
                  Text.count(result.matched(), "synapse", "synapses"),
                  Text.count(result.cores(), "core", "cores"),
                  result.tooWeak() == 0
                      ? ""
                      : String.format(
                          Locale.ROOT, ", %,d too weak for the chip", result.tooWeak())));
    }
    return result.count();
  }
}
