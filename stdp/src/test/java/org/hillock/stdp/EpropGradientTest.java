package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The gradient that synapses accumulate over an interval against finite differences of the loss, on
 * small networks.
 *
 * <p>Of weights onto readouts e-prop is the gradient. Of weights onto neurons that fire it is the
 * gradient where these are not connected with each other (Bellec et al. 2020, eq. 3: what is left
 * out is what goes through spikes of other neurons), once a spike has the surrogate for a
 * derivative, also by its threshold that adapts, but not by its reset.
 */
class EpropGradientTest {

  private static final int INTERVAL = 120;
  private static final int INPUTS = 4;
  private static final int NEURONS = 3;
  private static final double TAU = 15;
  private static final double TAU_OUT = 22;
  private static final double TAU_ADAPT = 40;

  /** Inputs that are silent before the first interval and after it. */
  private static Population inputs() {
    Random random = new Random(3);
    List<double[]> trains = new ArrayList<>();
    for (int i = 0; i < INPUTS; i++) {
      trains.add(random.ints(30, 5, INTERVAL - 2).distinct().sorted().asDoubleStream().toArray());
    }
    return new Population("in", INPUTS, "spike_generator", Map.of(), SpikeTrains.of(trains));
  }

  private static Population population(
      String name, int size, String model, double tau, Map<String, Double> more) {
    Map<String, Double> values = new HashMap<>(more);
    values.put("tau_m", tau);
    values.put("E_L", 0.0);
    values.put("regular_spike_arrival", 0.0);
    values.put("eprop_update_interval", (double) INTERVAL);
    values.put("eprop_learning_window", (double) INTERVAL);
    return EpropTask.population(name, size, model, values);
  }

  private static Projection dense(
      String from, int sources, String to, double[] weights, Carried carried) {
    int count = weights.length;
    int[] source = new int[count];
    int[] target = new int[count];
    Arrays.setAll(source, i -> i % sources);
    Arrays.setAll(target, i -> i / sources);
    Plasticity rule = new Plasticity("eprop_bsshslm_2020", Map.of("tau_m_readout", TAU_OUT));
    return new Projection(
        from + "->" + to,
        new NeuronRange(from, 0, sources),
        new NeuronRange(to, 0, count / sources),
        new ConnectionRule.Explicit(source, target, weights, null),
        Distribution.of(0),
        Distribution.of(1),
        true,
        true,
        carried == null ? rule : null,
        null,
        null,
        null,
        carried);
  }

  private static Input target(int readout, double constant) {
    return new Input.StepCurrent(
        "target" + readout,
        List.of(new NeuronRange("out", readout, readout + 1)),
        List.of(0.0, 50.0, 90.0),
        List.of(constant, 1 - constant, constant),
        0,
        "target_signal");
  }

  private static RunResult run(Network network, Recording recording) {
    RunSettings settings = new RunSettings(1, 0, INTERVAL + 20, 1, 2);
    return Engines.build(network, settings, recording, RunListener.NONE).run(RunListener.NONE);
  }

  private static Recording.Weights states(String projection) {
    return new Recording.Weights(projection, List.of(), true);
  }

  private static double[] gradient(RunResult result) {
    double[][] samples = result.weights().get(0).states().get("gradient");
    return samples[samples.length - 1];
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 3"})
  void isTheGradientOfTheLossByWeightsOntoReadouts(double loss, int readouts) {
    double[] weights = new Random(8).doubles(INPUTS * readouts, -1, 1).toArray();
    double[] found = gradient(run(readoutNetwork(loss, readouts, weights), readoutRecording(1)));
    // Cross entropy is a mean over the steps.
    double share = loss == 0 ? 1 : INTERVAL;
    for (int i = 0; i < weights.length; i++) {
      double h = 1e-4;
      double[] more = weights.clone();
      more[i] += h;
      double[] less = weights.clone();
      less[i] -= h;
      double slope =
          (total(readoutNetwork(loss, readouts, more), readouts)
                  - total(readoutNetwork(loss, readouts, less), readouts))
              / (2 * h);
      assertTrue(Math.abs(slope) > 1e-4, "a weight that matters: " + slope);
      // Synapses are told by source, then target.
      int place = i % INPUTS * readouts + i / INPUTS;
      assertEquals(slope * share, found[place], 1e-6 * Math.abs(slope * share), "weight " + i);
    }
  }

  /**
   * Of two readouts that stay at 0 and -800 mV, exp(-800) is no double, and its logarithm is -800.
   */
  @Test
  void knowsTheLossOfASoftmaxThatIsTooSmallForANumber() {
    List<Input> wanted =
        List.of(
            new Input.StepCurrent(
                "low",
                List.of(new NeuronRange("out", 1, 2)),
                List.of(0.0),
                List.of(0.5),
                0,
                "target_signal"));
    Map<String, Distribution> values = new HashMap<>();
    values.put("loss", Distribution.of(1));
    values.put("eprop_update_interval", Distribution.of(10));
    values.put("eprop_learning_window", Distribution.of(10));
    values.put("E_L", new Distribution.Listed(new double[] {0, -800}));
    double[] ones = {0, 1, 1, 0};
    Network network =
        new Network(
            List.of(new Population("out", 2, "eprop_readout_bsshslm_2020", values)),
            wanted,
            List.of(
                dense(
                    "out",
                    2,
                    "out",
                    ones,
                    new Carried("readout_signal_unnorm", Carried.Feedback.RANDOM))));
    Recording recording =
        new Recording(
            List.of(),
            List.of(
                new Recording.Trace(
                    new NeuronRange("out", 0, 2), List.of("interval_loss", "readout_signal"), 1)),
            List.of(),
            List.of());
    double[][][] found = run(network, recording).traces().get(0).values();
    assertEquals(0, found[1][1][99], 0);
    assertEquals(1, found[1][0][99], 0);
    assertEquals(400, found[0][1][99], 1e-10);
    assertEquals(0, found[0][0][99], 0);
  }

  private static Recording readoutRecording(int readouts) {
    return new Recording(
        List.of(),
        List.of(
            new Recording.Trace(new NeuronRange("out", 0, readouts), List.of("interval_loss"), 1)),
        List.of(states("in->out")),
        List.of());
  }

  private static double total(Network network, int readouts) {
    double sum = 0;
    for (double[] loss : run(network, readoutRecording(readouts)).traces().get(0).values()[0]) {
      sum += loss[loss.length - 1];
    }
    return sum;
  }

  private static Network readoutNetwork(double loss, int readouts, double[] weights) {
    List<Input> targets = new ArrayList<>();
    for (int k = 0; k < readouts; k++) {
      targets.add(target(k, readouts == 1 ? 0.3 : k == 0 ? 1 : 0));
    }
    if (readouts > 1) {
      // The probabilities that are wanted sum up to 1.
      targets.remove(2);
    }
    double[] ones = new double[readouts * readouts];
    for (int i = 0; i < ones.length; i++) {
      ones[i] = i % readouts == i / readouts ? 0 : 1;
    }
    Carried other = new Carried("readout_signal_unnorm", Carried.Feedback.RANDOM);
    return new Network(
        List.of(
            inputs(),
            population(
                "out", readouts, "eprop_readout_bsshslm_2020", TAU_OUT, Map.of("loss", loss))),
        targets,
        List.of(
            dense("in", INPUTS, "out", weights, null), dense("out", readouts, "out", ones, other)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eprop_iaf_bsshslm_2020", "eprop_iaf_adapt_bsshslm_2020"})
  void isTheGradientOfTheLossByWeightsOntoNeuronsThatAreNotConnected(String model) {
    boolean adapts = model.contains("adapt");
    Random random = new Random(5);
    double[] in = random.doubles(INPUTS * NEURONS, 0, 3).toArray();
    double[] out = random.doubles(NEURONS, -1, 1).toArray();
    RunResult result = run(hidden(model, in, out), hiddenRecording());
    double[] found = gradient(result);
    double[][] psi = result.traces().get(0).values()[0];
    double[] y = result.traces().get(1).values()[0][0];
    double[] wanted = result.traces().get(1).values()[1][0];
    assertTrue(result.spikes().get(1).size() > 5, "neurons fire");
    for (int i = 0; i < in.length; i++) {
      double[] train = result.spikes().get(0).train(i % INPUTS);
      int neuron = i / INPUTS;
      double h = 1e-3;
      double beta = adapts ? 0.4 : 0;
      double slope =
          (surrogateLoss(h, train, psi[neuron], beta, out[neuron], y, wanted)
                  - surrogateLoss(-h, train, psi[neuron], beta, out[neuron], y, wanted))
              / (2 * h);
      assertTrue(Math.abs(slope) > 1e-6, "a weight that matters: " + slope);
      int place = i % INPUTS * NEURONS + neuron;
      assertEquals(slope, found[place], 1e-9 * Math.abs(slope), "weight " + i);
    }
  }

  private static Recording hiddenRecording() {
    return new Recording(
        List.of(new NeuronRange("in", 0, INPUTS), new NeuronRange("rec", 0, NEURONS)),
        List.of(
            new Recording.Trace(
                new NeuronRange("rec", 0, NEURONS), List.of("surrogate_gradient"), 1),
            new Recording.Trace(
                new NeuronRange("out", 0, 1), List.of("readout_signal", "target_signal"), 1)),
        List.of(states("in->rec")),
        List.of());
  }

  private static Network hidden(String model, double[] in, double[] out) {
    Map<String, Double> firing = new HashMap<>();
    firing.put("V_th", 0.35);
    firing.put("t_ref", 2.0);
    firing.put("surrogate_gradient_function", 1.0);
    if (model.contains("adapt")) {
      firing.put("adapt_beta", 0.4);
      firing.put("adapt_tau", TAU_ADAPT);
    }
    return new Network(
        List.of(
            inputs(),
            population("rec", NEURONS, model, TAU, firing),
            population("out", 1, "eprop_readout_bsshslm_2020", TAU_OUT, Map.of())),
        List.of(target(0, 0.3)),
        List.of(
            dense("in", INPUTS, "rec", in, null),
            dense("rec", NEURONS, "out", out, null),
            dense(
                "out",
                1,
                "rec",
                new double[NEURONS],
                new Carried("error_signal", Carried.Feedback.SYMMETRIC))));
  }

  /**
   * The loss after a weight has changed, spikes being z + psi (change of V - that of the
   * threshold), with the resets as they were.
   */
  private static double surrogateLoss(
      double change,
      double[] train,
      double[] psi,
      double beta,
      double out,
      double[] y,
      double[] wanted) {
    double alpha = Math.exp(-1 / TAU);
    double kappa = Math.exp(-1 / TAU_OUT);
    double rho = Math.exp(-1 / TAU_ADAPT);
    double v = 0;
    double adaptation = 0;
    double readout = 0;
    double loss = 0;
    for (int step = 3; step <= INTERVAL + 2; step++) {
      int now = step;
      boolean arrives = Arrays.stream(train).anyMatch(time -> (int) time + 1 == now);
      v = alpha * v + (arrives ? (1 - alpha) * change : 0);
      double spike = psi[step - 1] * (v - beta * adaptation);
      adaptation = rho * adaptation + spike;
      readout = kappa * readout + (1 - kappa) * out * spike;
      // What a readout says of a spike is told two steps later.
      double error = y[step + 1] + readout - wanted[step + 1];
      loss += error * error / 2;
    }
    return loss;
  }

  @Test
  void regularisesTheRateByItsOwnDerivative() {
    double[] in = new Random(5).doubles(INPUTS * NEURONS, 0, 3).toArray();
    Network network = hidden("eprop_iaf_bsshslm_2020", in, new double[NEURONS]);
    double cReg = 7;
    List<Population> populations = new ArrayList<>(network.populations());
    Map<String, Double> firing = new HashMap<>();
    populations.get(1).parameters().forEach((name, value) -> firing.put(name, value.mean()));
    firing.put("c_reg", cReg);
    firing.put("f_target", 20.0);
    populations.set(1, EpropTask.population("rec", NEURONS, "eprop_iaf_bsshslm_2020", firing));
    RunResult result =
        run(new Network(populations, network.inputs(), network.projections()), hiddenRecording());
    double[] found = gradient(result);
    double[][] psi = result.traces().get(0).values()[0];
    for (int i = 0; i < in.length; i++) {
      int neuron = i / INPUTS;
      // E = c_reg/2 (f - f_target)², f = spikes / steps, and each spike has psi dV/dw.
      double rate = result.spikes().get(1).train(neuron).length / (double) INTERVAL;
      double sum = 0;
      double v = 0;
      for (int step = 3; step <= INTERVAL + 2; step++) {
        int now = step;
        double[] train = result.spikes().get(0).train(i % INPUTS);
        boolean arrives = Arrays.stream(train).anyMatch(time -> (int) time + 1 == now);
        v = Math.exp(-1 / TAU) * v + (arrives ? 1 - Math.exp(-1 / TAU) : 0);
        sum += psi[neuron][step - 1] * v;
      }
      double slope = cReg * (rate - 0.02) * sum / INTERVAL;
      assertEquals(slope, found[i % INPUTS * NEURONS + neuron], 1e-9 * Math.abs(slope));
    }
  }
}
