package org.hillock.scenario.section;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.hillock.stimulus.DifferenceOfGaussians;
import org.hillock.stimulus.Encoder;
import org.hillock.stimulus.GeneratedDigits;
import org.hillock.stimulus.IdxImages;
import org.hillock.stimulus.Images;
import org.hillock.stimulus.Show;
import org.hillock.stimulus.StimulusException;
import org.hillock.text.Names;
import org.jspecify.annotations.Nullable;

/** Reads which images are shown, when, and how they become spikes. */
final class ShowReader {

  private static final MeasurementUnit RATE = MeasurementUnit.canonical(Dimension.RATE);
  private static final long MOST_PRESENTATIONS = 1_000_000;
  private static final List<String> ENCODERS = List.of("rate", "latency");
  private static final List<String> ORDERS = List.of("in_turn", "shuffled");

  private final ValueReader values;
  private final Problems problems;
  private final @Nullable Path folder;
  private final double warmup;

  /**
   * @param folder where to look for files, or null if the scenario may not name any
   * @param warmup of the run, at whose end the first image is shown if nothing else is said [ms]
   */
  ShowReader(ValueReader values, @Nullable Path folder, double warmup) {
    this.values = values;
    this.problems = values.problems();
    this.folder = folder;
    this.warmup = warmup;
  }

  /**
   * Reads them.
   *
   * @param population whose name a part has that is given none
   * @return null after a problem was reported
   */
  @Nullable Show read(Item.Mapping mapping, String population) {
    Fields fields = Fields.check(mapping, "key", StimulusKeys.IMAGES, "", problems);
    Images images = images(fields);
    Encoder encoder = encoder(fields);
    DifferenceOfGaussians filter = filter(fields);
    double begin = values.multiple(fields.get("start"), warmup);
    Item showItem = fields.get("show");
    Double show = showItem == null ? null : values.multiple(showItem, false);
    double rest = values.multiple(fields.get("rest"), 0);
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

  private @Nullable Images images(Fields fields) {
    Item item = fields.get(StimulusReader.IMAGES);
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
      fields.refuse("highest", "it is of the encoder rate", problems);
      Item windowItem = fields.get("window");
      Double window =
          windowItem == null ? (Double) Double.POSITIVE_INFINITY : values.positiveTime(windowItem);
      Double threshold = part(fields, "threshold", 0);
      return window == null || threshold == null ? null : new Encoder.Latency(window, threshold);
    }
    fields.refuse("window", "it is of the encoder latency", problems);
    fields.refuse("threshold", "it is of the encoder latency", problems);
    if (highest == null) {
      problems.add(
          fields.mapping(),
          "'highest' is missing",
          "expected the rate at full intensity, such as 64 Hz");
      return null;
    }
    Double rate = values.number(highest, RATE);
    if (rate != null && rate < 0) {
      problems.add(highest, ValueReader.source(highest, rate, RATE), "expected at least 0 Hz");
    }
    return rate == null || kind == null ? null : new Encoder.Rate(rate);
  }

  /** A number from 0 to 1. */
  private @Nullable Double part(Fields fields, String key, double otherwise) {
    Item item = fields.get(key);
    Double part = item == null ? (Double) otherwise : values.number(item, MeasurementUnit.NONE);
    if (item != null && part != null && !(part >= 0 && part <= 1)) {
      problems.add(
          item,
          ValueReader.source(item, part, MeasurementUnit.NONE),
          "expected a number from 0 to 1");
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
    Fields own = Fields.check(mapping, "key", StimulusKeys.DIFFERENCE_OF_GAUSSIANS, "", problems);
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
    for (Key key : StimulusKeys.SHOWN) {
      fields.refuse(
          key.name(), "the parts say which images, how often, and what they are called", problems);
    }
    if (!(item instanceof Item.Listing listing) || listing.items().isEmpty()) {
      problems.add(item, "found " + item.phrase(), "expected [{name: train, count: 100}, ...]");
      return parts;
    }
    for (Item element : listing.items()) {
      Item.Mapping mapping =
          Fields.mapping(element, "a map, such as {name: train, count: 100}", problems);
      if (mapping != null) {
        part(
            Fields.check(mapping, "key", StimulusKeys.SHOWN, "", problems),
            images,
            population,
            parts);
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
