package org.hillock.scenario.section;

import static org.hillock.scenario.section.Key.optional;
import static org.hillock.scenario.section.Key.required;

import java.util.List;
import java.util.stream.Stream;
import org.hillock.scenario.section.Key.Shape;

/** The keys of spike times that are described by what they show. */
final class StimulusKeys {

  /** Packets of spikes. */
  static final List<Key> PACKETS =
      List.of(
          required(StimulusReader.PACKETS, Shape.FORMULAS, "centres of the packets"),
          optional("activity", Shape.FORMULA, "spikes of each neuron in a packet; default 1"),
          required("sdev", Shape.FORMULA, "standard deviation of the times of a packet"));

  /** Events of a camera. */
  static final List<Key> EVENTS =
      List.of(
          required(StimulusReader.EVENTS, Shape.TEXT, "a file of AEDAT 2 or 4, or CSV"),
          required("width", Shape.FORMULA, "pixels in a row of the sensor"),
          required("height", Shape.FORMULA, "its rows"),
          optional(
              "polarity",
              Shape.TEXT,
              "separate (default; neurons for brighter, then for darker), merged, on or off"),
          optional("start", Shape.FORMULA, "of the recording; default the end of the warm-up"));

  /** Which images are shown. */
  static final List<Key> SHOWN =
      List.of(
          optional("name", Shape.TEXT, "what claims call them; default the population's name"),
          optional("first", Shape.FORMULA, "number of the first image, from 0; default 0"),
          optional("count", Shape.FORMULA, "how many images; default all"),
          optional("repeat", Shape.FORMULA, "how often all of them come; default 1"),
          optional("order", Shape.TEXT, "in_turn (default) or shuffled, each time anew"));

  /** A filter of images. */
  static final List<Key> DIFFERENCE_OF_GAUSSIANS =
      List.of(
          required("centre", Shape.FORMULA, "standard deviation of the smaller, in pixels"),
          required("surround", Shape.FORMULA, "standard deviation of the larger, in pixels"));

  /** Images, one after the other. */
  static final List<Key> IMAGES =
      Stream.concat(
              Stream.of(
                  required(
                      StimulusReader.IMAGES,
                      Shape.TEXT,
                      "digits, which come with Hillock, or a file of images in the form of MNIST"),
                  optional("labels", Shape.TEXT, "a file of what they show, in that form"),
                  optional("start", Shape.FORMULA, "of the first; default the end of the warm-up"),
                  required("show", Shape.FORMULA, "how long each is shown, such as 350 ms"),
                  optional("rest", Shape.FORMULA, "pause after each; default 0 ms"),
                  optional("encoder", Shape.TEXT, "rate (default) or latency"),
                  optional("highest", Shape.FORMULA, "rate at full intensity, such as 64 Hz"),
                  optional(
                      "window",
                      Shape.FORMULA,
                      "in which the spikes of latencies come; default show"),
                  optional(
                      "threshold",
                      Shape.FORMULA,
                      "intensity, from 0 to 1, up to which a latency has no spike; default 0"),
                  optional(
                      "difference_of_gaussians",
                      Shape.FILTER,
                      "on-cells and off-cells, two neurons a pixel"),
                  optional("parts", Shape.PARTS, "several lots of images, one after the other")),
              SHOWN.stream())
          .toList();

  private StimulusKeys() {}
}
