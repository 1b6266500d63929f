package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Projection;
import org.hillock.record.Recording;
import org.hillock.record.WeightTable;
import org.junit.jupiter.api.Test;

/**
 * When spikes count, by hand, as NEST's eprop_synapse_bsshslm_2020 has it: at the seam of two
 * intervals, to which the networks of {@link EpropReferenceTest} do not come.
 */
class EpropTimingTest {

  private static final int INTERVAL = 10;
  private static final double TAU = 8;
  private static final double WEIGHT = 0.7;
  private static final double ETA = 0.05;
  private static final double TARGET = -0.4;

  /** V_m of a target of one source, a number a step. */
  private static double[] potential(String model, double... spikes) {
    return run(model, Map.of("eta", ETA), List.of(), spikes).traces().get(0).values()[0][0];
  }

  /** A run of a target of one source that records V_m, and the synapse at some times. */
  private static RunResult run(
      String model, Map<String, Double> rule, List<Double> moments, double... spikes) {
    Map<String, Double> values = new HashMap<>();
    values.putAll(
        Map.of(
            "tau_m",
            TAU,
            "E_L",
            0.0,
            "eprop_update_interval",
            (double) INTERVAL,
            "eprop_learning_window",
            (double) INTERVAL));
    boolean readout = model.contains("readout");
    if (!readout) {
      values.put("V_th", 100.0);
    }
    Network network =
        new Network(
            List.of(
                PlasticRun.trains("in", List.of(spikes)),
                EpropTask.population("target", 1, model, values)),
            readout
                ? List.of(
                    new Input.StepCurrent(
                        "wanted",
                        List.of(new NeuronRange("target", 0, 1)),
                        List.of(0.0),
                        List.of(TARGET),
                        0,
                        "target_signal"))
                : List.of(),
            List.of(
                new Projection(
                    "synapse",
                    new NeuronRange("in", 0, 1),
                    new NeuronRange("target", 0, 1),
                    new ConnectionRule.AllToAll(),
                    Distribution.of(WEIGHT),
                    Distribution.of(1),
                    true,
                    true,
                    new Plasticity("eprop_bsshslm_2020", rule))));
    Recording recording =
        new Recording(
            List.of(),
            List.of(new Recording.Trace(new NeuronRange("target", 0, 1), List.of("V_m"), 1)),
            List.of(new Recording.Weights("synapse", moments, true)),
            List.of());
    RunSettings settings = new RunSettings(1, 0, 4 * INTERVAL, 1, 1);
    return Engines.build(network, settings, recording, RunListener.NONE).run(RunListener.NONE);
  }

  private static double at(double[] v, int step) {
    return v[step - 1];
  }

  /** The error of each step from a spike's arrival to the end of an interval, times its trace. */
  private static double gradient(double jump, int arrival, int end) {
    double sum = 0;
    for (int step = arrival; step <= end; step++) {
      double trace = Math.exp(-(step - arrival) / TAU);
      sum += (jump * trace - TARGET) * trace;
    }
    return sum;
  }

  @Test
  void losesSpikesThatArriveAsNeuronsBeginAnew() {
    int begin = 2 + INTERVAL + 1;
    double[] v = potential("eprop_iaf_bsshslm_2020", begin - 1, begin);
    assertEquals(0, at(v, begin), 0);
    assertEquals(WEIGHT, at(v, begin + 1), 0);
  }

  @Test
  void changesTheWeightBeforeTheFirstSpikeOfAnInterval() {
    int end = 3 + INTERVAL;
    double[] v = potential("eprop_readout_bsshslm_2020", 5, end + 4);
    assertEquals(WEIGHT, at(v, 6), 0);
    double changed = WEIGHT - ETA * gradient(WEIGHT, 6, end);
    assertEquals(changed, at(v, end + 5), 1e-15);
  }

  @Test
  void takesASpikeInTheFirstStepOfAnIntervalForTheEndOfTheOneBeforeAtReadouts() {
    int end = 3 + INTERVAL;
    double[] v = potential("eprop_readout_bsshslm_2020", 5, end, end + 4, end + INTERVAL + 4);
    assertEquals(WEIGHT, at(v, end + 1), 0, "the weight has not changed");
    double changed = WEIGHT - ETA * gradient(WEIGHT, 6, end);
    double left = Math.exp(-4 / TAU);
    assertEquals(WEIGHT * left + changed, at(v, end + 5), 1e-15);
    // Of the next interval, only the spike counts with which it began.
    double sum = 0;
    for (int step = end + 5; step <= end + INTERVAL; step++) {
      double trace = Math.exp(-(step - end - 5) / TAU);
      double potential = (WEIGHT * left + changed) * trace;
      sum += (potential - TARGET) * trace;
    }
    assertEquals(changed - ETA * sum, at(v, end + INTERVAL + 5), 1e-14);
  }

  @Test
  void keepsAGradientForASourceThatIsSilentForIntervals() {
    int end = 3 + INTERVAL;
    double[] v = potential("eprop_readout_bsshslm_2020", 5, end + INTERVAL + 6);
    double changed = WEIGHT - ETA * gradient(WEIGHT, 6, end);
    assertEquals(changed, at(v, end + INTERVAL + 7), 1e-15);
  }

  @Test
  void changesTheWeightOnceBeforeSeveralSpikesOfTheStepThatBeginsAnInterval() {
    int end = 3 + INTERVAL;
    double[] v = potential("eprop_readout_bsshslm_2020", 5, end + 4, end + 4, end + 4);
    double changed = WEIGHT - ETA * gradient(WEIGHT, 6, end);
    assertEquals(3 * changed, at(v, end + 5), 1e-15);
  }

  @Test
  void takesAStepOfAdamOnceBeforeSeveralSpikesOfTheStepThatBeginsAnInterval() {
    int end = 3 + INTERVAL;
    // While the spikes are under way, from which moment on a weight contains them, and at the end.
    List<Double> moments = List.of(end + 4.0, end + 6.0);
    Map<String, Double> adam = Map.of("eta", ETA, "optimizer", 1.0);
    RunResult result = run("eprop_readout_bsshslm_2020", adam, moments, 5, end + 4, end + 4);
    double g = gradient(WEIGHT, 6, end);
    // Kingma and Ba 2015: the means of the first step, made free of bias, are g and its square.
    double changed = WEIGHT - ETA * g / (Math.abs(g) + 1e-7 / Math.sqrt(1 - 0.999));
    assertEquals(2 * changed, at(result.traces().get(0).values()[0][0], end + 5), 1e-14);
    for (int i = 0; i < moments.size(); i++) {
      WeightTable found = result.weights().get(0);
      assertEquals(changed, found.weights()[i][0], 1e-15, "at " + moments.get(i) + " ms");
      assertEquals(0.1 * g, found.states().get("m")[i][0], 1e-14, "m at " + moments.get(i));
    }
  }
}
