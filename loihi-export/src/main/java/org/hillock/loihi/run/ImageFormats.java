package org.hillock.loihi.run;

import java.util.HashMap;
import java.util.Map;
import org.hillock.loihi.emulate.ChipImage;
import org.hillock.loihi.emulate.SynapseFormat;

/**
 * Numbers of the synapse formats of an image: equal formats are one, and they count in the order in
 * which the cores name them. Random numbers of the learning engine are keyed by these numbers, so
 * all images of a mapping must count alike.
 */
final class ImageFormats {

  private final ChipImage.Builder builder;
  private final Map<SynapseFormat, Integer> numbers = new HashMap<>();

  ImageFormats(ChipImage.Builder builder) {
    this.builder = builder;
  }

  int number(SynapseFormat format) {
    Integer known = numbers.get(format);
    if (known == null) {
      known = builder.format(format);
      numbers.put(format, known);
    }
    return known;
  }
}
