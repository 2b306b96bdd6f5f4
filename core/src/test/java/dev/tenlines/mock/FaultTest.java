package dev.tenlines.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault plays as the catalogue says. */
class FaultTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  /** How long a client listens to nothing before it leaves; a fault's own pace is far slower. */
  private static final int PATIENCE = 300;

  static Stream<Fault> faults() {
    return Fault.all(fault -> !fault.port());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void every_fault_begins_inEveryDialectAndForm_andEndsWithTheClient(Fault fault) throws Exception {
    MockProvider mock = MockProvider.start(0, Script.always(fault));
    List<Thread> clients = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      for (int variant = 0; variant < fault.variants(); variant++) {
        for (boolean streamed : new boolean[] {false, true}) {
          Call call = Call.of(dialect, "some-model", streamed);
          clients.add(Thread.ofVirtual().start(() -> listen(call, mock)));
        }
      }
    }
    for (Thread client : clients) {
      client.join();
    }

    assertThat(mock.await(counts -> counts.requests() == clients.size(), SOON)).isTrue();
    mock.close();
    assertThat(mock.received()).hasSize(clients.size()).allMatch(Received::ended);
  }

  private static void listen(Call call, MockProvider mock) {
    try {
      assertThat(Call.bytes(call.open(mock), PATIENCE / 3)).isNotNull();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0} streamed {2}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          C05 | OPENAI    | false | <end>
          C06 | OPENAI    | true  | <reset>
          C07 | ANTHROPIC | true  | HTTP/1.1 200 OK…<end>
          C08 | GEMINI    | true  | <silence>
          C09 | OLLAMA    | true  | HTTP/1.1 200 OK…\\r\\n\\r\\n<silence>
          C12 | OPENAI    | false | HTTP/1.1 200 OK…}<end>
          C14 | OPENAI    | true  | data: [DONE]\\n\\n<end>
          C15 | ANTHROPIC | true  | "type":"message_stop"…<silence>
          C16 | OPENAI    | false | <more>
          C16 | OPENAI    | true  | <more>
          S01 | OPENAI    | false | HTTP/1.1 429…retry-after: 1\\r\\n
          S02 | ANTHROPIC | false | HTTP/1.1 429…retry-after: …GMT\\r\\n
          S03 | OPENAI    | true  | HTTP/1.1 429…retry-after: 0\\r\\n
          S04 | OPENAI    | false | HTTP/1.1 429…retry-after-ms: 250\\r\\n
          S04 | GEMINI    | false | HTTP/1.1 429…RetryInfo…"retryDelay":"1s"
          S06 | OPENAI    | false | HTTP/1.1 429…"type":"insufficient_quota"
          S06 | ANTHROPIC | false | HTTP/1.1 429…enforced_spend_limit_reached
          S06 | GEMINI    | false | HTTP/1.1 429…RESOURCE_EXHAUSTED…
          S07 | ANTHROPIC | true  | HTTP/1.1 529…overloaded_error
          S08 | OPENAI    | true  | HTTP/1.1 500
          S09 | OPENAI    | true  | HTTP/1.1 502…text/html…<!DOCTYPE html>
          S10 | GEMINI    | false | HTTP/1.1 401
          S11 | OLLAMA    | false | HTTP/1.1 404
          S12 | OPENAI    | false | HTTP/1.1 400…context_length_exceeded
          S13 | OPENAI    | false | HTTP/1.1 400…content_policy_violation
          S14 | ANTHROPIC | false | HTTP/1.1 413…request_too_large
          S15 | OPENAI    | false | HTTP/1.1 408
          S16 | OPENAI    | false | HTTP/1.1 307…location: http://localhost:
          S17 | ANTHROPIC | false | HTTP/1.1 200…"type":"error"
          S18 | OPENAI    | true  | HTTP/1.1 200…text/html
          S19 | GEMINI    | false | HTTP/1.1 200…content-length: 0\\r\\n…<end>
          S20 | OPENAI    | false | HTTP/1.1 200…x-long: aaaaaaaa
          B01 | OPENAI    | false | HTTP/1.1 200…<end>
          B02 | OPENAI    | false | HTTP/1.1 200…"usage"
          B03 | ANTHROPIC | false | "content":[]…"stop_reason":"end_turn"
          B04 | GEMINI    | true  | "finishReason":"MALFORMED_FUNCTION_CALL"
          B05 | ANTHROPIC | true  | "stop_reason":"refusal"
          B05 | GEMINI    | false | "finishReason":"SAFETY"
          B06 | OLLAMA    | true  | "done_reason":"length"
          B07 | OPENAI    | false | "content":"```json\\nHere
          B10 | OPENAI    | false | 48,317.29 EUR
          B12 | GEMINI    | false | "modelVersion":"another-model-2026"
          B13 | OPENAI    | false | "content":""…"finish_reason":"length"…"reasoning_tokens":16
          B14 | OPENAI    | false | Here\\ud83d is
          B15 | ANTHROPIC | false | "type":"tool_use"
          E01 | ANTHROPIC | true  | message_start…event: error\\ndata: …overloaded_error
          E01 | OPENAI    | true  | "error":{"message":"Overloaded"
          E02 | OLLAMA    | true  | "content":"Here"…{"error":"Overloaded"}
          E03 | OPENAI    | true  | 0\\r\\n\\r\\n<end>
          E04 | OPENAI    | true  | data: [DONE]
          E05 | OPENAI    | true  | data: [\\r\\n0\\r\\n\\r\\n<end>
          E08 | OPENAI    | true  | : still here\\n\\n…data: null\\n\\n…[DONE]
          E12 | OPENAI    | true  | "choices":[],"usage":{…[DONE]
          E15 | OPENAI    | true  | [DONE]…"content":"Here"
          E16 | OPENAI    | true  | "content":"a go"…<silence>
          E19 | ANTHROPIC | true  | message_start…message_start…message_stop
          E20 | ANTHROPIC | true  | thinking_delta…<silence>
          P03 | OPENAI    | true  | HTTP/1.1 503
          P04 | OPENAI    | true  | <end>
          """)
  void fault_looksLikeThis(String id, Dialect dialect, boolean streamed, String like)
      throws Exception {
    try (MockProvider mock = MockProvider.start(0, Script.always(Fault.of(id)))) {
      String bytes = Call.bytes(Call.of(dialect, "some-model", streamed).open(mock), PATIENCE);

      int at = 0;
      for (String part : parts(like)) {
        int found = bytes.indexOf(part, at);
        assertThat(found).as("%s in %s", part, shortened(bytes)).isGreaterThanOrEqualTo(at);
        at = found + part.length();
      }
    }
  }

  private static List<String> parts(String like) {
    boolean escape = like.contains("\\ud83d") || like.contains("```");
    String text = like.replace("\\r", "\r");
    return List.of((escape ? text : text.replace("\\n", "\n")).split("…"));
  }

  private static String shortened(String bytes) {
    return bytes.length() < 3_000 ? bytes : bytes.substring(0, 3_000);
  }

  @Test
  void truncatedStreams_haveNoLastEvent() throws Exception {
    for (Dialect dialect : Dialect.values()) {
      try (MockProvider mock = MockProvider.start(0, Script.always(Fault.E03))) {
        String bytes = Call.bytes(Call.stream(dialect).open(mock), PATIENCE);

        assertThat(bytes)
            .endsWith("0\r\n\r\n<end>")
            .doesNotContain("message_stop", "[DONE]", "STOP", "\"done\":true", "\"stop\"");
        assertThat(mock.counts().answered()).isZero();
        assertThat(mock.counts().output()).isEqualTo(16);
      }
    }
  }

  @Test
  void everyByteAlone_isStillTheSameStream() {
    for (Dialect dialect : Dialect.values()) {
      try (MockProvider mock = MockProvider.start(0, Script.faults(Fault.E07))) {
        Call call = Call.stream(dialect);
        String alone = call.send(mock).body().replaceAll("mock\\d+", "");
        assertThat(call.send(mock).body().replaceAll("mock\\d+", "")).isEqualTo(alone);
      }
    }
  }

  @Test
  void forms_areRehearsedInTurn() {
    try (MockProvider mock = MockProvider.start(0, Script.parse("S08x5"))) {
      List<Integer> statuses = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        statuses.add(Call.whole(Dialect.OPENAI).send(mock).statusCode());
      }
      assertThat(statuses).containsExactly(500, 502, 503, 504, 500, 200);
    }
  }

  @Test
  void refusedPort_comesBack_withTheNextOfTheRow() throws Exception {
    try (MockProvider mock = MockProvider.start(0, Script.parse("ok, C02, S01"))) {
      assertThat(Call.whole(Dialect.OPENAI).send(mock).statusCode()).isEqualTo(200);
      assertThatThrownBy(() -> Call.whole(Dialect.OPENAI).open(mock))
          .isInstanceOf(ConnectException.class);
      int status = 0;
      while (status == 0) {
        try {
          status = Call.whole(Dialect.OPENAI).send(mock).statusCode();
        } catch (java.io.UncheckedIOException e) {
          Thread.onSpinWait();
        }
      }
      assertThat(status).isEqualTo(429);
      assertThat(mock.counts().requests()).isEqualTo(2);
    }
  }

  @Test
  void pluggedPort_letsCallersHang_untilAnotherScript() throws Exception {
    try (MockProvider mock = MockProvider.start(0, Script.always(Fault.C03))) {
      InetSocketAddress address = new InetSocketAddress("127.0.0.1", mock.port());
      try (Socket socket = new Socket()) {
        assertThatThrownBy(() -> socket.connect(address, PATIENCE))
            .isInstanceOf(SocketTimeoutException.class);
      }
      mock.play(Script.answers());

      assertThat(Call.whole(Dialect.OPENAI).send(mock).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatIsNoRequest_neverKillsTheMock() throws Exception {
    try (MockProvider mock = MockProvider.start(0, Script.answers())) {
      for (String noise :
          List.of(
              "",
              "\r\n\r\n",
              "GET\r\n\r\n",
              "\u0000\u0001\u0002\u0016\u0003\u0001\r\n\r\n",
              "POST /v1/messages HTTP/1.1\r\ncontent-length: -4\r\n\r\n",
              "POST /v1/messages HTTP/1.1\r\ncontent-length: 99999999999\r\n\r\n",
              "POST /v1/messages HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
              "POST /v1/messages HTTP/1.1\r\nno colon\r\n\r\n",
              "POST /api/chat HTTP/1.1\r\ncontent-length: 3\r\n\r\n{]}",
              "POST /api/chat HTTP/1.1\r\ncontent-length: 2\r\n\r\n[]",
              "GET /v1/messages HTTP/1.1\r\n\r\n",
              "x".repeat(100_000))) {
        try (Socket socket = new Socket("127.0.0.1", mock.port())) {
          socket.getOutputStream().write(noise.getBytes(java.nio.charset.StandardCharsets.UTF_8));
          socket.shutdownOutput();
          Call.bytes(socket, 20_000);
        }
      }
      assertThat(Call.whole(Dialect.ANTHROPIC).send(mock).statusCode()).isEqualTo(200);
    }
  }
}
