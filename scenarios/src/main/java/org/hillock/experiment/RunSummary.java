package org.hillock.experiment;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.run.RunEnd;
import org.hillock.engine.run.RunStatistics;
import org.hillock.io.SpikeTotals;
import org.hillock.network.Population;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.claim.Verdict;
import org.hillock.text.Text;

/** What a run prints at its end. */
final class RunSummary {

  private RunSummary() {}

  static void print(
      Scenario scenario,
      RunEnd result,
      SpikeTotals totals,
      List<Verdict> verdicts,
      Path folder,
      PrintWriter out) {
    RunStatistics statistics = result.statistics();
    out.println(scenario.heading());
    if (!scenario.sets().isEmpty()) {
      out.println("with " + scenario.setText());
    }
    out.printf(
        "%s, %s; built in %s, %s simulated in %s (real-time factor %s)%n",
        Text.count(statistics.neurons(), "neuron", "neurons"),
        statistics.synapses() < 0
            ? "synapses not known"
            : Text.count(statistics.synapses(), "synapse", "synapses"),
        Text.seconds(statistics.buildSeconds()),
        Text.seconds(statistics.simulatedMs() / 1000),
        Text.seconds(statistics.simulateSeconds()),
        Text.number(statistics.realTimeFactor()));
    if (result.partial()) {
      String why = result.failure() == null ? "interrupted" : "stopped";
      out.println(why + ": the results end at " + Text.milliseconds(result.time()));
    }
    out.println();
    Text.table(populations(scenario, result, totals), 1).forEach(out::println);
    if (!verdicts.isEmpty()) {
      out.println();
      for (Verdict verdict : verdicts) {
        out.println("  " + line(verdict));
      }
    }
    out.println();
    out.println("results in " + folder);
  }

  static void printFailures(List<Verdict> verdicts, PrintWriter err) {
    verdicts.stream().filter(Verdict::failed).forEach(v -> err.println(line(v)));
  }

  private static String line(Verdict verdict) {
    if (verdict.outside()) {
      return "outside of this run: " + verdict.text();
    }
    return (verdict.passed() ? "holds: " : "FAILS: ")
        + verdict.text()
        + "   (found "
        + verdict.valueText()
        + ")";
  }

  private static List<List<String>> populations(
      Scenario scenario, RunEnd result, SpikeTotals totals) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("population", "neurons", "spikes", "rate [Hz]", "CV ISI"));
    double seconds = Math.max(0, result.time() - scenario.settings().warmup()) / 1000;
    for (int i = 0; i < scenario.network().populations().size(); i++) {
      Population population = scenario.network().populations().get(i);
      double cv = totals.cvIsi(population.name());
      long spikes = result.spikeCounts()[i];
      rows.add(
          List.of(
              population.name(),
              Text.count(population.size()),
              spikes < 0 ? Text.number(Double.NaN) : Text.count(spikes),
              Text.number(spikes < 0 ? Double.NaN : spikes / (population.size() * seconds)),
              Text.number(cv)));
    }
    return rows;
  }
}
