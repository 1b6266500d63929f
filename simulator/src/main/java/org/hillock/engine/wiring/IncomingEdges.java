package org.hillock.engine.wiring;

import org.hillock.network.ConnectionRule;
import org.hillock.network.Projection;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * Edges that are known source by source, or in any order, sorted by target (compressed rows).
 *
 * <p>The edges of a target keep the order in which they were given.
 */
final class IncomingEdges implements SourceRule {

  private final int[] start;
  private final int[] source;
  private final int[] listed;

  private IncomingEdges(int[] start, int[] source, int[] listed) {
    this.start = start;
    this.source = source;
    this.listed = listed;
  }

  /** Edges as listed. */
  static IncomingEdges ofList(ConnectionRule.Explicit list, int targets) {
    int[] start = new int[targets + 1];
    for (int i = 0; i < list.size(); i++) {
      start[list.target(i) + 1]++;
    }
    accumulate(start);
    int[] next = start.clone();
    int[] source = new int[list.size()];
    int[] listed = new int[list.size()];
    for (int i = 0; i < list.size(); i++) {
      int place = next[list.target(i)]++;
      source[place] = list.source(i);
      listed[place] = i;
    }
    return new IncomingEdges(start, source, listed);
  }

  /**
   * Each source draws its targets from its own stream; two passes over the same draws, one to count
   * and one to place.
   */
  static IncomingEdges ofOutdegree(Projection projection, int outdegree, int index, long seed) {
    int sources = projection.source().size();
    int targets = projection.target().size();
    int shift = projection.source().from() - projection.target().from();
    boolean excludeSelf = projection.recurrent() && !projection.autapses();
    RandomStream stream = new RandomStream(seed);
    IntList drawn = new IntList();
    int[] start = new int[targets + 1];
    int[] next = start;
    int[] source = new int[0];
    for (int pass = 0; pass < 2; pass++) {
      for (int s = 0; s < sources; s++) {
        int self = s + shift;
        drawn.clear();
        stream.at(Purpose.CONNECTION, index, s);
        UniformDraws.draw(
            outdegree,
            targets,
            excludeSelf && self >= 0 && self < targets ? self : -1,
            projection.multapses(),
            stream,
            drawn);
        for (int i = 0; i < drawn.size(); i++) {
          int target = drawn.get(i);
          if (pass == 0) {
            start[target + 1]++;
          } else {
            source[next[target]++] = s;
          }
        }
      }
      if (pass == 0) {
        accumulate(start);
        next = start.clone();
        source = new int[start[targets]];
      }
    }
    return new IncomingEdges(start, source, new int[0]);
  }

  private static void accumulate(int[] counts) {
    for (int i = 1; i < counts.length; i++) {
      counts[i] = Math.addExact(counts[i], counts[i - 1]);
    }
  }

  @Override
  public void draw(int target, RandomStream stream, IntList into) {
    for (int i = start[target]; i < start[target + 1]; i++) {
      into.add(source[i]);
    }
  }

  @Override
  public int listedIndex(int target, int i) {
    return listed.length == 0 ? i : listed[start[target] + i];
  }
}
