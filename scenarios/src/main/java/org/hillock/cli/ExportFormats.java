package org.hillock.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hillock.format.FormatException;
import org.hillock.io.ResultFolder;
import org.hillock.loihi.netx.NetxExport;
import org.hillock.loihi.netx.NetxWriter;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.sanafe.SanaFeExport;
import org.hillock.nir.NirDecay;
import org.hillock.nir.NirExport;
import org.hillock.scenario.Scenario;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;

/**
 * The formats of an export that others read. Each writes its files into the folder of the result,
 * and what it says otherwise than the mapping is a sentence.
 */
final class ExportFormats {

  private static final String MAPPING = "mapping";
  private static final String SANA_FE = "sana-fe";
  private static final String NIR = "nir";
  private static final String NETX = "netx";
  private static final List<String> KNOWN = List.of(MAPPING, SANA_FE, NIR, NETX);

  /** All formats, for completion. */
  static final class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Names() {
      super(KNOWN);
    }
  }

  private final Set<String> wanted;
  private final NirDecay decay;

  private ExportFormats(Set<String> wanted, NirDecay decay) {
    this.wanted = wanted;
    this.decay = decay;
  }

  /**
   * The formats that were asked for; the mapping if none was.
   *
   * @param decay how readers of NIR step; null if nothing was said
   * @throws MistakeException if there is no such format, or the decay is of no use
   */
  static ExportFormats parse(List<String> texts, @Nullable NirDecay decay) {
    Set<String> wanted = new TreeSet<>();
    for (String text : texts) {
      if (!KNOWN.contains(text.strip())) {
        throw MistakeException.unknown("format", text.strip(), KNOWN);
      }
      wanted.add(text.strip());
    }
    if (decay != null && !wanted.contains(NIR)) {
      throw new MistakeException("--decay says how NIR is stepped; it needs --format nir");
    }
    return new ExportFormats(
        wanted.isEmpty() ? Set.of(MAPPING) : wanted, decay == null ? NirDecay.EXACT : decay);
  }

  /** Whether nothing needs a chip: NIR says the network as it is. */
  boolean withoutChip() {
    return wanted.equals(Set.of(NIR));
  }

  /**
   * Writes them.
   *
   * @param step the simulator's [ms]
   * @return what comes out otherwise, a line each, beginning with the format
   * @throws MistakeException with every format that cannot say the network, and why
   */
  List<String> write(Scenario scenario, double step, ResultFolder results) throws IOException {
    List<String> notes = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    String name = scenario.name();
    if (wanted.contains(NIR)) {
      notes.addAll(
          said(
              refusals,
              NIR,
              () ->
                  NirExport.write(
                      scenario.network(),
                      step,
                      scenario.settings().seed(),
                      decay,
                      results.file(name + ".nir"))));
    }
    if (wanted.contains(SANA_FE) || wanted.contains(NETX)) {
      MappingFile mapping = MappingFile.read(results.file("mapping.json"));
      if (wanted.contains(SANA_FE)) {
        notes.addAll(
            said(
                refusals,
                SANA_FE,
                () -> {
                  SanaFeExport export = new SanaFeExport(mapping);
                  export.write(results.file(name + ".arch.yaml"), results.file(name + ".net.yaml"));
                  return export.warnings();
                }));
      }
      if (wanted.contains(NETX)) {
        long steps = Math.round(Math.ceil(scenario.settings().duration() / mapping.chipStep()));
        notes.addAll(
            said(
                refusals,
                NETX,
                () -> {
                  NetxExport.Exported exported =
                      NetxExport.of(mapping, (int) Math.min(Integer.MAX_VALUE, steps));
                  NetxWriter.write(exported.network(), results.file(name + ".net"));
                  return exported.warnings();
                }));
      }
    }
    if (!refusals.isEmpty()) {
      throw new MistakeException(String.join("\n", refusals));
    }
    return notes;
  }

  /** Writes a format and returns its warnings. */
  private interface Writing {
    List<String> write() throws IOException;
  }

  /**
   * What a format warns of, a line each, beginning with its name.
   *
   * @param refusals takes what it refuses, so that those of other formats are heard too
   */
  private static List<String> said(List<String> refusals, String format, Writing writing)
      throws IOException {
    try {
      return writing.write().stream().map(warning -> format + ": " + warning).toList();
    } catch (FormatException e) {
      e.all().forEach(one -> refusals.add(format + ": " + one.getMessage()));
      return List.of();
    }
  }

  /** The notes as a section of a summary; empty if there are none. */
  static String section(List<String> notes) {
    StringBuilder text = new StringBuilder();
    if (!notes.isEmpty()) {
      text.append("\nother formats\n");
      notes.forEach(note -> text.append("  ").append(note).append('\n'));
    }
    return text.toString();
  }
}
