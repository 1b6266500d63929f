package org.hillock.loihi.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.format.FormatException;
import org.hillock.loihi.chip.Programme;

/** Neurons of a mapping that a format cannot say, since it knows integrate-and-fire alone. */
public final class OtherProgrammes {

  private OtherProgrammes() {}

  /**
   * Refuses a mapping that has such neurons.
   *
   * @param format that lacks them
   * @throws FormatException naming each population of another programme
   */
  public static void refuse(MappingFile mapping, String format) {
    Map<String, Programme> others = new LinkedHashMap<>();
    for (MappedCore core : mapping.cores()) {
      for (MappedCore.Slice slice : core.slices()) {
        for (int i = 0; i < slice.count(); i++) {
          int profile = core.compartments().get(slice.firstCompartment() + i).profile();
          Programme programme = core.profiles().get(profile).programme();
          if (programme != Programme.LIF) {
            others.putIfAbsent(slice.population(), programme);
          }
        }
      }
    }
    List<FormatException> refusals = new ArrayList<>();
    others.forEach(
        (population, programme) ->
            refusals.add(
                new FormatException(
                    population,
                    "found neurons of the programme "
                        + programme.text()
                        + ", which "
                        + format
                        + " does not have",
                    "leaky integrate-and-fire neurons")));
    if (!refusals.isEmpty()) {
      throw FormatException.of(refusals);
    }
  }
}
