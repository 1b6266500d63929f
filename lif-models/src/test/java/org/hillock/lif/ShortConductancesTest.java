package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.hillock.model.BlockParameters;
import org.hillock.model.Models;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.random.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Conductances that last from a hundredth of a step to a hundred steps, large and small, move V on
 * the grid as they do by Dormand and Prince's method with a tolerance of 1e-13.
 */
class ShortConductancesTest {

  private static final double STEP = 0.1;

  @ParameterizedTest
  @CsvSource({
    "0.001, 0.9",
    "0.001, 1000",
    "0.01, 0.9",
    "0.01, 20",
    "0.03, 20",
    "0.05, 20",
    "0.1, 100",
    "0.2, 20",
    "0.2, 2000",
    "0.5, 20",
    "1, 1",
    "2, 500",
    "10, 3"
  })
  void movesThePotential(double tau, double conductance) {
    NeuronModel model = Models.neuron("iaf_cond_exp").orElseThrow();
    ParameterSet set =
        ParameterSet.of("n", model.parameters(), Map.of("tau_syn_ex", tau, "V_th", 1000.0));
    NeuronKernel kernel =
        model.dynamics().kernel(new BlockParameters(1, true, neuron -> set), STEP);
    NeuronBlock block =
        new NeuronBlock(
            0, 0, 1, kernel.stateArrays(), new double[2][1], 0, new RandomStream(1), null);
    kernel.write(block, 0, 0, -70);
    kernel.write(block, 1, 0, conductance);
    FirstOrderDifferentialEquations membrane = membrane(set);
    double[] y = {-70, conductance};
    DormandPrince853Integrator reference =
        new DormandPrince853Integrator(1e-15, STEP, 1e-13, 1e-13);
    double largest = 0;
    for (int step = 1; step <= 50; step++) {
      kernel.update(block, 0, 1, step, neuron -> {});
      reference.integrate(membrane, 0, y, STEP, y);
      largest = Math.max(largest, Math.abs(y[0] - kernel.read(block, 0, 0)));
    }
    assertEquals(0, largest, 2e-6, "largest error of V [mV]");
  }

  private static FirstOrderDifferentialEquations membrane(ParameterSet of) {
    return new FirstOrderDifferentialEquations() {
      @Override
      public int getDimension() {
        return 2;
      }

      @Override
      public void computeDerivatives(double t, double[] y, double[] dy) {
        double leak = of.get("g_L") * (of.get("E_L") - y[0]);
        dy[0] = (leak + y[1] * (of.get("E_ex") - y[0])) / of.get("C_m");
        dy[1] = -y[1] / of.get("tau_syn_ex");
      }
    };
  }
}
