package org.hillock.report.run;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.hillock.io.RunFacts;
import org.hillock.report.Copyable;
import org.hillock.report.Markup;
import org.hillock.report.Section;

/**
 * How to get the same spikes again.
 *
 * @param facts of the manifest
 * @param scenario the resolved scenario; empty if it is gone
 */
record ReproductionSection(RunFacts facts, String scenario) implements Section {

  /** A longer scenario stays in the folder. */
  private static final int LONGEST = 2_000_000; // characters

  @Override
  public String id() {
    return "again";
  }

  @Override
  public String title() {
    return "Run it again";
  }

  @Override
  public void write(Markup page) {
    RunFacts.Origin origin = facts.origin();
    boolean whole = !scenario.isEmpty() && scenario.length() <= LONGEST;
    page.element(
        "p",
        (whole
                ? "The scenario as it was run, every expression resolved, is below: save it as scenario.yaml."
                : "The folder of the run has scenario.yaml: the scenario as it was run, every expression"
                    + " resolved.")
            + " Its seed is "
            + origin.seed()
            + "; spikes depend on neither the number of threads nor the version of Java.");
    if (!origin.from().isEmpty()) {
      page.element(
          "p",
          "This run began with the state of another, "
              + origin.from()
              + ": give it to --from; without it the spikes will be others.",
          "class",
          "notice");
    }
    Copyable.write(page, "command", "command", command());
    if (!facts.spikesSha256().isEmpty()) {
      page.element("p", "SHA-256 of the spikes, which is in the manifest of the new run too:");
      Copyable.write(page, "hash", "hash", facts.spikesSha256());
    }
    if (whole) {
      page.open("details").element("summary", "scenario.yaml");
      String data = Base64.getEncoder().encodeToString(scenario.getBytes(StandardCharsets.UTF_8));
      page.open("p")
          .element(
              "a",
              "Save as scenario.yaml",
              "href",
              "data:application/yaml;charset=utf-8;base64," + data,
              "download",
              "scenario.yaml");
      page.close();
      Copyable.write(page, "scenario", "scenario", scenario);
      page.close();
    }
  }

  /** The command, with the options that a resolved scenario does not hold. */
  private String command() {
    RunFacts.Origin origin = facts.origin();
    StringBuilder command = new StringBuilder("./hillock run ./scenario.yaml --engine ");
    command.append(origin.engine());
    if (!origin.chip().isEmpty()) {
      command.append(" --target ").append(Copyable.word(origin.chip()));
      command.append(" --chip-step ").append(Copyable.word(Values.text(origin.chipStep(), "ms")));
      command.append(" --arithmetic ").append(Copyable.word(origin.arithmetic()));
    }
    if (!origin.from().isEmpty()) {
      command.append(" --from ").append(Copyable.word(origin.from()));
    }
    return command.toString();
  }
}
