package org.hillock.loihi.write;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.wiring.Arrivals;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.loihi.wiring.Numbering;
import org.hillock.loihi.wiring.Outside;
import org.hillock.loihi.wiring.Pathway;
import org.hillock.model.Models;
import org.hillock.model.NeuronValues;
import org.hillock.model.form.GivenSpikes;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.form.PoissonSpikes;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.SpikeTrains;
import org.jspecify.annotations.Nullable;

/**
 * Writes what stays outside the chip: the ports through which spikes come in, each with its train
 * and the input axons that it leads to, and the synapses of relays, which the host must work out.
 *
 * <p>Steps are those in which a port fires; as for a neuron, a spike of step t arrives in step t +
 * 1 + the delay of the synapse. The trains of inputs therefore fire one step before the simulator
 * adds them to the neuron. Time and delay of an input are added before they are rounded to steps of
 * the chip. The first step that a chip computes is 1, so no port fires before step 0: what would
 * arrive earlier arrives then. Where steps of the chip are coarser than the simulator's, no spike
 * is lost either: a port then fires more than once in a step.
 */
public final class PortWriter {

  /** Writes the routes of a source. */
  public interface RouteWriter {
    void write(JsonWriter json, int source, int compartment) throws IOException;
  }

  private final Mapping mapping;
  private final Network network;
  private final Numbering numbering;
  private final ChipTime time;
  private final JsonWriter json;
  private final RouteWriter routes;

  public PortWriter(Mapping mapping, JsonWriter json, RouteWriter routes) {
    this.mapping = mapping;
    this.network = mapping.subject().network();
    this.numbering = mapping.numbering();
    this.time = mapping.time();
    this.json = json;
    this.routes = routes;
  }

  public void write() throws IOException {
    json.name("inputs").beginArray();
    for (int i = 0; i < network.populations().size(); i++) {
      if (Outside.holds(network.populations().get(i))) {
        writePopulation(i);
      }
    }
    for (int i = 0; i < network.inputs().size(); i++) {
      writeInput(i);
    }
    json.endArray();
    json.name("relaySynapses").beginArray();
    for (Population population : network.populations()) {
      if (Outside.relays(population)) {
        writeRelays(population);
      }
    }
    json.endArray();
  }

  private void writePopulation(int index) throws IOException {
    Population population = network.populations().get(index);
    NeuronValues values =
        new NeuronValues(population, index, Models.of(population), mapping.subject().seed());
    for (int i = 0; i < population.size(); i++) {
      int source = numbering.sourceOf(index, i);
      NeuronForm form = values.form(i);
      if (form instanceof PoissonSpikes spikes) {
        begin(source, "poisson", population.name(), i);
        json.name("rate_Hz").value(spikes.rate());
        if (spikes.deadTime() > 0) {
          json.name("deadTime_ms").value(spikes.deadTime());
        }
        writeInterval(spikes.from(), spikes.stop().orElse(Double.POSITIVE_INFINITY), 0, 0);
      } else if (form instanceof GivenSpikes) {
        begin(source, "spikes", population.name(), i);
        writeSteps(population.spikeTrains(), i);
      } else {
        begin(source, "relay", population.name(), i);
      }
      end(source);
    }
  }

  private void writeInput(int index) throws IOException {
    Input input = network.inputs().get(index);
    SpikeTrains recorded = input.recorded();
    for (int i = 0; i < input.trains(); i++) {
      int source = numbering.sourceOfTrain(index, i);
      begin(source, input.kind(), input.name(), i);
      if (recorded == null) {
        json.name("rate_Hz").value(input.meanRate());
        writeInterval(input.start(), input.stop(), input.delay(), 1);
      } else {
        writeArrivals(recorded.train(i), input.delay());
      }
      end(source);
    }
  }

  private void begin(int source, String kind, String name, int index) throws IOException {
    json.beginObject();
    json.name("port").value(numbering.portOf(source));
    json.name("kind").value(kind);
    json.name("name").value(name);
    json.name("index").value(index);
  }

  private void end(int source) throws IOException {
    json.name("axons").beginArray();
    routes.write(json, source, -1);
    json.endArray();
    json.endObject();
  }

  /**
   * Writes when a Poisson port fires: from the step that contains the first spike that there may be
   * to that which contains the last, as given spikes do.
   *
   * @param start spikes come after this [ms]
   * @param stop and not after this [ms]
   * @param delay is added to both [ms]
   * @param earlier steps before the spikes come in which it fires
   */
  private void writeInterval(double start, double stop, double delay, int earlier)
      throws IOException {
    long first = Math.max(0, time.firstAfter(start, delay) - earlier);
    json.name("firstStep").value(first);
    if (stop != Double.POSITIVE_INFINITY) {
      boolean never = time.gridIndex(stop) <= time.gridIndex(start);
      json.name("lastStep")
          .value(never ? first - 1 : Math.max(first, time.lastUntil(stop, delay) - earlier));
    }
  }

  /** Steps in which a generator fires, each as often as there are spikes in it. */
  private void writeSteps(@Nullable SpikeTrains trains, int train) throws IOException {
    json.name("steps").beginArray();
    for (int i = 0; trains != null && i < trains.count(train); i++) {
      json.value(time.ofSpike(trains.time(train, i)));
    }
    json.endArray();
  }

  /** Steps in which an input fires, one before its spikes arrive; they all add up. */
  private void writeArrivals(double[] times, double delay) throws IOException {
    json.name("steps").beginArray();
    for (double spike : times) {
      json.value(Math.max(0, time.ofSpike(spike, delay) - 1));
    }
    json.endArray();
  }

  private void writeRelays(Population population) throws IOException {
    List<Pathway> pathways =
        Pathway.onto(population.name(), network, numbering, mapping.subject().seed());
    Arrivals arrivals = new Arrivals();
    int index = network.populationIndex(population.name());
    for (Pathway pathway : pathways) {
      for (int i = pathway.target().from(); i < pathway.target().to(); i++) {
        pathway.incoming(i, arrivals);
        for (int s = 0; s < arrivals.size(); s++) {
          json.beginObject();
          json.name("from").value(numbering.portOf(arrivals.sources()[s]));
          json.name("to").value(numbering.portOf(numbering.sourceOf(index, i)));
          json.name("weight").value(arrivals.weights()[s]);
          json.name("delaySteps").value(Math.max(1, time.steps(arrivals.delays()[s])));
          json.endObject();
        }
      }
    }
  }
}
