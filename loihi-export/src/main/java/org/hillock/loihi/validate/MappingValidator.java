package org.hillock.loihi.validate;

import java.util.List;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappingFile;
import org.hillock.network.Network;

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

  /** Checks a mapping of a network. */
  public static Result validate(MappingFile file, Network network) {
    Complaints complaints = new Complaints();
    SourceNames names = new SourceNames(file, complaints);
    new RouteCheck(file, names, complaints).check();
    SynapseCheck synapses = new SynapseCheck(file, network, names, complaints);
    for (MappedCore core : file.cores()) {
      CoreCheck limits = new CoreCheck(file.chip(), core, complaints);
      limits.check();
      synapses.check(core, limits);
    }
    return new Result(
        complaints.first(),
        complaints.count(),
        file.cores().size(),
        synapses.matched(),
        synapses.tooWeak());
  }
}
