package org.hillock.io;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.hillock.loihi.run.EmulatedChip;

/**
 * The chip that a run emulated.
 *
 * @param target its name
 * @param cores in use
 * @param stepMs what a time-step of it stood for [ms]
 * @param arithmetic whose account of the hardware was followed
 */
public record ChipFacts(String target, int cores, double stepMs, String arithmetic) {

  /** The facts of an emulated chip. */
  public static ChipFacts of(EmulatedChip chip) {
    return new ChipFacts(
        chip.profile().name(),
        chip.image().coreCount(),
        chip.chipStep(),
        chip.image().arithmetic().name());
  }

  void write(JsonWriter json) throws IOException {
    json.name("chip").beginObject();
    json.name("target").value(target);
    json.name("cores").value(cores);
    json.name("step_ms").value(stepMs);
    json.name("arithmetic").value(arithmetic);
    json.endObject();
  }
}
