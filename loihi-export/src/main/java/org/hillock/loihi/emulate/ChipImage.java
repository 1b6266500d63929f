package org.hillock.loihi.emulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All that a chip is told: neurons, synapses and ports, numbered from 0 in the order in which they
 * were added. Made by a {@link Builder}:
 *
 * <pre>
 *   ChipImage.Builder builder = ChipImage.builder(ChipArithmetic.LAVA, ChipWidths.LOIHI);
 *   CoreNeurons neurons = new CoreNeurons(2);
 *   Arrays.fill(neurons.threshold, 100 * 64);
 *   int first = builder.core(CoreSettings.of(ChipWidths.LOIHI), neurons);
 *   int port = builder.ports(1);
 *   int format = builder.format(SynapseFormat.fixed(0, 8, WeightSign.MIXED));
 *   builder.synapse(format, ChipImage.ofPort(port), first, 120, 0);
 *   builder.synapse(format, first, first + 1, -30, 5);
 *   ChipImage image = builder.build();
 * </pre>
 *
 * <p>A synapse takes 16 bytes here and 8 more in an emulation. Unchanging.
 */
public final class ChipImage {

  private final ChipArithmetic arithmetic;
  private final ChipWidths widths;
  private final List<Core> cores;
  private final List<SynapseFormat> formats;
  private final int neurons;
  private final int ports;
  final int synapses;
  final int[] source;
  final int[] target;
  final int[] mantissa;
  final short[] delay;
  final short[] format;

  /**
   * A core of the image.
   *
   * @param first its first neuron
   * @param settings what its neurons share
   * @param neurons their parameters
   */
  record Core(int first, CoreSettings settings, CoreNeurons neurons) {
    int end() {
      return first + neurons.count();
    }
  }

  private ChipImage(Builder builder) {
    arithmetic = builder.arithmetic;
    widths = builder.widths;
    cores = List.copyOf(builder.cores);
    formats = List.copyOf(builder.formats);
    neurons = builder.neurons;
    ports = builder.ports;
    synapses = builder.synapses;
    source = builder.source;
    target = builder.target;
    mantissa = builder.mantissa;
    delay = builder.delay;
    format = builder.format;
  }

  /** Begins an empty image. */
  public static Builder builder(ChipArithmetic arithmetic, ChipWidths widths) {
    return new Builder(arithmetic, widths);
  }

  /** A port as the source of a synapse; neurons are their own numbers. */
  public static int ofPort(int port) {
    return ~port;
  }

  /** What rounds, wraps and clips. */
  public ChipArithmetic arithmetic() {
    return arithmetic;
  }

  /** Widths of registers. */
  public ChipWidths widths() {
    return widths;
  }

  /** How many neurons. */
  public int neurons() {
    return neurons;
  }

  /** How many ports, through which spikes come in from outside. */
  public int ports() {
    return ports;
  }

  /** How many synapses. */
  public int synapses() {
    return synapses;
  }

  /** The formats of synapses. */
  public List<SynapseFormat> formats() {
    return formats;
  }

  /** How many cores are in use. */
  public int coreCount() {
    return cores.size();
  }

  List<Core> cores() {
    return cores;
  }

  /** Neurons and ports as one numbering: neurons first. */
  int sources() {
    return neurons + ports;
  }

  /** A synapse's source: a neuron, or a port counted on from the neurons. */
  public int sourceNumber(int synapse) {
    return source[synapse] >= 0 ? source[synapse] : neurons + ~source[synapse];
  }

  /** The neuron that a synapse is on. */
  public int target(int synapse) {
    return target[synapse];
  }

  /** How a synapse is written. */
  public SynapseFormat format(int synapse) {
    return formats.get(format[synapse]);
  }

  /** The longest delay of a synapse. */
  int longestDelay() {
    int longest = 0;
    for (int i = 0; i < synapses; i++) {
      longest = Math.max(longest, delay[i]);
    }
    return longest;
  }

  /** Collects an image. Not thread-safe. */
  public static final class Builder {

    private static final int MOST_FORMATS = Short.MAX_VALUE;

    private final ChipArithmetic arithmetic;
    private final ChipWidths widths;
    private final List<Core> cores = new ArrayList<>();
    private final List<SynapseFormat> formats = new ArrayList<>();
    private int neurons;
    private int ports;
    private int synapses;
    private int[] source = new int[0];
    private int[] target = new int[0];
    private int[] mantissa = new int[0];
    private short[] delay = new short[0];
    private short[] format = new short[0];

    private Builder(ChipArithmetic arithmetic, ChipWidths widths) {
      this.arithmetic = arithmetic;
      this.widths = widths;
    }

    /**
     * Adds a core.
     *
     * @param neurons kept, not copied
     * @return the number of its first neuron
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public int core(CoreSettings settings, CoreNeurons neurons) {
      neurons.check(settings, widths);
      int first = this.neurons;
      this.neurons = Math.addExact(first, neurons.count());
      cores.add(new Core(first, settings, neurons));
      return first;
    }

    /**
     * Adds ports.
     *
     * @return the number of the first
     */
    public int ports(int count) {
      int first = ports;
      ports = Math.addExact(first, count);
      return first;
    }

    /**
     * Adds a synapse format.
     *
     * @return its number
     * @throws IllegalArgumentException if there are 32,767 already
     */
    public int format(SynapseFormat added) {
      if (formats.size() == MOST_FORMATS) {
        throw new IllegalArgumentException("more than " + MOST_FORMATS + " synapse formats");
      }
      formats.add(added);
      return formats.size() - 1;
    }

    /** Makes room, so that so many synapses can be added without copying. */
    public Builder expectSynapses(int count) {
      if (count > source.length) {
        source = Arrays.copyOf(source, count);
        target = Arrays.copyOf(target, count);
        mantissa = Arrays.copyOf(mantissa, count);
        delay = Arrays.copyOf(delay, count);
        format = Arrays.copyOf(format, count);
      }
      return this;
    }

    /**
     * Adds a synapse.
     *
     * @param formatNumber as {@link #format(SynapseFormat)} gave it
     * @param from number of a neuron, or {@link ChipImage#ofPort}
     * @param to number of a neuron
     * @param weight mantissa, -256 to 255
     * @param steps delay on top of the one step that every spike takes, 0 to 32767
     * @return its number
     */
    public int synapse(int formatNumber, int from, int to, int weight, int steps) {
      if (synapses == source.length) {
        expectSynapses(Math.max(16, Math.addExact(synapses, synapses / 2)));
      }
      if (formatNumber < 0 || formatNumber >= formats.size()) {
        throw new IllegalArgumentException("no synapse format " + formatNumber);
      }
      if (steps < 0 || steps > Short.MAX_VALUE) {
        throw new IllegalArgumentException("delay " + steps + " outside 0 to " + Short.MAX_VALUE);
      }
      source[synapses] = from;
      target[synapses] = to;
      mantissa[synapses] = weight;
      delay[synapses] = (short) steps;
      format[synapses] = (short) formatNumber;
      return synapses++;
    }

    /**
     * Makes the image; the builder is of no use afterwards.
     *
     * @throws IllegalArgumentException if a synapse begins or ends where there is nothing
     */
    public ChipImage build() {
      for (int i = 0; i < synapses; i++) {
        boolean known = source[i] >= 0 ? source[i] < neurons : ~source[i] < ports;
        if (!known || target[i] < 0 || target[i] >= neurons) {
          String from = source[i] >= 0 ? "neuron " + source[i] : "port " + ~source[i];
          throw new IllegalArgumentException(
              "synapse %d from %s to neuron %d: there are %d neurons and %d ports"
                  .formatted(i, from, target[i], neurons, ports));
        }
      }
      return new ChipImage(this);
    }
  }
}
