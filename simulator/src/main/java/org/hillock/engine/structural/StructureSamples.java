package org.hillock.engine.structural;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.hillock.engine.wiring.ProjectionSynapses;
import org.hillock.model.StateCarrier;
import org.hillock.network.Projection;
import org.hillock.record.StructureTable;
import org.jspecify.annotations.Nullable;

/** What there was after each change of the wiring. */
final class StructureSamples {

  private final List<GrownProjection> projections;
  private final List<PopulationGrowth> populations;

  /** A time and what there was then. */
  private final List<double[]> rows = new ArrayList<>();

  /** What there was last before the first time that is taken down. */
  private double @Nullable [] before;

  StructureSamples(List<GrownProjection> projections, List<PopulationGrowth> populations) {
    this.projections = projections;
    this.populations = populations;
  }

  /** Keeps what there is for a time when it will not have changed [ms], if nothing else is. */
  void keepFor(double time) {
    before = row(time);
  }

  /** Takes down what there is at a time [ms]. */
  void sample(double time) {
    if (before != null && before[0] < time * (1 - 1e-12)) {
      rows.add(before);
    }
    before = null;
    rows.add(row(time));
  }

  /** Carries what has been taken down. */
  void carry(StateCarrier carrier) {
    int columns = row(0).length;
    int count = carrier.carry(rows.size());
    boolean has = carrier.carry(before != null);
    if (carrier.restores()) {
      rows.clear();
      for (int i = 0; i < count; i++) {
        rows.add(new double[columns]);
      }
      before = has ? new double[columns] : null;
    }
    rows.forEach(row -> carrier.carry(row, 0, columns));
    if (before != null) {
      carrier.carry(before, 0, columns);
    }
  }

  private double[] row(double time) {
    DoubleStream.Builder row = DoubleStream.builder().add(time);
    projections.forEach(projection -> row.add(projection.size()));
    for (PopulationGrowth population : populations) {
      row.add(population.meanCalcium());
      for (ElementKind kind : population.kinds()) {
        row.add(kind.mean());
        row.add(kind.meanConnected());
      }
    }
    return row.build().toArray();
  }

  /**
   * Everything that was taken down, and the synapses that there are now.
   *
   * @param step of the grid [ms]
   */
  StructureTable table(double step) {
    if (before != null) {
      rows.add(before);
      before = null;
    }
    int column = 1;
    List<StructureTable.Synapses> synapses = new ArrayList<>();
    for (ProjectionSynapses own : projections) {
      Projection projection = own.projection();
      double[] counts = column(column++);
      long[] whole = new long[counts.length];
      for (int i = 0; i < whole.length; i++) {
        whole[i] = (long) counts[i];
      }
      synapses.add(
          new StructureTable.Synapses(
              projection.name(),
              projection.source().population(),
              projection.target().population(),
              whole));
    }
    List<StructureTable.Calcium> calcium = new ArrayList<>();
    List<StructureTable.Elements> elements = new ArrayList<>();
    for (PopulationGrowth population : populations) {
      calcium.add(new StructureTable.Calcium(population.population(), column(column++)));
      for (ElementKind kind : population.kinds()) {
        elements.add(
            new StructureTable.Elements(
                population.population(), kind.name(), column(column++), column(column++)));
      }
    }
    return new StructureTable(
        column(0),
        synapses,
        calcium,
        elements,
        projections.stream().map(projection -> projection.table(step)).toList());
  }

  private double[] column(int index) {
    return rows.stream().mapToDouble(row -> row[index]).toArray();
  }
}
