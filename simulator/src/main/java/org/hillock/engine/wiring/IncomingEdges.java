package org.hillock.engine.wiring;

import org.hillock.engine.run.Crew;
import org.hillock.network.ConnectionRule;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Projection;
import org.hillock.network.Reach;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Edges that are known source by source, or in any order, sorted by target; those onto the targets
 * of one process, which goes through all edges and keeps its own.
 *
 * <p>The edges of a target keep the order in which they were given. Sorting is by counting, in two
 * passes over the edges: in each, every thread goes through its own stretch of them. It places the
 * edges of a target behind those of earlier stretches, so the order is that of one thread.
 *
 * <p>Targets are kept in blocks, each with an array of its own, so that there may be more edges
 * than an array has elements.
 */
final class IncomingEdges implements SourceRule {

  /** Fewer edges than this for a thread are not worth starting it. */
  private static final long LEAST_SHARE = 1 << 16;

  private static final int BLOCK_BITS = 10;
  private static final int BLOCK = 1 << BLOCK_BITS;

  /** Goes through a stretch of edges. */
  private interface Edges {

    /** Calls {@link Visitor#visit} for the edges of items {@code from} to {@code to - 1}. */
    void visit(int from, int to, Visitor visitor);
  }

  private interface Visitor {

    /**
     * Takes an edge.
     *
     * @param target its target
     * @param what is to be kept of it
     */
    void visit(int target, int what);
  }

  /**
   * The targets of this process.
   *
   * @param from the first
   * @param to one past the last
   */
  record Targets(int from, int to) {

    int size() {
      return to - from;
    }
  }

  /** The list that {@link #kept} points into, or null if it holds sources. */
  private final ConnectionRule.@Nullable Explicit list;

  private final int firstTarget;

  /** For each target where its edges begin in the array of its block. */
  private final int[] start;

  /** For each block the number of its edges. */
  private final int[] size;

  private final int[][] kept;

  private IncomingEdges(
      ConnectionRule.@Nullable Explicit list,
      Edges edges,
      int items,
      long count,
      Targets own,
      Crew crew) {
    this.list = list;
    this.firstTarget = own.from();
    int targets = own.size();
    int blocks = (targets + BLOCK - 1) >>> BLOCK_BITS;
    this.start = new int[targets];
    this.size = new int[blocks];
    this.kept = new int[blocks][];
    // The counts of a stretch cost 4 bytes a target: never more than the edges themselves.
    long most = Math.min(items, Math.min(count / LEAST_SHARE, count / Math.max(1, targets)) + 1);
    int stretches = (int) Math.max(1, Math.min(crew.size(), most));
    int[][] next = new int[stretches][];
    crew.share(
        stretches,
        stretch -> {
          int[] counts = new int[targets];
          edges.visit(
              first(items, stretch, stretches),
              first(items, stretch + 1, stretches),
              (target, what) -> {
                if (target >= own.from() && target < own.to()) {
                  counts[target - own.from()]++;
                }
              });
          next[stretch] = counts;
        });
    crew.share(blocks, block -> begin(block, next));
    crew.share(
        stretches,
        stretch -> {
          int[] place = next[stretch];
          edges.visit(
              first(items, stretch, stretches),
              first(items, stretch + 1, stretches),
              (target, what) -> {
                if (target >= own.from() && target < own.to()) {
                  int at = target - own.from();
                  kept[at >>> BLOCK_BITS][place[at]++] = what;
                }
              });
        });
  }

  private static int first(int items, int stretch, int stretches) {
    return (int) ((long) items * stretch / stretches);
  }

  /** Turns the counts of a block into places. */
  private void begin(int block, int[][] next) {
    long at = 0;
    int end = Math.min(start.length, (block + 1) << BLOCK_BITS);
    for (int target = block << BLOCK_BITS; target < end; target++) {
      start[target] = (int) at;
      for (int[] stretch : next) {
        int count = stretch[target];
        stretch[target] = (int) at;
        at += count;
      }
    }
    if (at > Integer.MAX_VALUE - 8) {
      throw new InvalidNetworkException(
          "synapses", at + " synapses onto " + BLOCK + " neurons", "fewer synapses a neuron");
    }
    size[block] = (int) at;
    kept[block] = new int[(int) at];
  }

  /** Edges as listed. */
  static IncomingEdges ofList(ConnectionRule.Explicit list, Targets own, Crew crew) {
    Edges edges =
        (from, to, visitor) -> {
          for (int i = from; i < to; i++) {
            visitor.visit(list.target(i), i);
          }
        };
    return new IncomingEdges(list, edges, list.size(), list.size(), own, crew);
  }

  /** Each source draws its targets from its own stream. */
  static IncomingEdges ofOutdegree(
      Projection projection,
      ConnectionRule.FixedOutdegree rule,
      int index,
      long seed,
      Targets own,
      Crew crew) {
    int outdegree = rule.outdegree();
    Reach reach = rule.reach();
    int sources = projection.source().size();
    int targets = projection.target().size();
    int shift = projection.source().from() - projection.target().from();
    boolean excludeSelf = projection.recurrent() && !projection.autapses();
    Edges edges =
        (from, to, visitor) -> {
          RandomStream stream = new RandomStream(seed);
          IntList drawn = new IntList();
          NearDraws near = new NearDraws();
          for (int source = from; source < to; source++) {
            int self = source + shift;
            drawn.clear();
            stream.at(Purpose.CONNECTION, index, source);
            int excluded = excludeSelf && self >= 0 && self < targets ? self : -1;
            if (reach == null) {
              UniformDraws.draw(
                  outdegree, targets, excluded, projection.multapses(), stream, drawn);
            } else {
              near.targetsOf(reach, source, excluded)
                  .fixed(outdegree, projection.multapses(), stream, drawn);
            }
            for (int i = 0; i < drawn.size(); i++) {
              visitor.visit(drawn.get(i), source);
            }
          }
        };
    return new IncomingEdges(null, edges, sources, (long) outdegree * sources, own, crew);
  }

  /**
   * The edges of another rule in the other direction.
   *
   * @param forward draws the sources of each of its targets, which are the sources here
   * @param projection whose edges these are
   */
  static IncomingEdges ofReverse(
      SourceRule forward, Projection projection, long seed, Targets own, Crew crew) {
    Edges edges =
        (from, to, visitor) -> {
          RandomStream stream = new RandomStream(seed);
          IntList drawn = new IntList();
          for (int source = from; source < to; source++) {
            drawn.clear();
            forward.draw(source, stream, drawn);
            for (int i = 0; i < drawn.size(); i++) {
              visitor.visit(drawn.get(i), source);
            }
          }
        };
    long expected = (long) Math.min(Long.MAX_VALUE, projection.expectedSynapses());
    return new IncomingEdges(null, edges, projection.source().size(), expected, own, crew);
  }

  /**
   * The edges from sources to third neurons.
   *
   * @param draws who knows them by the targets of the primary projection
   * @param primaryTargets how many of these there are
   * @param projection whose edges these are
   */
  static IncomingEdges ofThird(
      ThirdDraws draws,
      int primaryTargets,
      Projection projection,
      long seed,
      Targets own,
      Crew crew) {
    Edges edges =
        (from, to, visitor) -> {
          RandomStream stream = new RandomStream(seed);
          ThirdDraws.Scratch scratch = new ThirdDraws.Scratch();
          for (int target = from; target < to; target++) {
            draws.each(target, stream, scratch, (source, third) -> visitor.visit(third, source));
          }
        };
    long expected = (long) Math.min(Long.MAX_VALUE, projection.expectedSynapses());
    return new IncomingEdges(null, edges, primaryTargets, expected, own, crew);
  }

  /** The end of the edges of a target, by its place among the own ones. */
  private int end(int own) {
    int next = own + 1;
    boolean last = next == start.length || (next & BLOCK - 1) == 0;
    return last ? size[own >>> BLOCK_BITS] : start[next];
  }

  @Override
  public void draw(int target, RandomStream stream, IntList into) {
    int own = target - firstTarget;
    int[] block = kept[own >>> BLOCK_BITS];
    int end = end(own);
    for (int i = start[own]; i < end; i++) {
      into.add(list == null ? block[i] : list.source(block[i]));
    }
  }

  @Override
  public int listedIndex(int target, int i) {
    int own = target - firstTarget;
    return list == null ? i : kept[own >>> BLOCK_BITS][start[own] + i];
  }
}
