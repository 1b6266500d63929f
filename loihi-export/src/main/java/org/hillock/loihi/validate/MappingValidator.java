package org.hillock.loihi.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappingFile;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.Population;

/** Checks a mapping against the limits of its chip and against the network that it stands for. */
public final class MappingValidator {

  private MappingValidator() {}

  /**
   * What came out.
   *
   * @param complaints the first sentences; none if all is well
   * @param count how many there would be
   * @param cores that were looked at
   * @param matched synapses that are on the chip as they should be
   * @param tooWeak synapses that are left out because they are too weak for the chip
   */
  public record Result(
      List<String> complaints, long count, int cores, long matched, long tooWeak) {}

  /**
   * Checks a mapping of a network. However damaged the file is, what is wrong with it is a
   * complaint, and never an exception.
   */
  public static Result validate(MappingFile file, Network network) {
    Complaints complaints = new Complaints();
    // What is wrong within a part comes first, since much of what follows may follow from it.
    boolean timed = timed(file, complaints);
    new PopulationCheck(file, network, complaints).check();
    List<CoreTables> tables = new ArrayList<>();
    for (MappedCore core : file.cores()) {
      CoreTables own = new CoreTables(core);
      tables.add(own);
      new CoreCheck(file.chip(), core, own, complaints).check();
    }
    SourceNames names = new SourceNames(file, network, complaints);
    new RouteCheck(file, network, names, complaints).check();
    Map<String, ExpectedPopulation> expected =
        timed ? expected(file, network, names, complaints) : Map.of();
    if (timed) {
      new PortCheck(file, network, names, complaints).check();
      new HostCheck(file, network, names, complaints).check();
    }
    SynapseCheck synapses = new SynapseCheck(file, network, names, expected, complaints);
    for (int i = 0; i < tables.size(); i++) {
      synapses.check(file.cores().get(i), tables.get(i));
    }
    return new Result(
        complaints.first(),
        complaints.count(),
        file.cores().size(),
        synapses.matched(),
        synapses.tooWeak());
  }

  /** Whether the steps of the file are steps: without them there are no times to compare. */
  private static boolean timed(MappingFile file, Complaints complaints) {
    double grid = file.gridStep();
    double chip = file.chipStep();
    boolean grids = grid > 0 && grid < Double.POSITIVE_INFINITY;
    boolean chips = chip > 0 && chip < Double.POSITIVE_INFINITY && !(chip < grid * (1 - 1e-9));
    if (!grids) {
      complaints.add("gridStep_ms: %s is no step", grid);
    }
    if (!chips) {
      complaints.add("chipStep_ms: %s is no step of at least gridStep_ms", chip);
    }
    return grids && chips;
  }

  private static Map<String, ExpectedPopulation> expected(
      MappingFile file, Network network, SourceNames names, Complaints complaints) {
    Map<String, ExpectedPopulation> expected = new HashMap<>();
    for (Population population : network.populations()) {
      String name = population.name();
      double scale = PopulationCheck.scale(file, name);
      if (HostModels.outside(population) || scale == 0) {
        continue;
      }
      try {
        expected.put(name, new ExpectedPopulation(network, file, names, name, scale));
      } catch (InvalidNetworkException e) {
        // The network is sound with its own seed, but need not be with another.
        complaints.add("population %s: with seed %d, %s", name, file.seed(), e.getMessage());
      }
    }
    return expected;
  }
}
