package org.hillock.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hillock.file.NumberRegion;

/**
 * A file of groups and plain datasets whose sizes are known before anything is written, so that the
 * numbers of all datasets can be written in any order and need not fit in memory; the library
 * writes a dataset in one piece of at most 2 GiB.
 *
 * <pre>
 *   superblock | for each group and dataset its header | numbers of the datasets
 * </pre>
 *
 * <p>This is the oldest form of the format, which every reader knows: superblock of version 0,
 * object headers of version 1, groups as symbol tables with one leaf, contiguous datasets. Sections
 * in brackets are those of the HDF5 File Format Specification 3.0.
 */
public final class Hdf5Layout {

  private static final long NOWHERE = -1;
  private static final int SUPERBLOCK = 96;
  private static final int OBJECT_HEADER = 16;
  private static final int MESSAGE_HEADER = 8;
  private static final int ENTRY = 40;
  private static final int INTERNAL_K = 16;
  private static final int TREE = 24 + 2 * INTERNAL_K * 8 + (2 * INTERNAL_K + 1) * 8;
  private static final int HEAP_HEADER = 32;

  private final Group root = new Group();
  private final List<Group> groups = new ArrayList<>();
  private final List<Dataset> datasets = new ArrayList<>();

  /** The group that is the file. */
  public Group root() {
    return root;
  }

  /** Something that has a header, in which messages describe it. */
  private abstract static class Item {
    final List<byte[]> messages = new ArrayList<>();
    long at;

    final void message(int type, byte[] content) {
      int size = Hdf5Type.padded(content.length);
      messages.add(
          buffer(MESSAGE_HEADER + size)
              .putShort((short) type)
              .putShort((short) size)
              .putInt(0)
              .put(content)
              .array());
    }

    /** An attribute of one value or some [IV.A.2.m]. */
    final void attribute(String name, Hdf5Type type, int[] shape, byte[] values) {
      byte[] text = (name + "\0").getBytes(StandardCharsets.UTF_8);
      byte[] space = space(shape);
      int typeSize = Hdf5Type.padded(type.message().length);
      ByteBuffer content =
          buffer(8 + Hdf5Type.padded(text.length) + typeSize + space.length + values.length)
              .put((byte) 1)
              .put((byte) 0)
              .putShort((short) text.length)
              .putShort((short) type.message().length)
              .putShort((short) space.length)
              .put(text);
      content.position(8 + Hdf5Type.padded(text.length));
      content.put(type.message());
      content.position(8 + Hdf5Type.padded(text.length) + typeSize);
      message(0x0C, content.put(space).put(values).array());
    }

    int headerSize() {
      return OBJECT_HEADER + messages.stream().mapToInt(message -> message.length).sum();
    }

    /** An object header of version 1 [IV.A.1.a]. */
    void writeHeader(ByteBuffer file) {
      file.position((int) at);
      file.put((byte) 1).put((byte) 0).putShort((short) messages.size()).putInt(1);
      file.putInt(headerSize() - OBJECT_HEADER).putInt(0);
      messages.forEach(file::put);
    }
  }

  /** A group; names are put in alphabetical order, as readers expect. */
  public final class Group extends Item {
    private final Map<String, Item> items = new TreeMap<>();

    private Group() {
      message(0x11, new byte[2 * Long.BYTES]); // where its table is, filled in when that is known
    }

    /** A new group in this one. */
    public Group group(String name) {
      Group inner = new Group();
      items.put(name, inner);
      return inner;
    }

    /** A new dataset of numbers of double precision. */
    public Dataset doubles(String name, long... shape) {
      return dataset(name, Hdf5Type.FLOAT64, shape);
    }

    /** A new dataset of whole numbers from 0 on, of 64 bits. */
    public Dataset longs(String name, long... shape) {
      return dataset(name, Hdf5Type.UINT64, shape);
    }

    /** A new dataset of whole numbers from 0 on, of 32 bits. */
    public Dataset ints(String name, long... shape) {
      return dataset(name, Hdf5Type.UINT32, shape);
    }

    private Dataset dataset(String name, Hdf5Type type, long... shape) {
      Dataset dataset = new Dataset(type, shape);
      items.put(name, dataset);
      datasets.add(dataset);
      return dataset;
    }

    /** A second name of a dataset. */
    public Group link(String name, Dataset dataset) {
      items.put(name, dataset);
      return this;
    }

    /** An attribute that is one of some words. */
    public Group attribute(String name, List<String> words, int which) {
      attribute(name, Hdf5Type.words(words), new int[0], new byte[] {(byte) which});
      return this;
    }

    /** An attribute of whole numbers from 0 on, one or several. */
    public Group attribute(String name, int... numbers) {
      ByteBuffer values = buffer(Integer.BYTES * numbers.length);
      for (int number : numbers) {
        values.putInt(number);
      }
      int[] shape = numbers.length == 1 ? new int[0] : new int[] {numbers.length};
      attribute(name, Hdf5Type.UINT32, shape, values.array());
      return this;
    }

    private int leafK() {
      return Math.max(4, (items.size() + 1) / 2);
    }

    private int heapSize() {
      return 8 + items.keySet().stream().mapToInt(name -> Hdf5Type.padded(bytes(name))).sum();
    }

    private static int bytes(String name) {
      return name.getBytes(StandardCharsets.UTF_8).length + 1;
    }

    private long tree() {
      return at + headerSize();
    }

    private long heap() {
      return tree() + TREE;
    }

    private long leaf() {
      return heap() + HEAP_HEADER + heapSize();
    }

    @Override
    void writeHeader(ByteBuffer file) {
      super.writeHeader(file);
      file.position((int) at + OBJECT_HEADER + MESSAGE_HEADER);
      file.putLong(tree()).putLong(heap());
    }

    /** B-tree, heap of names and symbol table [III.A.1, III.D, III.B]. */
    private void writeTable(ByteBuffer file, int leafK) {
      file.position((int) heap());
      file.put(ascii("HEAP"))
          .putInt(0)
          .putLong(heapSize())
          .putLong(1)
          .putLong(heap() + HEAP_HEADER);
      file.position((int) leaf());
      file.put(ascii("SNOD")).putShort((short) 1).putShort((short) items.size());
      int name = 8;
      int last = 0;
      int entry = 0;
      for (Map.Entry<String, Item> item : items.entrySet()) {
        file.position((int) heap() + HEAP_HEADER + name);
        file.put(item.getKey().getBytes(StandardCharsets.UTF_8));
        file.position((int) leaf() + 8 + entry++ * ENTRY);
        file.putLong(name).putLong(item.getValue().at);
        last = name;
        name += Hdf5Type.padded(bytes(item.getKey()));
      }
      file.position((int) tree());
      file.put(ascii("TREE")).putShort((short) 0).putShort((short) (items.isEmpty() ? 0 : 1));
      file.putLong(NOWHERE).putLong(NOWHERE).putLong(0).putLong(leaf()).putLong(last);
    }
  }

  /** Numbers in one or more dimensions, the last index varying fastest. */
  public static final class Dataset extends Item {
    private final long bytes;
    private long numbers;

    private Dataset(Hdf5Type type, long... shape) {
      long elements = 1;
      ByteBuffer space = buffer(8 + 8 * shape.length).put((byte) 1).put((byte) shape.length);
      space.position(8);
      for (long length : shape) {
        elements = Math.multiplyExact(elements, length);
        space.putLong(length);
      }
      this.bytes = Math.multiplyExact(elements, type.bytes());
      message(0x01, space.array());
      message(0x03, type.message());
      message(0x05, new byte[] {2, 1, 0, 0}); // no value for what is not written [IV.A.2.f]
    }

    /** An attribute that is a text. */
    public Dataset attribute(String name, String text) {
      byte[] value = text.getBytes(StandardCharsets.UTF_8);
      attribute(name, Hdf5Type.text(value.length), new int[0], value);
      return this;
    }

    /** Where the numbers are written. */
    public NumberRegion region(FileChannel file) {
      return new NumberRegion(file, numbers);
    }

    /** Contiguous [IV.A.2.i]; the place is known last. */
    private byte[] layout() {
      ByteBuffer content = buffer(18).put((byte) 3).put((byte) 1);
      return content.putLong(bytes == 0 ? NOWHERE : numbers).putLong(bytes).array();
    }

    private static final int LAYOUT_SIZE = MESSAGE_HEADER + 24;
  }

  /**
   * Writes all but the numbers, for which there is room then.
   *
   * @param file an empty one
   */
  public void create(FileChannel file) throws IOException {
    collect(root);
    int leafK = groups.stream().mapToInt(Group::leafK).max().orElseThrow();
    long end = SUPERBLOCK;
    for (Group group : groups) {
      group.at = end;
      end = group.leaf() + 8 + 2L * leafK * ENTRY;
    }
    for (Dataset dataset : datasets) {
      dataset.at = end;
      end += dataset.headerSize() + Dataset.LAYOUT_SIZE;
    }
    ByteBuffer headers = buffer(Math.toIntExact(end));
    for (Dataset dataset : datasets) {
      dataset.numbers = end;
      dataset.message(0x08, dataset.layout());
      dataset.writeHeader(headers);
      end += (dataset.bytes + 7) & ~7L;
    }
    for (Group group : groups) {
      group.writeTable(headers, leafK);
      group.writeHeader(headers);
    }
    writeSuperblock(headers, leafK, end);
    headers.clear();
    while (headers.hasRemaining()) {
      file.write(headers, headers.position());
    }
    if (end > headers.capacity()) {
      file.write(ByteBuffer.allocate(1), end - 1);
    }
  }

  private void collect(Group group) {
    groups.add(group);
    for (Item item : group.items.values()) {
      if (item instanceof Group inner) {
        collect(inner);
      }
    }
  }

  private void writeSuperblock(ByteBuffer file, int leafK, long end) {
    file.position(0);
    file.put(new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'});
    file.putInt(0).put(new byte[] {0, 8, 8, 0});
    file.putShort((short) leafK).putShort((short) INTERNAL_K).putInt(0);
    file.putLong(0).putLong(NOWHERE).putLong(end).putLong(NOWHERE);
    file.putLong(0).putLong(root.at).putInt(0).putInt(0);
  }

  private static byte[] space(int[] shape) {
    ByteBuffer space = buffer(8 + 8 * shape.length).put((byte) 1).put((byte) shape.length);
    space.position(8);
    for (int length : shape) {
      space.putLong(length);
    }
    return space.array();
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
