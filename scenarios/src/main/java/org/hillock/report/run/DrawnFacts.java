package org.hillock.report.run;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.hillock.plot.PlotData;

/** What the scripts of the page need to know, as JSON that no name can break out of. */
final class DrawnFacts {

  private DrawnFacts() {}

  /** One object; characters of HTML in it are escaped as JSON has it. */
  static String json(PlotData data, SpikeData spikes, Panels panels) {
    JsonObject facts = new JsonObject();
    facts.addProperty("start", data.start());
    facts.addProperty("stop", data.stop());
    facts.addProperty("step", data.details().step());
    facts.addProperty("tick", spikes.tick());
    facts.addProperty("count", spikes.kept());
    facts.addProperty("stride", spikes.stride());
    JsonArray groups = new JsonArray();
    for (PlotData.Group group : spikes.groups()) {
      JsonObject one = new JsonObject();
      one.addProperty("name", group.name());
      one.addProperty("from", group.from());
      one.addProperty("size", group.size());
      groups.add(one);
    }
    facts.add("groups", groups);
    JsonArray phases = new JsonArray();
    for (PlotData.Phase phase : data.details().phases()) {
      JsonObject one = new JsonObject();
      one.addProperty("name", phase.label());
      one.addProperty("begin", phase.begin());
      phases.add(one);
    }
    facts.add("phases", phases);
    JsonArray drawn = new JsonArray();
    panels.all().forEach(panel -> drawn.add(panel(panel)));
    facts.add("panels", drawn);
    return new Gson().toJson(facts);
  }

  private static JsonObject panel(Panels.Panel panel) {
    JsonObject one = new JsonObject();
    one.addProperty("unit", panel.unit());
    JsonArray curves = new JsonArray();
    for (Curve curve : panel.curves()) {
      JsonObject of = new JsonObject();
      of.addProperty("name", curve.name());
      of.addProperty("values", curve.codedValues());
      double step = curve.step();
      if (Double.isNaN(step)) {
        of.addProperty("times", curve.codedTimes());
      } else {
        of.addProperty("first", curve.times()[0]);
        of.addProperty("step", step);
      }
      curves.add(of);
    }
    one.add("curves", curves);
    return one;
  }
}
