package org.hillock.engine.wiring;

import static org.hillock.engine.grid.Networks.population;
import static org.hillock.engine.grid.Networks.projection;
import static org.hillock.engine.grid.Networks.range;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.hillock.engine.wiring.TablePlan.Storage;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Distribution.Normal;
import org.hillock.network.Distribution.Outside;
import org.hillock.network.Network;
import org.hillock.random.RandomStream;
import org.junit.jupiter.api.Test;

class WeightQuantaTest {

  private static final int NEURONS = 100_000;

  private static Network network(int indegree, Distribution... weights) {
    return new Network(
        List.of(population("a", NEURONS, 1)),
        List.of(),
        Arrays.stream(weights)
            .map(
                weight ->
                    projection(
                        range("a", 0, NEURONS),
                        range("a", 0, NEURONS),
                        new ConnectionRule.FixedIndegree(indegree),
                        weight,
                        Distribution.of(1)))
            .toList());
  }

  private static Storage storage(Network network) {
    return new TablePlans(network, 0.1).tables().get(0).storage();
  }

  @Test
  void shouldMoveNoWeightByMoreThanAThousandthOfTheStandardDeviation() {
    double sd = 8.78;
    Network network = network(1000, new Normal(87.8, sd, 0, 1e9, Outside.REDRAW));
    assertEquals(Storage.QUANTA, storage(network));
    double quantum = new WeightQuanta(network, 0.1).of(0, 0);
    assertEquals(1, quantum / Math.scalb(1.0, Math.getExponent(quantum)));
    Wiring wiring = new Wiring(network, 0, 5);
    IntList sources = new IntList();
    double[] rounded = new double[1000];
    double[] drawn = new double[1000];
    RandomStream stream = new RandomStream(5);
    int moved = 0;
    for (int target = 0; target < 20; target++) {
      wiring.sources(target, stream, sources);
      wiring.weights(target, sources, stream, rounded);
      stream.at(org.hillock.random.Purpose.WEIGHT, 0, target);
      network.projections().get(0).weight().drawMany(stream, drawn, 1000);
      for (int i = 0; i < drawn.length; i++) {
        assertEquals(drawn[i], rounded[i], sd / 1000);
        assertEquals(Math.rint(rounded[i] / quantum), rounded[i] / quantum);
        assertTrue(Math.abs(rounded[i] / quantum) <= WeightQuanta.MOST);
        moved += drawn[i] != rounded[i] ? 1 : 0;
      }
    }
    assertTrue(moved > 19_000, moved + " of 20,000 are rounded");
  }

  @Test
  void shouldServeTheFinestOfAllDistributionsOntoAReceptor() {
    double fine = new WeightQuanta(network(10, new Normal(1, 0.1)), 0).of(0, 0);
    double both = new WeightQuanta(network(10, new Normal(2, 0.2), new Normal(1, 0.1)), 0).of(0, 0);
    assertEquals(fine, both);
  }

  @Test
  void shouldLeaveToSinglePrecisionWhatIsTooWideForSixteenBits() {
    assertEquals(Storage.QUANTA, storage(network(10, new Distribution.LogNormal(1, 0.3))));
    assertEquals(Storage.SINGLE, storage(network(10, new Distribution.LogNormal(1, 3))));
    assertEquals(Storage.SINGLE, storage(network(10, new Normal(1000, 0.1))));
  }

  @Test
  void shouldLeaveToSinglePrecisionWhatMightNotFitASum() {
    assertEquals(Storage.QUANTA, storage(network(10_000, new Normal(1, 0.1))));
    assertEquals(Storage.SINGLE, storage(network(2_000_000, new Normal(1, 0.1))));
  }

  @Test
  void shouldKnowHowFarDrawsGoAndHowWideTheyAre() {
    assertEquals(1 - 8.21 * 0.1, new Normal(1, 0.1).least(), 1e-12);
    assertEquals(0, new Normal(0.5, 0.1, 0, 1, Outside.CLIP).least());
    assertEquals(0.1, new Normal(1, 0.1).spread(), 0.001);
    assertEquals(Math.sqrt(1 / 12.0), new Distribution.Uniform(3, 4).spread(), 1e-12);
    // Half a normal: sd sqrt(1 - 2/pi).
    Normal half = new Normal(0, 1, 0, 100, Outside.REDRAW);
    assertEquals(Math.sqrt(1 - 2 / Math.PI), half.spread(), 0.01);
    // exp(sigma^2/2) sqrt(exp(sigma^2) - 1), Johnson, Kotz and Balakrishnan 1994, 14.8.
    double sigma = 0.3;
    double sd = Math.exp(sigma * sigma / 2) * Math.sqrt(Math.expm1(sigma * sigma));
    assertEquals(sd, new Distribution.LogNormal(1, sigma).spread(), 0.02 * sd);
  }
}
