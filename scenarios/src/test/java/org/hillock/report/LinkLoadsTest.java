package org.hillock.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.estimate.CostEstimate;
import org.hillock.loihi.estimate.LinkLoads;
import org.hillock.loihi.estimate.LinkLoads.Direction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loads of links against a walk of every packet, hop by hop. */
class LinkLoadsTest {

  static List<ChipProfile> boards() {
    return List.of(
        Mapped.board(4, 4, 1, 1, 1, 10),
        Mapped.board(3, 2, 2, 2, 4, 8),
        Mapped.board(1, 8, 1, 3, 9, 5),
        Mapped.board(2, 2, 4, 8, 8, 4),
        Mapped.loihi());
  }

  /** Packets per second by link, written as column, row and direction over the whole board. */
  static Map<String, Double> walked(Mapping mapping) {
    Map<String, Double> loads = new HashMap<>();
    ChipProfile profile = mapping.profile();
    for (int core = 0; core < mapping.cores(); core++) {
      for (int place : mapping.fill(core).places()) {
        int source = mapping.numbering().sourceAt(place);
        double rate = mapping.activity().rates()[source];
        for (int r = mapping.routes().from(source); r < mapping.routes().to(source); r++) {
          int[] at = position(mapping.physical(core), profile);
          int[] to = position(mapping.physical(mapping.routes().core(r)), profile);
          while (at[0] != to[0]) {
            Direction direction = at[0] < to[0] ? Direction.EAST : Direction.WEST;
            loads.merge(at[0] + " " + at[1] + " " + direction, rate, Double::sum);
            at[0] += direction.dx();
          }
          while (at[1] != to[1]) {
            Direction direction = at[1] < to[1] ? Direction.SOUTH : Direction.NORTH;
            loads.merge(at[0] + " " + at[1] + " " + direction, rate, Double::sum);
            at[1] += direction.dy();
          }
        }
      }
    }
    return loads;
  }

  static int[] position(int core, ChipProfile profile) {
    int chip = core / profile.coresPerChip();
    int tile = core % profile.coresPerChip() / profile.mesh().coresPerTile();
    int chipColumn = chip % profile.mesh().chipColumns();
    int chipRow = chip / profile.mesh().chipColumns();
    return new int[] {
      chipColumn * profile.mesh().columns() + tile / profile.mesh().rows(),
      chipRow * profile.mesh().rows() + tile % profile.mesh().rows()
    };
  }

  @ParameterizedTest
  @MethodSource("boards")
  void shouldAgreeWithPacketsThatAreWalkedHopByHop(ChipProfile board) {
    Mapping mapping = Mapped.compile("walk", Mapped.random(90), board);
    Map<String, Double> walked = walked(mapping);
    LinkLoads links = mapping.linkLoads();
    double most = 0;
    for (int row = 0; row < links.rows(); row++) {
      for (int column = 0; column < links.columns(); column++) {
        for (Direction direction : Direction.values()) {
          String key = (links.left() + column) + " " + (links.top() + row) + " " + direction;
          Double load = walked.remove(key);
          double expected = load == null ? 0 : load;
          assertEquals(expected, links.load(column, row, direction), 1e-6, key);
          most = Math.max(most, expected);
        }
      }
    }
    assertEquals(Map.of(), walked);
    assertEquals(most, links.busiest().load(), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("boards")
  void shouldAddUpToTheHopsOfTheEstimate(ChipProfile board) {
    Mapping mapping = Mapped.compile("hops", Mapped.random(90), board);
    LinkLoads links = mapping.linkLoads();
    assertEquals(
        perSecond(mapping.estimate(), "hops along rows"),
        links.total(Direction.EAST) + links.total(Direction.WEST),
        1e-6);
    assertEquals(
        perSecond(mapping.estimate(), "hops along columns"),
        links.total(Direction.SOUTH) + links.total(Direction.NORTH),
        1e-6);
  }

  @ParameterizedTest
  @MethodSource("boards")
  void shouldGatherWhatCrossesFromChipToChip(ChipProfile board) {
    Mapping mapping = Mapped.compile("chips", Mapped.random(90), board);
    LinkLoads chips = mapping.linkLoads().byChip(board.mesh());
    double expected = 0;
    for (Map.Entry<String, Double> link : walked(mapping).entrySet()) {
      String[] key = link.getKey().split(" ");
      int column = Integer.parseInt(key[0]);
      int row = Integer.parseInt(key[1]);
      Direction direction = Direction.valueOf(key[2]);
      boolean crosses =
          column / board.mesh().columns() != (column + direction.dx()) / board.mesh().columns()
              || row / board.mesh().rows() != (row + direction.dy()) / board.mesh().rows();
      expected += crosses ? link.getValue() : 0;
    }
    double found = 0;
    for (Direction direction : Direction.values()) {
      found += chips.total(direction);
    }
    assertEquals(expected, found, 1e-6);
    assertTrue(mapping.chips() == 1 || found > 0);
  }

  @ParameterizedTest
  @MethodSource("boards")
  void shouldTakeTheTimeOfAStepApart(ChipProfile board) {
    Mapping mapping = Mapped.compile("step", Mapped.random(90), board);
    assertEquals(mapping.estimate().stepNs(), StepTime.of(mapping).ns(), 1e-6);
  }

  private static double perSecond(CostEstimate estimate, String name) {
    return estimate.operations().stream()
        .filter(operation -> operation.name().equals(name))
        .mapToDouble(CostEstimate.Operation::perSecond)
        .sum();
  }
}
