package org.hillock.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.record.WeightTable;

/**
 * A record as arrays of NumPy, one file a quantity: times and neurons of the spikes of a
 * population; samples of a variable and weights of a projection, a row a time.
 */
final class NumpyFormat {

  private NumpyFormat() {}

  static List<Conversion> conversions(FormatSource source) {
    List<Conversion> all = new ArrayList<>();
    if (!source.counts().isEmpty()) {
      all.add(spikes(source));
    }
    for (int i = 0; i < source.traces().size(); i++) {
      all.add(traces(source.traces().get(i), FormatSource.name(source.traces(), i)));
    }
    Map<String, Integer> tables = new HashMap<>();
    for (WeightSpool spool : source.weights()) {
      String projection = spool.last().projection();
      int number = tables.merge(projection, 1, Integer::sum);
      all.add(weights(spool, "weights_" + projection + (number == 1 ? "" : "-" + number)));
    }
    return all;
  }

  private static Conversion spikes(FormatSource source) {
    List<String> names = new ArrayList<>();
    for (String population : source.counts().keySet()) {
      names.add("spikes_" + population + "_times.npy");
      names.add("spikes_" + population + "_neurons.npy");
    }
    return new Conversion(
        names,
        folder -> {
          Map<String, FormatSource.SpikeTaker> takers = new HashMap<>();
          List<NumpyFile> open = new ArrayList<>();
          try {
            for (Map.Entry<String, Long> recorded : source.counts().entrySet()) {
              long count = recorded.getValue();
              String name = "spikes_" + recorded.getKey();
              NumpyFile times = NumpyFile.doubles(folder.apply(name + "_times.npy"), count);
              open.add(times);
              NumpyFile neurons = NumpyFile.ints(folder.apply(name + "_neurons.npy"), count);
              open.add(neurons);
              takers.put(
                  recorded.getKey(),
                  (time, neuron) -> {
                    times.numbers().put(time);
                    neurons.numbers().put(neuron);
                  });
            }
            source.forEachSpike(takers);
          } finally {
            closeAll(open);
          }
        });
  }

  private static void closeAll(List<NumpyFile> files) throws IOException {
    IOException failure = null;
    for (NumpyFile file : files) {
      try {
        file.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static Conversion traces(TraceSpool spool, String name) {
    List<String> names = new ArrayList<>(List.of(name + "_times.npy", name + "_neurons.npy"));
    spool.variables().forEach(variable -> names.add(name + "_" + variable + ".npy"));
    return new Conversion(
        names,
        folder -> {
          long samples = spool.samples();
          try (NumpyFile times = NumpyFile.doubles(folder.apply(names.get(0)), samples)) {
            spool.forEach(0, 0, (time, value) -> times.numbers().put(time));
          }
          try (NumpyFile neurons = NumpyFile.ints(folder.apply(names.get(1)), spool.neurons())) {
            for (int i = 0; i < spool.neurons(); i++) {
              neurons.numbers().put(spool.firstNeuron() + i);
            }
          }
          for (int v = 0; v < spool.variables().size(); v++) {
            try (NumpyFile values =
                NumpyFile.doubles(folder.apply(names.get(2 + v)), samples, spool.neurons())) {
              spool.forEachRow(v, row -> values.numbers().put(row));
            }
          }
        });
  }

  private static Conversion weights(WeightSpool spool, String name) {
    List<String> names =
        List.of(name + ".npy", name + "_times.npy", name + "_sources.npy", name + "_targets.npy");
    return new Conversion(
        names,
        folder -> {
          WeightTable table = spool.last();
          int synapses = table.sources().length;
          double[] row = new double[synapses];
          try (NumpyFile weights =
                  NumpyFile.doubles(folder.apply(names.get(0)), spool.samples(), synapses);
              NumpyFile times = NumpyFile.doubles(folder.apply(names.get(1)), spool.samples())) {
            for (int t = 0; t < spool.samples(); t++) {
              times.numbers().put(spool.time(t));
              spool.read(t, 0, row);
              weights.numbers().put(row);
            }
          }
          try (NumpyFile sources = NumpyFile.ints(folder.apply(names.get(2)), synapses);
              NumpyFile targets = NumpyFile.ints(folder.apply(names.get(3)), synapses)) {
            for (int i = 0; i < synapses; i++) {
              sources.numbers().put(table.sources()[i]);
              targets.numbers().put(table.targets()[i]);
            }
          }
        });
  }
}
