package org.hillock.loihi.sanafe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Runs files of SANA-FE on the equations of its models: current_based, the two accumulators,
 * leaky_integrate_fire and input. In a time-step all neurons are updated, then all spikes are
 * delivered.
 */
public final class SanaFeChip {

  private static final int DELAYS = 6;

  private final List<Cell> cells = new ArrayList<>();
  private final Random random = new Random(1);

  /** A neuron and its dendrite. */
  private static final class Cell {
    final String name;
    final boolean input;
    final boolean insideDendrite;
    final Map<String, Object> fields;
    final List<SanaFeFiles.Edge> out = new ArrayList<>();
    final List<Cell> targets = new ArrayList<>();
    final double[] waiting = new double[DELAYS];
    double current;
    double potential;
    int refractory;
    boolean fired;

    Cell(String name, SanaFeFiles.Neuron neuron) {
      this.name = name;
      this.fields = neuron.attributes();
      this.input = neuron.core().units().get("soma").get(neuron.soma()).equals("input");
      this.insideDendrite = neuron.core().insideDendrite();
    }

    double field(String key) {
      return Double.parseDouble((String) fields.get(key));
    }

    double arriving() {
      double arriving = waiting[0];
      System.arraycopy(waiting, 1, waiting, 0, DELAYS - 1);
      waiting[DELAYS - 1] = 0;
      return arriving;
    }
  }

  /** Loads a network. */
  public SanaFeChip(SanaFeFiles files) {
    Map<String, Cell> byName = new HashMap<>();
    files.neurons.forEach(
        (name, neuron) -> {
          Cell cell = new Cell(name, neuron);
          cells.add(cell);
          byName.put(name, cell);
        });
    for (SanaFeFiles.Edge edge : files.edges) {
      Cell from = byName.get(edge.from());
      from.out.add(edge);
      from.targets.add(byName.get(edge.to()));
    }
  }

  /** Time-steps in which each neuron fires, by its name; those that never do are left out. */
  public Map<String, List<Integer>> run(int timeSteps) {
    Map<String, List<Integer>> spikes = new LinkedHashMap<>();
    for (int step = 1; step <= timeSteps; step++) {
      for (Cell cell : cells) {
        double arriving = cell.arriving();
        cell.fired = cell.input ? fires(cell, step, arriving) : update(cell, arriving);
        if (cell.fired) {
          spikes.computeIfAbsent(cell.name, key -> new ArrayList<>()).add(step);
        }
      }
      for (Cell cell : cells) {
        for (int i = 0; cell.fired && i < cell.out.size(); i++) {
          SanaFeFiles.Edge edge = cell.out.get(i);
          Cell target = cell.targets.get(i);
          // The plain accumulator knows no delay.
          target.waiting[target.insideDendrite ? edge.delay() : 0] += edge.weight();
        }
      }
    }
    return spikes;
  }

  private boolean fires(Cell cell, int step, double arriving) {
    if (arriving != 0) {
      throw new IllegalStateException("current sent to input neuron " + cell.name);
    }
    if (cell.fields.containsKey("poisson")) {
      return random.nextDouble() < cell.field("poisson");
    }
    List<?> train = (List<?>) cell.fields.get("spikes");
    return step <= train.size() && train.get(step - 1).equals("1");
  }

  private static boolean update(Cell cell, double arriving) {
    cell.current *= cell.field("input_decay");
    cell.potential *= cell.field("leak_decay");
    cell.potential = (int) (cell.potential * 64.0) / 64.0;
    boolean fired = false;
    if (cell.refractory == 0) {
      cell.potential += cell.field("bias");
      cell.current += arriving;
      cell.potential += cell.current;
      if (cell.potential > cell.field("threshold")) {
        fired = true;
        cell.potential = cell.field("reset");
        cell.refractory = Integer.parseInt((String) cell.fields.get("refractory_delay"));
      }
      if (cell.potential < cell.field("reverse_threshold")
          && !cell.fields.get("reverse_reset_mode").equals("none")) {
        throw new IllegalStateException("reverse threshold of " + cell.name);
      }
    }
    cell.refractory = Math.max(0, cell.refractory - 1);
    return fired;
  }
}
