package org.hillock.engine.wiring;

import org.hillock.model.Family;
import org.hillock.model.Models;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.NeuronValues;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.jspecify.annotations.Nullable;

/**
 * The steps in which weights that are drawn at random are kept: so many whole <em>quanta</em>, of a
 * size for each receptor of each population. Sums of whole numbers are exact, so that neither their
 * order nor who adds them matters, and a weight takes 16 bits.
 *
 * <p>A quantum is a power of two, so that a product with it is exact, and at most a five-hundredth
 * of the standard deviation of every distribution that it serves: no weight is moved by more than a
 * thousandth of it. It follows from the description of the network, never from what was drawn. A
 * receptor has none where the largest weight does not fit 16 bits, or where the sum of a step might
 * not fit 32: its weights are kept in single precision.
 */
public final class WeightQuanta {

  /** A weight is at most so many quanta, of either sign. */
  public static final int MOST = Short.MAX_VALUE;

  /** A distribution's standard deviation has at least so many quanta. */
  private static final double PER_SPREAD = 500;

  /** Powers of two within which no product becomes inexact. */
  private static final int LARGEST_EXPONENT = 900;

  /** Times are not cut into longer steps, or a longer one is given [ms]. */
  private static final double LONGEST_STEP = 10;

  private final Network network;
  private final double longestStep;

  /** {@code quanta[population][receptor]}, 0 where there is none; null until they are asked for. */
  private final double @Nullable [][] quanta;

  /**
   * @param network the network
   * @param step of time, or 0 in continuous time [ms]
   */
  public WeightQuanta(Network network, double step) {
    this.network = network;
    this.longestStep = Math.max(step, LONGEST_STEP);
    this.quanta = new double[network.populations().size()][];
  }

  private double quantum(Population population, NeuronDescription target, int receptor) {
    double finest = Double.POSITIVE_INFINITY;
    double reach = 0;
    for (Projection projection : network.projections()) {
      if (reaches(projection, population, target, receptor) && suits(projection)) {
        finest = Math.min(finest, projection.weight().spread());
        reach = Math.max(reach, reach(projection));
      }
    }
    if (!(finest > 0 && finest < Double.POSITIVE_INFINITY)) {
      return 0;
    }
    int exponent = Math.getExponent(finest / PER_SPREAD);
    double quantum = Math.scalb(1.0, exponent);
    if (Math.abs(exponent) > LARGEST_EXPONENT || !(reach / quantum <= MOST)) {
      return 0;
    }
    double sum = 0;
    for (Projection projection : network.projections()) {
      if (reaches(projection, population, target, receptor) && suits(projection)) {
        sum +=
            projection.mostSources()
                * mostSpikes(projection)
                * Math.ceil(reach(projection) / quantum);
      }
    }
    return sum < Integer.MAX_VALUE ? quantum : 0;
  }

  /**
   * Whether weights of a projection may be whole quanta: drawn at random for synapses that stay as
   * they are.
   */
  private boolean suits(Projection projection) {
    Distribution weight = projection.weight();
    return projection.carries() == null
        && projection.plasticity() == null
        && projection.rewiring() == null
        && !projection.rule().hasWeights()
        && !weight.constant()
        && !weight.exact()
        && !target(projection).countsSpikes()
        && mostSpikes(projection) < Double.POSITIVE_INFINITY;
  }

  /** No weight of a projection is further from 0. */
  private static double reach(Projection projection) {
    Distribution weight = projection.weight();
    return Math.max(Math.abs(weight.least()), Math.abs(weight.greatest()));
  }

  private NeuronDescription target(Projection projection) {
    return Models.of(network.population(projection.target().population())).description();
  }

  private static boolean reaches(
      Projection projection, Population population, NeuronDescription target, int receptor) {
    String named = projection.receptor();
    return projection.target().population().equals(population.name())
        && (target.receptor(named, projection.weight().least()) == receptor
            || target.receptor(named, projection.weight().greatest()) == receptor);
  }

  /** How often a source fires in a step at most. */
  private double mostSpikes(Projection projection) {
    Population source = network.population(projection.source().population());
    NeuronModel model = Models.of(source);
    if (model.description().family() != Family.SENDER) {
      return 1;
    }
    NeuronValues values =
        new NeuronValues(source, network.populationIndex(source.name()), model, 0);
    return values.parametersVary()
        ? Double.POSITIVE_INFINITY
        : model.mostSpikes(values.parameters(0), longestStep);
  }

  /** Whether the weights of a projection are whole quanta. */
  public boolean serve(Projection projection) {
    if (!suits(projection)) {
      return false;
    }
    int population = network.populationIndex(projection.target().population());
    NeuronDescription target = target(projection);
    double least =
        of(population, target.receptor(projection.receptor(), projection.weight().least()));
    double most =
        of(population, target.receptor(projection.receptor(), projection.weight().greatest()));
    return least > 0 && most > 0;
  }

  /**
   * The size of a quantum.
   *
   * @param population index of the population
   * @param receptor place of the receptor
   * @return in the unit of the receptor's weights; 0 if there is none
   */
  public double of(int population, int receptor) {
    double[] of = quanta[population];
    if (of == null) {
      Population name = network.populations().get(population);
      NeuronDescription target = Models.of(name).description();
      of = new double[target.receptors().size()];
      for (int place = 0; place < of.length; place++) {
        of[place] = quantum(name, target, place);
      }
      quanta[population] = of;
    }
    return receptor < 0 || receptor >= of.length ? 0 : of[receptor];
  }

  /** How the weights of a projection are rounded; null if they are not. */
  public @Nullable Rounding rounding(Projection projection) {
    if (!serve(projection)) {
      return null;
    }
    int population = network.populationIndex(projection.target().population());
    NeuronDescription target = target(projection);
    double below = of(population, target.receptor(projection.receptor(), -1));
    double above = of(population, target.receptor(projection.receptor(), 1));
    // Where one side has no weights but 0, those of dead synapses, it has the quanta of the other.
    double negative = below > 0 ? below : above;
    double positive = above > 0 ? above : below;
    return new Rounding(negative, 1 / negative, positive, 1 / positive);
  }

  /**
   * Rounds weights to whole quanta.
   *
   * @param below size of a quantum of a weight below 0
   * @param perBelow its inverse
   * @param above of any other
   * @param perAbove its inverse
   */
  public record Rounding(double below, double perBelow, double above, double perAbove) {

    /** A weight in whole quanta. */
    public int quanta(double weight) {
      return (int) Math.rint(weight * (weight < 0 ? perBelow : perAbove));
    }

    /** Rounds some weights, in place. */
    void round(double[] weights, int count) {
      for (int i = 0; i < count; i++) {
        boolean negative = weights[i] < 0;
        double quanta = Math.rint(weights[i] * (negative ? perBelow : perAbove));
        weights[i] = quanta * (negative ? below : above);
      }
    }
  }
}
