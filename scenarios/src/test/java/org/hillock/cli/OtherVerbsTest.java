package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hillock.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherVerbsTest {

  @TempDir Path folder;

  @Test
  void shouldShowANetworkThatIsFarTooLargeWithoutAllocatingIt() {
    CommandRun show = CommandRun.of("show", "cortical-microcircuit", "--set", "scale=100");
    assertEquals(0, show.exitCode(), show.err());
    assertTrue(show.out().contains("7,716,900"), show.out());
    assertTrue(show.out().contains("This is more than the"), show.out());
    CommandRun run = CommandRun.of("run", "cortical-microcircuit", "--set", "scale=100", "-q");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith("the network needs about "), run.err());
  }

  @Test
  void shouldShowTheScenarioAsItWouldBeRun() {
    CommandRun show = CommandRun.of("show", "brunel", "--yaml", "--set", "g=4.5");
    assertEquals(0, show.exitCode());
    assertTrue(show.out().contains("-0.45 mV"), show.out());
  }

  @Test
  void shouldValidateSeveralFilesAndCountTheMistakesOfAll() throws Exception {
    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "scenario: x\nneurnos: {}\n");
    CommandRun run = CommandRun.of("validate", "brunel", wrong.toString(), "nothing");
    assertEquals(2, run.exitCode());
    assertEquals("brunel: no mistakes\n", run.out());
    assertTrue(run.err().contains("did you mean 'neurons'?"), run.err());
    assertTrue(run.err().contains("there is no scenario 'nothing'"), run.err());
  }

  @Test
  void shouldValidateEveryChoiceOfTheVariants() throws Exception {
    String text =
        """
        scenario: x
        time: {step: 0.1 ms, duration: 1 ms}
        neurons: {n: {size: 1, model: iaf_psc_exp}}
        variants:
          cells:
            usual: {}
            other: {neurons: {n: {size: 1, model: iaf_cond_exp, tau_m: 3 ms}}}
            third: {neurons: {n: {V_th: -50}}}
        """;
    Path file = Files.writeString(folder.resolve("choices.yaml"), text);
    CommandRun run = CommandRun.of("validate", file.toString());
    assertEquals(2, run.exitCode());
    assertEquals("", run.out());
    assertTrue(run.err().contains(":7:57: variants.cells.other.neurons.n.tau_m: "), run.err());
    assertTrue(run.err().contains(":8:33: variants.cells.third.neurons.n.V_th: "), run.err());
  }

  @Test
  void shouldShowThePageOfARule() {
    String page = CommandRun.of("rules", "stdp_pl").out();
    for (String part :
        List.of("Equations", "lambda w^mu K_pre", "tau_minus", "Morrison", "8 bytes")) {
      assertTrue(page.contains(part), page);
    }
    String eprop = CommandRun.of("rules", "eprop_bsshslm_2020").out();
    assertTrue(eprop.contains("  gradient\n  with optimizer: adam: gradient, m, v\n"), eprop);
    assertTrue(eprop.contains("    with optimizer: adam: 32 bytes\n"), eprop);
    CommandRun wrong = CommandRun.of("rules", "sdtp");
    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("there is no rule 'sdtp'; did you mean 'stdp'?"), wrong.err());
    CommandRun part = CommandRun.of("rules", "dopamine");
    assertTrue(part.err().contains("did you mean 'stdp_dopamine'?"), part.err());
  }

  @Test
  void shouldListScenariosModelsRulesAndPlots() {
    assertTrue(CommandRun.of("list").out().contains("brunel"));
    assertTrue(CommandRun.of("list", "models").out().contains("iaf_psc_alpha"));
    String models = CommandRun.of("list", "models").out();
    assertTrue(models.contains("a spike that arrives exactly t_ref after"), models);
    assertTrue(models.contains("all targets of one neuron get the same train"), models);
    assertTrue(CommandRun.of("list", "rules").out().contains("stdp_triplet"));
    assertTrue(CommandRun.of("list", "plots").out().contains("raster"));
    CommandRun wrong = CommandRun.of("list", "modles");
    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("[scenarios, models, rules, plots]"), wrong.err());
  }

  @Test
  void shouldPrintASchemaThatIsJson() {
    CommandRun schema = CommandRun.of("schema");
    assertTrue(JsonParser.parseString(schema.out()).getAsJsonObject().has("$schema"), schema.out());
  }

  @Test
  void shouldTellItsVersion() {
    String version = CommandRun.of("version").out();
    assertTrue(version.matches("(?s)Hillock \\d+\\.\\d+\\.\\d+.*"), version);
  }

  @Test
  void shouldHelpWithEveryVerb() {
    CommandRun help = CommandRun.of("--help");
    assertEquals(0, help.exitCode());
    for (String verb : Main.commandLine().getSubcommands().keySet()) {
      assertTrue(help.out().contains("  " + verb), verb);
      assertEquals(0, CommandRun.of("help", verb).exitCode(), verb);
    }
    assertTrue(CommandRun.of("generate-completion").out().contains("hillock"));
  }

  @Test
  void shouldExplainWhatItCannotUnderstand() {
    CommandRun nothing = CommandRun.of();
    assertEquals(2, nothing.exitCode());
    assertEquals("Missing required subcommand\nTry 'hillock --help'.\n", nothing.err());
    CommandRun unknown = CommandRun.of("rnu", "brunel");
    assertEquals(2, unknown.exitCode());
    assertEquals(
        "there is no verb 'rnu'; did you mean 'run'?\nTry 'hillock --help'.\n", unknown.err());
  }

  private CommandRun validate(String scenario) throws Exception {
    Path file = Files.writeString(folder.resolve("x.yaml"), scenario);
    return CommandRun.of("validate", file.toString());
  }

  @Test
  void shouldSayInValidateWhatARunWouldRefuse() throws Exception {
    String delay =
        """
        scenario: x
        time: {duration: 100 ms}
        neurons: {a: {size: 3, model: iaf_psc_exp}}
        synapses:
          - {from: a, to: a, rule: all_to_all, weight: 50 pA, delay: 5e-324 ms}
        """;
    CommandRun shortest = validate(delay);
    assertEquals(2, shortest.exitCode());
    assertTrue(
        shortest.err().contains(":5:62: synapses[0].delay: found '5e-324 ms'"), shortest.err());
    CommandRun cycle = validate(delay.replace("5e-324", "0"));
    assertEquals(2, cycle.exitCode());
    assertTrue(cycle.err().contains("synapses without delay that form a cycle"), cycle.err());
    assertEquals(0, validate(delay.replace("5e-324", "1e-6")).exitCode());
    CommandRun large =
        validate(
            "scenario: x\ntime: {step: 0.1 ms, duration: 1 s}\n"
                + "neurons: {a: {size: 2e9, model: iaf_psc_exp, positions: {from: 0 m, to: 1 m}}}\n");
    assertEquals(2, large.exitCode());
    assertTrue(large.err().contains("the program may use"), large.err());
  }

  @Test
  void shouldPrintARowOfNeuronsByItsEnds() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("x.yaml"),
            "scenario: x\ntime: {step: 0.1 ms, duration: 1 s}\n"
                + "neurons: {a: {size: 1e7, model: iaf_psc_exp, positions: {from: 0 m, to: [1 m]}}}\n");
    CommandRun show = CommandRun.of("show", "--yaml", file.toString());
    assertTrue(show.out().contains("positions: {from: 0 mm, to: 1000 mm}"), show.out());
  }

  @Test
  void shouldListVerbsInWholeSentences() {
    String help = CommandRun.of("help").out();
    String verbs = help.substring(help.indexOf("Verbs:"), help.indexOf("Start with:"));
    String flat = verbs.replaceAll("\\s+", " ");
    for (var verb : Main.commandLine().getSubcommands().values()) {
      String header = verb.getCommandSpec().usageMessage().description()[0];
      assertTrue(flat.contains(header.strip()), header);
      assertTrue(header.strip().matches(".*[.)]"), "not a sentence: " + header);
    }
  }

  @Test
  void shouldCompleteWhatCanBeSaid() {
    String script = CommandRun.of("generate-completion").out();
    assertTrue(script.contains("ENGINE_option_args=(\"grid\" \"event\" \"loihi\")"), script);
    assertTrue(script.contains("SCENARIO_pos_param_args=(\"action-potential\""), script);
    assertTrue(script.contains("PLOT_option_args=(\"raster\" \"rate\""), script);
    assertTrue(script.contains("CHIP_option_args=(\"kapoho-bay\" \"loihi\""), script);
    assertTrue(script.contains("FORMAT_option_args=(\"mapping\" \"sana-fe\""), script);
    assertTrue(
        script.contains(
            "compReplyArray \"${SCENARIO_pos_param_args[@]}\"; compgen -f -- \"${curr_word}\""),
        "files beside names");
  }

  @Test
  void shouldSuggestTheOptionThatWasMeant() {
    CommandRun plot = CommandRun.of("plot", "x", "--plot=raster");
    assertEquals(2, plot.exitCode());
    assertEquals(
        "there is no option '--plot'; did you mean '--plots'?\nTry 'hillock plot --help'.\n",
        plot.err());
    CommandRun word = CommandRun.of("show", "brunel", "axon");
    assertEquals(
        "'axon' is one word too many: 'hillock show' takes SCENARIO\nTry 'hillock show --help'.\n",
        word.err());
  }

  @Test
  void shouldCountOneNeuronAsOne() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("x.yaml"),
            "scenario: x\ntime: {step: 0.1 ms, duration: 10 ms}\n"
                + "neurons: {a: {size: 1, model: iaf_psc_exp}}\n");
    CommandRun run =
        CommandRun.of(
            "run", file.toString(), "--no-plots", "--out", folder.resolve("out").toString());
    assertTrue(run.out().contains("1 neuron, 0 synapses; built"), run.out());
    assertEquals("21.7 mJ", Text.picojoules(2.171e10));
    assertEquals("999 nJ", Text.picojoules(999_000));
  }
}
