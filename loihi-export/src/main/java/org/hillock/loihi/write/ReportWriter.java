package org.hillock.loihi.write;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.quantise.PathwayReport;
import org.hillock.loihi.quantise.PopulationReport;

/** Writes how well a mapping stands for its network. */
public final class ReportWriter {

  private final Mapping.Reports reports;
  private final JsonWriter json;

  public ReportWriter(Mapping.Reports reports, JsonWriter json) {
    this.reports = reports;
    this.json = json;
  }

  public void write() throws IOException {
    json.name("quantisation").beginObject();
    json.name("populations").beginArray();
    for (PopulationReport report : reports.populations()) {
      json.beginObject();
      json.name("population").value(report.population());
      json.name("unitsPerMillivolt").value(report.scale());
      for (PopulationReport.Quantity quantity : report.quantities()) {
        quantity(quantity);
      }
      json.name("calibration_mV").value(report.calibration());
      json.endObject();
    }
    json.endArray();
    json.name("pathways").beginArray();
    for (PathwayReport report : reports.pathways()) {
      json.beginObject();
      json.name("name").value(report.where());
      json.name("target").value(report.target());
      json.name("plastic").value(report.format().learning() != null);
      json.name("synapses").value(report.synapses());
      json.name("mapped").value(report.mapped());
      json.name("zeroed").value(report.zeroed());
      json.name("relativeError").value(report.relativeError());
      if (report.relativeError() > 0) {
        json.name("signalToNoise_dB").value(report.signalToNoise());
      }
      json.name("delayError_ms").value(report.delayError());
      json.endObject();
    }
    json.endArray();
    json.name("warnings").beginArray();
    for (String warning : reports.warnings()) {
      json.value(warning);
    }
    json.endArray();
    json.endObject();
  }

  private void quantity(PopulationReport.Quantity quantity) throws IOException {
    json.name(quantity.key()).beginObject();
    json.name("exact").value(quantity.exact());
    json.name("chip").value(quantity.chip());
    json.endObject();
  }
}
