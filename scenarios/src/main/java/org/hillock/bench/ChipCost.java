package org.hillock.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hillock.loihi.LoihiCompiler;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.chip.ProfileReader;
import org.hillock.loihi.partition.ContiguousSplit;
import org.hillock.loihi.partition.CoreFill;
import org.hillock.loihi.place.CoreGraph;
import org.hillock.loihi.place.MeshDistance;
import org.hillock.network.Network;

/**
 * What the compiler makes of standard networks: cores, and traffic in hops against the same network
 * split into populations that are placed in the order of the cores ({@link ContiguousSplit}).
 */
public final class ChipCost {

  private static final long SEED = 1;

  /** What each network is, how many cores are the least that its largest need allows. */
  public record Case(String name, Network network, double step, String target) {}

  /**
   * A result.
   *
   * @param name of the network
   * @param target chip
   * @param bound cores that the most used resource alone would need
   * @param cores used; 0 if refused
   * @param splitCores cores of the contiguous split
   * @param traffic packets between cores times hops, over that of the contiguous split; NaN if that
   *     has none
   * @param seconds that compiling took
   * @param megabytes of heap in use after it
   * @param refusal what the compiler said, or empty
   */
  public record Row(
      String name,
      String target,
      int bound,
      int cores,
      int splitCores,
      double traffic,
      double seconds,
      long megabytes,
      String refusal) {}

  private ChipCost() {}

  /** The cases, in the order of the table. */
  public static List<Case> cases() {
    return List.of(
        new Case("ring of 40 × 64", ChipNetworks.ring(40, 64), ChipNetworks.STEP, "loihi1"),
        new Case("8 layers × 512", ChipNetworks.layers(8, 512, 16), ChipNetworks.STEP, "loihi1"),
        new Case("dense 2,000", ChipNetworks.dense(2000), ChipNetworks.STEP, "loihi1"),
        new Case("sparse 4,096", ChipNetworks.sparse(4096, 64), ChipNetworks.STEP, "loihi1"),
        new Case(
            "784-512-256-10",
            ChipNetworks.perceptron(784, 512, 256, 10),
            ChipNetworks.STEP,
            "loihi1"),
        new Case("convolution", ChipNetworks.convolution(), ChipNetworks.STEP, "loihi1"),
        new Case("Brunel 2,500", ChipNetworks.brunel(500), 0.1, "loihi1"),
        new Case("Brunel 2,500, 0.5 ms", ChipNetworks.brunel(500), 0.5, "loihi1"),
        new Case("Brunel 12,500", ChipNetworks.brunel(2500), 0.1, "loihi1"),
        new Case("Brunel 12,500", ChipNetworks.brunel(2500), 0.1, "pohoiki-springs"));
  }

  /** Compiles all of them, and tells of each. */
  public static void run(Consumer<Row> listener) throws IOException {
    for (Case one : cases()) {
      listener.accept(measure(one));
    }
  }

  static Row measure(Case one) throws IOException {
    ChipProfile profile = ProfileReader.find(one.target());
    LoihiCompiler.Subject subject =
        new LoihiCompiler.Subject(one.name(), one.network(), Math.min(one.step(), 0.1), SEED);
    long start = System.nanoTime();
    Mapping mapping;
    try {
      mapping = LoihiCompiler.compile(subject, profile, LoihiCompiler.Options.of(one.step()));
    } catch (MappingException e) {
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Row(
          one.name(), one.target(), 0, 0, 0, Double.NaN, seconds, heap(), e.getMessage());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long megabytes = heap();
    List<CoreFill> split = ContiguousSplit.of(mapping.network());
    CoreGraph graph = CoreGraph.of(split, mapping.numbering(), mapping.activity().rates());
    int[] rowOrder = IntStream.range(0, split.size()).toArray();
    double reference = graph.hopTraffic(rowOrder, new MeshDistance(profile));
    double traffic = reference == 0 ? Double.NaN : mapping.estimate().hopTraffic() / reference;
    return new Row(
        one.name(),
        one.target(),
        bound(mapping),
        mapping.cores(),
        split.size(),
        traffic,
        seconds,
        megabytes,
        "");
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory() >> 20;
  }

  /** Cores that one resource alone would need, if it could be cut anywhere. */
  private static int bound(Mapping mapping) {
    List<Integer> bounds = new ArrayList<>();
    for (Limit limit : List.of(Limit.COMPARTMENTS, Limit.SYNAPSE_MEMORY)) {
      long used = 0;
      for (int core = 0; core < mapping.cores(); core++) {
        used += mapping.used(core, limit);
      }
      int per = limit.perCore(mapping.profile());
      bounds.add((int) ((used + per - 1) / per));
    }
    return bounds.stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
