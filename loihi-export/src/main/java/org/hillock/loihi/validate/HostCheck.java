package org.hillock.loihi.validate;

import java.util.HashMap;
import java.util.Map;
import org.hillock.loihi.read.MappingFile;
import org.hillock.network.Network;
import org.hillock.network.Population;

/**
 * Whether the synapses of the host, onto relays in front of the chip, are those of the network:
 * each once, with its weight as it is and its delay in steps of the chip.
 */
final class HostCheck {

  /** A synapse between sources. */
  private record Synapse(int from, int to, double weight, int delay) {}

  private final MappingFile file;
  private final Network network;
  private final SourceNames names;
  private final Complaints complaints;

  HostCheck(MappingFile file, Network network, SourceNames names, Complaints complaints) {
    this.file = file;
    this.network = network;
    this.names = names;
    this.complaints = complaints;
  }

  void check() {
    Map<Synapse, Integer> left = new HashMap<>();
    for (Population population : network.populations()) {
      if (HostModels.relays(population)) {
        ExpectedSynapses synapses = new ExpectedSynapses(network, file, names, population.name());
        for (int i = 0; i < population.size(); i++) {
          int to = names.of(population.name(), i);
          for (ExpectedSynapses.Synapse one : synapses.onto(i)) {
            left.merge(new Synapse(one.source(), to, one.weight(), one.delay()), 1, Integer::sum);
          }
        }
      }
    }
    for (int i = 0; i < file.relaySynapses().size(); i++) {
      MappingFile.RelaySynapse one = file.relaySynapses().get(i);
      int from = names.ofPort(one.from());
      int to = names.ofPort(one.to());
      Synapse found = new Synapse(from, to, one.weight(), one.delaySteps());
      if (!left.containsKey(found)) {
        complaints.add(
            "relay synapse %d, %s → %s: it is not in the network, or not as often",
            i, names.text(from), names.text(to));
      }
      left.computeIfPresent(found, (key, count) -> count > 1 ? count - 1 : null);
    }
    left.forEach(
        (one, count) ->
            complaints.add(
                "%s → %s: no relay synapse of weight %.4g and delay %d",
                names.text(one.from()), names.text(one.to()), one.weight(), one.delay()));
  }
}
