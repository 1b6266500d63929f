package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The emulator that the other tests rely on does what lava, nengo-loihi and brian2_loihi do. */
class ReferenceChipTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lif_01_du4095_dv0",
        "lif_02_du4095_dv128",
        "lif_03_du1024_dv128",
        "lif_06_du128_dv1024",
        "exc_01",
        "inh_01",
        "bias_01",
        "ref_03",
        "ref_63",
        "ref_du4095_4",
        "delay_03",
        "delay_62",
        "rec_01",
        "edge_vth0"
      })
  void reproducesTheReferenceVectors(String name) throws IOException {
    List<String> lines = ReferenceVectors.lines(name);
    Map<String, String> settings = new HashMap<>();
    List<int[]> weights = new ArrayList<>();
    List<int[]> delays = new ArrayList<>();
    List<int[]> recurrent = new ArrayList<>();
    List<String> data = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("# w,")) {
        weights.add(numbers(line));
      } else if (line.startsWith("# d,")) {
        delays.add(numbers(line));
      } else if (line.startsWith("# r,")) {
        recurrent.add(numbers(line));
      } else if (line.startsWith("#")) {
        for (String word : line.substring(1).trim().split(" ")) {
          String[] pair = word.split("=", -1);
          settings.put(pair[0], pair.length > 1 ? pair[1] : "");
        }
      } else if (!line.startsWith("t,")) {
        data.add(line);
      }
    }
    int neurons = Integer.parseInt(settings.get("neurons"));
    ReferenceChip chip = new ReferenceChip(neurons, 12, 23);
    for (int i = 0; i < neurons; i++) {
      chip.du[i] = value(settings, "du", i);
      chip.dv[i] = value(settings, "dv", i);
      chip.threshold[i] = 64L * value(settings, "vth_mant", i);
      chip.bias[i] = value(settings, "bias_mant", i) << value(settings, "bias_exp", i);
      chip.refract[i] = value(settings, "refract", i);
    }
    int unit = 64 << Integer.parseInt(settings.get("weight_exp"));
    for (int row = 0; row < data.size(); row++) {
      String[] fields = data.get(row).split(",");
      for (int post = 0; post < neurons && !weights.isEmpty(); post++) {
        for (int pre = 0; pre < fields[1].length(); pre++) {
          if (fields[1].charAt(pre) == '1') {
            int delay = delays.isEmpty() ? 0 : delays.get(post)[pre];
            chip.deliver(row + delay, post, (long) weights.get(post)[pre] * unit);
          }
        }
      }
      for (int post = 0; post < neurons && !recurrent.isEmpty(); post++) {
        for (int pre = 0; pre < neurons; pre++) {
          if (chip.spike[pre]) {
            chip.deliver(row, post, (long) recurrent.get(post)[pre] * unit);
          }
        }
      }
      chip.step(row);
      for (int i = 0; i < neurons; i++) {
        String where = name + " row " + row + " neuron " + i;
        assertEquals(Long.parseLong(fields[2 + 3 * i]), chip.u[i], where + " u");
        assertEquals(Long.parseLong(fields[3 + 3 * i]), chip.v[i], where + " v");
        assertEquals(fields[4 + 3 * i].equals("1"), chip.spike[i], where + " spike");
      }
    }
  }

  @Test
  void decaysLikeNengo() throws IOException {
    for (String[] row : ReferenceVectors.table("decay")) {
      int decay = Integer.parseInt(row[1]) + Integer.parseInt(row[2]);
      long result = ReferenceChip.decayed(Long.parseLong(row[0]), decay, 12);
      assertEquals(Long.parseLong(row[3]), result, String.join(",", row));
    }
  }

  private static int[] numbers(String line) {
    String[] fields = line.split(",");
    int[] numbers = new int[fields.length - 2];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Integer.parseInt(fields[i + 2].trim());
    }
    return numbers;
  }

  private static int value(Map<String, String> settings, String key, int neuron) {
    String[] values = settings.getOrDefault(key, "0").split(";");
    return Integer.parseInt(values[values.length == 1 ? 0 : neuron]);
  }
}
