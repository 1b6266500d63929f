package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.Carried;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.record.Recording;
import org.hillock.record.WeightTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is carried back from readouts: in each step the error of the step before times a weight,
 * which is given, that of the synapse the other way, or given and changed as that one.
 */
class EpropFeedbackTest {

  private static final int STEPS = 2500;

  @ParameterizedTest
  @EnumSource(Carried.Feedback.class)
  void carriesTheErrorOfTheStepBeforeTimesTheWeight(Carried.Feedback feedback) throws IOException {
    EpropTask task = new EpropTask("regression", 100, 100, 1, 1000, 3, 1);
    Network network = EpropReferenceTest.regression(task, feedback);
    List<Double> every = IntStream.range(1, STEPS).mapToObj(i -> (double) i).toList();
    Recording recording =
        new Recording(
            List.of(),
            List.of(
                new Recording.Trace(new NeuronRange("rec", 0, 100), List.of("learning_signal"), 1),
                new Recording.Trace(new NeuronRange("out", 0, 1), List.of("error_signal"), 1)),
            List.of(new Recording.Weights("rec->out", every)),
            List.of());
    RunResult result =
        Engines.build(network, new RunSettings(1, 0, STEPS, 1, 3), recording, RunListener.NONE)
            .run(RunListener.NONE);
    // Of inputs, among the neurons without autapses, to the readout and back.
    assertEquals(100 * 100 + 100 * 99 + 100 + 100, result.statistics().synapses());
    double[][] learning = result.traces().get(0).values()[0];
    double[] error = result.traces().get(1).values()[0][0];
    WeightTable forward = result.weights().get(0);
    List<Integer> changed = new ArrayList<>();
    for (int neuron = 0; neuron < 100; neuron++) {
      int synapse = place(forward.sources(), neuron);
      double first = forward.weights()[0][synapse];
      for (int step = 4; step <= STEPS; step++) {
        // A weight is recorded as of the emission of a spike, and seen at its arrival.
        double now = forward.weights()[step - 3][synapse];
        double weight =
            switch (feedback) {
              case RANDOM -> task.back(neuron);
              case SYMMETRIC -> now;
              case ADAPTIVE -> task.back(neuron) + (now - first);
            };
        double expected = weight * error[step - 2];
        assertEquals(
            expected, learning[neuron][step - 1], 1e-15 + 1e-12 * Math.abs(expected), "" + step);
        if (step == STEPS && now != first) {
          changed.add(neuron);
        }
      }
    }
    assertTrue(changed.size() > 50, "weights have changed: " + changed.size());
    assertTrue(Arrays.stream(error).anyMatch(e -> Math.abs(e) > 0.1), "there is an error");
  }

  private static int place(int[] sources, int neuron) {
    return IntStream.range(0, sources.length)
        .filter(i -> sources[i] == neuron)
        .findFirst()
        .orElseThrow();
  }
}
