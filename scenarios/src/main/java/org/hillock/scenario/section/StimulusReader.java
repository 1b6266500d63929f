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
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.hillock.stimulus.CameraEvents;
import org.hillock.stimulus.CameraEvents.Polarity;
import org.hillock.stimulus.DifferenceOfGaussians;
import org.hillock.stimulus.Encoder;
import org.hillock.stimulus.GeneratedDigits;
import org.hillock.stimulus.IdxImages;
import org.hillock.stimulus.Images;
import org.hillock.stimulus.Presentation;
import org.hillock.stimulus.PulsePackets;
import org.hillock.stimulus.Show;
import org.hillock.stimulus.StimulusException;
import org.hillock.text.Names;
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

  private static final MeasurementUnit RATE = MeasurementUnit.canonical(Dimension.RATE);
  private static final long MOST_PRESENTATIONS = 1_000_000;
  private static final List<String> ENCODERS = List.of("rate", "latency");
  private static final List<String> POLARITIES = List.of("separate", "merged", "on", "off");
  private static final long MOST_PIXELS = 10_000;
  private static final List<String> ORDERS = List.of("in_turn", "shuffled");

  private final ValueReader values;
  private final Problems problems;
  private final @Nullable Path folder;
  private final RunSettings settings;
  private final List<Presentation> presentations;
  private final Map<Item, @Nullable CameraEvents> cameras = new IdentityHashMap<>();
  private final Map<Item, @Nullable Show> shows = new IdentityHashMap<>();

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
      return packets == null ? null : packets.trains(size, settings.seed(), key);
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
    List<Presentation> shown = show.presentations(settings.seed(), key);
    presentations.addAll(shown);
    try {
      return show.trains(shown, settings.seed(), key, most);
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
      Fields fields = Fields.check(mapping, "key", Keys.EVENTS, "", problems);
      Item polarityItem = fields.get("polarity");
      String polarity =
          polarityItem == null ? "separate" : values.choice(polarityItem, "polarity", POLARITIES);
      Long width = pixels(fields, "width");
      Long height = pixels(fields, "height");
      double begin = time(fields, "start", settings.warmup());
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
    Fields fields = Fields.check(mapping, "key", Keys.PACKETS, "", problems);
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
    if (!shows.containsKey(mapping)) {
      int before = problems.count();
      Show show = read(mapping, population);
      shows.put(mapping, problems.count() == before ? show : null);
    }
    return shows.get(mapping);
  }

  private @Nullable Show read(Item.Mapping mapping, String population) {
    Fields fields = Fields.check(mapping, "key", Keys.IMAGES, "", problems);
    Images images = images(fields);
    Encoder encoder = encoder(fields);
    DifferenceOfGaussians filter = filter(fields);
    double begin = time(fields, "start", settings.warmup());
    Item showItem = fields.get("show");
    Double show = showItem == null ? null : values.multiple(showItem, false);
    double rest = time(fields, "rest", 0);
    if (images == null) {
      return null;
    }
    List<Show.Part> parts = parts(fields, images, population);
    long count = parts.stream().mapToLong(part -> (long) part.count() * part.repeat()).sum();
    if (count > MOST_PRESENTATIONS) {
      problems.add(
          mapping, "found " + count + " images to show", "expected at most " + MOST_PRESENTATIONS);
    }
    return encoder == null || show == null
        ? null
        : new Show(images, filter, encoder, begin, show, rest, parts);
  }

  private double time(Fields fields, String key, double otherwise) {
    Item item = fields.get(key);
    Double time = item == null ? null : values.multiple(item, true);
    return time == null ? otherwise : time;
  }

  private @Nullable Images images(Fields fields) {
    Item item = fields.get(IMAGES);
    Item.Scalar name =
        item == null ? null : values.scalar(item, "digits, or the name of a file of images");
    Item labelItem = fields.get("labels");
    Item.Scalar labels =
        labelItem == null ? null : values.scalar(labelItem, "the name of a file of labels");
    if (name == null) {
      return null;
    }
    if (name.text().equals(GeneratedDigits.NAME)) {
      if (labelItem != null) {
        problems.add(labelItem, "found labels beside images that have theirs", "");
      }
      return new GeneratedDigits();
    }
    if (folder == null) {
      problems.add(name, "found the file '" + name.text() + "'", "this scenario has no folder");
      return null;
    }
    try {
      return IdxImages.read(folder, name.text(), labels == null ? null : labels.text());
    } catch (StimulusException e) {
      problems.add(name, e.found(), e.allowed());
    } catch (InvalidPathException e) {
      problems.add(name, "found '" + name.text() + "'", "expected the name of a file");
    }
    return null;
  }

  private @Nullable Encoder encoder(Fields fields) {
    Item item = fields.get("encoder");
    String kind = item == null ? "rate" : values.choice(item, "encoder", ENCODERS);
    Item highest = fields.get("highest");
    if ("latency".equals(kind)) {
      refuse(fields, "highest", "it is of the encoder rate");
      Item windowItem = fields.get("window");
      Double window =
          windowItem == null ? (Double) Double.POSITIVE_INFINITY : values.positiveTime(windowItem);
      Double threshold = part(fields, "threshold", 0);
      return window == null || threshold == null ? null : new Encoder.Latency(window, threshold);
    }
    refuse(fields, "window", "it is of the encoder latency");
    refuse(fields, "threshold", "it is of the encoder latency");
    if (highest == null) {
      problems.add(
          fields.mapping(),
          "'highest' is missing",
          "expected the rate at full intensity, such as 64 Hz");
      return null;
    }
    Double rate = values.number(highest, RATE);
    if (rate != null && rate < 0) {
      problems.add(highest, "found " + highest.phrase(), "expected at least 0 Hz");
    }
    return rate == null || kind == null ? null : new Encoder.Rate(rate);
  }

  private void refuse(Fields fields, String key, String why) {
    Item item = fields.get(key);
    if (item != null) {
      problems.add(item, "found '" + key + "'", why);
    }
  }

  /** A number from 0 to 1. */
  private @Nullable Double part(Fields fields, String key, double otherwise) {
    Item item = fields.get(key);
    Double part = item == null ? (Double) otherwise : values.number(item, MeasurementUnit.NONE);
    if (item != null && part != null && !(part >= 0 && part <= 1)) {
      problems.add(item, "found " + item.phrase(), "expected a number from 0 to 1");
    }
    return part;
  }

  private @Nullable DifferenceOfGaussians filter(Fields fields) {
    Item item = fields.get("difference_of_gaussians");
    Item.Mapping mapping =
        item == null ? null : Fields.mapping(item, "a map, {centre: 1, surround: 2}", problems);
    if (mapping == null) {
      return null;
    }
    Fields own = Fields.check(mapping, "key", Keys.DIFFERENCE_OF_GAUSSIANS, "", problems);
    Item centreItem = own.get("centre");
    Item surroundItem = own.get("surround");
    Double centre = centreItem == null ? null : values.number(centreItem, MeasurementUnit.NONE);
    Double surround =
        surroundItem == null ? null : values.number(surroundItem, MeasurementUnit.NONE);
    if (centre == null || surround == null) {
      return null;
    }
    if (!(centre > 0 && surround > centre && surround <= 1000)) {
      problems.add(
          mapping,
          "found a centre of "
              + Numbers.text(centre)
              + " and a surround of "
              + Numbers.text(surround),
          "expected standard deviations in pixels, 0 < centre < surround <= 1000");
      return null;
    }
    return new DifferenceOfGaussians(centre, surround);
  }

  /** What the map itself shows, if it lists no parts. */
  private List<Show.Part> parts(Fields fields, Images images, String population) {
    Item item = fields.get("parts");
    List<Show.Part> parts = new ArrayList<>();
    if (item == null) {
      part(fields, images, population, parts);
      return parts;
    }
    for (Key key : Keys.SHOWN) {
      refuse(fields, key.name(), "the parts say which images, how often, and what they are called");
    }
    if (!(item instanceof Item.Listing listing) || listing.items().isEmpty()) {
      problems.add(item, "found " + item.phrase(), "expected [{name: train, count: 100}, ...]");
      return parts;
    }
    for (Item element : listing.items()) {
      Item.Mapping mapping =
          Fields.mapping(element, "a map, such as {name: train, count: 100}", problems);
      if (mapping != null) {
        part(Fields.check(mapping, "key", Keys.SHOWN, "", problems), images, population, parts);
      }
    }
    return parts;
  }

  private void part(Fields fields, Images images, String population, List<Show.Part> parts) {
    Item nameItem = fields.get("name");
    String name = nameItem == null ? population : values.text(nameItem);
    if (name != null && nameItem != null) {
      Names.illegal("part", name)
          .ifPresent(fault -> problems.add(nameItem, "found " + fault, Names.ALLOWED));
    }
    Item firstItem = fields.get("first");
    Long first = firstItem == null ? (Long) 0L : values.integer(firstItem, 0, images.count() - 1);
    if (first == null) {
      return;
    }
    Item countItem = fields.get("count");
    long most = images.count() - first;
    Long count = countItem == null ? (Long) most : values.integer(countItem, 1, most);
    Item repeatItem = fields.get("repeat");
    Long repeat =
        repeatItem == null ? (Long) 1L : values.integer(repeatItem, 1, MOST_PRESENTATIONS);
    Item orderItem = fields.get("order");
    String order = orderItem == null ? "in_turn" : values.choice(orderItem, "order", ORDERS);
    if (name != null && count != null && repeat != null && order != null) {
      parts.add(
          new Show.Part(
              name,
              first.intValue(),
              count.intValue(),
              repeat.intValue(),
              order.equals("shuffled")));
    }
  }
}
