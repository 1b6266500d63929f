package org.hillock.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.hillock.cli.table.ModelPage;
import org.hillock.cli.table.ModelTable;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the neuron models in families, or shows the page of one.",
      "A page has equations, parameters, state, receptors, engines, chips and where"
          + " the model comes from."
    })
final class ModelsCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Name of a model.")
  @Nullable String name;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (name == null) {
      ModelTable.lines().forEach(out::println);
    } else {
      NeuronModel model =
          Models.neuron(name)
              .orElseThrow(() -> MistakeException.unknown("model", name, ModelTable.names()));
      ModelPage.lines(model).forEach(out::println);
    }
    return ExitCode.OK;
  }
}
