package org.hillock.engine.grid.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.engine.wiring.TablePlan;
import org.hillock.engine.wiring.TablePlan.Storage;
import org.hillock.engine.wiring.TablePlans;
import org.hillock.model.Models;
import org.hillock.model.NeuronDescription;
import org.hillock.model.UnsummedInput;
import org.hillock.network.Network;
import org.hillock.network.Projection;
import org.hillock.vector.WholeNumbers;

/**
 * What reaches the neurons of a partition through synapses in the step at hand, an element a
 * neuron. Synapses add to rows of three kinds:
 *
 * <table>
 * <caption>Rows</caption>
 * <tr><td>{@link #counts}</td><td>spikes of synapses of one weight, a row for each weight</td></tr>
 * <tr><td>{@link #quanta}</td><td>weights in whole quanta, a row for each receptor</td></tr>
 * <tr><td>{@link #sums}</td><td>all other weights, a row for each receptor, in the order of tables</td></tr>
 * </table>
 *
 * <p>Before neurons are advanced, {@link OfPopulation#take} makes sums in double precision of them,
 * a few hundred neurons at a time so that those stay in the first cache, and clears the rows.
 */
public final class InputRows {

  private final Network network;
  private final TablePlans plans;
  private final double[][] sums;
  private final int[][] quanta;
  private final int[][] counts;

  /**
   * @param network the network
   * @param plans how its synapses are kept
   * @param neurons number of neurons of the partition at which spikes arrive
   */
  public InputRows(Network network, TablePlans plans, int neurons) {
    this.network = network;
    this.plans = plans;
    int receptors =
        network.populations().stream()
            .mapToInt(population -> Models.of(population).description().receptors().size())
            .reduce(1, Math::max);
    this.sums = new double[receptors][summed(plans) ? neurons : 0];
    this.quanta = new int[receptors][quantised(plans) ? neurons : 0];
    this.counts = new int[plans.counted().size()][neurons];
  }

  private static boolean quantised(TablePlans plans) {
    return plans.tables().stream().anyMatch(plan -> plan.storage() == Storage.QUANTA);
  }

  private static boolean summed(TablePlans plans) {
    return plans.tables().stream().anyMatch(plan -> !plan.storage().whole());
  }

  /** What the rows take [bytes]. */
  public static double bytes(TablePlans plans, double neurons, int receptors) {
    double each =
        (summed(plans) ? Double.BYTES * receptors : 0)
            + (quantised(plans) ? Integer.BYTES * receptors : 0);
    return neurons * (each + Integer.BYTES * plans.counted().size());
  }

  /** Most receptors of any model. */
  public int receptors() {
    return sums.length;
  }

  /** Summed weights, one row a receptor. */
  double[][] sums() {
    return sums;
  }

  /** Summed weights in quanta, one row a receptor. */
  int[][] quanta() {
    return quanta;
  }

  /** Counted spikes of synapses of one weight. */
  int[] counts(double weight) {
    return counts[plans.counted().indexOf(weight)];
  }

  /**
   * What concerns the neurons of one population.
   *
   * @param population its index
   */
  public OfPopulation of(int population) {
    NeuronDescription model = Models.of(network.populations().get(population)).description();
    int receptors = model.receptors().size();
    boolean summed = false;
    boolean quantised = false;
    boolean[][] counted = new boolean[receptors][counts.length];
    for (TablePlan plan : plans.tables()) {
      for (int index : plan.projections()) {
        Projection projection = network.projections().get(index);
        if (network.populationIndex(projection.target().population()) != population) {
          continue;
        }
        summed |= !plan.storage().whole();
        quantised |= plan.storage() == Storage.QUANTA;
        int receptor = model.receptor(projection.receptor(), plan.constant());
        if (plan.storage() == Storage.COUNTED && receptor >= 0 && receptor < receptors) {
          counted[receptor][plans.counted().indexOf(plan.constant())] = true;
        }
      }
    }
    List<List<Part>> parts = new ArrayList<>();
    for (int receptor = 0; receptor < receptors; receptor++) {
      double quantum = quantised ? plans.quanta().of(population, receptor) : 0;
      parts.add(parts(receptor, summed, quantum, counted[receptor]));
    }
    return new OfPopulation(parts);
  }

  /** The rows that contribute to a receptor, in the order of the sum. */
  private List<Part> parts(int receptor, boolean summed, double quantum, boolean[] counted) {
    List<Part> parts = new ArrayList<>();
    if (summed) {
      parts.add(new Sum(sums[receptor]));
    }
    if (quantum > 0) {
      parts.add(new Whole(quanta[receptor], quantum));
    }
    for (int k = 0; k < counted.length; k++) {
      if (counted[k]) {
        parts.add(new Whole(counts[k], plans.counted().get(k)));
      }
    }
    if (parts.size() == 2
        && parts.get(0) instanceof Whole first
        && parts.get(1) instanceof Whole second) {
      return List.of(new TwoWhole(first, second));
    }
    return parts;
  }

  /** A row that contributes to what a receptor receives. */
  private interface Part {

    /** Moves or adds some elements to another row and clears them. */
    void take(int from, int to, double[] into, boolean first);

    /** Takes one element. */
    double take(int neuron);

    /** Reads one element. */
    double read(int neuron);
  }

  /** Always the first of the parts of a receptor. */
  private record Sum(double[] row) implements Part {
    @Override
    public void take(int from, int to, double[] into, boolean first) {
      System.arraycopy(row, from, into, 0, to - from);
      Arrays.fill(row, from, to, 0);
    }

    @Override
    public double take(int neuron) {
      double value = row[neuron];
      row[neuron] = 0;
      return value;
    }

    @Override
    public double read(int neuron) {
      return row[neuron];
    }
  }

  private record Whole(int[] row, double unit) implements Part {
    @Override
    public void take(int from, int to, double[] into, boolean first) {
      WholeNumbers.take(row, from, to, unit, into, first);
    }

    @Override
    public double take(int neuron) {
      double value = row[neuron] * unit;
      row[neuron] = 0;
      return value;
    }

    @Override
    public double read(int neuron) {
      return row[neuron];
    }
  }

  /** Two rows at once, which are all parts of a receptor: one pass less over the sums. */
  private record TwoWhole(Whole one, Whole other) implements Part {
    @Override
    public void take(int from, int to, double[] into, boolean first) {
      WholeNumbers.take(one.row, one.unit, other.row, other.unit, from, to, into);
    }

    @Override
    public double take(int neuron) {
      return one.take(neuron) + other.take(neuron);
    }

    @Override
    public double read(int neuron) {
      return one.read(neuron) + other.read(neuron);
    }
  }

  /** The rows as the neurons of one population read them. */
  public static final class OfPopulation {
    private final Part[][] parts;

    private OfPopulation(List<List<Part>> parts) {
      this.parts = parts.stream().map(of -> of.toArray(new Part[0])).toArray(Part[][]::new);
    }

    /**
     * Takes what has arrived at some neurons.
     *
     * @param from first neuron, as the partition counts them
     * @param to one past the last
     * @param into receives the sums from element 0 on, a row a receptor
     */
    public void take(int from, int to, double[][] into) {
      for (int receptor = 0; receptor < parts.length; receptor++) {
        Part[] of = parts[receptor];
        if (of.length == 0) {
          Arrays.fill(into[receptor], 0, to - from, 0);
        }
        for (int i = 0; i < of.length; i++) {
          of[i].take(from, to, into[receptor], i == 0);
        }
      }
    }

    /**
     * What arrives, for kernels that take it unsummed.
     *
     * @param first the first neuron of the block, as the partition counts them
     * @param most neurons are advanced at once
     * @return of each receptor; empty if the rows of one are not such ones
     */
    public Optional<UnsummedInput[]> unsummed(int first, int most) {
      UnsummedInput[] input = new UnsummedInput[parts.length];
      for (int receptor = 0; receptor < parts.length; receptor++) {
        Part[] of = parts[receptor];
        if (of.length == 1 && of[0] instanceof Whole whole) {
          input[receptor] = new UnsummedInput(whole.row, whole.unit, null, 0, first, most);
        } else if (of.length == 1 && of[0] instanceof TwoWhole two) {
          Whole one = two.one;
          Whole other = two.other;
          input[receptor] =
              new UnsummedInput(one.row, one.unit, other.row, other.unit, first, most);
        } else {
          return Optional.empty();
        }
      }
      return Optional.of(input);
    }

    /** The same for one neuron. */
    public void take(int neuron, double[][] into) {
      for (int receptor = 0; receptor < parts.length; receptor++) {
        double sum = 0;
        for (Part part : parts[receptor]) {
          sum += part.take(neuron);
        }
        into[receptor][0] = sum;
      }
    }

    /** Reads, and leaves, something of each row: a number without a meaning. */
    public double touch(int neuron) {
      double sum = 0;
      for (Part[] of : parts) {
        for (Part part : of) {
          sum += part.read(neuron);
        }
      }
      return sum;
    }
  }
}
