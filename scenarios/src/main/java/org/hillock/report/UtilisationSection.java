package org.hillock.report;

import java.util.List;
import java.util.Map;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.write.Usage;

/** How full the cores are, and which resource is short. */
record UtilisationSection(Mapping mapping, CoreUse use) implements Section {

  /** From here on a resource is said to be short. */
  private static final double NEARLY_FULL = 0.9;

  @Override
  public String id() {
    return "utilisation";
  }

  @Override
  public String title() {
    return "Use of the cores";
  }

  @Override
  public void write(Markup page) {
    page.element("p", verdict());
    for (Limit limit : use.limits()) {
      if (limit != use.binding() && use.fullestOn(limit) > 0 && use.most(limit) >= NEARLY_FULL) {
        page.element(
            "p",
            String.format(
                "Short, too, are %s: the fullest %s, up to %s of the limit.",
                limit.label(), where(limit), Numerals.percent(use.most(limit))));
      }
    }
    if (use.cores() <= HeatMap.MOST_CORES) {
      HeatMap.draw(page, mapping, use);
    } else {
      QuantileBands.draw(page, use);
    }
    Table table =
        Table.open(
            page,
            1,
            List.of(
                "resource of a core",
                "least",
                "mean",
                "most",
                "limit",
                "most, of the limit",
                "fullest resource on"));
    for (Map.Entry<Limit, Usage> entry : Usage.of(mapping).entrySet()) {
      Limit limit = entry.getKey();
      Usage usage = entry.getValue();
      table.row(
          List.of(
              limit.label(),
              Numerals.count(usage.min()),
              Numerals.number(usage.mean()),
              Numerals.count(usage.max()),
              Numerals.count(limit.perCore(mapping.profile())),
              Numerals.percent(use.most(limit)),
              Numerals.counted(use.fullestOn(limit), "core", "cores")));
    }
    table.close();
  }

  /** Which resource binds, in words. */
  private String verdict() {
    Limit binding = use.binding();
    String most = Numerals.percent(use.most(binding));
    return use.most(binding) >= NEARLY_FULL
        ? String.format(
            "The resource that binds is %s: the fullest %s, up to %s of the limit. What would"
                + " help: %s.",
            binding.label(), where(binding), most, binding.remedy())
        : String.format(
            "No resource is short. The fullest %s is %s, up to %s of the limit.",
            where(binding), binding.label(), most);
  }

  /** On which cores a resource is the fullest. */
  private String where(Limit limit) {
    int on = use.fullestOn(limit);
    return on == use.cores()
        ? "on " + (on == 1 ? "the core" : "every core")
        : String.format("on %s of %s cores", Numerals.count(on), Numerals.count(use.cores()));
  }
}
