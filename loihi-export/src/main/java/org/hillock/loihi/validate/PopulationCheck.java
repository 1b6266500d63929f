package org.hillock.loihi.validate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.loihi.read.MappedPopulation;
import org.hillock.loihi.read.MappingFile;
import org.hillock.network.ChangingPoisson;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.jspecify.annotations.Nullable;

/**
 * Whether the populations of a mapping are those of the network, in the same order, and whether
 * each on the chip has a scale. Currents are no spikes: only those that are constant from the
 * beginning are biases.
 */
final class PopulationCheck {

  private final MappingFile file;
  private final Network network;
  private final Complaints complaints;

  PopulationCheck(MappingFile file, Network network, Complaints complaints) {
    this.file = file;
    this.network = network;
    this.complaints = complaints;
  }

  void check() {
    Map<String, MappedPopulation> found = new LinkedHashMap<>();
    for (MappedPopulation population : file.populations()) {
      if (found.putIfAbsent(population.name(), population) != null) {
        complaints.add("population %s is there twice", population.name());
      }
    }
    List<String> names = network.populations().stream().map(Population::name).toList();
    for (Population population : network.populations()) {
      check(population, found.get(population.name()));
    }
    List<String> own =
        found.values().stream().filter(one -> !one.isRelay()).map(MappedPopulation::name).toList();
    for (String name : own) {
      if (!names.contains(name)) {
        complaints.add("population %s is not in the network", name);
      }
    }
    if (own.size() == names.size() && names.containsAll(own) && !own.equals(names)) {
      complaints.add("populations: expected the order %s, found %s", names, own);
    }
    network.inputs().forEach(this::current);
  }

  private void check(Population wanted, @Nullable MappedPopulation found) {
    String where = "population " + wanted.name();
    if (found == null) {
      complaints.add("%s is missing", where);
      return;
    }
    boolean onChip = !HostModels.outside(wanted);
    complaints.equal(where, "model", wanted.model(), found.model());
    complaints.equal(where, "size", wanted.size(), found.size());
    complaints.equal(where, "onChip", Boolean.toString(onChip), Boolean.toString(found.onChip()));
    if (onChip && !(scale(file, wanted.name()) > 0)) {
      complaints.add("%s: unitsPerMillivolt is %s", where, file.scales().get(wanted.name()));
    }
  }

  /** Units of v per mV of a population; 0 if the file has no number that could be one. */
  static double scale(MappingFile file, String population) {
    Double scale = file.scales().get(population);
    return scale != null && scale > 0 && scale < Double.POSITIVE_INFINITY ? scale : 0;
  }

  private void current(Input input) {
    if (input.accept(new Changes(file.gridStep()))) {
      complaints.add("inputs.%s: a current that changes is no bias", input.name());
    }
  }

  /** Whether an input is a current that is not the same from the start on. */
  private record Changes(double gridStep) implements Input.Cases<Boolean> {

    @Override
    public Boolean poisson(Input.Poisson input) {
      return false;
    }

    @Override
    public Boolean changingPoisson(ChangingPoisson input) {
      return false;
    }

    @Override
    public Boolean spikes(Input.Spikes input) {
      return false;
    }

    @Override
    public Boolean stepCurrent(Input.StepCurrent input) {
      return input.times().size() > 1
          || !input.times().stream().allMatch(t -> 2 * (t + input.delay()) < gridStep);
    }

    @Override
    public Boolean noiseCurrent(Input.NoiseCurrent input) {
      return true;
    }

    @Override
    public Boolean sines(Input.Sines input) {
      return true;
    }
  }
}
