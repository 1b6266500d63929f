package org.hillock.loihi.emulate;

import java.util.List;

/** The neurons of a thread, the synapses on to them, and what is under way to them. */
final class Part {

  /** Neurons that are updated together: their state stays in the first cache meanwhile. */
  private static final int BLOCK = 1024;

  private final int first;
  private final int count;
  private final List<ChipImage.Core> cores;
  private final Neurons neurons;
  private final boolean[] noisy;
  private final NoiseSource noiseSource;
  private final int[] noise;
  private final int[] drawn = new int[BLOCK];
  private final SynapseRows direct;
  private final SummedRows[] summed;
  private final PlasticFormat[] plastic;
  private final int[] ring;
  private final int slots;
  private long synapticEvents;

  /** Who fired in steps of even and odd time: one is read while the other is written. */
  private final SpikeList[] fired = {new SpikeList(), new SpikeList()};

  Part(ChipImage image, int first, int count, EmulationSettings settings) {
    this.first = first;
    this.count = count;
    cores =
        image.cores().stream()
            .filter(core -> core.first() < first + count && core.end() > first)
            .toList();
    neurons = Neurons.of(image, first, count);
    boolean anyNoise = cores.stream().anyMatch(core -> core.settings().noise() != null);
    noisy = new boolean[anyNoise ? count : 0];
    noise = new int[noisy.length];
    noiseSource = settings.noise().get();
    for (ChipImage.Core core : anyNoise ? cores : List.<ChipImage.Core>of()) {
      for (int i = Math.max(core.first(), first); i < Math.min(core.end(), first + count); i++) {
        noisy[i - first] = core.neurons().noisy[i - core.first()];
      }
    }
    PartBuilder builder = new PartBuilder(image, first, count, settings);
    slots = builder.slots();
    ring = new int[slots * count];
    direct = builder.direct();
    summed = builder.summed();
    plastic = builder.plastic();
  }

  int first() {
    return first;
  }

  int end() {
    return first + count;
  }

  /** Who fired in the last step or the one before. */
  SpikeList fired(long step) {
    return fired[(int) (step & 1)];
  }

  /** Brings the spikes of a step on their way, then lets weights learn from it. */
  void deliver(long step, Part[] parts, SpikeList ports) {
    int base = (int) ((step + 1) % slots) * count;
    for (Part part : parts) {
      send(part.fired(step), step, base);
    }
    send(ports, step, base);
    for (SummedRows rows : summed) {
      rows.deliver(ring, base);
    }
    for (PlasticFormat format : plastic) {
      SpikeList own = fired(step);
      for (int i = 0; i < own.size(); i++) {
        format.post(own.source(i) - first, step);
      }
      format.endOfStep(step);
    }
  }

  private void send(SpikeList spikes, long step, int base) {
    for (int i = 0; i < spikes.size(); i++) {
      int source = spikes.source(i);
      int times = spikes.count(i);
      direct.deliver(source, times, ring, base);
      synapticEvents += (long) times * direct.length(source);
      for (SummedRows rows : summed) {
        rows.collect(source, times);
        synapticEvents += (long) times * rows.rows().length(source);
      }
      for (PlasticFormat format : plastic) {
        format.pre(source, step);
      }
    }
  }

  /** Takes all neurons through a step. */
  void update(long step) {
    SpikeList now = fired(step);
    now.clear();
    int base = (int) (step % slots) * count;
    for (ChipImage.Core core : cores) {
      int end = Math.min(core.end(), first + count) - first;
      for (int from = Math.max(core.first(), first) - first; from < end; from += BLOCK) {
        int to = Math.min(end, from + BLOCK);
        CoreNoise kind = core.settings().noise();
        if (kind != null) {
          drawNoise(kind, step, from, to);
        }
        neurons.update(core.settings(), from, to, ring, base, noise);
        collect(from, to, now);
      }
    }
  }

  private void drawNoise(CoreNoise kind, long step, int from, int to) {
    noiseSource.draw(step, first + from, to - from, drawn);
    for (int i = from; i < to; i++) {
      noise[i] = noisy[i] ? kind.of(drawn[i - from]) : 0;
    }
  }

  private void collect(int from, int to, SpikeList now) {
    int[] firing = neurons.firing();
    int any = 0;
    for (int i = from; i < to; i++) {
      any |= firing[i];
    }
    if (any == 0) {
      return;
    }
    for (int i = from; i < to; i++) {
      if (firing[i] != 0) {
        now.add(first + i, 1);
      }
    }
  }

  /** Spikes that synapses of the part have passed on. */
  long synapticEvents() {
    return synapticEvents;
  }

  long u(int neuron) {
    return neurons.u(neuron - first);
  }

  long v(int neuron) {
    return neurons.v(neuron - first);
  }

  long state(int neuron, int register) {
    return neurons.state(neuron - first, register);
  }

  /** Writes the mantissas of weights that learn, by the number of the synapse. */
  void copyWeights(int[] into) {
    for (PlasticFormat format : plastic) {
      format.copyWeights(into);
    }
  }
}
