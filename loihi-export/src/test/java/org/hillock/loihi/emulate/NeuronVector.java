package org.hillock.loihi.emulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A reference run of neurons, read from its file. */
final class NeuronVector {

  private final Map<String, String> settings = new HashMap<>();
  private final List<int[]> weights = new ArrayList<>();
  private final List<int[]> delays = new ArrayList<>();
  private final List<int[]> recurrent = new ArrayList<>();
  final List<String[]> rows = new ArrayList<>();

  NeuronVector(List<String> lines) {
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
        rows.add(line.split(","));
      }
    }
  }

  private static int[] numbers(String line) {
    return Arrays.stream(line.split(","))
        .skip(2)
        .mapToInt(field -> Integer.parseInt(field.trim()))
        .toArray();
  }

  List<String> peers() {
    return List.of(settings.getOrDefault("peers_bit_identical", "").split("\\|"));
  }

  int neurons() {
    return Integer.parseInt(settings.getOrDefault("neurons", "0"));
  }

  private int value(String key, int neuron) {
    String[] values = settings.getOrDefault(key, "0").split(";");
    return Integer.parseInt(values[values.length == 1 ? 0 : neuron]);
  }

  /** The image of the run. */
  ChipImage image(ChipArithmetic arithmetic) {
    ChipImage.Builder builder = ChipImage.builder(arithmetic, ChipWidths.LOIHI);
    CoreNeurons neurons = new CoreNeurons(neurons());
    for (int i = 0; i < neurons(); i++) {
      neurons.decayU[i] = value("du", i);
      neurons.decayV[i] = value("dv", i);
      neurons.threshold[i] = value("vth_mant", i) * 64;
      neurons.bias[i] = value("bias_mant", i) << value("bias_exp", i);
      neurons.refractory[i] = value("refract", i);
    }
    builder.core(CoreSettings.of(ChipWidths.LOIHI), neurons);
    builder.ports(value("inputs", 0));
    int feed = builder.format(format("sign_mode"));
    for (int post = 0; post < weights.size(); post++) {
      for (int pre = 0; pre < weights.get(post).length; pre++) {
        int delay = delays.isEmpty() ? 0 : delays.get(post)[pre];
        builder.synapse(feed, ChipImage.ofPort(pre), post, weights.get(post)[pre], delay);
      }
    }
    if (!recurrent.isEmpty()) {
      int back = builder.format(format("rec_sign_mode"));
      for (int post = 0; post < recurrent.size(); post++) {
        for (int pre = 0; pre < recurrent.get(post).length; pre++) {
          builder.synapse(back, pre, post, recurrent.get(post)[pre], 0);
        }
      }
    }
    return builder.build();
  }

  private SynapseFormat format(String signMode) {
    String code = settings.getOrDefault(signMode, "");
    WeightSign sign = code.isEmpty() ? WeightSign.MIXED : WeightSign.ofCode(Integer.parseInt(code));
    int bits = settings.containsKey("num_weight_bits") ? value("num_weight_bits", 0) : 8;
    return SynapseFormat.fixed(value("weight_exp", 0), bits, sign);
  }
}
