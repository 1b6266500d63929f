package org.hillock.stimulus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.hillock.network.SpikeTrains;
import org.hillock.stimulus.event.CameraEvents;
import org.hillock.stimulus.event.CameraEvents.Polarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of images and of event cameras, each written here byte by byte as its form says. */
class StimulusFilesTest {

  private static final long MANY = 1_000_000;

  @TempDir Path folder;

  private static byte[] idx(int... dimensions) {
    int size = 1;
    for (int dimension : dimensions) {
      size *= dimension;
    }
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * dimensions.length + size);
    bytes.putInt(0x0800 | dimensions.length);
    for (int dimension : dimensions) {
      bytes.putInt(dimension);
    }
    for (int i = 0; i < size; i++) {
      bytes.put((byte) (i * 7));
    }
    return bytes.array();
  }

  private String write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
    return name;
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(all)) {
      out.write(bytes);
    }
    return all.toByteArray();
  }

  @Test
  void readsImagesAndLabelsInTheFormOfMnist() throws Exception {
    write("i", idx(3, 2, 4));
    write("i.gz", zipped(idx(3, 2, 4)));
    write("l.gz", zipped(idx(3)));
    for (String file : List.of("i", "i.gz")) {
      IdxImages images = IdxImages.read(folder, file, "l.gz");
      assertEquals(3, images.count());
      assertEquals(4, images.width());
      assertEquals(2, images.height());
      assertEquals("14", images.label(2));
      double[] second = new double[8];
      images.copy(1, second);
      for (int i = 0; i < 8; i++) {
        assertEquals((7 * (8 + i) & 0xff) / 255.0, second[i]);
      }
    }
  }

  private String refused(String images, String labels) {
    return assertThrows(StimulusException.class, () -> IdxImages.read(folder, images, labels))
        .getMessage();
  }

  @Test
  void saysWhatIsWrongWithImages() throws IOException {
    byte[] good = idx(3, 2, 4);
    write("good", good);
    assertEquals("no file 'none' beside the scenario; ", refused("none", null));
    write("short", Arrays.copyOf(good, good.length - 1));
    assertEquals(
        "'short' ends early or is damaged; fetch or copy it again", refused("short", null));
    write("long", Arrays.copyOf(good, good.length + 1));
    assertEquals("'long' has more than the 24 values that it announces; ", refused("long", null));
    write("text", "hello there, this is text".getBytes(StandardCharsets.UTF_8));
    assertTrue(refused("text", null).startsWith("'text' is no IDX file; expected one"));
    write("labels", idx(5));
    assertEquals(
        "'labels' has 1 dimensions; expected 3: images, rows and columns", refused("labels", null));
    assertEquals("5 labels of 3 images; expected a label for each", refused("good", "labels"));
    byte[] floats = good.clone();
    floats[2] = 0x0d;
    write("floats", floats);
    assertEquals(
        "'floats' has values of the type 0xd; expected unsigned bytes, 0x8",
        refused("floats", null));
    byte[] huge = good.clone();
    huge[4] = 0x7f;
    write("huge", huge);
    assertTrue(refused("huge", null).contains("expected at most"), refused("huge", null));
    write("empty", new byte[0]);
    assertEquals(
        "'empty' ends early or is damaged; fetch or copy it again", refused("empty", null));
    byte[] zip = zipped(good);
    write("cut.gz", Arrays.copyOf(zip, zip.length - 9));
    assertEquals(
        "'cut.gz' ends early or is damaged; fetch or copy it again", refused("cut.gz", null));
  }

  /** An event as the test means it. */
  private record Event(long time, int x, int y, boolean on) {}

  private static final List<Event> EVENTS =
      List.of(
          new Event(1000, 0, 0, true),
          new Event(1001, 3, 1, false),
          new Event(1500, 3, 1, true),
          new Event(3000, 2, 2, false));

  private static byte[] csv() {
    StringBuilder text = new StringBuilder("# a comment\nx,y,t,polarity\n");
    for (Event event : EVENTS) {
      text.append(event.x + "," + event.y + "," + event.time + "," + (event.on ? 1 : 0) + "\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** As jAER writes them: columns from the right, rows from the bottom; of the DVS128 1 is off. */
  private static byte[] aedat2(boolean davis, int width, int height) {
    ByteBuffer bytes = ByteBuffer.allocate(200);
    bytes.put("#!AER-DAT2.0\r\n".getBytes(StandardCharsets.US_ASCII));
    String chip =
        davis ? "# AEChip: eu.seebetter.ini.chips.davis.DAVIS240C\r\n" : "# a comment\r\n";
    bytes.put(chip.getBytes(StandardCharsets.US_ASCII));
    for (Event event : EVENTS) {
      int x = width - 1 - event.x;
      int y = height - 1 - event.y;
      int sign = event.on == davis ? 1 : 0;
      bytes.putInt(davis ? y << 22 | x << 12 | sign << 11 : y << 8 | x << 1 | sign);
      bytes.putInt((int) event.time);
    }
    // Events of frames and from outside are not of pixels.
    bytes.putInt(davis ? 1 << 31 | 5 << 12 : 1 << 15).putInt(4000);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A table with one list of events, as a FlatBuffer behind its length. */
  private static byte[] packet(String kind, List<Event> events) {
    int body = 4 + 4 + 6 + 2 + 4 + 4 + 4 + 16 * events.size();
    ByteBuffer bytes = little(4 + body);
    bytes.putInt(body);
    bytes.putInt(16); // to the table
    bytes.put(kind.getBytes(StandardCharsets.US_ASCII));
    bytes.putShort((short) 6).putShort((short) 8).putShort((short) 4).putShort((short) 0);
    bytes.putInt(8); // from the table back to its fields
    bytes.putInt(4); // to the list
    bytes.putInt(events.size());
    for (Event event : events) {
      bytes.putLong(event.time).putShort((short) event.x).putShort((short) event.y);
      bytes.putInt(event.on ? 1 : 0);
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static byte[] aedat4(int compression) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write("#!AER-DAT4.0\r\n".getBytes(StandardCharsets.US_ASCII));
    ByteBuffer header = little(64);
    header.putInt(16).put("IOHE".getBytes(StandardCharsets.US_ASCII));
    header.putShort((short) 6).putShort((short) 8).putShort((short) 4).putShort((short) 0);
    header.putInt(8).putInt(compression);
    all.write(little(4).putInt(header.position()).array());
    all.write(header.array(), 0, header.position());
    for (byte[] plain :
        List.of(
            packet("FRME", List.of()),
            packet("EVTS", EVENTS.subList(0, 2)),
            packet("EVTS", EVENTS.subList(2, 4)))) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      if (compression == 0) {
        packed.write(plain);
      } else {
        try (OutputStream out = new LZ4FrameOutputStream(packed)) {
          out.write(plain);
        }
      }
      all.write(little(8).putInt(0).putInt(packed.size()).array());
      all.write(packed.toByteArray());
    }
    return all.toByteArray();
  }

  private static byte[] bytes(String kind) throws IOException {
    return switch (kind) {
      case "csv" -> csv();
      case "dvs128" -> aedat2(false, 4, 3);
      case "davis" -> aedat2(true, 4, 3);
      case "aedat4" -> aedat4(0);
      default -> aedat4(1);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "dvs128", "davis", "aedat4", "aedat4 lz4"})
  void readsEventsOfEveryForm(String kind) throws Exception {
    write("events", bytes(kind));
    Path file = folder.resolve("events");
    SpikeTrains trains = new CameraEvents(4, 3, Polarity.SEPARATE, 50).trains(file, "e", MANY);
    assertEquals(24, trains.size());
    assertArrayEquals(new double[] {50.001}, trains.train(0), 1e-9);
    assertArrayEquals(new double[] {50.501}, trains.train(4 + 3), 1e-9);
    assertArrayEquals(new double[] {50.002}, trains.train(12 + 4 + 3), 1e-9);
    assertArrayEquals(new double[] {52.001}, trains.train(12 + 8 + 2), 1e-9);
    SpikeTrains merged = new CameraEvents(4, 3, Polarity.MERGED, 0).trains(file, "e", MANY);
    assertEquals(12, merged.size());
    assertEquals(2, merged.count(4 + 3));
    SpikeTrains on = new CameraEvents(4, 3, Polarity.ON, 0).trains(file, "e", MANY);
    assertEquals(2, on.mean() * on.size(), 1e-9);
    SpikeTrains off = new CameraEvents(4, 3, Polarity.OFF, 0).trains(file, "e", MANY);
    assertEquals(2, off.mean() * off.size(), 1e-9);
    StimulusException small =
        assertThrows(
            StimulusException.class,
            () -> new CameraEvents(3, 3, Polarity.OFF, 0).trains(file, "e", MANY));
    // The columns of AEDAT 2 begin at the right, so there it is the first event that is outside.
    int y = kind.equals("dvs128") || kind.equals("davis") ? 0 : 1;
    assertEquals(
        "'e' has an event at x = 3, y = " + y + "; expected pixels of 3 x 3", small.getMessage());
  }

  @Test
  void saysWhatIsWrongWithEvents() throws Exception {
    assertEquals(
        "'e' ends within an event: 7 bytes of events; expected eight for each; fetch or"
            + " copy it again",
        complaint("#!AER-DAT2.0\r\n1234567"));
    assertEquals(
        "'e' is of version 3 of AEDAT; expected 2 or 4; DV converts the others",
        complaint("#!AER-DAT3.1\r\n"));
    assertEquals("'e' has no events; expected one or more", complaint(""));
    assertEquals("e:2: x is 'a'; expected a whole number", complaint("1,1,5,1\na,1,5,1\n"));
    assertEquals("e:1: 3 values; expected x, y, t, polarity", complaint("1,1,5\n"));
    assertEquals("e:1: polarity is 7; expected 1, 0 or -1", complaint("1,1,5,7\n"));
    assertEquals(
        "'e' has no column 'polarity'; expected x, y, t in microseconds, and polarity",
        complaint("x,y,t\n1,1,5\n"));
    assertEquals(
        "'e' has an event 4 us before its first; expected ascending times",
        complaint("1,1,5,1\n1,1,1,1\n"));
    write("z", aedat4(3));
    StimulusException zstandard =
        assertThrows(
            StimulusException.class,
            () -> new CameraEvents(4, 3, Polarity.ON, 0).trains(folder.resolve("z"), "z", MANY));
    assertEquals(
        "'z' is compressed by Zstandard; save it again with LZ4 or without",
        zstandard.getMessage());
  }

  private String complaint(String text) throws IOException {
    write("e", text.getBytes(StandardCharsets.ISO_8859_1));
    return assertThrows(
            StimulusException.class,
            () -> new CameraEvents(4, 3, Polarity.ON, 0).trains(folder.resolve("e"), "e", MANY))
        .getMessage();
  }

  /** Cut off anywhere, or with any bytes changed: spikes, or a sentence, and soon. */
  @ParameterizedTest
  @ValueSource(strings = {"csv", "dvs128", "davis", "aedat4", "aedat4 lz4", "idx", "idx.gz"})
  void endsInASentenceWhateverIsDamaged(String kind) throws Exception {
    byte[] good =
        kind.equals("idx")
            ? idx(3, 2, 4)
            : kind.equals("idx.gz") ? zipped(idx(3, 2, 4)) : bytes(kind);
    Random random = new Random(5);
    List<String> sentences = new ArrayList<>();
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          for (int i = 0; i < 3000; i++) {
            byte[] bad = good.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
              bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            if (random.nextInt(3) == 0) {
              bad = Arrays.copyOf(bad, random.nextInt(bad.length));
            }
            write("bad", bad);
            try {
              if (kind.startsWith("idx")) {
                IdxImages images = IdxImages.read(folder, "bad", null);
                images.copy(images.count() - 1, new double[images.width() * images.height()]);
              } else {
                new CameraEvents(4, 3, Polarity.ON, 0).trains(folder.resolve("bad"), "bad", MANY);
              }
            } catch (StimulusException e) {
              sentences.add(e.getMessage());
            }
          }
        });
    assertTrue(sentences.size() > 300, "only " + sentences.size() + " were refused");
    assertEquals(
        List.of(), sentences.stream().filter(s -> s.contains("null") || s.length() < 20).toList());
  }
}
