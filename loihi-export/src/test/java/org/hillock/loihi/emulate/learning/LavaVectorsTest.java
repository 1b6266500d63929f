package org.hillock.loihi.emulate.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hillock.loihi.emulate.SynapseFormat;
import org.hillock.loihi.emulate.Vectors;
import org.hillock.loihi.emulate.WeightSign;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces and weights are those of lava in every step, given the numbers that it drew. */
class LavaVectorsTest {

  @ParameterizedTest
  @ValueSource(strings = {"stdp_e1", "stdp_e2_frac", "homeo_mixed_e8"})
  void learnsLikeLava(String name) {
    List<String> lines = Vectors.lines("learn_lava_" + name);
    String head = lines.get(0);
    int sources = Integer.parseInt(after(head, "M="));
    int targets = Integer.parseInt(after(head, "N="));
    WeightSign sign = WeightSign.ofCode(Integer.parseInt(after(head, "sign_mode=")));
    Map<String, String> rule = rule(head);
    LearningProfile profile = profile(rule, LearningArithmetic.LAVA);
    int[] weights = numbers(lines.get(1).substring(lines.get(1).indexOf('=') + 1));
    PlasticSynapses synapses =
        new PlasticSynapses(
            IntStream.range(0, weights.length).map(k -> k % sources).toArray(),
            IntStream.range(0, weights.length).map(k -> k / sources).toArray(),
            weights.clone(),
            IntStream.range(0, sources).toArray(),
            IntStream.range(0, targets).toArray(),
            IntStream.range(0, weights.length).toArray(),
            (k, w) -> {});
    List<String> table = lines.stream().filter(line -> !line.startsWith("#")).toList();
    Columns columns = new Columns(table);
    SynapseFormat format = new SynapseFormat(0, 8, sign, profile);
    LearningEngine engine = LearningEngine.of(profile, format.range(profile), synapses, columns);
    for (int t = 1; t <= columns.steps(); t++) {
      for (int i = 0; i < sources; i++) {
        if (columns.text(t, "x").charAt(i) == '1') {
          engine.pre(i, t);
        }
      }
      for (int j = 0; j < targets; j++) {
        if (columns.text(t, "post").charAt(j) == '1') {
          engine.post(j, t);
        }
      }
      engine.endOfStep(t);
      String where = name + " step " + t + " ";
      assertArrayEquals(numbers(columns.text(t, "w")), synapses.w, where + "w");
      for (int trace = 0; trace < 2; trace++) {
        int[] expected = numbers(columns.text(t, "x" + (trace + 1)));
        for (int i = 0; i < sources; i++) {
          assertEquals(expected[i], engine.x(trace, i), where + "x" + (trace + 1));
        }
      }
      for (int trace = 0; trace < 3; trace++) {
        int[] expected = numbers(columns.text(t, "y" + (trace + 1)));
        for (int j = 0; j < targets; j++) {
          assertEquals(expected[j], engine.y(trace, j), where + "y" + (trace + 1));
        }
      }
    }
  }

  static String after(String text, String key) {
    Matcher matcher = Pattern.compile("(?:^|\\s)" + Pattern.quote(key) + "(\\S+)").matcher(text);
    matcher.find();
    return matcher.group(1);
  }

  /** The settings between braces, by name. */
  static Map<String, String> rule(String head) {
    Map<String, String> found = new HashMap<>();
    String inside = head.substring(head.indexOf('{') + 1, head.indexOf('}'));
    for (String pair : inside.split(",")) {
      String[] parts = pair.replace("'", "").split(":");
      found.put(parts[0].trim(), parts[1].trim());
    }
    return found;
  }

  static LearningProfile profile(Map<String, String> rule, LearningArithmetic arithmetic) {
    return new LearningProfile(
        LearningRule.parse(
            rule.getOrDefault("dw", ""), rule.getOrDefault("dd", ""), rule.getOrDefault("dt", "")),
        List.of(trace(rule, "x1"), trace(rule, "x2")),
        List.of(trace(rule, "y1"), trace(rule, "y2"), trace(rule, "y3")),
        Integer.parseInt(rule.getOrDefault("t_epoch", "1")),
        arithmetic);
  }

  private static TraceSettings trace(Map<String, String> rule, String name) {
    String impulse = rule.getOrDefault(name + "_impulse", rule.getOrDefault("imp_" + name, "0"));
    String tau = rule.getOrDefault(name + "_tau", rule.getOrDefault("tau_" + name, "0"));
    return new TraceSettings(Double.parseDouble(impulse), Double.parseDouble(tau));
  }

  static int[] numbers(String list) {
    return Arrays.stream(list.split(";")).mapToInt(Integer::parseInt).toArray();
  }

  /** The columns of a file, of which some are the numbers drawn. */
  private static final class Columns implements LearningDraws {

    private final List<String> names;
    private final List<String[]> rows;

    Columns(List<String> table) {
      names = List.of(table.get(0).split(","));
      rows = table.stream().skip(1).map(line -> line.split(",")).toList();
    }

    int steps() {
      return rows.size();
    }

    String text(long step, String name) {
      return rows.get((int) step - 1)[names.indexOf(name)];
    }

    @Override
    public double decay(long step, Side side, int trace, int neuron) {
      return Double.parseDouble(text(step, side == Side.X ? "x_decay_draw" : "y_decay_draw"));
    }

    @Override
    public int impulse(long step, Side side, int trace, int neuron) {
      return Integer.parseInt(text(step, side == Side.X ? "x_imp_draw" : "y_imp_draw"));
    }

    @Override
    public int repeated(long step, Side side, int trace, int neuron) {
      String column = side == Side.X ? "x_imp_draw_at_spike" : "y_imp_draw_at_spike";
      return Integer.parseInt(text(step, column));
    }

    @Override
    public double variable(long step, int variable, int synapse) {
      return Double.parseDouble(text(step, "w_draw"));
    }
  }
}
