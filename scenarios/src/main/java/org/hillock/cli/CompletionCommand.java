package org.hillock.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "generate-completion",
    mixinStandardHelpOptions = true,
    description =
        "Prints a completion script for bash and zsh: source <(hillock generate-completion)")
final class CompletionCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    spec.commandLine().getOut().print(script(root));
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }

  /** A scenario or a result is one of the names that ship, or a file or folder of the user. */
  private static String script(CommandLine root) {
    return AutoComplete.bash(root.getCommandName(), root)
        .replaceAll(
            "positionals=\\$\\( (compReplyArray \"\\$\\{(SCENARIO[A-Z_]*|A)_pos_param_args\\[@\\]\\}\") \\)",
            "positionals=\\$( $1; compgen -f -- \"\\${curr_word}\" )");
  }
}
