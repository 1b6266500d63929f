package org.hillock.engine.grid.table;

/** How the synapses of a table whose weights stay are added to rows of input. */
interface Addition {

  /**
   * Adds all synapses of some segments.
   *
   * @param first the first of them
   * @param last one past the last
   * @return their number
   */
  long add(DueSegments due, int first, int last);

  /** Notes the targets of some segments. */
  void note(DueSegments due, int first, int last, Arrivals arrivals);

  /** What a table's storage asks for. */
  static Addition of(BuiltTable table, InputRows rows) {
    return switch (table.plan().storage()) {
      case QUANTA -> new QuantaAddition(table.words(), rows.quanta());
      case COUNTED -> new CountAddition(table.targets(), rows.counts(table.plan().constant()));
      default -> new WeightAddition(table, rows.sums());
    };
  }
}
