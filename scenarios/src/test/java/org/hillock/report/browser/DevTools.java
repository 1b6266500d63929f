package org.hillock.report.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The protocol: numbered commands and their answers, and events in between. */
final class DevTools implements WebSocket.Listener {

  private static final int PATIENCE = 120; // seconds

  private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final List<JsonObject> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger last = new AtomicInteger();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;

  DevTools(HttpClient http, URI address) {
    this.socket = http.newWebSocketBuilder().buildAsync(address, this).join();
  }

  /** Does one thing, and gives its result. */
  JsonObject send(String method, JsonObject parameters) throws Exception {
    JsonObject said = tell(method, parameters).get(PATIENCE, TimeUnit.SECONDS);
    if (said.has("error")) {
      throw new IllegalStateException(method + ": " + said.get("error"));
    }
    return said.getAsJsonObject("result");
  }

  /** Asks for one thing; the answer comes, or does not. */
  CompletableFuture<JsonObject> tell(String method, JsonObject parameters) {
    int id = last.incrementAndGet();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    JsonObject command = new JsonObject();
    command.addProperty("id", id);
    command.addProperty("method", method);
    command.add("params", parameters);
    socket.sendText(command.toString(), true).join();
    return answer;
  }

  /** All events of a name so far. */
  List<JsonObject> events(String method) {
    return events.stream()
        .filter(event -> event.get("method").getAsString().equals(method))
        .map(event -> event.getAsJsonObject("params"))
        .toList();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
    partial.append(data);
    if (whole) {
      JsonObject message = JsonParser.parseString(partial.toString()).getAsJsonObject();
      partial.setLength(0);
      if (message.has("id")) {
        waiting.remove(message.get("id").getAsInt()).complete(message);
      } else {
        events.add(message);
      }
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }
}
