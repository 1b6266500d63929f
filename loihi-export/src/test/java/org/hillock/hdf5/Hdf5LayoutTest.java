package org.hillock.hdf5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.hillock.file.NumberRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader is jHDF, which shares no code with the writer. */
class Hdf5LayoutTest {

  @TempDir Path folder;

  private static FileChannel channel(Path file) throws Exception {
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  @Test
  void anotherReaderFindsNumbersGroupsAndAttributes() throws Exception {
    Path file = folder.resolve("numbers.h5");
    Hdf5Layout layout = new Hdf5Layout();
    layout.root().attribute("magic", 0x0A7A).attribute("version", 0, 1);
    Hdf5Layout.Group spikes = layout.root().group("spikes").group("exc");
    spikes.attribute("sorting", List.of("none", "by_id", "by_time"), 2);
    Hdf5Layout.Dataset times = spikes.doubles("timestamps", 3).attribute("units", "ms");
    Hdf5Layout.Dataset ids = spikes.longs("node_ids", 3);
    Hdf5Layout.Dataset matrix = layout.root().doubles("matrix", 2, 3);
    Hdf5Layout.Dataset small = layout.root().ints("small", 2);
    layout.root().link("again", small);
    try (FileChannel channel = channel(file)) {
      layout.create(channel);
      NumberRegion when = times.region(channel);
      NumberRegion who = ids.region(channel);
      NumberRegion all = matrix.region(channel);
      for (int i = 0; i < 3; i++) {
        when.put(i / 8.0);
        who.put(7L - i);
        all.put(i + 0.5);
      }
      for (int i = 3; i < 6; i++) {
        all.put(i + 0.5);
      }
      NumberRegion two = small.region(channel);
      two.put(1);
      two.put(1 << 30);
      for (NumberRegion region : List.of(when, who, all, two)) {
        region.flush();
      }
    }
    try (HdfFile hdf = new HdfFile(file)) {
      assertEquals(0x0A7AL, ((Number) hdf.getAttribute("magic").getData()).longValue());
      Dataset read = hdf.getDatasetByPath("/spikes/exc/timestamps");
      assertArrayEquals(new double[] {0, 0.125, 0.25}, (double[]) read.getData());
      assertEquals("ms", read.getAttribute("units").getData());
      assertEquals("by_time", hdf.getByPath("/spikes/exc").getAttribute("sorting").getData());
      Object[] nodes = (Object[]) hdf.getDatasetByPath("/spikes/exc/node_ids").getData();
      assertEquals("[7, 6, 5]", List.of(nodes).toString());
      assertArrayEquals(
          new double[][] {{0.5, 1.5, 2.5}, {3.5, 4.5, 5.5}},
          (double[][]) hdf.getDatasetByPath("/matrix").getData());
      assertArrayEquals(new long[] {1, 1 << 30}, (long[]) hdf.getDatasetByPath("/again").getData());
    }
  }

  @Test
  void aDatasetMayBeEmptyAndAGroupMayHoldMany() throws Exception {
    Path file = folder.resolve("many.h5");
    Hdf5Layout layout = new Hdf5Layout();
    layout.root().doubles("empty", 0);
    Hdf5Layout.Group many = layout.root().group("many");
    for (int i = 0; i < 100; i++) {
      many.group("population_" + i).doubles("x", 1);
    }
    layout.root().group("nothing");
    try (FileChannel channel = channel(file)) {
      layout.create(channel);
    }
    try (HdfFile hdf = new HdfFile(file)) {
      assertArrayEquals(new int[] {0}, hdf.getDatasetByPath("/empty").getDimensions());
      assertEquals(100, ((Group) hdf.getByPath("/many")).getChildren().size());
      assertTrue(((Group) hdf.getByPath("/nothing")).getChildren().isEmpty());
      assertArrayEquals(
          new double[1], (double[]) hdf.getDatasetByPath("/many/population_99/x").getData());
    }
  }
}
