package org.hillock.model.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

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
 * After a spike V, and other states that are frozen, may be held for a while, and no other spike is
 * fired for a while. With escape noise the neuron fires at random instead, with the rate rho
 * e^(margin/delta) + slope margin (Gerstner and van Hemmen 1992, Network 3:139), where that is
 * above 0.
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

  /** A variable that people see: an offset and a sum of states; one that they may set has one. */
  record Shown(double offset, List<Raise> sum, boolean settable) {}

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
  final double silentAtStart;
  final int deadTimeShape;
  final boolean severalInStep;
  final boolean bySign;
  final double rho;
  final double delta;
  final double slope;
  final boolean[] frozen;

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
    this.silentAtStart = builder.silentAtStart;
    this.deadTimeShape = builder.deadTimeShape;
    this.severalInStep = builder.severalInStep;
    this.bySign = builder.bySign;
    this.rho = builder.rho;
    this.delta = builder.delta;
    this.slope = builder.slope;
    this.frozen = new boolean[tau.length];
    frozen[V] = held > 0;
    builder.frozen.forEach(state -> frozen[state] = held > 0);
    if (held > 0 && (deadTimeShape > 0 || silentAtStart > 0)) {
      throw new IllegalArgumentException("V is held for a time that is the same for all spikes");
    }
    if (couplings.stream().anyMatch(each -> frozen[each.from] && !frozen[each.to])) {
      throw new IllegalArgumentException(
          "V is held after a spike, so only what is held as well may follow it");
    }
  }

  /** Number of states. */
  int states() {
    return tau.length;
  }

  /** The injected current that always flows [pA]. */
  public double constantCurrent() {
    return constantCurrent;
  }

  /** How long V is held after a spike [ms]. */
  public double held() {
    return held;
  }

  /** Whether V is kept above something, so that it is no sum. */
  public boolean bounded() {
    return lowest > -Double.MAX_VALUE;
  }

  /** The potential to which V is relative [mV]. */
  public double rest() {
    return shown.get(0).offset();
  }

  /**
   * Where the neuron fires, relative to rest [mV]; empty if the threshold moves or is not sharp.
   */
  public OptionalDouble constantThreshold() {
    return raises.isEmpty() && !escapes() ? OptionalDouble.of(threshold) : OptionalDouble.empty();
  }

  /** How the states move over a time without events [ms]. */
  public Propagators over(double time) {
    return new Propagators(this, time);
  }

  /** Whether the neuron fires at random. */
  boolean escapes() {
    return delta > 0;
  }

  /** Whether V is held after a spike at one and the same value, and nothing else is held. */
  boolean heldAtReset() {
    int count = 0;
    for (boolean each : frozen) {
      count += each ? 1 : 0;
    }
    return count == 0 || count == 1 && resetOfV().keep == 0;
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
    private double silentAtStart;
    private int deadTimeShape;
    private boolean severalInStep;
    private boolean bySign;
    private double rho;
    private double delta;
    private double slope;
    private final List<Integer> frozen = new ArrayList<>();

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

    /**
     * A state follows the change of the membrane: dx/dt has the term factor dV/dt. To be called
     * when all that acts on the membrane is there; jumps of V do not count.
     */
    public Builder slopeOfMembrane(int to, double factor) {
      for (Coupling each : List.copyOf(couplings)) {
        if (each.to == V) {
          couplings.add(new Coupling(to, each.from, factor * each.numerator, each.denominator));
        }
      }
      couplings.add(new Coupling(to, V, -factor, tau.get(V)));
      return drive(to, factor, capacitance);
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

    /**
     * The same time drawn anew after each spike, from a gamma distribution.
     *
     * @param mean of the distribution [ms]
     * @param shape of it, a whole number
     */
    public Builder randomSilenceAfterSpike(double mean, int shape) {
      this.deadTimeShape = shape;
      return silentAfterSpike(mean);
    }

    /** No spike for this time from the start of the run on [ms]. */
    public Builder silentAtStart(double time) {
      this.silentAtStart = time;
      return this;
    }

    /** V takes a share of what it was at a spike, and is held there for a time [ms]. */
    public Builder keepAndHold(double share, double add, double time) {
      this.held = time;
      return keepAtSpike(V, share, add);
    }

    /** While V is held after a spike another state is held too, at what the spike made of it. */
    public Builder freeze(int state) {
      frozen.add(state);
      return this;
    }

    /** A spike of the neuron sets a state to a value. */
    public Builder setAtSpike(int state, double value) {
      return keepAtSpike(state, 0, value);
    }

    /** A spike of the neuron leaves a share of a state, and adds to it. */
    public Builder keepAtSpike(int state, double share, double add) {
      resets.add(new Reset(state, share, add));
      return this;
    }

    /** A spike of the neuron adds to a state. */
    public Builder addAtSpike(int state, double value) {
      return keepAtSpike(state, 1, value);
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

    /** With escape noise, by so much the rate grows with the margin besides [1/(ms mV)]. */
    public Builder escapeSlope(double perMillivolt) {
      this.slope = perMillivolt;
      return this;
    }

    /** With escape noise, as many spikes as the rate makes in a step of a grid, not just one. */
    public Builder severalInStep() {
      this.severalInStep = true;
      return this;
    }

    /** Receptor 0 takes weights of 0 and above alone, receptor 1 those below. */
    public Builder bySign() {
      this.bySign = true;
      return this;
    }

    /** The next variable that people see and may set is a state, and an offset. */
    public Builder show(double offset, int state) {
      shown.add(new Shown(offset, List.of(new Raise(state, 1)), true));
      return this;
    }

    /** The next variable that people see follows from others: a sum of states and an offset. */
    public Builder showSum(double offset, int... states) {
      List<Raise> sum = new ArrayList<>();
      for (int state : states) {
        sum.add(new Raise(state, 1));
      }
      shown.add(new Shown(offset, sum, false));
      return this;
    }

    /** The data. */
    public LinearDynamics build() {
      return new LinearDynamics(this);
    }
  }
}
