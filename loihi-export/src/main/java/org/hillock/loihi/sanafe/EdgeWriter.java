package org.hillock.loihi.sanafe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import org.hillock.loihi.read.MappedGroup;

/**
 * Writes synapses. Where each neuron of a group reaches each of another once, they are one dense
 * edge, which is a tenth of the text. SANA-FE's sparse edges are of no use: they take the weight of
 * a synapse from the place in the list that the number of its source says.
 */
final class EdgeWriter {

  private final SanaFeExport export;
  private final List<MappedGroup> groups;
  private final Writer out;

  EdgeWriter(SanaFeExport export, Writer out) {
    this.export = export;
    this.groups = export.groups().all();
    this.out = out;
  }

  void write() throws IOException {
    out.write("  edges:");
    // An empty list has to be said: without one, SANA-FE's reader finds no list at all.
    boolean[] any = new boolean[1];
    for (int g = 0; g < groups.size(); g++) {
      boolean[] dense = dense(g);
      for (int h = 0; h < groups.size(); h++) {
        if (dense[h]) {
          begin(any);
          writeDense(g, h);
        }
      }
      writeSingle(g, dense, any);
    }
    out.write(any[0] ? "" : " []\n");
  }

  private void begin(boolean[] any) throws IOException {
    out.write(any[0] ? "" : "\n");
    any[0] = true;
  }

  /** Which groups a group reaches as a whole, each pair of neurons once. */
  private boolean[] dense(int g) {
    boolean[] dense = new boolean[groups.size()];
    for (int h = 0; h < dense.length; h++) {
      dense[h] = (long) groups.get(g).size() * groups.get(h).size() > 1;
    }
    int[] counts = new int[groups.size()];
    int[][] seen = new int[groups.size()][];
    for (int i = 0; i < groups.get(g).size(); i++) {
      int source = i;
      Arrays.fill(counts, 0);
      export
          .synapses()
          .from(
              g,
              i,
              (h, neuron, weight, delay) -> {
                counts[h]++;
                int[] last = seen[h];
                if (last == null) {
                  last = new int[groups.get(h).size()];
                  Arrays.fill(last, -1);
                  seen[h] = last;
                }
                dense[h] &= last[neuron] != source;
                last[neuron] = source;
              });
      for (int h = 0; h < dense.length; h++) {
        dense[h] &= counts[h] == groups.get(h).size();
      }
    }
    return dense;
  }

  private void writeDense(int g, int h) throws IOException {
    MappedGroup from = groups.get(g);
    out.write("    - " + export.name(g) + " -> " + export.name(h) + ": {type: dense, weight: [");
    double[] weights = new double[groups.get(h).size()];
    int[] delays = new int[weights.length];
    for (int i = 0; i < from.size(); i++) {
      row(g, i, h, weights, delays);
      for (int n = 0; n < weights.length; n++) {
        out.write(i == 0 && n == 0 ? "" : ",");
        out.write(NetworkWriter.number(weights[n]));
      }
    }
    out.write("]");
    if (export.delays()) {
      out.write(", delay: [");
      for (int i = 0; i < from.size(); i++) {
        row(g, i, h, weights, delays);
        for (int n = 0; n < weights.length; n++) {
          out.write(i == 0 && n == 0 ? "" : ",");
          out.write(Integer.toString(delays[n]));
        }
      }
      out.write("]");
    }
    out.write("}\n");
  }

  private void row(int g, int i, int h, double[] weights, int[] delays) {
    double scale = scale(g, i);
    export
        .synapses()
        .from(
            g,
            i,
            (group, neuron, weight, delay) -> {
              if (group == h) {
                weights[neuron] = weight * scale;
                delays[neuron] = delay;
              }
            });
  }

  private void writeSingle(int g, boolean[] dense, boolean[] any) throws IOException {
    MappedGroup from = groups.get(g);
    try {
      for (int i = 0; i < from.size(); i++) {
        String start = "    - " + export.name(g) + "." + i + " -> ";
        double scale = scale(g, i);
        export
            .synapses()
            .from(
                g,
                i,
                (h, neuron, weight, delay) -> {
                  if (!dense[h]) {
                    try {
                      begin(any);
                      out.write(start + export.name(h) + "." + neuron + ": {weight: ");
                      out.write(NetworkWriter.number(weight * scale));
                      out.write(export.delays() ? ", delay: " + delay + "}\n" : "}\n");
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  }
                });
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** From units of v to those of SANA-FE, for one source. */
  private double scale(int g, int i) {
    MappedGroup group = groups.get(g);
    double scale = group.ports() ? export.train(group.firstPort() + i).scale() : 1;
    return Math.scalb(scale, -SanaFeExport.UNIT);
  }
}
