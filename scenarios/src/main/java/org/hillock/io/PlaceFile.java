package org.hillock.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Positions;

/** Where neurons are, as text: a line a neuron, with as many coordinates as there are. */
public final class PlaceFile {

  /** Its name in a folder of results. */
  static final String NAME = "positions.csv";

  private static final String HEADER = "population,neuron,x_mm,y_mm,z_mm";

  private PlaceFile() {}

  /** Whether any population has places. */
  static boolean needed(Network network) {
    return network.populations().stream().anyMatch(each -> each.positions() != null);
  }

  /** Writes the places of all populations that have some. */
  public static void write(Network network, Path file) throws IOException {
    try (TableWriter out = TableWriter.into(file, HEADER)) {
      for (Population population : network.populations()) {
        Positions places = population.positions();
        byte[] name = TableWriter.bytes(population.name() + ",");
        for (int neuron = 0; places != null && neuron < places.size(); neuron++) {
          out.text(name).whole(neuron);
          for (int axis = 0; axis < Positions.MAX_DIMENSIONS; axis++) {
            out.comma();
            if (axis < places.dimensions()) {
              out.number(places.coordinate(neuron, axis));
            }
          }
          out.line();
        }
      }
    }
  }

  /**
   * Reads it back, without what was said of borders.
   *
   * @param sizes of the populations, by name
   * @throws ResultFormatException if a line is not what it should be
   */
  public static Map<String, Positions> read(Path file, Map<String, Integer> sizes)
      throws IOException {
    Map<String, List<double[]>> read = new LinkedHashMap<>();
    try (CsvReader in = new CsvReader(file, HEADER)) {
      while (in.next()) {
        int neuron = in.neuron(0, 1, sizes);
        List<double[]> places = read.computeIfAbsent(in.text(0), name -> new ArrayList<>());
        if (neuron != places.size()) {
          throw in.wrong("expected neuron " + places.size() + " of '" + in.text(0) + "'");
        }
        int dimensions = in.text(3).isEmpty() ? 1 : in.text(4).isEmpty() ? 2 : 3;
        double[] place = new double[dimensions];
        for (int axis = 0; axis < dimensions; axis++) {
          place[axis] = in.number(2 + axis);
        }
        places.add(place);
      }
    }
    Map<String, Positions> positions = new LinkedHashMap<>();
    for (Map.Entry<String, List<double[]>> entry : read.entrySet()) {
      try {
        Positions places = Positions.of(entry.getValue().toArray(double[][]::new));
        if (places.size() != sizes.getOrDefault(entry.getKey(), 0)) {
          throw new ResultFormatException(
              file, 0, "places of " + places.size() + " neurons of '" + entry.getKey() + "' only");
        }
        positions.put(entry.getKey(), places);
      } catch (InvalidNetworkException e) {
        throw new ResultFormatException(file, 0, e.found() + " in '" + entry.getKey() + "'");
      }
    }
    return positions;
  }
}
