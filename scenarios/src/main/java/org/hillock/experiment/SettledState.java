package org.hillock.experiment;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hillock.engine.checkpoint.CheckpointException;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.engine.run.Simulation;
import org.hillock.io.checkpoint.Checkpoint;
import org.hillock.model.StateCarrier;
import org.hillock.network.Network;

/**
 * The state of a run as the beginning of another one: all of it but what had been recorded. Nothing
 * of it is lost, and none invented, unsaid.
 */
public final class SettledState implements Sections {

  private static final String RECORD = "record";

  private final Sections saved;

  /**
   * @param saved the state of a run of the same network
   */
  SettledState(Sections saved) {
    this.saved = saved;
  }

  /**
   * Gives a simulation the state of a checkpoint.
   *
   * @param network that is simulated
   * @throws CheckpointException if it has not the same neurons and the same synapses that learn
   */
  public static void restore(Network network, Simulation simulation, Checkpoint checkpoint) {
    List<String> needed = Sections.titles(network);
    List<String> missing =
        needed.stream().filter(title -> !checkpoint.sections().contains(title)).toList();
    List<String> left =
        checkpoint.sections().stream()
            .filter(title -> title.startsWith("population ") || title.startsWith("synapses "))
            .filter(title -> !needed.contains(title))
            .toList();
    if (!missing.isEmpty() || !left.isEmpty()) {
      throw new CheckpointException(
          "a run begins from a checkpoint with the same populations and the same projections with"
              + " plasticity (a rule whose rates are 0 leaves weights as they are): "
              + Stream.of(
                      list("the checkpoint has no ", missing), list("the scenario has no ", left))
                  .filter(text -> !text.isEmpty())
                  .collect(Collectors.joining("; ")));
    }
    simulation.restore(new SettledState(checkpoint));
  }

  private static String list(String what, List<String> titles) {
    return titles.isEmpty() ? "" : what + String.join(", ", titles);
  }

  @Override
  public void section(String title, Consumer<StateCarrier> content) {
    if (!title.equals(RECORD)) {
      saved.section(title, content);
    }
  }
}
