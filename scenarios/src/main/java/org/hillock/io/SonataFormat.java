package org.hillock.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.file.NumberRegion;
import org.hillock.hdf5.Hdf5Layout;

/**
 * A record in the files of SONATA (Dai et al. 2020, PLoS Comput Biol 16:e1007696; the developer
 * guide, "Output file formats"): spikes of all populations in one file, and a report a request and
 * variable. Node numbers are those of neurons within their population, from 0.
 */
final class SonataFormat {

  private static final int MAGIC = 0x0A7A;
  private static final List<String> SORTINGS = List.of("none", "by_id", "by_time");
  private static final String MILLISECONDS = "ms";

  private SonataFormat() {}

  static List<Conversion> conversions(FormatSource source) {
    List<Conversion> all = new ArrayList<>();
    if (!source.counts().isEmpty()) {
      all.add(Conversion.of("spikes.h5", file -> writeSpikes(source, file)));
    }
    for (int i = 0; i < source.traces().size(); i++) {
      TraceSpool spool = source.traces().get(i);
      double interval = source.intervals().get(i);
      for (int v = 0; v < spool.variables().size(); v++) {
        int variable = v;
        String name = spool.variables().get(v);
        String unit = source.units().getOrDefault(name, "");
        all.add(
            Conversion.of(
                FormatSource.name(source.traces(), i) + "_" + name + ".h5",
                file -> writeReport(spool, variable, unit, interval, file)));
      }
    }
    return all;
  }

  private static Hdf5Layout layout() {
    Hdf5Layout layout = new Hdf5Layout();
    layout.root().attribute("magic", MAGIC).attribute("version", 0, 1);
    return layout;
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.WRITE,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static void writeSpikes(FormatSource source, Path file) throws IOException {
    Hdf5Layout layout = layout();
    Hdf5Layout.Group spikes = layout.root().group("spikes");
    Map<String, Hdf5Layout.Dataset> times = new HashMap<>();
    Map<String, Hdf5Layout.Dataset> nodes = new HashMap<>();
    source
        .counts()
        .forEach(
            (population, count) -> {
              Hdf5Layout.Group group = spikes.group(population);
              group.attribute("sorting", SORTINGS, SORTINGS.indexOf("by_time"));
              times.put(
                  population, group.doubles("timestamps", count).attribute("units", MILLISECONDS));
              nodes.put(population, group.longs("node_ids", count));
            });
    try (FileChannel channel = open(file)) {
      layout.create(channel);
      List<NumberRegion> regions = new ArrayList<>();
      Map<String, FormatSource.SpikeTaker> takers = new HashMap<>();
      for (Map.Entry<String, Hdf5Layout.Dataset> entry : times.entrySet()) {
        NumberRegion when = entry.getValue().region(channel);
        NumberRegion who = nodes.get(entry.getKey()).region(channel);
        regions.addAll(List.of(when, who));
        takers.put(
            entry.getKey(),
            (time, neuron) -> {
              when.put(time);
              who.put((long) neuron);
            });
      }
      source.forEachSpike(takers);
      for (NumberRegion region : regions) {
        region.flush();
      }
    }
  }

  private static void writeReport(
      TraceSpool spool, int variable, String unit, double interval, Path file) throws IOException {
    Hdf5Layout layout = layout();
    Hdf5Layout.Group report = layout.root().group("report").group(spool.population());
    long samples = spool.samples();
    int neurons = spool.neurons();
    Hdf5Layout.Dataset data = report.doubles("data", samples, neurons).attribute("units", unit);
    Hdf5Layout.Group mapping = report.group("mapping");
    Hdf5Layout.Dataset nodes = mapping.longs("node_ids", neurons);
    Hdf5Layout.Dataset pointers = mapping.longs("index_pointers", neurons + 1L);
    mapping.link("index_pointer", pointers); // as some readers call it
    Hdf5Layout.Dataset elements = mapping.ints("element_ids", neurons);
    Hdf5Layout.Dataset positions = mapping.doubles("element_pos", neurons);
    Hdf5Layout.Dataset time = mapping.doubles("time", 3).attribute("units", MILLISECONDS);
    try (FileChannel channel = open(file)) {
      layout.create(channel);
      NumberRegion values = data.region(channel);
      spool.forEachRow(variable, values::put);
      NumberRegion who = nodes.region(channel);
      NumberRegion where = pointers.region(channel);
      NumberRegion which = elements.region(channel);
      NumberRegion place = positions.region(channel);
      where.put(0L);
      for (int i = 0; i < neurons; i++) {
        who.put((long) spool.firstNeuron() + i);
        where.put(i + 1L);
        which.put(1); // a neuron is one compartment
        place.put(1.0);
      }
      NumberRegion when = time.region(channel);
      double first = spool.firstTime();
      when.put(first);
      when.put(first + samples * interval); // the stop is not reached any more
      when.put(interval);
      for (NumberRegion region : List.of(values, who, where, which, place, when)) {
        region.flush();
      }
    }
  }
}
