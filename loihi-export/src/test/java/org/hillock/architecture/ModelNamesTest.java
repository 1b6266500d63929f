package org.hillock.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hillock.loihi.LoihiCompiler;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.junit.jupiter.api.Test;

/**
 * Exports know no model by its name: what a neuron is to a chip, its model says. Looks into class
 * files, since a name may stand within a longer text.
 */
class ModelNamesTest {

  @Test
  void doesNotNameANeuronModelInAnyClassOfTheModule() throws IOException, URISyntaxException {
    List<String> found = new ArrayList<>();
    List<Path> classes = classes(LoihiCompiler.class);
    for (Path file : classes) {
      for (String text : naming(file)) {
        found.add(file.getFileName() + ": " + text);
      }
    }
    assertTrue(classes.size() > 100, classes.size() + " classes");
    assertEquals(List.of(), found);
  }

  @Test
  void wouldFindANameWithinALongerText() throws IOException, URISyntaxException {
    String own = ModelNamesTest.class.getSimpleName() + ".class";
    Path file =
        classes(ModelNamesTest.class).stream()
            .filter(path -> path.endsWith(own))
            .findFirst()
            .orElseThrow();
    assertTrue(naming(file).contains("a population of iaf_psc_exp"), naming(file).toString());
  }

  private static List<String> naming(Path file) throws IOException {
    List<String> names = Models.neurons().stream().map(NeuronModel::name).toList();
    return ConstantPool.texts(Files.readAllBytes(file)).stream()
        .filter(text -> names.stream().anyMatch(text::contains))
        .toList();
  }

  /** The class files that were compiled together with a class. */
  private static List<Path> classes(Class<?> one) throws IOException, URISyntaxException {
    Path folder = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(path -> path.toString().endsWith(".class")).toList();
    }
  }
}
