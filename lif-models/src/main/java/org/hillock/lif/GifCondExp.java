package org.hillock.lif;

import java.util.Map;
import java.util.Optional;
import org.hillock.model.BlockParameters;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronKernel;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;
import org.hillock.model.StateCarrier;
import org.hillock.model.Stepped;
import org.hillock.model.Unit;
import org.hillock.model.smooth.Smooth;
import org.hillock.model.smooth.SmoothDynamics;

/** Generalised integrate-and-fire neuron with exponentially decaying conductances. */
public final class GifCondExp implements NeuronModel {

  private static final int G_EX = 1;
  private static final int G_IN = 2;

  /** Not moved by the integration: the current that spikes leave, and 1 unless V is held. */
  private static final int LEFT = 3;

  private static final int FREE = 4;
  private static final int STATES = 5;

  private static final NeuronDescription UNSHAPED =
      NeuronDescription.of(
              "gif_cond_exp",
              Family.ESCAPE_NOISE,
              "as gif_psc_exp, spikes are exponentially decaying conductances")
          .equations(
              """
              C_m dV/dt = -g_L (V - E_L) - I_stc - g_ex (V - E_ex) - g_in (V - E_in) + I_e + I
              dg_x/dt   = -g_x/tau_syn_x,   g_x += |w|, x = ex for w >= 0, in for w < 0
              rate      = lambda_0 exp((V - E_sfa)/Delta_V)
              E_sfa     = V_T_star + sum of g_j,   dg_j/dt = -g_j/tau_sfa_j
              I_stc     = sum of h_i,              dh_i/dt = -h_i/tau_stc_i
              spike: g_j += q_sfa_j, h_i += q_stc_i, V = V_reset for t_ref
              on a grid I_stc and E_sfa are held in a step, and with t_ref = 0 V is not reset
              """)
          .source(Gif.SOURCE)
          .parameters(Gif.parameters())
          .parameters(
              Parameter.any("E_ex", Unit.MILLIVOLT, 0, "excitatory reversal potential"),
              Parameter.any("E_in", Unit.MILLIVOLT, -85, "inhibitory reversal potential"),
              Parameter.positive(
                  "tau_syn_ex", Unit.MILLISECOND, 2, "decay time of excitatory conductances"),
              Parameter.positive(
                  "tau_syn_in", Unit.MILLISECOND, 2, "decay time of inhibitory conductances"))
          .variables(Membrane.V_M, Gif.E_SFA, Gif.I_STC, Conductances.G_EX, Conductances.G_IN)
          .receptors(Conductances.EX, Conductances.IN)
          .bySign()
          .current()
          .build();

  private final NeuronDescription description;

  /** The model as it is listed. */
  public GifCondExp() {
    this.description = UNSHAPED;
  }

  private GifCondExp(Map<String, Integer> lengths) {
    this.description = Lists.shape(UNSHAPED, lengths);
  }

  @Override
  public NeuronDescription description() {
    return description;
  }

  @Override
  public NeuronModel withLists(Map<String, Integer> lengths) {
    return new GifCondExp(lengths);
  }

  @Override
  public Optional<String> conflict(ParameterSet parameters) {
    return Gif.conflict(parameters);
  }

  @Override
  public Dynamics dynamics() {
    return new Stepped(
        parameters -> STATES + GifSpikes.arrays(parameters),
        Kernel::new,
        parameters ->
            Optional.of("fires at random, and its potential has no closed form between events"),
        null);
  }

  private static SmoothDynamics motion(ParameterSet of) {
    return SmoothDynamics.of(STATES)
        .numbers(
            of.get("C_m"),
            of.get("g_L"),
            of.get("E_L"),
            of.get("E_ex"),
            of.get("E_in"),
            of.get("I_e"))
        .decay(G_EX, of.get("tau_syn_ex"))
        .decay(G_IN, of.get("tau_syn_in"))
        .decay(LEFT, Double.POSITIVE_INFINITY)
        .decay(FREE, Double.POSITIVE_INFINITY)
        .jump(0, G_EX, 1)
        .jump(1, G_IN, -1)
        .show(SmoothDynamics.V, G_EX, G_IN)
        .build();
  }

  private static void derivative(
      int count, double[][] y, double[][] p, double[][] current, double[][] dy) {
    double[] v = y[SmoothDynamics.V];
    double[] gEx = y[G_EX];
    double[] gIn = y[G_IN];
    for (int i = 0; i < count; i++) {
      double synaptic = -gEx[i] * (v[i] - p[3][i]) - gIn[i] * (v[i] - p[4][i]);
      double leak = -p[1][i] * (v[i] - p[2][i]);
      double inflow = leak + synaptic + p[5][i] + current[0][i] - y[LEFT][i];
      dy[SmoothDynamics.V][i] = y[FREE][i] * inflow / p[0][i];
    }
  }

  /** Integrates the membrane over a step, then lets it fire. */
  private static final class Kernel implements NeuronKernel {
    private final NeuronKernel membrane;
    private final GifSpikes spikes;
    private final int arrays;

    Kernel(BlockParameters parameters, double step) {
      this.membrane =
          Smooth.fireAndReset(GifCondExp::derivative, GifCondExp::motion).kernel(parameters, step);
      this.spikes = new GifSpikes(parameters, STATES, step);
      this.arrays = STATES + GifSpikes.arrays(parameters.of().apply(0));
    }

    @Override
    public int stateArrays() {
      return arrays;
    }

    @Override
    public void update(NeuronBlock block, int from, int to, long now, SpikeSink sink) {
      spikes.begin(block, from, to);
      double[] free = block.state(FREE);
      for (int i = from; i < to; i++) {
        free[i] = spikes.held(i, now) ? 0 : 1;
      }
      System.arraycopy(spikes.currents(block), from, block.state(LEFT), from, to - from);
      membrane.update(block, from, to, now, sink);
      spikes.end(block, block.state(SmoothDynamics.V), from, to, now, sink);
    }

    @Override
    public void carry(NeuronBlock block, int neuron, long step, StateCarrier carrier) {
      membrane.carry(block, neuron, step, carrier);
      for (int k = membrane.stateArrays(); k < arrays; k++) {
        block.state(k)[neuron] = carrier.carry(block.state(k)[neuron]);
      }
      spikes.carry(neuron, step, carrier);
    }

    @Override
    public double read(NeuronBlock block, int variable, int neuron) {
      return variable == 1 || variable == 2
          ? spikes.read(block, variable - 1, neuron)
          : membrane.read(block, Math.max(0, variable - 2), neuron);
    }

    @Override
    public void write(NeuronBlock block, int variable, int neuron, double value) {
      if (variable != 1 && variable != 2) {
        membrane.write(block, Math.max(0, variable - 2), neuron, value);
      }
    }
  }
}
