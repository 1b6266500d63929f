package org.hillock.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Convolution;
import org.junit.jupiter.api.Test;

/** The rule conv2d and the node Conv2d of NIR make the same synapses. */
class ConvolutionRuleTest {

  @Test
  void shouldWireAsTheNodeOfNirDoes() {
    SplittableRandom random = new SplittableRandom(4);
    double[] numbers = random.doubles(3 * 2 * 3 * 2).map(x -> x < 0.3 ? 0 : x).toArray();
    double[][][][] kernel = new double[3][2][3][2];
    for (int i = 0; i < numbers.length; i++) {
      kernel[i / 12][i / 6 % 2][i / 2 % 3][i % 2] = numbers[i];
    }
    int[] output =
        new Convolution(
                new int[] {2, 8, 9}, kernel, new int[] {2, 1}, new int[] {1, 2}, new int[] {1, 3})
            .output();
    NirNode.Conv2d node =
        new NirNode.Conv2d(
            new NirNode.Pair(8, 9),
            NirArray.of(List.of(3, 2, 3, 2), numbers),
            new NirNode.Pair(2, 1),
            new NirNode.Padding(false, 1, 2),
            new NirNode.Pair(1, 3),
            1,
            NirArray.of(0, 0, 0),
            NirMetadata.NONE);
    LinearMap map =
        Objects.requireNonNull(
            LinearMap.of(node, List.of(2, 8, 9), Arrays.stream(output).boxed().toList()));
    TreeMap<Long, Double> expected = new TreeMap<>();
    for (int target = 0; target < map.outputs(); target++) {
      long row = target * 1000L;
      map.row(target, (source, weight) -> expected.put(row + source, weight));
    }
    ConnectionRule.Explicit edges =
        new Convolution(
                new int[] {2, 8, 9}, kernel, new int[] {2, 1}, new int[] {1, 2}, new int[] {1, 3})
            .edges(1);
    TreeMap<Long, Double> found = new TreeMap<>();
    for (int i = 0; i < edges.size(); i++) {
      found.put(edges.target(i) * 1000L + edges.source(i), edges.weight(i));
    }
    assertEquals(expected, found);
    assertEquals(edges.size(), found.size());
  }
}
