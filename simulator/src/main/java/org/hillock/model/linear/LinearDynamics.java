package org.hillock.model.linear;

import java.util.ArrayList;
import java.util.List;

/**
 * A neuron that moves linearly between events, as data:
 *
 * <pre>
 *   dx_i/dt = -x_i/tau_i + Σ_j a_ij x_j + d_i (I_e + I)        between events
 *   x_i    += jump w                                           a spike of weight w arrives
 *   margin  = x_V - (theta + Σ_j k_j x_j)                      at or above 0: the neuron fires
 *   x_i    := keep x_i + add                                   it has fired
 * </pre>
 *
 * <p>x_V is the membrane potential relative to a resting potential. No state may act on itself by
 * way of others, so each is a sum of exponentials, times powers of t where time constants coincide.
 * After a spike V may be held at its reset value for a while, and no other spike is fired for a
 * while. With escape noise the neuron fires at random instead, with the rate rho e^(margin/delta)
 * (Gerstner and van Hemmen 1992, Network 3:139).
 *
 * <p>The engines derive all else: {@link Paths} over a step, {@link LinearKernel} and its vector
 * twin, {@link LinearQuiescence}, and the motion in continuous time. Immutable.
 */
public final class LinearDynamics {

  /** Place of the membrane potential among the states. */
  public static final int V = 0;

  /**
   * x_from acts on x_to: a = numerator/denominator [1/ms, times the units]. The two are kept apart
   * since 1/C_m would be rounded once more.
   */
  record Coupling(int to, int from, double numerator, double denominator) {}

  /** Injected current acts on a state, as {@link Coupling}. */
  record Drive(int to, double numerator, double denominator) {}

  /** A spike adds to a state. */
  record Jump(int receptor, int to, double factor) {}

  /** A state raises the threshold. */
  record Raise(int state, double factor) {}

  /** What a spike of its own does to a state. */
  record Reset(int state, double keep, double add) {}

  /** A variable that people see: an offset and a sum of states. */
  record Shown(double offset, List<Raise> sum) {}

  final double[] tau;
  final List<Coupling> couplings;
  final List<Drive> drives;
  final List<Jump> jumps;
  final List<Raise> raises;
  final List<Reset> resets;
  final List<Shown> shown;
  final double constantCurrent;
  final double threshold;
  final double lowest;
  final double held;
  final double mute;
  final double rho;
  final double delta;

  private LinearDynamics(Builder builder) {
    this.tau = builder.tau.stream().mapToDouble(Double::doubleValue).toArray();
    this.couplings = List.copyOf(builder.couplings);
    this.drives = List.copyOf(builder.drives);
    this.jumps = List.copyOf(builder.jumps);
    this.raises = List.copyOf(builder.raises);
    this.resets = List.copyOf(builder.resets);
    this.shown = List.copyOf(builder.shown);
    this.constantCurrent = builder.constantCurrent;
    this.threshold = builder.threshold;
    this.lowest = builder.lowest;
    this.held = builder.held;
    this.mute = Math.max(builder.mute, builder.held);
    this.rho = builder.rho;
    this.delta = builder.delta;
    if (held > 0 && couplings.stream().anyMatch(coupling -> coupling.from == V)) {
      throw new IllegalArgumentException("V is held after a spike, so nothing may follow it");
    }
  }

  /** Number of states. */
  int states() {
    return tau.length;
  }

  /** Whether the neuron fires at random. */
  boolean escapes() {
    return delta > 0;
  }

  /** What V becomes at a spike, or V itself. */
  Reset resetOfV() {
    return resets.stream().filter(reset -> reset.state == V).findFirst().orElse(new Reset(V, 1, 0));
  }

  /**
   * Begins with the membrane, which charges and leaks.
   *
   * @param tau membrane time constant [ms]; infinite for one that does not leak
   * @param capacitance [pF]
   * @param resting the potential to which V is relative [mV]; V is the first variable that people
   *     see
   */
  public static Builder membrane(double tau, double capacitance, double resting) {
    Builder builder = new Builder(capacitance);
    builder.state(tau);
    builder.drives.add(new Drive(V, 1, capacitance));
    builder.show(resting, V);
    return builder;
  }

  /** Collects the data; states are numbered in the order in which they are added, V being 0. */
  public static final class Builder {
    private final double capacitance;
    private final List<Double> tau = new ArrayList<>();
    private final List<Coupling> couplings = new ArrayList<>();
    private final List<Drive> drives = new ArrayList<>();
    private final List<Jump> jumps = new ArrayList<>();
    private final List<Raise> raises = new ArrayList<>();
    private final List<Reset> resets = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();
    private double constantCurrent;
    private double threshold = Double.POSITIVE_INFINITY;
    private double lowest = Double.NEGATIVE_INFINITY;
    private double held;
    private double mute;
    private double rho;
    private double delta;

    private Builder(double capacitance) {
      this.capacitance = capacitance;
    }

    /** Adds a state that decays with a time constant [ms], and returns its number. */
    public int state(double timeConstant) {
      tau.add(timeConstant);
      return tau.size() - 1;
    }

    /**
     * Adds an exponentially decaying current into the membrane.
     *
     * @param receptor each spike there adds its weight [pA]
     * @param timeConstant [ms]
     * @return number of the state [pA]
     */
    public int exponentialCurrent(int receptor, double timeConstant) {
      int current = state(timeConstant);
      couplings.add(new Coupling(V, current, 1, capacitance));
      return jump(receptor, current, 1);
    }

    /**
     * Adds a current into the membrane that answers a spike by an alpha function w e/tau t
     * e^(-t/tau).
     *
     * @param receptor each spike there makes a current whose peak is its weight [pA]
     * @param timeConstant [ms]
     * @return number of the state that is the current [pA]; the next one is its rise [pA/ms]
     */
    public int alphaCurrent(int receptor, double timeConstant) {
      int current = state(timeConstant);
      int rise = state(timeConstant);
      couplings.add(new Coupling(V, current, 1, capacitance));
      couple(current, rise, 1);
      jump(receptor, rise, Math.E / timeConstant);
      return current;
    }

    /** A state acts on another: dx_to/dt has the term rate x_from. */
    public Builder couple(int to, int from, double rate) {
      couplings.add(new Coupling(to, from, rate, 1));
      return this;
    }

    /** Injected current acts on a state other than the membrane. */
    public Builder drive(int to, double numerator, double denominator) {
      drives.add(new Drive(to, numerator, denominator));
      return this;
    }

    /** A constant injected current [pA]. */
    public Builder constantCurrent(double current) {
      this.constantCurrent = current;
      return this;
    }

    /**
     * A spike of weight w at a receptor adds w times a factor to a state, whose number is returned.
     */
    public int jump(int receptor, int to, double factor) {
      jumps.add(new Jump(receptor, to, factor));
      return to;
    }

    /**
     * The neuron fires as soon as V, relative to the resting potential, is at or above this [mV].
     */
    public Builder threshold(double potential) {
      this.threshold = potential;
      return this;
    }

    /** A state is added to the threshold. */
    public Builder raiseThreshold(int state) {
      raises.add(new Raise(state, 1));
      return this;
    }

    /**
     * V takes this value at a spike, relative to the resting potential, and is held there [mV, ms].
     */
    public Builder reset(double potential, double time) {
      this.held = time;
      return setAtSpike(V, potential);
    }

    /** No second spike for this time after one [ms]. */
    public Builder silentAfterSpike(double time) {
      this.mute = time;
      return this;
    }

    /** A spike of the neuron sets a state to a value. */
    public Builder setAtSpike(int state, double value) {
      resets.add(new Reset(state, 0, value));
      return this;
    }

    /** A spike of the neuron adds to a state. */
    public Builder addAtSpike(int state, double value) {
      resets.add(new Reset(state, 1, value));
      return this;
    }

    /** V never falls below this, relative to the resting potential [mV]. */
    public Builder lowest(double potential) {
      this.lowest = potential;
      return this;
    }

    /**
     * The neuron fires at random.
     *
     * @param rate at the threshold [1/ms]
     * @param width by so much V must rise for the rate to grow e times [mV]; 0 for a threshold that
     *     is sharp
     */
    public Builder escape(double rate, double width) {
      this.rho = rate;
      this.delta = width;
      return this;
    }

    /** The next variable that people see is a sum of states and an offset. */
    public Builder show(double offset, int... states) {
      List<Raise> sum = new ArrayList<>();
      for (int state : states) {
        sum.add(new Raise(state, 1));
      }
      shown.add(new Shown(offset, sum));
      return this;
    }

    /** The data. */
    public LinearDynamics build() {
      return new LinearDynamics(this);
    }
  }
}
