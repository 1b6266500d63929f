package org.hillock.loihi.sanafe;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hillock.loihi.ReferenceVectors;
import org.hillock.loihi.chip.ProfileReader;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappedPopulation;
import org.hillock.loihi.read.MappedPort;
import org.hillock.loihi.read.MappingFile;

/**
 * A mapping of the network of a reference vector, on two cores of two chips. Row t is step t + 1 of
 * the chip, so what acts in row t is sent in step t.
 */
final class VectorMapping {

  final MappingFile mapping;
  final int neurons;
  final int inputs;

  /** Rows in which each neuron spikes. */
  final List<List<Integer>> spikes = new ArrayList<>();

  private final Map<String, String> settings = new HashMap<>();
  private final List<int[]> weights = new ArrayList<>();
  private final List<int[]> delays = new ArrayList<>();
  private final List<int[]> recurrent = new ArrayList<>();
  private final List<String[]> rows = new ArrayList<>();

  VectorMapping(String name) throws IOException {
    for (String line : ReferenceVectors.lines(name)) {
      if (line.startsWith("# w,")) {
        weights.add(numbers(line));
      } else if (line.startsWith("# d,")) {
        delays.add(numbers(line));
      } else if (line.startsWith("# r,")) {
        recurrent.add(numbers(line));
      } else if (line.startsWith("#")) {
        for (String word : line.substring(1).trim().split(" ")) {
          String[] pair = word.split("=", 2);
          settings.put(pair[0], pair.length > 1 ? pair[1] : "");
        }
      } else if (!line.startsWith("t,")) {
        rows.add(line.split(",", -1));
      }
    }
    neurons = value("neurons", 0);
    inputs = value("inputs", 0);
    int half = neurons / 2;
    List<MappedPort> ports = new ArrayList<>();
    for (int j = 0; j < inputs; j++) {
      int input = j;
      int[] steps =
          IntStream.range(0, rows.size())
              .filter(t -> rows.get(t)[1].charAt(input) == '1')
              .toArray();
      MappedCore.Route[] routes = {new MappedCore.Route(2, 5, j), new MappedCore.Route(7, 127, j)};
      ports.add(new MappedPort(j, "spikes", "x", j, 0, 0, 0, Long.MAX_VALUE, steps, routes));
    }
    for (int i = 0; i < neurons; i++) {
      List<Integer> own = new ArrayList<>();
      for (int t = 0; t < rows.size(); t++) {
        if (rows.get(t)[4 + 3 * i].equals("1")) {
          own.add(t);
        }
      }
      spikes.add(own);
    }
    mapping =
        new MappingFile(
            name,
            1,
            1,
            1,
            ProfileReader.find("loihi"),
            List.of(new MappedPopulation("cells", "iaf_psc_exp", neurons, true, "", 0, new int[0])),
            ports,
            List.of(),
            List.of(core(2, 5, 0, half), core(7, 127, half, neurons)),
            new TreeMap<>(),
            new JsonObject());
  }

  /** How many steps the vector knows. */
  int rows() {
    return rows.size();
  }

  private MappedCore core(int chip, int core, int from, int to) {
    List<MappedCore.Compartment> compartments = new ArrayList<>();
    for (int i = from; i < to; i++) {
      compartments.add(
          new MappedCore.Compartment(value("bias_mant", i), value("bias_exp", i), 0, 0, 0, 0));
    }
    List<MappedCore.Block> blocks = new ArrayList<>();
    List<MappedCore.Axon> axons = new ArrayList<>();
    for (int j = 0; j < inputs; j++) {
      blocks.add(block(blocks.size(), weights, delays, j, from, to));
      axons.add(new MappedCore.Axon(j, "", -1, axons.size(), 1, 0, -1));
    }
    int firstRecurrent = axons.size();
    boolean loops = !recurrent.isEmpty();
    for (int j = 0; loops && j < neurons; j++) {
      blocks.add(block(blocks.size(), recurrent, List.of(), j, from, to));
      axons.add(new MappedCore.Axon(-1, "cells", j, axons.size(), 1, 0, -1));
    }
    int[] sources = new int[loops ? 2 * (to - from) : 0];
    MappedCore.Route[] routes = new MappedCore.Route[sources.length];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = i / 2;
      int axon = firstRecurrent + from + i / 2;
      routes[i] =
          i % 2 == 0 ? new MappedCore.Route(2, 5, axon) : new MappedCore.Route(7, 127, axon);
    }
    return new MappedCore(
        chip,
        core,
        List.of(new MappedCore.Slice("cells", from, 0, to - from)),
        3,
        23,
        7,
        List.of(new MappedCore.Profile(value("du", 0), value("dv", 0), value("refract", 0))),
        new int[] {value("vth_mant", 0)},
        compartments,
        List.of(),
        List.of(new MappedCore.Format(1, value("weight_exp", 0), 8, 3, 0, 1, 0, 10, 63, -1)),
        blocks,
        axons,
        sources,
        routes,
        Map.of());
  }

  private static MappedCore.Block block(
      int pointer, List<int[]> matrix, List<int[]> delays, int source, int from, int to) {
    int[] targets = new int[matrix.isEmpty() ? 0 : to - from];
    Arrays.setAll(targets, i -> i);
    int[] wgt = Arrays.stream(targets).map(i -> matrix.get(from + i)[source]).toArray();
    int[] dly =
        delays.isEmpty()
            ? new int[0]
            : Arrays.stream(targets).map(i -> delays.get(from + i)[source]).toArray();
    return new MappedCore.Block(pointer, 1, List.of(new MappedCore.Entry(1, targets, wgt, dly)));
  }

  private static int[] numbers(String line) {
    return Arrays.stream(line.split(",", -1))
        .skip(2)
        .mapToInt(field -> Integer.parseInt(field.trim()))
        .toArray();
  }

  private int value(String key, int neuron) {
    String[] values = settings.getOrDefault(key, "0").split(";", -1);
    return Integer.parseInt(values[values.length == 1 ? 0 : neuron]);
  }
}
