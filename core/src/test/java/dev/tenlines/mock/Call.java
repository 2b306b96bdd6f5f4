package dev.tenlines.mock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A call of the mock as somebody would write it who has read the provider's manual. */
record Call(Dialect dialect, String model, boolean streamed, ObjectNode body) {
  static final String SYSTEM = "You are short.";
  static final String USER = "Where is my card?";

  /** 14 and 17 characters. */
  static final int PROMPT_TOKENS = 8;

  static Call whole(Dialect dialect) {
    return of(dialect, "some-model", false);
  }

  static Call stream(Dialect dialect) {
    return of(dialect, "some-model", true);
  }

  static Call of(Dialect dialect, String model, boolean streamed) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    switch (dialect) {
      case ANTHROPIC -> {
        body.put("model", model).put("max_tokens", 500).put("system", SYSTEM);
        body.putArray("messages").addObject().put("role", "user").put("content", USER);
      }
      case OPENAI, OLLAMA -> {
        body.put("model", model);
        body.putArray("messages").addObject().put("role", "system").put("content", SYSTEM);
        body.withArray("messages").addObject().put("role", "user").put("content", USER);
      }
      case GEMINI -> {
        body.putObject("systemInstruction").putArray("parts").addObject().put("text", SYSTEM);
        ObjectNode turn = body.putArray("contents").addObject().put("role", "user");
        turn.putArray("parts").addObject().put("text", USER);
      }
    }
    if (dialect != Dialect.GEMINI && (streamed || dialect == Dialect.OLLAMA)) {
      body.put("stream", streamed);
    }
    if (dialect == Dialect.OPENAI && streamed) {
      body.putObject("stream_options").put("include_usage", true);
    }
    return new Call(dialect, model, streamed, body);
  }

  Call withSchema(JsonNode schema) {
    switch (dialect) {
      case ANTHROPIC ->
          body.putObject("output_config")
              .putObject("format")
              .put("type", "json_schema")
              .set("schema", schema);
      case OPENAI -> {
        ObjectNode format = body.putObject("response_format").put("type", "json_schema");
        format.putObject("json_schema").put("name", "x").put("strict", true).set("schema", schema);
      }
      case GEMINI ->
          body.putObject("generationConfig")
              .put("responseMimeType", "application/json")
              .set("responseJsonSchema", schema);
      case OLLAMA -> body.set("format", schema);
    }
    return this;
  }

  String path() {
    return switch (dialect) {
      case ANTHROPIC -> "/v1/messages";
      case OPENAI -> "/v1/chat/completions";
      case GEMINI ->
          "/v1beta/models/"
              + model
              + (streamed ? ":streamGenerateContent?alt=sse" : ":generateContent");
      case OLLAMA -> "/api/chat";
    };
  }

  List<String> headers() {
    return switch (dialect) {
      case ANTHROPIC -> List.of("x-api-key", "k", "anthropic-version", "2023-06-01");
      case OPENAI -> List.of("authorization", "Bearer k");
      case GEMINI -> List.of("x-goog-api-key", "k");
      case OLLAMA -> List.of("accept", "*/*");
    };
  }

  HttpRequest request(MockProvider mock) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + mock.port() + path()))
        .headers(headers().toArray(String[]::new))
        .header("content-type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
        .build();
  }

  HttpResponse<String> send(MockProvider mock) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request(mock), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode json(MockProvider mock) {
    return JsonMapper.shared().readTree(send(mock).body());
  }

  /** The data of every event or line, parsed; {@code [DONE]} left out. */
  List<JsonNode> events(MockProvider mock) {
    List<JsonNode> events = new ArrayList<>();
    for (String line : send(mock).body().split("\n")) {
      String data = line.startsWith("data: ") ? line.substring(6) : line;
      if (data.startsWith("{")) {
        events.add(JsonMapper.shared().readTree(data));
      }
    }
    return events;
  }

  /** Opens a socket and sends the call. */
  Socket open(MockProvider mock) throws IOException {
    Socket socket = new Socket("127.0.0.1", mock.port());
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("POST " + path() + " HTTP/1.1\r\nhost: x\r\n");
    for (int i = 0; i < headers().size(); i += 2) {
      head.append(headers().get(i)).append(": ").append(headers().get(i + 1)).append("\r\n");
    }
    head.append("connection: close\r\ncontent-length: ").append(bytes.length).append("\r\n\r\n");
    socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().write(bytes);
    return socket;
  }

  /** Every byte that comes until the end, silence, a reset, or a megabyte; the socket is closed. */
  static String bytes(Socket socket, int silence) throws IOException {
    StringBuilder all = new StringBuilder();
    try (socket) {
      socket.setSoTimeout(silence);
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[64 * 1024];
      int read = in.read(buffer);
      while (read >= 0 && all.length() < 1 << 20) {
        all.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
        read = in.read(buffer);
      }
      return all + (read < 0 ? "<end>" : "<more>");
    } catch (SocketTimeoutException e) {
      return all + "<silence>";
    } catch (SocketException e) {
      return all + "<reset>";
    }
  }
}
