package org.hillock.scenario.section;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.SpikeTrains;
import org.hillock.random.RandomStream;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.hillock.stimulus.Images;
import org.hillock.stimulus.Presentation;
import org.hillock.stimulus.PulsePackets;
import org.hillock.stimulus.Show;
import org.hillock.stimulus.StimulusException;
import org.hillock.stimulus.event.CameraEvents;
import org.hillock.stimulus.event.CameraEvents.Polarity;
import org.jspecify.annotations.Nullable;

/**
 * Reads spike times that are described by what they show: images, the events of a camera, or
 * packets of spikes.
 */
final class StimulusReader {

  /** Key of a map that shows images. */
  static final String IMAGES = "images";

  /** Key of a map of the events of a camera. */
  static final String EVENTS = "events";

  /** Key of a map of packets. */
  static final String PACKETS = "pulse_times";

  private static final List<String> POLARITIES = List.of("separate", "merged", "on", "off");
  private static final long MOST_PIXELS = 10_000;

  private final ValueReader values;
  private final Problems problems;
  private final @Nullable Path folder;
  private final RunSettings settings;
  private final List<Presentation> presentations;
  private final ShowReader shows;
  private final Map<Item, @Nullable CameraEvents> cameras = new IdentityHashMap<>();
  private final Map<Item, @Nullable Show> shown = new IdentityHashMap<>();

  /**
   * @param folder where to look for files, or null if the scenario may not name any
   * @param settings of the run
   * @param presentations takes what is shown when
   */
  StimulusReader(
      ValueReader values,
      @Nullable Path folder,
      RunSettings settings,
      List<Presentation> presentations) {
    this.values = values;
    this.problems = values.problems();
    this.folder = folder;
    this.settings = settings;
    this.presentations = presentations;
    this.shows = new ShowReader(values, folder, settings.warmup());
  }

  /** Whether spike times are described so. */
  static boolean describes(Item item) {
    return has(item, IMAGES) || has(item, EVENTS) || has(item, PACKETS);
  }

  private static boolean has(Item item, String key) {
    return item instanceof Item.Mapping mapping && mapping.fields().containsKey(key);
  }

  /** How many neurons a description takes; 0 for any number, or after a problem was reported. */
  int impliedSize(Item item, String population) {
    if (has(item, EVENTS)) {
      CameraEvents events = events((Item.Mapping) item);
      return events == null ? 0 : events.neurons();
    }
    Show show = has(item, IMAGES) ? show((Item.Mapping) item, population) : null;
    return show == null ? 0 : show.neurons();
  }

  /**
   * The spikes of a population.
   *
   * @param population its name, which keys its random numbers
   * @param size how many neurons it has
   * @param most spikes that may be
   * @return null after a problem was reported
   */
  @Nullable SpikeTrains trains(Item item, String population, int size, long most) {
    Item.Mapping mapping = (Item.Mapping) item;
    int key = population.hashCode() & RandomStream.MAX_OBJECT;
    if (has(item, PACKETS)) {
      PulsePackets packets = packets(mapping);
      double spikes = packets == null ? 0 : (double) packets.times().size() * packets.activity();
      if (spikes * size > most) {
        problems.add(item, Math.round(spikes * size) + " spike times", "expected at most " + most);
        return null;
      }
      return packets == null ? null : packets.trains(size, settings.noiseSeed(), key);
    }
    if (has(item, EVENTS)) {
      CameraEvents events = events(mapping);
      return events == null || !fits(item, events.width(), events.height(), events.neurons(), size)
          ? null
          : spikes(mapping, events, most);
    }
    Show show = show(mapping, population);
    if (show == null) {
      return null;
    }
    Images images = show.images();
    if (!fits(item, images.width(), images.height(), show.neurons(), size)) {
      return null;
    }
    List<Presentation> order = show.presentations(settings.seed(), key);
    presentations.addAll(order);
    try {
      return show.trains(order, settings.noiseSeed(), key, most);
    } catch (StimulusException e) {
      problems.add(item, "found " + e.found(), e.allowed());
      return null;
    }
  }

  private boolean fits(Item item, int width, int height, int neurons, int size) {
    if (neurons != size) {
      problems.add(
          item,
          "found " + width + " x " + height + " pixels and " + size + " neurons",
          "expected "
              + neurons
              + (neurons == width * height ? ", one a pixel" : ", two a pixel, for on and off"));
    }
    return neurons == size;
  }

  private @Nullable CameraEvents events(Item.Mapping mapping) {
    if (!cameras.containsKey(mapping)) {
      Fields fields = Fields.check(mapping, "key", StimulusKeys.EVENTS, "", problems);
      Item polarityItem = fields.get("polarity");
      String polarity =
          polarityItem == null ? "separate" : values.choice(polarityItem, "polarity", POLARITIES);
      Long width = pixels(fields, "width");
      Long height = pixels(fields, "height");
      double begin = values.multiple(fields.get("start"), settings.warmup());
      cameras.put(
          mapping,
          polarity == null || width == null || height == null
              ? null
              : new CameraEvents(
                  width.intValue(),
                  height.intValue(),
                  Polarity.valueOf(polarity.toUpperCase(Locale.ROOT)),
                  begin));
    }
    return cameras.get(mapping);
  }

  private @Nullable Long pixels(Fields fields, String key) {
    Item item = fields.get(key);
    return item == null ? null : values.integer(item, 1, MOST_PIXELS);
  }

  private @Nullable SpikeTrains spikes(Item.Mapping mapping, CameraEvents events, long most) {
    Item item = Objects.requireNonNull(mapping.fields().get(EVENTS)).value();
    Item.Scalar name = values.scalar(item, "the name of a file of events");
    if (name == null) {
      return null;
    }
    if (folder == null) {
      problems.add(name, "found the file '" + name.text() + "'", "this scenario has no folder");
      return null;
    }
    try {
      return events.trains(folder.resolve(name.text()), name.text(), most);
    } catch (StimulusException e) {
      problems.add(name, e.found(), e.allowed());
    } catch (InvalidPathException e) {
      problems.add(name, "found '" + name.text() + "'", "expected the name of a file");
    }
    return null;
  }

  private @Nullable PulsePackets packets(Item.Mapping mapping) {
    Fields fields = Fields.check(mapping, "key", StimulusKeys.PACKETS, "", problems);
    Item times = fields.get(PACKETS);
    List<Double> centres = new ArrayList<>();
    if (times instanceof Item.Listing listing) {
      for (Item element : listing.items()) {
        Double time = values.timeFrom(element, 0);
        if (time != null) {
          centres.add(time);
        }
      }
    } else if (times != null) {
      problems.add(times, "found " + times.phrase(), "expected times, such as [100 ms, 300 ms]");
    }
    Item activityItem = fields.get("activity");
    Long activity =
        activityItem == null ? (Long) 1L : values.integer(activityItem, 0, Integer.MAX_VALUE);
    Item sdevItem = fields.get("sdev");
    Double sdev = sdevItem == null ? null : values.timeFrom(sdevItem, 0);
    return activity == null || sdev == null
        ? null
        : new PulsePackets(centres, activity.intValue(), sdev);
  }

  private @Nullable Show show(Item.Mapping mapping, String population) {
    if (!shown.containsKey(mapping)) {
      int before = problems.count();
      Show show = shows.read(mapping, population);
      shown.put(mapping, problems.count() == before ? show : null);
    }
    return shown.get(mapping);
  }
}
