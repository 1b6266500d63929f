package org.hillock.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.junit.jupiter.api.Test;

/** What the pages say of all models is what the models say of themselves. */
class ModelsInDocsTest {

  private static final Pattern CODE = Pattern.compile("`([a-z][a-z0-9_]*)`");

  private static String page(String name) throws IOException {
    return Files.readString(Path.of("../docs", name)).replaceAll("\\s+", " ");
  }

  private static Set<String> names(String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = CODE.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static String between(String text, String from, String to) {
    int end = text.indexOf(to);
    assertTrue(end > 0, to);
    int start = text.lastIndexOf(from, end);
    assertTrue(start >= 0, from);
    return text.substring(start + from.length(), end);
  }

  @Test
  void namesAllModelsThatCanHaveASharpThresholdOrEscapeNoise() throws IOException {
    Set<String> having = new TreeSet<>();
    for (NeuronModel model : Models.neurons()) {
      List<String> parameters = model.parameters().stream().map(Parameter::name).toList();
      if (parameters.containsAll(List.of("delta", "rho"))) {
        having.add(model.name());
      }
    }
    String sentence =
        between(page("scenario-file.md"), ". ", " have a sharp threshold, and fire at random");
    assertEquals(having, names(sentence));
  }

  @Test
  void saysHowLongAListCanBe() throws IOException {
    assertTrue(
        page("scenario-file.md")
            .contains("as many values as are given, at most " + Parameter.LONGEST_LIST + ","));
  }

  @Test
  void namesAllModelsThatContinuousTimeRefusesWhateverTheirParameters() throws IOException {
    Set<String> refused =
        names(between(page("engines.md"), "## What it refuses", "## What differs"));
    for (NeuronModel listed : Models.neurons()) {
      NeuronModel model = Models.withLists(listed, Set.of());
      ParameterSet usual = ParameterSet.of(model.name(), model.parameters(), Map.of());
      if (model.dynamics().gridOnly(usual).isPresent()) {
        assertTrue(refused.contains(model.name()), model.name());
      }
    }
    assertFalse(refused.contains("iaf_psc_exp"));
  }
}
