package org.hillock.loihi.sanafe;

import java.io.IOException;
import java.io.Writer;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappedGroup;

/** Writes groups, edges and mappings, one item after the other. */
final class NetworkWriter {

  /** Below all v: SANA-FE's default of 0 would be a second threshold. */
  private static final int NO_REVERSE_THRESHOLD = -1_000_000_000;

  private final SanaFeExport export;
  private final Writer out;

  NetworkWriter(SanaFeExport export, Writer out) {
    this.export = export;
    this.out = out;
  }

  void write() throws IOException {
    out.write(
        "# Time-step s + "
            + export.firstTimeStep()
            + " is step s of the mapping. Potentials are in units of 64 of the chip.\n");
    out.write("network:\n");
    out.write("  name: " + GroupNames.plain(export.mapping().scenario()) + "\n");
    out.write("  groups:\n");
    for (int g = 0; g < export.groups().all().size(); g++) {
      MappedGroup group = export.groups().get(g);
      out.write("    - name: " + export.name(g) + "\n");
      out.write("      attributes: {log_spikes: " + !group.ports() + "}\n");
      out.write("      neurons:\n");
      if (group.ports()) {
        inputs(group);
      } else {
        neurons(group);
      }
    }
    new EdgeWriter(export, out).write();
    out.write("mappings:\n");
    for (int g = 0; g < export.groups().all().size(); g++) {
      MappedGroup group = export.groups().get(g);
      if (group.ports()) {
        placeInputs(export.name(g), group);
      } else {
        place(export.name(g), group);
      }
    }
  }

  private void neurons(MappedGroup group) throws IOException {
    int first = 0;
    String before = neuron(group, 0);
    for (int i = 1; i <= group.size(); i++) {
      String next = i < group.size() ? neuron(group, i) : "";
      if (!next.equals(before)) {
        out.write("        - " + range(first, i - 1) + ": {" + before + "}\n");
        first = i;
        before = next;
      }
    }
  }

  private String neuron(MappedGroup group, int i) {
    MappedCore core = export.mapping().cores().get(group.cores()[i]);
    MappedCore.Compartment compartment = core.compartments().get(group.compartments()[i]);
    MappedCore.Profile profile = core.profiles().get(compartment.profile());
    ChipProfile.Neuron fields = export.chip().neuron();
    double one = fields.decayOne();
    int exponent = fields.thresholdExponent() - SanaFeExport.UNIT;
    return "threshold: "
        + number(Math.scalb((double) core.thresholds()[compartment.threshold()], exponent))
        + ", reset: 0, reset_mode: hard, reverse_threshold: "
        + NO_REVERSE_THRESHOLD
        + ", reverse_reset_mode: none, bias: "
        + number(Math.scalb((double) compartment.bias(), compartment.biasExp() - SanaFeExport.UNIT))
        + ", leak_decay: "
        + number((one - profile.decayV()) / one)
        + ", input_decay: "
        + number((one - 1 - profile.decayU()) / one)
        + ", refractory_delay: "
        + profile.refractDelay()
        + ", force_update: true";
  }

  private void inputs(MappedGroup group) throws IOException {
    for (int i = 0; i < group.size(); i++) {
      PortTrain train = export.train(group.firstPort() + i);
      out.write("        - " + i + ": {");
      if (train.random()) {
        out.write("poisson: " + number(train.probability()));
      } else {
        out.write("spikes: [");
        spikes(train.steps());
        out.write("]");
      }
      out.write("}\n");
    }
  }

  /** Writes whether a port fires, for each time-step from 1 to its last spike. */
  private void spikes(int[] steps) throws IOException {
    int next = 0;
    for (int spike : steps) {
      int at = Math.max(0, spike + export.firstTimeStep() - 1);
      for (; next < at; next++) {
        out.write(next == 0 ? "0" : ",0");
      }
      if (next == at) {
        out.write(next == 0 ? "1" : ",1");
        next++;
      }
    }
    if (next == 0) {
      out.write("0");
    }
  }

  private void place(String name, MappedGroup group) throws IOException {
    int first = 0;
    for (int i = 1; i <= group.size(); i++) {
      if (i == group.size() || group.cores()[i] != group.cores()[first]) {
        MappedCore core = export.mapping().cores().get(group.cores()[first]);
        out.write(
            "  - "
                + name
                + "."
                + range(first, i - 1)
                + ": {core: "
                + export.tiles().address(core)
                + ", soma: "
                + ArchitectureWriter.NEURONS
                + "}\n");
        first = i;
      }
    }
  }

  private void placeInputs(String name, MappedGroup group) throws IOException {
    for (int i = 0; i < group.size(); i++) {
      int port = group.firstPort() + i;
      out.write(
          "  - "
              + name
              + "."
              + i
              + ": {core: "
              + export.tiles().inputAddress(port)
              + ", soma: \""
              + ArchitectureWriter.INPUT
              + "["
              + Tiles.inputUnit(port)
              + "]\"}\n");
    }
  }

  private static String range(int first, int last) {
    return first == last ? Integer.toString(first) : first + ".." + last;
  }

  /** A number as short as it goes: whole ones without a point. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE
        ? Integer.toString((int) value)
        : Double.toString(value);
  }
}
