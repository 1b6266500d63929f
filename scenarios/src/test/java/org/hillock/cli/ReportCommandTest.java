package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hillock.text.NumberText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of a run says, and when there is none. */
class ReportCommandTest {

  private static final String SCENARIO =
      """
      scenario: small
      title: "Two <b>groups</b> & a </script><script>alert(1)</script>"
      description: "A few neurons <i>fire</i>."
      reference: "Nobody 2000, J None 1:2"
      time: {step: 0.1 ms, warmup: 20 ms, duration: 180 ms}
      parameters: {drive: 500 pA, w: 61.25 pA}
      neurons:
        exc: {size: 5, model: iaf_psc_exp, I_e: drive}
        out: {size: 2, model: iaf_psc_exp}
      synapses:
        - {name: plastic, from: exc, to: out, rule: all_to_all, weight: w, delay: 1.5 ms, plasticity: {rule: stdp}}
      record: {spikes: all, V_m: "exc[0:2]", interval: 5 ms, weights: {of: plastic, every: 20 ms}}
      plots: [raster]
      expect: ["rate(exc) > 1 Hz", "rate(out) > 400 Hz"]
      """;

  /** Of these the page shows what is said elsewhere, in other words. */
  private static final Set<String> ELSEWHERE =
      Set.of("V_th", "value", "from", "to", "plot_settings", "synapse_shift_ms");

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void run() throws IOException {
    Path scenario = Files.writeString(folder.resolve("small.yaml"), SCENARIO);
    out = folder.resolve("out");
    CommandRun run =
        CommandRun.of(
            "run", scenario.toString(), "-q", "--set", "w=62.5 pA", "--out", out.toString());
    assertEquals(3, run.exitCode()); // the second claim does not hold
  }

  private String page() throws IOException {
    CommandRun report = CommandRun.of("report", out.toString());
    assertEquals("", report.err());
    assertEquals(0, report.exitCode());
    assertEquals(out.resolve("report.html") + "\n", report.out());
    return Files.readString(out.resolve("report.html"));
  }

  private CommandRun refused(String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of("report"));
    all.addAll(List.of(words));
    CommandRun report = CommandRun.of(all.toArray(new String[0]));
    assertEquals(2, report.exitCode(), report.err());
    assertFalse(report.err().contains("\tat "), report.err());
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".part")).toList());
    }
    return report;
  }

  /** Text of the page without markup, scripts and data. */
  private static String words(String page) {
    return page.replaceAll("(?s)<script.*?</script>", " ")
        .replaceAll("(?s)<style.*?</style>", " ")
        .replaceAll("(?s)<[^>]*>", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static void leaves(String key, JsonElement value, List<String> into) {
    if (ELSEWHERE.contains(key) || value.isJsonNull()) {
      return;
    }
    if (value.isJsonObject()) {
      value.getAsJsonObject().entrySet().forEach(one -> leaves(one.getKey(), one.getValue(), into));
    } else if (value.isJsonArray()) {
      value.getAsJsonArray().forEach(one -> leaves(key, one, into));
    } else if (value.getAsJsonPrimitive().isNumber()) {
      double number = value.getAsDouble();
      boolean whole = value.getAsString().matches("-?\\d+");
      into.add(whole ? String.format(Locale.ROOT, "%,.0f", number) : new NumberText().of(number));
    } else if (value.getAsJsonPrimitive().isString()) {
      into.add(value.getAsString());
    }
  }

  @Test
  void shouldShowEveryNumberAndTextOfTheManifest() throws IOException {
    String words = words(page()).replace("(changed by --set)", "");
    JsonObject manifest =
        JsonParser.parseString(Files.readString(out.resolve("manifest.json"))).getAsJsonObject();
    List<String> leaves = new ArrayList<>();
    leaves("", manifest, leaves);
    assertTrue(leaves.size() > 40);
    for (String leaf : leaves) {
      String plain = leaf.replace(",", "");
      assertTrue(words.contains(leaf) || words.contains(plain), leaf + " is not in the page");
    }
  }

  @Test
  void shouldSayWhichClaimsHold() throws IOException {
    String words = words(page()).replaceAll("\\s+", " ");
    assertTrue(words.contains("1 of 2 claims hold."), words);
    assertTrue(words.contains("rate(out) > 400 Hz"), words);
    assertTrue(words.contains("does not hold"), words);
    assertTrue(words.contains("After Nobody 2000, J None 1:2"), words);
  }

  @Test
  void shouldEscapeWhateverAScenarioSays() throws IOException {
    String page = page();
    assertFalse(page.contains("<script>alert"));
    assertFalse(page.contains("<b>groups"));
    assertFalse(page.contains("<i>fire"));
    assertTrue(words(page).contains("Two <b>groups</b> & a </script><script>alert(1)</script>"));
    // Each script ends once: nothing in data or code ends one too early.
    assertEquals(count(page, "<script"), count(page, "</script>"));
    assertEquals(3, count(page, "<script"));
  }

  private static int count(String page, String what) {
    return page.split(Pattern.quote(what), -1).length - 1;
  }

  @Test
  void shouldForbidItselfToAskAnyNetwork() throws IOException {
    String page = page();
    assertTrue(page.contains("default-src &#39;none&#39;"));
    assertEquals(0, count(page.replaceAll("(?s)<script.*?</script>", ""), "src=\"http"));
    assertFalse(page.contains("fetch("));
    assertFalse(page.contains("XMLHttpRequest"));
    assertFalse(page.contains("import("));
  }

  @Test
  void shouldHoldEverySpike() throws IOException {
    String page = page();
    Matcher data = Pattern.compile("id=\"spikes\">([^<]*)</script>").matcher(page);
    assertTrue(data.find());
    byte[] code = Base64.getDecoder().decode(data.group(1));
    List<String> decoded = new ArrayList<>();
    long tick = 0;
    int[] at = {0};
    while (at[0] < code.length) {
      tick += number(code, at);
      long row = number(code, at);
      String who = row < 5 ? "exc," + row : "out," + (row - 5);
      decoded.add(String.format(Locale.ROOT, "%.1f,%s", tick * 0.1, who));
    }
    List<String> written =
        Files.readAllLines(out.resolve("spikes.csv")).stream()
            .skip(1)
            .map(line -> line.split(","))
            .map(
                one ->
                    String.format(
                        Locale.ROOT, "%.1f,%s,%s", Double.parseDouble(one[0]), one[1], one[2]))
            .toList();
    assertFalse(written.isEmpty());
    assertEquals(written, decoded);
  }

  private static long number(byte[] code, int[] at) {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte one = code[at[0]++];
      number |= (long) (one & 0x7f) << shift;
      if (one >= 0) {
        return number;
      }
    }
  }

  @Test
  void shouldDrawTheNetworkWithItsNumbers() throws IOException {
    String page = page();
    assertTrue(page.contains("Diagram of the network: 2 populations, 0 inputs, 1 arrow"));
    assertTrue(page.contains("exc → out: 10 synapses"));
    assertTrue(page.contains("5 × iaf_psc_exp"));
  }

  @Test
  void shouldGiveACommandThatGivesTheSameSpikes() throws IOException {
    String page = page();
    Matcher saved = Pattern.compile("href=\"data:application/yaml[^,]*,([^\"]*)\"").matcher(page);
    assertTrue(saved.find());
    Path again = folder.resolve("again");
    Path scenario =
        Files.write(folder.resolve("scenario.yaml"), Base64.getDecoder().decode(saved.group(1)));
    Matcher command = Pattern.compile("\\./hillock run \\./scenario\\.yaml ([^<]*)<").matcher(page);
    assertTrue(command.find());
    List<String> words =
        new ArrayList<>(List.of("run", scenario.toString(), "-q", "--no-plots", "--no-expect"));
    words.addAll(List.of(command.group(1).strip().split(" ")));
    words.addAll(List.of("--out", again.toString()));
    assertEquals(0, CommandRun.of(words.toArray(new String[0])).exitCode());
    String hash =
        JsonParser.parseString(Files.readString(again.resolve("manifest.json")))
            .getAsJsonObject()
            .get("spikes_sha256")
            .getAsString();
    assertTrue(words(page).contains(hash));
  }

  @Test
  void shouldGiveTheSameBytesAgainAndReplaceItself() throws IOException {
    String first = page();
    assertEquals(first, page());
  }

  @Test
  void shouldReplaceNothingElseUnlessAsked() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.html"), "<p>mine</p>");
    CommandRun report = refused(out.toString(), "--out", mine.toString());
    assertTrue(report.err().contains("is no report of Hillock"), report.err());
    assertEquals("<p>mine</p>", Files.readString(mine));
    assertEquals(
        0,
        CommandRun.of("report", out.toString(), "--out", mine.toString(), "--overwrite")
            .exitCode());
    assertTrue(Files.readString(mine).startsWith("<!DOCTYPE html>"));
  }

  @Test
  void shouldLetTheFolderBeReplacedByTheNextRun() throws IOException {
    page();
    String scenario = folder.resolve("small.yaml").toString();
    CommandRun run =
        CommandRun.of("run", scenario, "-q", "--no-expect", "--overwrite", "--out", out.toString());
    assertEquals("", run.err());
    assertFalse(Files.exists(out.resolve("report.html")));
  }

  @Test
  void shouldRefuseWhatIsNoFolderOfResults() throws IOException {
    assertTrue(refused(folder.resolve("nowhere").toString()).err().contains("is no folder"));
    assertTrue(refused(folder.toString()).err().contains("no manifest.json"));
    Path unfinished = Files.createDirectories(folder.resolve("unfinished/checkpoint")).getParent();
    assertTrue(refused(unfinished.toString()).err().contains("hillock resume"));
  }

  @Test
  void shouldRefuseSpikesThatWereChanged() throws IOException {
    Path spikes = out.resolve("spikes.csv");
    String text = Files.readString(spikes);
    int end = text.lastIndexOf(',');
    Files.writeString(spikes, text.substring(0, end) + ",1\n" + "170.5,exc,0\n");
    refused(out.toString());
    Files.writeString(spikes, text.substring(0, end) + ",x\n");
    refused(out.toString());
    Files.delete(spikes);
    assertTrue(refused(out.toString()).err().contains("spikes.csv is missing"));
    assertFalse(Files.exists(out.resolve("report.html")));
  }

  @Test
  void shouldRefuseDamagedFiles() throws IOException {
    for (String name : List.of("raster.png", "traces.csv", "weights.csv", "manifest.json")) {
      Path file = out.resolve(name);
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, new byte[40]);
      assertTrue(refused(out.toString()).err().contains(name), name);
      Files.write(file, whole);
    }
    Path scenario = out.resolve("scenario.yaml");
    Files.writeString(scenario, Files.readString(scenario).replace("iaf_psc_exp", "iaf_psc_expp"));
    assertTrue(refused(out.toString()).err().contains("scenario.yaml:"));
    assertFalse(Files.exists(out.resolve("report.html")));
  }

  @Test
  void shouldDoWithoutTheScenario() throws IOException {
    Files.delete(out.resolve("scenario.yaml"));
    String page = page();
    assertFalse(page.contains("Diagram of the network"));
    assertTrue(words(page).contains("62.5 pA"));
  }

  @Test
  void shouldSayThatARunWasInterrupted() throws IOException {
    Path manifest = out.resolve("manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(
        manifest,
        text.replace("\"partial\": false", "\"partial\": true")
            .replace("\"end_ms\": 200.0", "\"end_ms\": 123.4"));
    assertTrue(words(page()).contains("The run was interrupted at 123.4 ms."));
  }

  @Test
  void shouldReportASweepWithWhatFailed() throws IOException {
    Path sweep = folder.resolve("sweep");
    String scenario = folder.resolve("small.yaml").toString();
    CommandRun run =
        CommandRun.of(
            "sweep",
            scenario,
            "--over",
            "w=20 pA,60 pA,1e300 pA",
            "--measure",
            "rate(exc)",
            "--seeds",
            "2",
            "-q",
            "--out",
            sweep.toString());
    assertTrue(run.exitCode() <= 1, run.err());
    assertEquals(0, CommandRun.of("report", sweep.toString()).exitCode());
    String page = Files.readString(sweep.resolve("report.html"));
    String words = words(page);
    for (String line : Files.readAllLines(sweep.resolve("table.csv"))) {
      for (String cell : line.split(",")) {
        assertTrue(words.contains(cell.replace("\"", "")), cell);
      }
    }
    assertEquals(run.exitCode() == 1, page.contains("What failed"));
    assertTrue(page.contains("data:image/png;base64,"));
    Files.delete(sweep.resolve("table.csv"));
    assertTrue(refused(sweep.toString()).err().contains("--resume"));
  }

  @Test
  void shouldReportAComparison() throws IOException {
    Path both = folder.resolve("both");
    String name = out.toString();
    CommandRun compare = CommandRun.of("compare", name, name, "--out", both.toString());
    assertEquals("", compare.err());
    assertEquals(0, CommandRun.of("report", both.toString()).exitCode());
    String page = Files.readString(both.resolve("report.html"));
    String words = words(page);
    for (String line : compare.out().split("\n")) {
      assertTrue(words.contains(line.strip()), line);
    }
    assertTrue(page.contains("data:image/png;base64,"));
    CommandRun again = CommandRun.of("compare", name, name, "--out", both.toString());
    assertEquals(2, again.exitCode());
    assertTrue(again.err().contains("exists"), again.err());
  }

  @Test
  void shouldKeepTracesInSinglePrecision() throws IOException {
    String page = page();
    Matcher json = Pattern.compile("id=\"facts\">(.*)</script>").matcher(page);
    assertTrue(json.find());
    JsonObject facts = JsonParser.parseString(json.group(1)).getAsJsonObject();
    assertEquals(
        Map.of("start", 20.0, "stop", 200.0),
        Map.of("start", facts.get("start").getAsDouble(), "stop", facts.get("stop").getAsDouble()));
    JsonObject curve =
        facts
            .getAsJsonArray("panels")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("curves")
            .get(0)
            .getAsJsonObject();
    float[] values = floats(Base64.getDecoder().decode(curve.get("values").getAsString()));
    List<Double> written =
        Files.readAllLines(out.resolve("traces.csv")).stream()
            .filter(line -> line.contains(",exc,0,V_m,"))
            .map(line -> Double.valueOf(line.substring(line.lastIndexOf(',') + 1)))
            .toList();
    float[] expected = new float[written.size()];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = written.get(i).floatValue();
    }
    assertTrue(expected.length > 30);
    assertArrayEquals(expected, values);
    assertEquals(5, curve.get("step").getAsDouble(), 1e-9);
  }

  private static float[] floats(byte[] bytes) {
    FloatBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] all = new float[floats.remaining()];
    floats.get(all);
    return all;
  }
}
