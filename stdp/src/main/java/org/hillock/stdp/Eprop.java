package org.hillock.stdp;

import java.util.List;
import java.util.Optional;
import org.hillock.model.GradientRow;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.RuleDescription;
import org.hillock.model.RuleFamily;
import org.hillock.model.SynapseModel;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;
import org.hillock.model.Unit;

/**
 * E-prop: weights go down the gradient of the loss that the targets know, by eligibility traces of
 * each synapse and learning signals of each target. The targets add up both, see {@link
 * org.hillock.model.SpikeGradient}.
 *
 * <p>As in NEST, a weight changes when the first spike of its source in an update interval arrives.
 */
public final class Eprop implements SynapseModel {

  private static final RuleDescription DESCRIPTION =
      Optimizer.describe(
              RuleDescription.of(
                  "eprop_bsshslm_2020",
                  RuleFamily.GRADIENT,
                  "e-prop: gradient descent by eligibility traces and learning signals"))
          .parameters(
              Parameter.truth(
                  "average_gradient", false, "gradients are divided by eprop_learning_window"),
              Parameter.positive(
                  "tau_m_readout", Unit.MILLISECOND, 10, "tau_m of the readouts, filters e"))
          .equations(
              """
              g = sum over an update interval of L ebar + c_reg (f - f_target)/U e, onto neurons
              e = psi (zbar - adapt_beta a),   a(t+h) = exp(-h/adapt_tau) a + e
              ebar = kappa ebar + (1 - kappa) e,   kappa = exp(-h/tau_m_readout)
              g = sum of error_signal zbar, onto readouts;   zbar: spikes, filtered by the target
              traces are 0 as an interval begins; U: steps of eprop_update_interval
              gradient_descent: w -= eta g;   adam: Kingma and Ba 2015;   W_min to W_max
              """)
          .source(
              "Bellec, Scherr, Subramoney, Hajek, Salaj, Legenstein and Maass 2020,"
                  + " Nat Commun 11:3625; NEST eprop_synapse_bsshslm_2020")
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Optional<String> conflict(ParameterSet of) {
    double batch = of.get("batch_size");
    return batch == Math.rint(batch)
        ? WeightBounds.conflict(of)
        : Optional.of("batch_size, " + batch + ", is not a whole number");
  }

  @Override
  public SynapseRule rule(ParameterSet of) {
    return new Rule(Optimizer.of(of), of.is("average_gradient"), of.get("tau_m_readout"));
  }

  private record Rule(Optimizer optimizer, boolean average, double tauReadout)
      implements SynapseRule {

    @Override
    public List<String> states() {
      return optimizer.adam() ? List.of("gradient", "m", "v") : List.of("gradient");
    }

    @Override
    public boolean heedsPostsynapticSpikes() {
      return false;
    }

    @Override
    public boolean descendsGradient() {
      return true;
    }

    @Override
    public boolean transmitsWeight() {
      return false;
    }

    @Override
    public void update(SynapseRow row) {
      GradientRow of = row.gradients();
      double[] w = row.weights();
      double[] gradient = row.state(0);
      double share = average ? of.learningWindow() : 1;
      long before = optimizer.batches(of.before());
      long after = of.begins() ? optimizer.batches(of.interval()) : before;
      for (int synapse = row.from(); synapse < row.to(); synapse++) {
        if (of.ended()) {
          gradient[synapse] += of.gradient(synapse, tauReadout) / share;
        }
        if (row.arrives() && after > before) {
          double[] m = optimizer.adam() ? row.state(1) : gradient;
          double[] v = optimizer.adam() ? row.state(2) : gradient;
          w[synapse] =
              optimizer.changed(w[synapse], gradient[synapse], m, v, synapse, before, after);
          gradient[synapse] = 0;
        }
        if (row.arrives()) {
          row.transmitted()[synapse - row.from()] = of.lost() ? 0 : w[synapse];
        }
      }
    }
  }
}
