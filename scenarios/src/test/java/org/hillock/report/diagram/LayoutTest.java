package org.hillock.report.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers by hand, and boxes that never overlap. */
class LayoutTest {

  private static NetworkGraph graph(int nodes, int... pairs) {
    List<NetworkGraph.Node> all = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      all.add(new NetworkGraph.Node("population " + i, "1,000 × iaf_psc_exp", false));
    }
    List<NetworkGraph.Bundle> bundles = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      bundles.add(new NetworkGraph.Bundle(pairs[i], pairs[i + 1], Sign.EXCITES, 100, 1, false));
    }
    return new NetworkGraph(all, bundles);
  }

  @Test
  void shouldPutEachAfterAllThatLeadToIt() {
    // 0 → 1 ⇄ 2 → 3, 0 → 3, and 4 → 3, which stands just before 3.
    NetworkGraph graph = graph(5, 0, 1, 1, 2, 2, 1, 2, 3, 0, 3, 4, 3, 1, 1);
    assertEquals(
        List.of(List.of(List.of(0)), List.of(List.of(1, 2), List.of(4)), List.of(List.of(3))),
        Components.layers(graph));
  }

  @Test
  void shouldDrawANeuronAlone() {
    Layout layout = Layout.of(graph(1));
    assertEquals(1, layout.boxes().size());
    assertTrue(layout.width() > layout.boxes().get(0).width());
  }

  private static void hasNoOverlaps(NetworkGraph graph) {
    Layout layout = Layout.of(graph);
    for (int i = 0; i < layout.boxes().size(); i++) {
      Box box = layout.boxes().get(i);
      assertTrue(box.left() >= 0 && box.right() <= layout.width(), "" + box);
      assertTrue(box.top() >= 0 && box.bottom() <= layout.height(), "" + box);
      for (int k = 0; k < i; k++) {
        assertFalse(box.touches(layout.boxes().get(k), 8), i + " covers " + k);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldLetNoBoxesOverlap(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int trial = 0; trial < 40; trial++) {
      int nodes = random.nextInt(1, 25);
      int[] pairs = random.ints(2L * random.nextInt(0, 40), 0, nodes).toArray();
      hasNoOverlaps(graph(nodes, pairs));
    }
  }

  @Test
  void shouldLeadNoArrowThroughAThirdBoxWhereAllReachAll() {
    for (int nodes = 3; nodes <= 10; nodes++) {
      List<Integer> pairs = new ArrayList<>();
      for (int from = 0; from < nodes; from++) {
        for (int to = 0; to < nodes; to++) {
          pairs.addAll(List.of(from, to));
        }
      }
      NetworkGraph graph = graph(nodes, pairs.stream().mapToInt(i -> i).toArray());
      Layout layout = Layout.of(graph);
      for (NetworkGraph.Bundle bundle : graph.bundles()) {
        if (bundle.from() != bundle.to()) {
          EdgePath path = EdgePath.between(layout.boxes(), bundle.from(), bundle.to(), 16);
          assertCrossesNobody(layout, bundle, path);
        }
      }
    }
  }

  private static void assertCrossesNobody(
      Layout layout, NetworkGraph.Bundle bundle, EdgePath path) {
    for (int other = 0; other < layout.boxes().size(); other++) {
      if (other == bundle.from() || other == bundle.to()) {
        continue;
      }
      for (int k = 0; k <= 100; k++) {
        double[] point = path.at(k / 100.0);
        assertFalse(
            layout.boxes().get(other).holds(point[0], point[1], 0), bundle + " crosses " + other);
      }
    }
  }

  @Test
  void shouldBeginAndEndArrowsAtTheEdgesOfBoxes() {
    Box from = new Box(0, 0, 100, 40);
    Box to = new Box(300, 0, 100, 40);
    EdgePath path = EdgePath.between(List.of(from, to), 0, 1, 0);
    assertEquals(50, path.from()[0], 1e-9);
    assertEquals(250, path.to()[0], 1e-9);
    assertEquals(0, path.at(0.5)[1], 1e-9);
    EdgePath bent = EdgePath.between(List.of(from, to), 0, 1, 16);
    // Towards the control point (150, -32) it leaves the box at (50, -32/3), and comes back
    // likewise:
    // half of one of these and half of -32.
    assertEquals(-64.0 / 3, bent.at(0.5)[1], 1e-9);
  }
}
