package org.hillock.loihi.sanafe;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.format.FormatException;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappedGroups;
import org.hillock.loihi.read.MappedSynapses;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.read.OtherProgrammes;
import org.hillock.loihi.wiring.ChipTime;

/**
 * A mapping, told to SANA-FE: what does not go is refused before anything is written.
 *
 * <pre>
 *   mapping                         SANA-FE
 *   chips in use                    one mesh of their tiles, side by side; tiles for inputs beside it
 *   costs                           energies and times of the units
 *   population                      group; threshold, weights and bias in units of 64 of the chip
 *   decayV, decayU                  leak_decay = (4096 - decayV)/4096, input_decay = (4095 - decayU)/4096
 *   synapse, mantissa × 2^exponent  edge with weight and delay
 *   port of given spikes            input neuron with spikes[]
 *   Poisson port                    input neuron with poisson, see {@code PortTrain}
 *   step s                          time-step s + {@link #firstTimeStep}
 * </pre>
 *
 * <p>Where a synapse has a delay, all dendrites keep the spikes that are under way; SANA-FE's hold
 * those of {@value #MAX_DELAY} steps.
 */
public final class SanaFeExport {

  /** Longest delay that SANA-FE's dendrite holds [steps], beyond the one of every spike. */
  public static final int MAX_DELAY = 5;

  /** SANA-FE's unit is 2^this of the chip. */
  static final int UNIT = 6;

  private final MappingFile mapping;
  private final MappedGroups groups;
  private final MappedSynapses synapses;
  private final List<String> names;
  private final Tiles tiles;
  private final List<PortTrain> trains = new ArrayList<>();
  private final boolean delays;
  private final int firstTimeStep;

  /**
   * Checks a mapping.
   *
   * @throws FormatException for the first thing that SANA-FE does not have
   */
  public SanaFeExport(MappingFile mapping) {
    this.mapping = mapping;
    this.groups = new MappedGroups(mapping);
    this.synapses = new MappedSynapses(mapping, groups);
    this.names = GroupNames.of(groups.all());
    this.tiles = new Tiles(mapping, mapping.ports().size());
    OtherProgrammes.refuse(mapping, "SANA-FE");
    for (MappedCore core : mapping.cores()) {
      if (core.compartments().size() > Tiles.NEURONS_PER_CORE) {
        throw new FormatException(
            core.name(),
            core.compartments().size()
                + " neurons, and SANA-FE has "
                + Tiles.NEURONS_PER_CORE
                + " a core",
            "a chip profile with fewer core.compartments");
      }
    }
    mapping
        .ports()
        .forEach(port -> trains.add(PortTrain.of(port, mapping.chipStep(), mapping.seed())));
    this.delays = checkDelays();
    this.firstTimeStep = Differences.firesInStep0(this) && !Differences.biased(mapping) ? 1 : 0;
  }

  private boolean checkDelays() {
    int[] longest = new int[1];
    for (int g = 0; g < groups.all().size(); g++) {
      String from = groups.get(g).name();
      for (int i = 0; i < groups.get(g).size(); i++) {
        synapses.from(
            g,
            i,
            (group, neuron, weight, delay) -> {
              longest[0] = Math.max(longest[0], delay);
              if (delay > MAX_DELAY) {
                throw tooLong(from + " → " + groups.get(group).name(), delay);
              }
            });
      }
    }
    return longest[0] > 0;
  }

  private FormatException tooLong(String where, int delay) {
    // Rounded up to two digits, so that the next try is not refused for a rounding error.
    double step = mapping.chipStep() * (delay + 1) / (MAX_DELAY + 1);
    double unit = StrictMath.pow(10, Math.floor(StrictMath.log10(step)) - 1);
    return new FormatException(
        where,
        "a delay of " + delay + " steps, and SANA-FE's dendrites hold " + MAX_DELAY,
        "a --chip-step of about "
            + ChipTime.text(Math.ceil(step / unit) * unit)
            + ", or a chip profile with synapse.delayMax "
            + MAX_DELAY
            + ", for which long delays become relay neurons");
  }

  /**
   * The time-step of SANA-FE that is step 0 of the mapping: 0, or 1 if a port fires in step 0,
   * which SANA-FE, whose first time-step is 1, does not have. With a bias it is 0 all the same,
   * since neurons would add it once too often.
   */
  public int firstTimeStep() {
    return firstTimeStep;
  }

  /** What comes out otherwise than on the chip, a sentence each, by population. */
  public List<String> warnings() {
    return Differences.of(this);
  }

  /**
   * Writes both files.
   *
   * @param architecture usually with the ending .arch.yaml
   * @param network usually with the ending .net.yaml
   */
  public void write(Path architecture, Path network) throws IOException {
    try (Writer out = Files.newBufferedWriter(architecture)) {
      writeArchitecture(out);
    }
    try (Writer out = Files.newBufferedWriter(network)) {
      writeNetwork(out);
    }
  }

  /** Writes the chip. */
  public void writeArchitecture(Writer out) throws IOException {
    new ArchitectureWriter(mapping.chip(), tiles, delays, out).write();
    out.flush();
  }

  /** Writes the neurons, synapses and places. */
  public void writeNetwork(Writer out) throws IOException {
    new NetworkWriter(this, out).write();
    out.flush();
  }

  MappingFile mapping() {
    return mapping;
  }

  ChipProfile chip() {
    return mapping.chip();
  }

  MappedGroups groups() {
    return groups;
  }

  MappedSynapses synapses() {
    return synapses;
  }

  /** The name of a group in the file. */
  String name(int group) {
    return names.get(group);
  }

  Tiles tiles() {
    return tiles;
  }

  boolean delays() {
    return delays;
  }

  PortTrain train(int port) {
    return trains.get(port);
  }
}
