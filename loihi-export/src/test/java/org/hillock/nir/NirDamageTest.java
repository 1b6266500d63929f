package org.hillock.nir;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hillock.format.FormatException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in which a bit is wrong: read, or refused with a sentence, whatever they say of sizes. */
class NirDamageTest {

  /** What one file of some kB may ask for, in one or many pieces. */
  private static final long MOST = 200_000_000;

  @TempDir Path folder;

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"paper-lif.nir", "h5py-lif.nir", "h5py-every-type.nir", "h5py-gzip.nir"})
  void shouldReadOrRefuseEveryFileWithAFlippedBit(String name) throws Exception {
    byte[] sound = Files.readAllBytes(Path.of(NirDamageTest.class.getResource(name).toURI()));
    Path file = folder.resolve("flipped.nir");
    int refused = 0;
    long most = 0;
    for (int bit = 0; bit < 8 * sound.length; bit += step(sound.length)) {
      byte[] damaged = sound.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, damaged);
      long before = allocated();
      try {
        NirGraph graph = NirReader.read(file);
        most = Math.max(most, graph.nodes().size());
      } catch (FormatException e) {
        refused++;
        assertTrue(e.getMessage().contains("flipped.nir"), e.getMessage());
      }
      long bytes = allocated() - before;
      assertTrue(bytes < MOST, "bit " + bit + " asks for " + bytes + " bytes");
    }
    assertTrue(refused > 10 && most > 0, refused + " refused");
  }

  /** All bits of small files; of larger ones every so many, none of them a multiple of a byte. */
  private static int step(int bytes) {
    return Math.max(1, bytes / 60) | 1;
  }
}
