package org.hillock.report;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page with everything in it: style, scripts, pictures and data. Its policy forbids the browser
 * to fetch anything, so that it opens anywhere and tells nobody.
 *
 * @param title of the page
 * @param subtitle a sentence below it; empty for none
 * @param sections one after the other
 * @param facts what the scripts need to know, as JSON; empty if there are no drawings
 * @param spikes what they draw, as bytes
 */
public record ReportPage(
    String title, String subtitle, List<Section> sections, String facts, byte[] spikes) {

  /** By which a page is known as one of ours. */
  public static final String MARK = "<meta name=\"generator\" content=\"Hillock report\"/>";

  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

  /** In this order they are one script. */
  private static final List<String> SCRIPTS =
      List.of("data.js", "axes.js", "raster.js", "curves.js", "view.js", "page.js");

  /** A page of text and pictures. */
  public static ReportPage still(String title, String subtitle, List<Section> sections) {
    return new ReportPage(title, subtitle, sections, "", new byte[0]);
  }

  /** Writes it. */
  public void writeTo(OutputStream out) throws IOException {
    text(out, "<!DOCTYPE html>\n<html lang=\"en\">\n" + head() + body());
    if (!facts.isEmpty()) {
      Markup known = new Markup();
      known.verbatim("script", facts, "type", "application/json", "id", "facts");
      text(out, known.toString());
      text(out, "<script type=\"application/octet-stream\" id=\"spikes\">");
      OutputStream coded = Base64.getEncoder().wrap(new Unclosed(out));
      coded.write(spikes);
      coded.close();
      text(out, "</script>\n");
    }
    text(out, new Markup().verbatim("script", script()).toString());
    text(out, "</body>\n</html>\n");
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private String head() {
    Markup head = new Markup().open("head");
    head.empty("meta", "charset", "utf-8");
    head.empty("meta", "name", "generator", "content", "Hillock report");
    head.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    head.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    head.element("title", title);
    head.verbatim("style", Resources.text("report.css") + Resources.text("page.css"));
    return head.close().toString();
  }

  /** Without its end: data and scripts follow. */
  private String body() {
    Markup page = new Markup().open("header").element("h1", title);
    if (!subtitle.isEmpty()) {
      page.element("p", subtitle, "class", "soft");
    }
    page.open("nav", "aria-label", "Sections");
    for (Section section : sections) {
      page.element("a", section.title(), "href", "#" + section.id());
    }
    page.close().close().open("main");
    for (Section section : sections) {
      page.open("section", "id", section.id(), "aria-labelledby", section.id() + "-title");
      page.element("h2", section.title(), "id", section.id() + "-title");
      section.write(page);
      page.close();
    }
    return "<body>\n" + page.close();
  }

  private static String script() {
    String parts = SCRIPTS.stream().map(Resources::text).collect(Collectors.joining("\n"));
    return "\n'use strict';\n(() => {\n" + parts + "})();\n";
  }

  /** Lets a coder end without closing what it writes to. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
