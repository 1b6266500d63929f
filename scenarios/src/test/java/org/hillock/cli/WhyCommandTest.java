package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking why a neuron fired. */
class WhyCommandTest {

  private static final String[] BRUNEL = {"why", "brunel", "--set", "order=50", "--spike"};

  @TempDir Path folder;

  private static CommandRun why(String spike, String... more) {
    String[] arguments = new String[BRUNEL.length + 1 + more.length];
    System.arraycopy(BRUNEL, 0, arguments, 0, BRUNEL.length);
    arguments[BRUNEL.length] = spike;
    System.arraycopy(more, 0, arguments, BRUNEL.length + 1, more.length);
    return CommandRun.of(arguments);
  }

  /** Some spike of the network, from its results. */
  private String spike() throws Exception {
    Path results = folder.resolve("r");
    CommandRun run =
        CommandRun.of(
            "run", "brunel", "--set", "order=50", "--out", results.toString(), "-q", "--no-plots");
    assertTrue(Files.exists(results.resolve("spikes.csv")), run.err());
    List<String> lines = Files.readAllLines(results.resolve("spikes.csv"));
    String[] cells = lines.get(lines.size() / 2).split(",");
    return cells[1] + "[" + cells[2] + "] @ " + cells[0] + " ms";
  }

  @Test
  void addsUpInWordsInATableAndInAPicture() throws Exception {
    String spike = spike();
    Path table = folder.resolve("why.csv");
    Path picture = folder.resolve("why.svg");
    CommandRun run =
        why(spike, "--table", table.toString(), "--plot", picture.toString(), "--largest", "2");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith(spike.replace(" @ ", " fires at ")), run.out());
    assertTrue(run.out().contains("the threshold is at 20.0000 mV"), run.out());
    assertTrue(run.out().contains("weight [mV]"), run.out());
    double sum = 0;
    List<String> lines = Files.readAllLines(table);
    assertEquals("kind,by,source,receptor,sent_ms,arrival_ms,weight,potential_mV", lines.get(0));
    for (String line : lines.subList(1, lines.size())) {
      sum += Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
    }
    String said = run.out().replaceAll("(?s).*all together *([0-9.]+).*", "$1");
    assertEquals(Double.parseDouble(said), sum, 1e-4);
    assertTrue(sum >= 20, "V is " + sum);
    assertTrue(Files.readString(picture).contains("<svg"));
  }

  @Test
  void saysWhatItNeeds() {
    CommandRun none = CommandRun.of("why", "brunel");
    assertEquals(2, none.exitCode());
    assertTrue(none.err().contains("--spike"), none.err());
    assertEquals(
        "--spike 'exc[3]': expected a neuron and a time, such as 'exc[17] @ 123.4 ms'\n",
        why("exc[3]").err());
    assertEquals("--spike exc: expected one neuron, such as exc[0]\n", why("exc @ 5 ms").err());
    assertTrue(why("ecx[0] @ 5 ms").err().contains("did you mean 'exc'?"));
    assertTrue(why("exc[0] @ 5 mV").err().contains("expected a time, such as"));
    assertTrue(why("exc[0] @ 5 s").err().contains("the run ends at 1200 ms"));
    CommandRun silent = why("exc[0] @ 0.1 ms");
    assertEquals(2, silent.exitCode());
    assertTrue(silent.err().startsWith("exc[0] does not fire at 0.1 ms"), silent.err());
    assertEquals(
        "exc[1] is dead, by the 'lesion' of its population\n",
        why("exc[1] @ 5 ms", "--set", "neurons.exc.lesion=[1]").err());
    CommandRun conductance =
        CommandRun.of(
            "why", "vogels-abbott", "--set", "synapses=conductance", "--spike", "exc[0] @ 5 ms");
    assertTrue(conductance.err().contains("it cannot be told"), conductance.err());
  }
}
