package org.hillock.lif.example;

import java.util.List;
import org.hillock.model.ParameterSet;
import org.hillock.model.RuleDescription;
import org.hillock.model.RuleFamily;
import org.hillock.model.SynapseModel;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;

/** A rule that sums up the membrane potential of its target, which is never 0. */
public final class MembraneSum implements SynapseModel {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of("membrane_sum", RuleFamily.RATE, "sums up a membrane potential")
          .equations("dw/dt = V_m")
          .source("the tests")
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public SynapseRule rule(ParameterSet of) {
    return new Rule();
  }

  private record Rule() implements SynapseRule {

    @Override
    public boolean heedsPostsynapticSpikes() {
      return false;
    }

    @Override
    public boolean heedsLonelyPostsynapticSpikes() {
      return true;
    }

    @Override
    public List<String> postsynapticSignals() {
      return List.of("V_m");
    }

    @Override
    public void update(SynapseRow row) {
      double[] w = row.weights();
      for (int synapse = row.from(); synapse < row.to(); synapse++) {
        row.at(synapse);
        while (row.nextSignal(0)) {
          w[synapse] += row.signal(0) * row.step();
        }
      }
    }
  }
}
