package org.hillock.stdp;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.Carried;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;

/**
 * The networks of the tests of NEST for e-prop, test_eprop_bsshslm_2020_plasticity.py, with the
 * weights and inputs that numpy draws there: README.md beside the data says how they were made.
 *
 * <p>Steps are of 1 ms. An input in step n of a sequence reaches the recurrent neurons in step n +
 * 3 of the run: NEST's generators begin a step late, and relays take another.
 */
final class EpropTask {

  private static final int OFFSET = 4;

  final int inputs;
  final int recurrent;
  final int outputs;
  final int sequence;
  final int sequences;
  private final float[] inRec;
  private final float[] recRec;
  private final float[] recOut;
  private final float[] outRec;
  private final boolean[][] spikes;
  private final double[] targets;

  /**
   * @param name of the data
   * @param spikeSequences how many sequences the data have spikes for
   */
  EpropTask(
      String name,
      int inputs,
      int recurrent,
      int outputs,
      int sequence,
      int sequences,
      int spikeSequences)
      throws IOException {
    this.inputs = inputs;
    this.recurrent = recurrent;
    this.outputs = outputs;
    this.sequence = sequence;
    this.sequences = sequences;
    try (DataInputStream data =
        new DataInputStream(
            new GZIPInputStream(
                Objects.requireNonNull(
                    EpropTask.class.getResourceAsStream("eprop/" + name + ".bin.gz"), name)))) {
      this.inRec = floats(data);
      this.recRec = floats(data);
      this.recOut = floats(data);
      this.outRec = floats(data);
      byte[] packed = new byte[data.readInt()];
      data.readFully(packed);
      int steps = sequence * spikeSequences;
      this.spikes = new boolean[inputs][steps];
      for (int i = 0; i < inputs * steps; i++) {
        spikes[i / steps][i % steps] = (packed[i / 8] >> (7 - i % 8) & 1) != 0;
      }
      this.targets = new double[data.readInt()];
      for (int i = 0; i < targets.length; i++) {
        targets[i] = data.readDouble();
      }
    }
  }

  private static float[] floats(DataInputStream data) throws IOException {
    float[] values = new float[data.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = data.readFloat();
    }
    return values;
  }

  /** The weight from the first readout back to a neuron. */
  double back(int neuron) {
    return outRec[neuron * outputs];
  }

  double[] targets() {
    return targets;
  }

  /** The inputs, each of which repeats what it has. */
  Population generators() {
    List<double[]> trains = new ArrayList<>();
    for (boolean[] own : spikes) {
      trains.add(
          IntStream.range(0, sequence * sequences)
              .filter(n -> own[n % own.length])
              .mapToDouble(n -> n + 2)
              .toArray());
    }
    return new Population("in", inputs, "spike_generator", Map.of(), SpikeTrains.of(trains));
  }

  /** A target for one readout, an amplitude a step or a sequence. */
  Input target(int readout, double[] amplitudes, int each) {
    List<Double> times = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < sequence * sequences / each; i++) {
      times.add((double) OFFSET + i * each);
      values.add(amplitudes[i % amplitudes.length]);
    }
    return new Input.StepCurrent(
        "target" + readout,
        List.of(new NeuronRange("out", readout, readout + 1)),
        times,
        values,
        0,
        "target_signal");
  }

  static Population population(String name, int size, String model, Map<String, Double> values) {
    Map<String, Distribution> parameters = new HashMap<>();
    values.forEach((key, value) -> parameters.put(key, Distribution.of(value)));
    return new Population(name, size, model, parameters);
  }

  Projection plastic(String from, int first, int to, String onto, float[] all, Plasticity rule) {
    int sources = from.equals("in") ? inputs : recurrent;
    return projection(
        from + "->" + onto,
        new NeuronRange(from, 0, sources),
        new NeuronRange(onto, 0, to - first),
        Arrays.copyOfRange(all, first * sources, to * sources),
        rule,
        null);
  }

  private static Projection projection(
      String name,
      NeuronRange source,
      NeuronRange target,
      float[] weights,
      Plasticity rule,
      Carried carried) {
    int sources = source.size();
    int[] from = IntStream.range(0, weights.length).map(i -> i % sources).toArray();
    int[] to = IntStream.range(0, weights.length).map(i -> i / sources).toArray();
    boolean self = source.equals(target);
    int[] kept =
        IntStream.range(0, weights.length).filter(i -> !self || from[i] != to[i]).toArray();
    return new Projection(
        name,
        source,
        target,
        new ConnectionRule.Explicit(
            Arrays.stream(kept).map(i -> from[i]).toArray(),
            Arrays.stream(kept).map(i -> to[i]).toArray(),
            Arrays.stream(kept).mapToDouble(i -> weights[i]).toArray(),
            null),
        Distribution.of(0),
        Distribution.of(1),
        false,
        true,
        rule,
        null,
        null,
        null,
        carried);
  }

  /** All projections of one population of recurrent neurons. */
  List<Projection> projections(Plasticity rule, Carried.Feedback feedback) {
    NeuronRange in = new NeuronRange("in", 0, inputs);
    NeuronRange rec = new NeuronRange("rec", 0, recurrent);
    NeuronRange out = new NeuronRange("out", 0, outputs);
    return List.of(
        projection("in->rec", in, rec, inRec, rule, null),
        projection("rec->rec", rec, rec, recRec, rule, null),
        projection("rec->out", rec, out, recOut, rule, null),
        projection("out->rec", out, rec, outRec, null, new Carried("error_signal", feedback)));
  }

  /** The same for neurons of two models, "rec" and "ad", one half each. */
  List<Projection> halves(Plasticity rule, Carried.Feedback feedback) {
    int half = recurrent / 2;
    NeuronRange in = new NeuronRange("in", 0, inputs);
    NeuronRange out = new NeuronRange("out", 0, outputs);
    List<NeuronRange> parts =
        List.of(new NeuronRange("rec", 0, half), new NeuronRange("ad", 0, half));
    List<Projection> all = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      NeuronRange to = parts.get(i);
      float[] fromIn = Arrays.copyOfRange(inRec, i * half * inputs, (i + 1) * half * inputs);
      all.add(projection("in->" + to.population(), in, to, fromIn, rule, null));
      for (int j = 0; j < 2; j++) {
        NeuronRange from = parts.get(j);
        String name = from.population() + "->" + to.population();
        all.add(projection(name, from, to, block(recRec, i, j, half, half), rule, null));
      }
      float[] back = Arrays.copyOfRange(outRec, i * half * outputs, (i + 1) * half * outputs);
      Carried error = new Carried("error_signal", feedback);
      all.add(projection("out->" + to.population(), out, to, back, null, error));
    }
    for (int j = 0; j < 2; j++) {
      NeuronRange from = parts.get(j);
      String name = from.population() + "->out";
      all.add(projection(name, from, out, block(recOut, 0, j, outputs, half), rule, null));
    }
    float[] ones = new float[outputs * outputs];
    Arrays.fill(ones, 1);
    Carried other = new Carried("readout_signal_unnorm", Carried.Feedback.RANDOM);
    all.add(projection("out->out", out, out, ones, null, other));
    return all;
  }

  /** A block of a matrix of rows of all recurrent neurons. */
  private float[] block(float[] all, int row, int column, int rows, int columns) {
    float[] part = new float[rows * columns];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(
          all, (row * rows + i) * recurrent + column * columns, part, i * columns, columns);
    }
    return part;
  }

  RunResult run(Network network, int threads, List<String> weights) {
    Recording recording =
        new Recording(
            List.of(),
            List.of(
                new Recording.Trace(
                    new NeuronRange("out", 0, outputs),
                    List.of("readout_signal", "target_signal", "error_signal"),
                    1)),
            weights.stream().map(name -> new Recording.Weights(name, List.of())).toList(),
            List.of());
    RunSettings settings = new RunSettings(1, 0, sequence * sequences + OFFSET + 1, 1, threads);
    return Engines.build(network, settings, recording, RunListener.NONE).run(RunListener.NONE);
  }

  /** A recorded variable of a readout in a sequence, a number a step. */
  double[] signal(RunResult result, int variable, int readout, int number) {
    double[] all = result.traces().get(0).values()[variable][readout];
    int from = OFFSET + number * sequence;
    return Arrays.copyOfRange(all, from, from + sequence);
  }
}
