package org.hillock.loihi.sanafe;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import org.hillock.loihi.chip.ChipProfile;

/** Writes the chip: a mesh of tiles, their cores, and what each unit costs. */
final class ArchitectureWriter {

  /** Messages that wait at a link, as in SANA-FE's own description of Loihi. */
  private static final int LINK_BUFFER = 16;

  static final String NEURONS = "neurons";
  static final String INPUT = "input";

  private final ChipProfile chip;
  private final Tiles tiles;
  private final boolean delays;
  private final Writer out;

  ArchitectureWriter(ChipProfile chip, Tiles tiles, boolean delays, Writer out) {
    this.chip = chip;
    this.tiles = tiles;
    this.delays = delays;
    this.out = out;
  }

  void write() throws IOException {
    ChipProfile.Costs costs = chip.costs();
    line(0, "# Chip " + chip.name() + " for SANA-FE. Energies in J, times in s.");
    line(0, "architecture:");
    line(1, "name: " + GroupNames.plain(chip.name()));
    line(1, "attributes:");
    line(2, "topology: mesh");
    line(2, "width: " + tiles.columns());
    line(2, "height: " + tiles.rows());
    line(2, "link_buffer_size: " + LINK_BUFFER);
    line(2, "sync_model: table");
    StringBuilder barrier = new StringBuilder();
    for (int i = 0; i < costs.barrierTiles().size() && i < costs.barrierNs().size(); i++) {
      barrier.append(i == 0 ? "" : ", ").append(costs.barrierTiles().get(i)).append(": ");
      barrier.append(nano(costs.barrierNs().get(i)));
    }
    line(2, "latency_sync: {" + barrier + "}");
    line(1, "tile:");
    tile("tile", tiles.chipTiles());
    cores("core", tiles.coresPerTile(), chip.core().compartments());
    axonIn(costs.axonInPj(), costs.axonInNs());
    line(5, "soma:");
    // What an update costs is known as a whole; SANA-FE splits it into access and update.
    unit(NEURONS, "leaky_integrate_fire");
    soma(costs.neuronPj(), costs.neuronNs(), costs.spikePj(), costs.spikeNs());
    dendrite();
    synapses(costs.synapsePj(), costs.synapseNs());
    axonOut(costs.axonOutPj(), costs.axonOutNs());
    if (tiles.inputTiles() > 0) {
      // The host sends what comes from outside, at no cost to the chip but that of the way.
      tile("input_tile", tiles.inputTiles());
      cores("input_core", tiles.inputCoresPerTile(), Tiles.NEURONS_PER_CORE);
      axonIn(0, 0);
      line(5, "soma:");
      unit(INPUT + "[0.." + (tiles.unitsPerInputCore() - 1) + "]", "input");
      soma(0, 0, 0, 0);
      dendrite();
      synapses(0, 0);
      axonOut(0, 0);
    }
  }

  private void tile(String name, int count) throws IOException {
    ChipProfile.Costs costs = chip.costs();
    line(2, "- name: " + name + "[0.." + (count - 1) + "]");
    line(3, "attributes:");
    for (String side : new String[] {"east", "west"}) {
      line(4, "energy_" + side + "_hop: " + pico(costs.hopEastWestPj()));
      line(4, "latency_" + side + "_hop: " + nano(costs.hopEastWestNs()));
    }
    for (String side : new String[] {"north", "south"}) {
      line(4, "energy_" + side + "_hop: " + pico(costs.hopNorthSouthPj()));
      line(4, "latency_" + side + "_hop: " + nano(costs.hopNorthSouthNs()));
    }
  }

  private void cores(String name, int count, int neurons) throws IOException {
    line(3, "core:");
    line(4, "- name: " + name + "[0.." + (count - 1) + "]");
    line(5, "attributes:");
    // Spikes under way wait in the dendrite if it knows delays, and else in front of the soma: a
    // dendrite with delays passes nothing on in the step in which a spike arrives.
    line(6, "buffer_position: " + (delays ? "dendrite" : "soma"));
    line(6, "buffer_inside_unit: " + delays);
    line(6, "max_neurons_supported: " + Math.min(neurons, Tiles.NEURONS_PER_CORE));
  }

  private void unit(String name, String model) throws IOException {
    line(6, "- name: " + name);
    line(7, "attributes:");
    line(8, "model: " + model);
  }

  private void axonIn(double energy, double latency) throws IOException {
    line(5, "axon_in:");
    line(6, "- name: axons_in");
    line(7, "attributes:");
    cost("message_in", energy, latency);
  }

  private void soma(double energy, double latency, double spikeEnergy, double spikeLatency)
      throws IOException {
    cost("access_neuron", energy, latency);
    cost("update_neuron", 0, 0);
    cost("spike_out", spikeEnergy, spikeLatency);
  }

  private void dendrite() throws IOException {
    line(5, "dendrite:");
    unit("dendrites", delays ? "accumulator_with_delay" : "accumulator");
    cost("update", 0, 0);
  }

  private void synapses(double energy, double latency) throws IOException {
    line(5, "synapse:");
    unit("synapses", "current_based");
    cost("process_spike", energy, latency);
  }

  private void axonOut(double energy, double latency) throws IOException {
    line(5, "axon_out:");
    line(6, "- name: axons_out");
    line(7, "attributes:");
    cost("message_out", energy, latency);
  }

  private void cost(String name, double energy, double latency) throws IOException {
    line(8, "energy_" + name + ": " + pico(energy));
    line(8, "latency_" + name + ": " + nano(latency));
  }

  private static String pico(double value) {
    return scaled(value, -12);
  }

  private static String nano(double value) {
    return scaled(value, -9);
  }

  private static String scaled(double value, int power) {
    // By way of decimal digits, so that 33.6 pJ become 3.36E-11 J and not 3.3600000000000004E-11.
    return Double.toString(BigDecimal.valueOf(value).scaleByPowerOfTen(power).doubleValue());
  }

  private void line(int depth, String text) throws IOException {
    out.write("  ".repeat(depth));
    out.write(text);
    out.write('\n');
  }
}
