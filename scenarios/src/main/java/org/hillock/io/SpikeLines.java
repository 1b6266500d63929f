package org.hillock.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hillock.file.NotTextException;
import org.hillock.file.SpecialFileException;
import org.hillock.file.TextFile;

/**
 * Goes through the lines of {@code spikes.csv} without an object for each: each is checked, and
 * told to nobody but who asks. A time that is the same text as the one before, as on a grid most
 * are, is not read again.
 */
final class SpikeLines implements Closeable {

  private static final int BLOCK = 1 << 16;

  private final Path file;
  private final InputStream in;
  private final List<String> names;
  private final byte[][] nameBytes;
  private final int[] sizes;

  private byte[] block = new byte[BLOCK];
  private int next;
  private int end;

  /** Where the present line begins and ends in the block. */
  private int from;

  private int to;
  private int line;
  private byte[] lastText = {};
  private double time = Double.NEGATIVE_INFINITY;
  private int population;
  private int neuron;

  /**
   * Opens a file.
   *
   * @param populations sizes of the populations by name, in the order in which they are numbered
   * @throws ResultFormatException if its first line is another one
   */
  SpikeLines(Path file, Map<String, Integer> populations) throws IOException {
    SpecialFileException.refuse(file);
    this.file = file;
    this.names = List.copyOf(populations.keySet());
    this.sizes = populations.values().stream().mapToInt(Integer::intValue).toArray();
    this.nameBytes = names.stream().map(TableWriter::bytes).toArray(byte[][]::new);
    this.in = Files.newInputStream(file);
    try {
      if (!line() || !text().replace("\ufeff", "").equals(SpikeFile.HEADER)) {
        throw wrong("the first line is not '" + SpikeFile.HEADER + "'");
      }
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /**
   * Moves to the next spike; false at the end.
   *
   * @throws ResultFormatException if a line is not what it should be
   */
  boolean next() throws IOException {
    if (!line()) {
      return false;
    }
    int first = comma(from);
    int second = comma(first + 1);
    population = second < to ? named(first + 1, second) : -1;
    if (population < 0) {
      throw wrong("'" + text() + "' is not a spike of " + names);
    }
    try {
      readTime(first);
      readNeuron(second + 1);
    } catch (NumberFormatException e) {
      throw wrong("'" + text() + "' has no time and neuron");
    }
    if (neuron < 0 || neuron >= sizes[population]) {
      throw wrong(
          "'"
              + text()
              + "' is of no neuron: '"
              + names.get(population)
              + "' has those from 0 to "
              + (sizes[population] - 1));
    }
    return true;
  }

  /** When the spike is [ms]. */
  double time() {
    return time;
  }

  /** Number of its population. */
  int population() {
    return population;
  }

  int neuron() {
    return neuron;
  }

  private void readTime(int comma) throws IOException {
    if (Arrays.equals(lastText, 0, lastText.length, block, from, comma)) {
      return;
    }
    lastText = Arrays.copyOfRange(block, from, comma);
    double read = Double.parseDouble(new String(lastText, StandardCharsets.UTF_8));
    if (!(read >= time && read < Double.POSITIVE_INFINITY)) {
      throw wrong("'" + text() + "' is not in the order of time");
    }
    time = read;
  }

  private void readNeuron(int begin) {
    int number = 0;
    boolean plain = begin < to && to - begin < 10;
    for (int i = begin; i < to && plain; i++) {
      int digit = block[i] - '0';
      plain = digit >= 0 && digit <= 9;
      number = 10 * number + digit;
    }
    // Whatever is not plainly a number is read, or refused, as Java does.
    neuron =
        plain
            ? number
            : Integer.parseInt(new String(block, begin, to - begin, StandardCharsets.UTF_8));
  }

  private int comma(int begin) {
    int at = begin;
    while (at < to && block[at] != ',') {
      at++;
    }
    return at;
  }

  private int named(int begin, int stop) {
    for (int i = 0; i < nameBytes.length; i++) {
      // The population of the line before is tried first, since its spikes come together.
      int tried = (Math.max(0, population) + i) % nameBytes.length;
      byte[] name = nameBytes[tried];
      if (Arrays.equals(name, 0, name.length, block, begin, stop)) {
        return tried;
      }
    }
    return -1;
  }

  /** Moves to the next line; false at the end. */
  private boolean line() throws IOException {
    int at = next;
    while (true) {
      for (; at < end; at++) {
        if (block[at] == '\n') {
          setLine(at, at + 1);
          return true;
        }
      }
      int length = end - next;
      if (next > 0 || length == block.length) {
        byte[] room = length > BLOCK / 2 ? new byte[2 * block.length] : block;
        System.arraycopy(block, next, room, 0, length);
        block = room;
        next = 0;
        end = length;
        at = length;
      }
      int read = in.read(block, end, block.length - end);
      if (read < 0) {
        boolean more = length > 0;
        setLine(end, end);
        return more;
      }
      end += read;
    }
  }

  private void setLine(int stop, int after) {
    from = next;
    to = stop > from && block[stop - 1] == '\r' ? stop - 1 : stop;
    next = after;
    line++;
  }

  private String text() throws NotTextException, IOException {
    String text = new String(block, from, to - from, StandardCharsets.UTF_8);
    if (text.indexOf('\ufffd') >= 0) {
      throw TextFile.fault(file);
    }
    return text;
  }

  private ResultFormatException wrong(String problem) {
    return new ResultFormatException(file, line, problem);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
