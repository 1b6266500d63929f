package org.hillock.loihi.validate;

import java.util.ArrayList;
import java.util.List;
import org.hillock.loihi.read.MappingFile;
import org.hillock.network.Network;

/**
 * The synapses that a scenario asks for onto a neuron, by the names that a mapping has for sources.
 */
public final class AskedSynapses {

  /**
   * One of them.
   *
   * @param source such as {@code exc[3]}
   * @param weight in the unit of the population's model
   * @param steps delay in steps of the chip; that of an input, which shifts its times, is 1
   */
  public record Asked(String source, double weight, int steps) {}

  private AskedSynapses() {}

  /** All onto a neuron of a population of the network. */
  public static List<Asked> onto(MappingFile file, Network network, String population, int neuron) {
    SourceNames names = new SourceNames(file, network, new Complaints());
    List<Asked> asked = new ArrayList<>();
    for (ExpectedSynapses.Synapse one :
        new ExpectedSynapses(network, file, names, population).onto(neuron)) {
      asked.add(new Asked(names.text(one.source()), one.weight(), one.delay()));
    }
    return asked;
  }
}
