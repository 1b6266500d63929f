package org.hillock.model.smooth;

import java.util.Arrays;
import org.hillock.model.BlockParameters;
import org.hillock.model.Column;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.Refractoriness;
import org.hillock.model.SpikeSink;
import org.hillock.model.StateCarrier;
import org.hillock.model.UnstableStateException;

/**
 * Advances neurons of smooth equations over a step of the grid: first all of them in one step of
 * the method; those for which its error is too large then again in smaller ones. What a neuron does
 * depends on itself alone, so results do not depend on who its neighbours are.
 */
final class SmoothKernel implements NeuronKernel {

  /** So many neurons are integrated together: their work fits the second cache. */
  private static final int CHUNK = 128;

  private final SmoothDynamics shape;
  private final double step;
  private final Column[] numbers;
  private final Column threshold;
  private final Column reset;
  private final Column refractorySteps;
  private final Column[] jumps;
  private final Column[] keep;
  private final Column[] add;
  private final Column[] rates;
  private final Refractoriness refractory;
  private final Systems systems;
  private final Substeps substeps;
  private long reached;
  private final double[] thresholds = new double[CHUNK];
  private final int[] spikes = new int[CHUNK];

  SmoothKernel(Smooth smooth, BlockParameters parameters, double step) {
    this.shape = smooth.of().apply(parameters.of().apply(0));
    this.step = step;
    int count = shape.numbers.length;
    int jumpCount = shape.jumps.size();
    int resetCount = shape.resets.size();
    Column[] columns =
        parameters.columns(
            count + 3 + jumpCount + 2 * resetCount + shape.decays.size(),
            set -> numbers(smooth.of().apply(set), step));
    this.numbers = Arrays.copyOf(columns, count);
    this.threshold = columns[count];
    this.reset = columns[count + 1];
    this.refractorySteps = columns[count + 2];
    int at = count + 3;
    this.jumps = Arrays.copyOfRange(columns, at, at + jumpCount);
    at += jumpCount;
    this.keep = Arrays.copyOfRange(columns, at, at + resetCount);
    this.add = Arrays.copyOfRange(columns, at + resetCount, at + 2 * resetCount);
    this.rates = Arrays.copyOfRange(columns, at + 2 * resetCount, columns.length);
    this.refractory = new Refractoriness(parameters.size());
    this.systems = new Systems(smooth, shape, CHUNK, smooth.tolerance());
    for (int j = 0; j < count; j++) {
      if (numbers[j].stride() == 0) {
        Arrays.fill(systems.p[j], numbers[j].at(0));
      }
    }
    for (int d = 0; d < rates.length; d++) {
      Arrays.fill(systems.decays.rate[d], rates[d].at(0));
    }
    Arrays.fill(thresholds, threshold.at(0));
    Arrays.fill(systems.h, step);
    if (Arrays.stream(rates).allMatch(rate -> rate.stride() == 0)) {
      systems.settle();
    }
    this.substeps = new Substeps(smooth, shape, CHUNK, step, this);
  }

  private static double[] numbers(SmoothDynamics neuron, double step) {
    int count = neuron.numbers.length;
    int jumpCount = neuron.jumps.size();
    int resetCount = neuron.resets.size();
    int decayCount = neuron.decays.size();
    double[] all =
        Arrays.copyOf(neuron.numbers, count + 3 + jumpCount + 2 * resetCount + decayCount);
    all[count] = neuron.threshold;
    all[count + 1] = neuron.reset;
    all[count + 2] = Math.floor(neuron.refractory / step + 0.5);
    for (int i = 0; i < jumpCount; i++) {
      all[count + 3 + i] = neuron.jumps.get(i).factor();
    }
    for (int i = 0; i < resetCount; i++) {
      all[count + 3 + jumpCount + i] = neuron.resets.get(i).keep();
      all[count + 3 + jumpCount + resetCount + i] = neuron.resets.get(i).add();
    }
    for (int i = 0; i < decayCount; i++) {
      all[all.length - decayCount + i] = neuron.decays.get(i).rate();
    }
    return all;
  }

  @Override
  public int stateArrays() {
    return shape.states;
  }

  @Override
  public void update(NeuronBlock block, int from, int to, long now, SpikeSink sink) {
    reached = now;
    for (int begin = from; begin < to; begin += CHUNK) {
      advance(block, begin, Math.min(CHUNK, to - begin), now, sink);
    }
  }

  private void advance(NeuronBlock block, int from, int count, long now, SpikeSink sink) {
    load(block, from, count, now);
    systems.step(count);
    boolean exact = Watch.atMost(count, systems.worst, 1);
    if (!exact) {
      repeat(from, count, now);
    }
    jump(block, from, count, now);
    boolean calm = Watch.below(count, systems.next[SmoothDynamics.V], thresholds);
    if (!calm) {
      reached(from, count, now);
    }
    for (int k = 0; k < shape.states; k++) {
      System.arraycopy(systems.next[k], 0, block.state(k), from, count);
    }
    receive(block, from, count);
    if (!(exact && calm)) {
      fire(from, count, sink);
    }
  }

  /** Takes those whose error is too large through the step again, in smaller ones. */
  private void repeat(int from, int count, long now) {
    for (int i = 0; i < count; i++) {
      if (!(systems.worst[i] <= 1)) {
        substeps.add(systems, i, from + i, now);
      }
    }
    substeps.run(systems.next, spikes);
  }

  /** Reports all spikes of the step, and leaves none for the next. */
  private void fire(int from, int count, SpikeSink sink) {
    for (int i = 0; i < count; i++) {
      for (; spikes[i] > 0; spikes[i]--) {
        sink.fire(from + i);
      }
    }
  }

  private void load(NeuronBlock block, int from, int count, long now) {
    for (int k = 0; k < shape.states; k++) {
      System.arraycopy(block.state(k), from, systems.y[k], 0, count);
    }
    for (int j = 0; j < numbers.length; j++) {
      if (numbers[j].stride() != 0) {
        System.arraycopy(numbers[j].values(), from, systems.p[j], 0, count);
      }
    }
    for (int d = 0; d < rates.length; d++) {
      if (rates[d].stride() != 0) {
        System.arraycopy(rates[d].values(), from, systems.decays.rate[d], 0, count);
      }
    }
    for (int c = 0; c < systems.current.length; c++) {
      double[] injected = block.current(c);
      if (injected == null) {
        Arrays.fill(systems.current[c], 0, count, 0);
      } else {
        System.arraycopy(injected, from, systems.current[c], 0, count);
      }
    }
    if (threshold.stride() != 0) {
      System.arraycopy(threshold.values(), from, thresholds, 0, count);
    }
    Arrays.fill(systems.free, 0, count, 1);
    int to = from + count;
    for (int i = refractory.next(from, to, now); i < to; i = refractory.next(i + 1, to, now)) {
      systems.free[i - from] = 0;
    }
  }

  /** Lets those fire that have reached the threshold at the end of the step. */
  private void reached(int from, int count, long now) {
    double[] v = systems.next[SmoothDynamics.V];
    for (int i = 0; i < count; i++) {
      if (!(v[i] < thresholds[i]) || v[i] == Double.NEGATIVE_INFINITY) {
        reachedBy(from + i, i, now);
      }
    }
  }

  private void reachedBy(int neuron, int place, long now) {
    double v = systems.next[SmoothDynamics.V][place];
    if (Double.isNaN(v) || Double.isInfinite(v)) {
      throw unstable(neuron, v);
    }
    if (systems.free[place] != 0 && !refractory.at(neuron, now)) {
      fire(systems.next, place, neuron, now);
      spikes[place]++;
    }
  }

  static UnstableStateException unstable(int neuron, double v) {
    return new UnstableStateException(neuron, "a membrane potential of " + v + " mV");
  }

  double threshold(int neuron) {
    return threshold.at(neuron);
  }

  /** Resets a neuron whose state is in some systems; returns whether V is held now. */
  boolean fire(double[][] y, int place, int neuron, long now) {
    y[SmoothDynamics.V][place] = reset.at(neuron);
    for (int i = 0; i < keep.length; i++) {
      double[] x = y[shape.resets.get(i).state()];
      x[place] = x[place] * keep[i].at(neuron) + add[i].at(neuron);
    }
    long steps = (long) refractorySteps.at(neuron);
    if (steps > 0) {
      refractory.begin(neuron, now + steps);
    }
    return steps > 0;
  }

  /** Adds the spikes that arrive and act on V; they are lost while it is held. */
  private void jump(NeuronBlock block, int from, int count, long now) {
    int offset = block.inputOffset() + from;
    double[] v = systems.next[SmoothDynamics.V];
    for (int j = 0; j < jumps.length; j++) {
      if (shape.jumps.get(j).to() == SmoothDynamics.V) {
        double[] input = block.input(shape.jumps.get(j).receptor());
        for (int i = 0; i < count; i++) {
          if (systems.free[i] != 0 && !refractory.at(from + i, now)) {
            v[i] += input[offset + i] * jumps[j].at(from + i);
          }
        }
      }
    }
  }

  /** Adds the spikes that arrive and act on other states. */
  private void receive(NeuronBlock block, int from, int count) {
    int offset = block.inputOffset() + from;
    for (int j = 0; j < jumps.length; j++) {
      if (shape.jumps.get(j).to() != SmoothDynamics.V) {
        double[] x = block.state(shape.jumps.get(j).to());
        double[] input = block.input(shape.jumps.get(j).receptor());
        add(count, input, offset, jumps[j], x, from);
      }
    }
  }

  private static void add(
      int count, double[] input, int offset, Column factor, double[] x, int from) {
    if (factor.stride() == 0) {
      double each = factor.at(0);
      for (int i = 0; i < count; i++) {
        x[from + i] += input[offset + i] * each;
      }
    } else {
      double[] each = factor.values();
      for (int i = 0; i < count; i++) {
        x[from + i] += input[offset + i] * each[from + i];
      }
    }
  }

  @Override
  public void carry(NeuronBlock block, int neuron, long step, StateCarrier carrier) {
    NeuronKernel.super.carry(block, neuron, step, carrier);
    refractory.carry(neuron, step, carrier);
    reached = carrier.carry(reached);
  }

  @Override
  public double read(NeuronBlock block, int variable, int neuron) {
    if (shape.isHold(variable)) {
      return Math.max(0, refractory.until(neuron) - reached) * step;
    }
    int reading = variable - shape.shown.length;
    if (reading < 0) {
      return block.state(shape.shown[variable])[neuron];
    }
    double[] y = new double[shape.states];
    Arrays.setAll(y, k -> block.state(k)[neuron]);
    double[] p = new double[numbers.length];
    Arrays.setAll(p, j -> numbers[j].at(neuron));
    return shape.readings.get(reading).of(y, p);
  }

  @Override
  public void write(NeuronBlock block, int variable, int neuron, double value) {
    if (variable < shape.shown.length) {
      block.state(shape.shown[variable])[neuron] = value;
    }
  }
}
