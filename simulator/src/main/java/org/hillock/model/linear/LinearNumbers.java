package org.hillock.model.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.model.Column;
import org.hillock.model.Escape;

/**
 * Lays out the numbers of neurons that move by {@link LinearDynamics} of one shape: which there are
 * follows from the shape, their values from the parameters of each neuron.
 */
final class LinearNumbers {

  /** Who takes the next number of a list. */
  private interface Number {
    double of(LinearDynamics dynamics, Paths paths);
  }

  /** Place of the resets behind the other numbers of firing. */
  private static final int RESETS = 10;

  private final LinearDynamics shape;
  private final double step;
  private final List<Number> numbers = new ArrayList<>();
  private final List<RowPlan> plans = new ArrayList<>();
  private final int constantAt;
  private final int offsetsAt;
  private final int firingAt;

  /** Where the numbers of a row begin, in the order of {@link Row}. */
  private record RowPlan(int state, int at, int[] sources, boolean driven, int[] receptors) {}

  LinearNumbers(LinearDynamics shape, double step) {
    this.shape = shape;
    this.step = step;
    Paths structure = new Paths(shape);
    for (int state : structure.order()) {
      plans.add(plan(structure, state));
    }
    this.constantAt = add((dynamics, paths) -> dynamics.constantCurrent);
    this.offsetsAt = numbers.size();
    for (int variable = 0; variable < shape.shown.size(); variable++) {
      int place = variable;
      add((dynamics, paths) -> dynamics.shown.get(place).offset());
    }
    this.firingAt = numbers.size();
    add((dynamics, paths) -> dynamics.threshold);
    add((dynamics, paths) -> steps(dynamics.mute));
    add((dynamics, paths) -> steps(dynamics.held));
    add((dynamics, paths) -> dynamics.resetOfV().add());
    add((dynamics, paths) -> steps(dynamics.silentAtStart));
    add((dynamics, paths) -> dynamics.rho * step);
    add((dynamics, paths) -> dynamics.delta);
    add((dynamics, paths) -> dynamics.slope * step);
    add((dynamics, paths) -> dynamics.severalInStep ? 1 : 0);
    add((dynamics, paths) -> dynamics.deadTimeShape);
    for (int i = 0; i < shape.resets.size(); i++) {
      int place = i;
      add((dynamics, paths) -> dynamics.resets.get(place).keep());
      add((dynamics, paths) -> dynamics.resets.get(place).add());
    }
  }

  private double steps(double time) {
    return Math.floor(time / step + 0.5);
  }

  private int add(Number number) {
    numbers.add(number);
    return numbers.size() - 1;
  }

  private RowPlan plan(Paths structure, int state) {
    int at = add((dynamics, paths) -> paths.of(state, state, step));
    List<Integer> sources = new ArrayList<>();
    for (int from = 0; from < shape.states(); from++) {
      if (from != state && structure.reaches(state, from)) {
        int source = from;
        sources.add(from);
        add((dynamics, paths) -> paths.of(state, source, step));
      }
    }
    boolean driven = structure.reaches(state, Path.CURRENT);
    if (driven) {
      add((dynamics, paths) -> paths.of(state, Path.CURRENT, step));
    }
    List<Integer> receptors = new ArrayList<>();
    for (int i = 0; i < shape.jumps.size(); i++) {
      if (shape.jumps.get(i).to() == state) {
        int place = i;
        receptors.add(shape.jumps.get(i).receptor());
        add((dynamics, paths) -> dynamics.jumps.get(place).factor());
      }
    }
    add(
        (dynamics, paths) ->
            state == LinearDynamics.V ? dynamics.lowest : Double.NEGATIVE_INFINITY);
    if (driven) {
      // Rounded as the product of a current and its factor in a loop would be.
      add((dynamics, paths) -> dynamics.constantCurrent * paths.of(state, Path.CURRENT, step));
    }
    return new RowPlan(state, at, ints(sources), driven, ints(receptors));
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  /** How many numbers a neuron has. */
  int count() {
    return numbers.size();
  }

  /** The numbers of a neuron. */
  double[] of(LinearDynamics dynamics) {
    Paths paths = new Paths(dynamics);
    return numbers.stream().mapToDouble(number -> number.of(dynamics, paths)).toArray();
  }

  /**
   * The rows, each before those of the states that act on it. Where neurons differ in their
   * constant current, rows that take it have columns for the rest too.
   */
  Row[] rows(Column[] columns, int size) {
    Row[] rows = new Row[plans.size()];
    for (int i = 0; i < rows.length; i++) {
      RowPlan plan = plans.get(i);
      int at = plan.at;
      Column decay = columns[at++];
      Column[] factors = new Column[plan.sources.length];
      for (int k = 0; k < factors.length; k++) {
        factors[k] = columns[at++];
      }
      Column current = plan.driven ? columns[at++] : null;
      Column[] jumps = new Column[plan.receptors.length];
      for (int r = 0; r < jumps.length; r++) {
        jumps[r] = columns[at++];
      }
      Row row =
          new Row(
              plan.state,
              decay,
              plan.sources,
              factors,
              current,
              plan.driven ? columns[at + 1] : Column.of(0),
              plan.receptors,
              jumps,
              columns[at]);
      rows[i] = row.expanded(size);
    }
    return rows;
  }

  Column constantCurrent(Column[] columns) {
    return columns[constantAt];
  }

  Column[] offsets(Column[] columns) {
    return Arrays.copyOfRange(columns, offsetsAt, offsetsAt + shape.shown.size());
  }

  /** What {@link Firing} needs. */
  Firing.Numbers firing(Column[] columns) {
    int resets = shape.resets.size();
    Column[] keep = new Column[resets];
    Column[] add = new Column[resets];
    for (int i = 0; i < resets; i++) {
      keep[i] = columns[firingAt + RESETS + 2 * i];
      add[i] = columns[firingAt + RESETS + 1 + 2 * i];
    }
    return new Firing.Numbers(
        columns[firingAt],
        columns[firingAt + 1],
        columns[firingAt + 2],
        columns[firingAt + 3],
        columns[firingAt + 4],
        new Escape(
            columns[firingAt + 5],
            columns[firingAt + 6],
            columns[firingAt + 7],
            columns[firingAt + 8],
            columns[firingAt + 9]),
        keep,
        add);
  }
}
