package org.hillock.report.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.io.RunFacts;
import org.hillock.io.StoredResult;
import org.hillock.plot.PlotData;
import org.hillock.report.ReportPage;
import org.hillock.report.Section;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.jspecify.annotations.Nullable;

/** The page of a run. */
public final class RunReport {

  private RunReport() {}

  /**
   * Reads a folder of results.
   *
   * @throws IOException if a file is not what it should be
   * @throws ScenarioException if its scenario is not
   */
  public static ReportPage of(StoredResult result) throws IOException, ScenarioException {
    result.checkSpikes();
    RunFacts facts = result.facts();
    PlotData data = result.plotData();
    SpikeData spikes = SpikeData.of(data, result.recorded());
    Panels panels = Panels.of(data);
    Path file = result.file("scenario.yaml");
    Scenario scenario = null;
    String text = "";
    if (Files.exists(file)) {
      ScenarioSource source = ScenarioSource.ofFile(file);
      text = source.text();
      scenario = ScenarioLoader.load(source, Map.of(), Overrides.NONE);
    }
    List<Section> sections = sections(result, facts, data, spikes, panels, scenario, text);
    boolean drawn = spikes.recorded() || !panels.isEmpty();
    return new ReportPage(
        facts.title().isEmpty() ? facts.name() : facts.title(),
        subtitle(facts),
        sections,
        drawn ? DrawnFacts.json(data, spikes, panels) : "",
        spikes.bytes());
  }

  private static String subtitle(RunFacts facts) {
    String engine =
        facts.origin().chip().isEmpty()
            ? "the " + facts.origin().engine() + " engine"
            : "an emulated chip, " + facts.origin().chip();
    return "A run of the scenario '" + facts.name() + "' on " + engine + " of Hillock";
  }

  private static List<Section> sections(
      StoredResult result,
      RunFacts facts,
      PlotData data,
      SpikeData spikes,
      Panels panels,
      @Nullable Scenario scenario,
      String text)
      throws IOException {
    List<Section> sections = new ArrayList<>();
    sections.add(new ClaimSection(facts, scenario));
    if (spikes.recorded() || !panels.isEmpty()) {
      sections.add(new ActivitySection(facts, data, spikes, panels));
    }
    if (scenario != null) {
      sections.add(new NetworkSection(scenario.network()));
    }
    sections.add(new PopulationSection(facts));
    if (!facts.phases().isEmpty()) {
      sections.add(new ProtocolSection(facts));
    }
    if (!data.details().shown().isEmpty()) {
      sections.add(new ShownSection(data.details().shown()));
    }
    if (!data.weights().isEmpty()) {
      sections.add(new WeightSection(data));
    }
    sections.add(ParameterSection.of(facts, text));
    PictureSection pictures = PictureSection.of(result);
    if (!pictures.isEmpty()) {
      sections.add(pictures);
    }
    sections.add(new TimingSection(facts));
    sections.add(new ReproductionSection(facts, text));
    return sections;
  }
}
