package org.hillock.sweep;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hillock.engine.memory.OutOfMemoryEstimateException;
import org.hillock.engine.run.OvergrownWiringException;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.UnstableNeuronException;
import org.hillock.engine.run.UnstableSynapsesException;
import org.hillock.experiment.ChipChoice;
import org.hillock.experiment.EngineRuns;
import org.hillock.file.FileFailure;
import org.hillock.network.InvalidNetworkException;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.claim.Expectation;
import org.hillock.scenario.claim.Findings;
import org.hillock.scenario.claim.MeasuredExpression;
import org.hillock.scenario.claim.Verdict;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;
import org.hillock.text.Text;
import org.jspecify.annotations.Nullable;

/** Runs a point and measures what came out. What goes wrong there is said in its row. */
public final class PointRun {

  /** Reads the scenario of a point. */
  @FunctionalInterface
  public interface Loader {
    /**
     * The scenario with the values and the seed of a point.
     *
     * @param threads on which it is run; null for what is usual
     */
    Scenario load(SweepPoint point, @Nullable Integer threads) throws ScenarioException;
  }

  /** Who hears how far a run has come. */
  @FunctionalInterface
  public interface Watcher {
    /** A listener of the run of a scenario. */
    RunListener watch(Scenario scenario);
  }

  private static final String OPTION = "--measure";

  private final Loader loader;
  private final ChipChoice chip;
  private final List<String> measures;
  private final Watcher watcher;
  private final Consumer<String> notes;

  /**
   * @param chip on which it is emulated, if its engine is that
   * @param measures what is measured; empty for what the scenario expects
   * @param watcher is asked for a listener of each run
   * @param notes takes what is worth knowing, from any thread
   */
  public PointRun(
      Loader loader,
      ChipChoice chip,
      List<String> measures,
      Watcher watcher,
      Consumer<String> notes) {
    this.loader = loader;
    this.chip = chip;
    this.measures = measures;
    this.watcher = watcher;
    this.notes = notes;
  }

  /** What is measured of a scenario, each once. */
  public static List<MeasuredExpression> measured(Scenario scenario, List<String> measures)
      throws ScenarioException {
    Map<String, MeasuredExpression> all = new LinkedHashMap<>();
    for (String text : measures) {
      all.putIfAbsent(text, scenario.measured(OPTION, text));
    }
    if (measures.isEmpty()) {
      for (Expectation claim : scenario.expectations()) {
        all.putIfAbsent(claim.measured().text(), claim.measured());
      }
    }
    return List.copyOf(all.values());
  }

  /** Runs a point on so many threads. */
  SweepRow run(SweepPoint point, int threads) {
    try {
      Scenario scenario = loader.load(point, threads);
      List<MeasuredExpression> asked = measured(scenario, measures);
      RunResult result = EngineRuns.result(scenario, chip, watcher.watch(scenario), notes);
      Findings findings = Findings.of(result);
      Map<String, Double> values = new LinkedHashMap<>();
      for (MeasuredExpression one : asked) {
        values.put(one.label(), one.value(findings, scenario.network(), scenario.settings()));
      }
      Map<String, Boolean> claims = new LinkedHashMap<>();
      for (Expectation claim : scenario.expectations()) {
        Verdict verdict = claim.check(findings, scenario.network(), scenario.settings());
        if (!verdict.outside()) {
          claims.put(claim.text(), verdict.passed());
        }
      }
      return new SweepRow(point.index(), values, claims, "");
    } catch (ScenarioException e) {
      int more = e.problems().size() - 1;
      String first = e.problems().get(0).toString();
      return SweepRow.failed(
          point.index(),
          more == 0
              ? first
              : first + " (and " + Text.count(more, "more mistake", "more mistakes") + ")");
    } catch (OutOfMemoryError e) {
      return SweepRow.failed(
          point.index(),
          "memory ran out: allow more with HILLOCK_JAVA_OPTS=-Xmx…, or run fewer --jobs at once");
    } catch (IOException e) {
      return SweepRow.failed(point.index(), FileFailure.sentence(e));
    } catch (MistakeException
        | InvalidNetworkException
        | OutOfMemoryEstimateException
        | UnstableNeuronException
        | UnstableSynapsesException
        | OvergrownWiringException e) {
      return SweepRow.failed(point.index(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return SweepRow.failed(
          point.index(), "a bug in Hillock, please report it: " + e + " at " + place(e));
    }
  }

  private static String place(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? "an unknown place" : trace[0].toString();
  }
}
