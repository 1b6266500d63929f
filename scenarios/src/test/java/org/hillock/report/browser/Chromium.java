package org.hillock.report.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A browser without a window, for tests; it is steered by its DevTools protocol. */
public final class Chromium implements AutoCloseable {

  private static final String PROGRAM = "chromium";
  private static final int PATIENCE = 600; // looks, a tenth of a second apart

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  private Chromium(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Whether this machine has one. */
  public static boolean installed() {
    return List.of(System.getenv("PATH").split(":")).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
  }

  /**
   * Starts one.
   *
   * @param profile an empty folder for what it keeps
   */
  public static Chromium start(Path profile) throws Exception {
    Process process =
        new ProcessBuilder(
                PROGRAM,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    // It says in this file at which port it listens.
    Path port = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < PATIENCE; i++) {
      if (Files.exists(port) && Files.readString(port).contains("\n")) {
        return new Chromium(
            process, Integer.parseInt(Files.readString(port).lines().toList().get(0)));
      }
      if (!process.isAlive()) {
        throw new IOException("the browser ended with " + process.exitValue());
      }
      Thread.sleep(100);
    }
    process.destroyForcibly();
    throw new IOException("the browser did not say its port");
  }

  /** A new page. */
  public BrowserPage page() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    JsonElement target = JsonParser.parseString(answer);
    return BrowserPage.open(
        http, URI.create(target.getAsJsonObject().get("webSocketDebuggerUrl").getAsString()));
  }

  @Override
  public void close() throws Exception {
    page().endBrowser(); // which leaves no locks in its profile
    if (process.waitFor(10, TimeUnit.SECONDS)) {
      return;
    }
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
