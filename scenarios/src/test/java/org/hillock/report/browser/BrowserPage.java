package org.hillock.report.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A page in a browser: what a person would do to it, and what it says. */
public final class BrowserPage {

  private static final int PATIENCE = 600; // looks, a tenth of a second apart

  private final DevTools tools;

  private BrowserPage(DevTools tools) {
    this.tools = tools;
  }

  static BrowserPage open(HttpClient http, URI address) throws Exception {
    BrowserPage page = new BrowserPage(new DevTools(http, address));
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      page.tools.send(domain + ".enable", new JsonObject());
    }
    return page;
  }

  /** Opens a file and waits until all is drawn. */
  public void show(Path file) throws Exception {
    send("Page.navigate", "url", file.toUri().toString());
    waitFor("location.protocol === 'file:' && document.readyState === 'complete'");
    waitFor(
        "!document.getElementById('facts') || document.documentElement.dataset.drawn === 'yes'");
  }

  /** Waits until an expression is true. */
  public void waitFor(String expression) throws Exception {
    for (int i = 0; i < PATIENCE; i++) {
      if (value(expression).getAsBoolean()) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("never true: " + expression);
  }

  /** The value of an expression. */
  public JsonElement value(String expression) throws Exception {
    JsonObject parameters = new JsonObject();
    parameters.addProperty("expression", expression);
    parameters.addProperty("returnByValue", true);
    parameters.addProperty("awaitPromise", true);
    JsonObject said = tools.send("Runtime.evaluate", parameters);
    if (said.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + said.get("exceptionDetails"));
    }
    return said.getAsJsonObject("result").get("value");
  }

  /** The number that an expression has. */
  public double number(String expression) throws Exception {
    return value(expression).getAsDouble();
  }

  /** The text that an expression has. */
  public String text(String expression) throws Exception {
    return value(expression).getAsString();
  }

  /** Waits for the next frame, in which what was asked for is drawn. */
  public void frame() throws Exception {
    value(
        "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))");
  }

  /** Brings an element into view, so that a mouse reaches it. */
  public void scrollTo(String selector) throws Exception {
    value("document.querySelector(\"" + selector + "\").scrollIntoView({block: 'center'}), 1");
    frame();
  }

  /** Left, top, width and height of an element in the window. */
  public double[] box(String selector) throws Exception {
    JsonArray box =
        value(
                "(() => {const r = document.querySelector(\""
                    + selector
                    + "\").getBoundingClientRect(); return [r.left, r.top, r.width, r.height];})()")
            .getAsJsonArray();
    return box.asList().stream().mapToDouble(JsonElement::getAsDouble).toArray();
  }

  /** Something that a mouse does. */
  public void mouse(String type, double x, double y, Object... more) throws Exception {
    List<Object> all = new ArrayList<>(List.of("type", type, "x", x, "y", y));
    all.addAll(List.of(more));
    send("Input.dispatchMouseEvent", all.toArray());
  }

  /** Presses and releases a key. */
  public void key(String key) throws Exception {
    send("Input.dispatchKeyEvent", "type", "keyDown", "key", key);
    send("Input.dispatchKeyEvent", "type", "keyUp", "key", key);
    frame();
  }

  /** Makes the window as large. */
  public void resize(int width, int height) throws Exception {
    send(
        "Emulation.setDeviceMetricsOverride",
        "width",
        width,
        "height",
        height,
        "deviceScaleFactor",
        1,
        "mobile",
        false);
    frame();
  }

  /** Sets light or dark. */
  public void scheme(String scheme) throws Exception {
    JsonObject feature = new JsonObject();
    feature.addProperty("name", "prefers-color-scheme");
    feature.addProperty("value", scheme);
    JsonArray features = new JsonArray();
    features.add(feature);
    JsonObject parameters = new JsonObject();
    parameters.add("features", features);
    tools.send("Emulation.setEmulatedMedia", parameters);
    frame();
  }

  /** Prints the page; gives the PDF. */
  public byte[] print() throws Exception {
    JsonObject said = send("Page.printToPDF", "printBackground", true);
    return Base64.getDecoder().decode(said.get("data").getAsString());
  }

  /** Keeps a picture of the window. */
  public void picture(Path file) throws Exception {
    JsonObject said = send("Page.captureScreenshot", "format", "png");
    Files.write(file, Base64.getDecoder().decode(said.get("data").getAsString()));
  }

  /** What went wrong: errors of scripts, of the console and of the policy. */
  public List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    tools.events("Runtime.exceptionThrown").forEach(event -> complaints.add(event.toString()));
    tools.events("Runtime.consoleAPICalled").forEach(event -> complaints.add(event.toString()));
    tools.events("Log.entryAdded").stream()
        .map(event -> event.getAsJsonObject("entry"))
        .filter(entry -> entry.get("level").getAsString().equals("error"))
        .forEach(entry -> complaints.add(entry.toString()));
    return complaints;
  }

  /** Addresses that were asked for, but for data within the page. */
  public List<String> requests() {
    return tools.events("Network.requestWillBeSent").stream()
        .map(event -> event.getAsJsonObject("request").get("url").getAsString())
        .filter(address -> !address.startsWith("data:"))
        .toList();
  }

  /** Dialogs that scripts have opened. */
  public int dialogs() {
    return tools.events("Page.javascriptDialogOpening").size();
  }

  /** Ends the browser; nobody waits for an answer. */
  void endBrowser() {
    tools.tell("Browser.close", new JsonObject());
  }

  private JsonObject send(String method, Object... parameters) throws Exception {
    JsonObject object = new JsonObject();
    for (int i = 0; i < parameters.length; i += 2) {
      String name = parameters[i].toString();
      Object value = parameters[i + 1];
      if (value instanceof Number number) {
        object.addProperty(name, number);
      } else if (value instanceof Boolean truth) {
        object.addProperty(name, truth);
      } else {
        object.addProperty(name, value.toString());
      }
    }
    return tools.send(method, object);
  }
}
