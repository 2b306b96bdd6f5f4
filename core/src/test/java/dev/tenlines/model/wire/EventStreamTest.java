package dev.tenlines.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.model.wire.EventStream.Event;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every stream is split alike, however its bytes are cut. */
class EventStreamTest {
  private static final String BOM = "\uFEFF";

  /** Whole, byte by byte, and two bytes at a time. */
  private static final List<Integer> CHUNKS = List.of(Integer.MAX_VALUE, 1, 2);

  /** Streams as providers send them, with everything that surrounds an event. */
  private static final List<String> RECORDED =
      List.of(
          """
          event: message_start
          data: {"type":"message_start","message":{"usage":{"input_tokens":3}}}

          : keep-alive

          event: content_block_delta
          data: {"type":"content_block_delta","delta":{"type":"text_delta","text":"Grüße 😀"}}

          event: message_stop
          data: {"type":"message_stop"}

          """,
          "data: {\"choices\":[{\"delta\":{\"content\":\"é\"}}]}\r\n\r\ndata: [DONE]\r\n\r\n",
          BOM + "data: {\"candidates\":[]}\r\rdata: two\rdata: lines\r\r: end\r\r");

  private static Arguments cut(String stream, Event... events) {
    return Arguments.of(stream.getBytes(StandardCharsets.UTF_8), List.of(events));
  }

  private static Arguments bytes(byte[] stream, Event... events) {
    return Arguments.of(stream, List.of(events));
  }

  private static Event data(String data) {
    return new Event("message", data, "");
  }

  private static Event event(String type, String data) {
    return new Event(type, data, "");
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        cut("data: hi\n\n", data("hi")),
        cut("data: hi\n\ndata: ho\n\n", data("hi"), data("ho")),
        cut("data: hi\ndata:ho\n\n", data("hi\nho")),
        cut("data\ndata:\n\n", data("\n")),
        cut("data:\n\n", data("")),
        cut("data:  two spaces\n\n", data(" two spaces")),
        cut("data:\ttab\n\n", data("\ttab")),
        cut("data: a:b: c\n\n", data("a:b: c")),
        cut("event: x\ndata: 1\n\ndata: 2\n\n", event("x", "1"), data("2")),
        cut("event:\ndata: 1\n\n", data("1")),
        cut("event: lost\n\ndata: 1\n\n", data("1")),
        cut("data: 1\nevent: late\n\n", event("late", "1")),
        cut(
            "id: 7\ndata: 1\n\ndata: 2\n\nid\ndata: 3\n\n",
            new Event("message", "1", "7"),
            new Event("message", "2", "7"),
            data("3")),
        cut("id: a\0b\ndata: 1\n\n", data("1")),
        cut("Data: no\ndata: yes\n\n", data("yes")),
        cut(" data: no\ndata: yes\n\n", data("yes")),
        cut("colour: blue\nretry: 10\ndata: 1\n\n", data("1")),
        cut(": comment\n\ndata: a\n: in between\ndata: b\n\n", data("a\nb")),
        cut("::x\ndata: 1\n\n", data("1")),
        cut(": one\n\n: two\n\n"),
        cut("data: a\r\ndata: b\r\n\r\n", data("a\nb")),
        cut("data: a\rdata: b\r\rdata: c\r\r", data("a\nb"), data("c")),
        cut("data: a\rdata: b\ndata: c\r\n\ndata: d\n\r\n", data("a\nb\nc"), data("d")),
        cut("\n\n\ndata: a\n\n\n\n", data("a")),
        cut("data: a\n\ndata: lost\n", data("a")),
        cut("data: a\n\ndata: lost", data("a")),
        cut(BOM + "data: a\n\n", data("a")),
        cut(BOM + BOM + "data: no\n\ndata: yes\n\n", data("yes")),
        cut("data: " + BOM + "a\n\n", data(BOM + "a")),
        cut("data: é € 😀\n\n", data("é € 😀")),
        bytes(new byte[] {'d', 'a', 't', 'a', ':', 'a', -1, 'b', '\n', '\n'}, data("a\uFFFDb")),
        cut("data: a\0b\n\n", data("a\0b")),
        cut("data: {\"a\":\ndata: 1}\n\n", data("{\"a\":\n1}")),
        cut("data: [DONE]\n\ndata: late\n\n", data("[DONE]"), data("late")),
        cut(""),
        cut("\n\r\n\r"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aStream_isSplitAsTheStandardSays_inChunksOfAnySize(byte[] stream, List<Event> events) {
    for (int chunk : CHUNKS) {
      assertThat(split(stream, chunk)).as("in chunks of %d", chunk).isEqualTo(events);
    }
  }

  @Test
  void thePublicCases_areSplitAsTheySay() throws IOException {
    Path file =
        Path.of(Optional.ofNullable(System.getenv("TENLINES_DATA")).orElse("../../shared/data"))
            .resolve("sse-cases")
            .resolve("cases.jsonl");
    if (!Files.exists(file)) {
      System.out.println("SKIPPED: the public cases of event streams are not at TENLINES_DATA");
      Assumptions.abort("TENLINES_DATA holds no sse-cases");
    }
    int runs = 0;
    for (String line : Files.readAllLines(file)) {
      JsonNode one = JsonMapper.shared().readTree(line);
      byte[] stream =
          one.has("generate")
              ? ("data: " + "x".repeat(1_000_000) + "\n\n").getBytes(StandardCharsets.UTF_8)
              : Base64.getDecoder().decode(one.path("bytes_b64").asString(""));
      for (int chunk : CHUNKS) {
        List<Event> events = split(stream, chunk);
        String name = one.path("name").asString("") + " in chunks of " + chunk;
        assertThat(events).as(name).hasSize(one.path("expected").size());
        for (int i = 0; i < events.size(); i++) {
          same(name, events.get(i), one.path("expected").path(i));
        }
        runs++;
      }
    }
    System.out.println("event streams: " + runs + " public cases passed");
  }

  private static void same(String name, Event event, JsonNode expected) {
    assertThat(event.type()).as(name).isEqualTo(expected.path("event").asString(""));
    assertThat(event.lastId()).as(name).isEqualTo(expected.path("lastEventId").asString(""));
    if (expected.has("data_length")) {
      assertThat(event.data()).as(name).hasSize(expected.path("data_length").asInt(0));
    } else {
      assertThat(event.data()).as(name).isEqualTo(expected.path("data").asString(""));
    }
  }

  @Test
  void anEventWithoutEnd_isRefusedBeforeItFillsTheMemory() {
    EventStream stream = new EventStream(event -> {});
    byte[] chunk = "x".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(
            () -> {
              for (int i = 0; i <= EventStream.LONGEST / chunk.length; i++) {
                stream.take(ByteBuffer.wrap(chunk));
              }
            })
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("longer than");
  }

  @Test
  void manyEmptyDataLines_countAsLengthToo() {
    EventStream stream = new EventStream(event -> {});
    byte[] chunk = "data\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 50; i++) {
                stream.take(ByteBuffer.wrap(chunk));
              }
            })
        .hasMessageContaining("longer than");
  }

  @Test
  void lines_areEventsOfTheirOwn_andTheLastNeedsNoEnd() {
    List<String> lines = new ArrayList<>();
    EventStream stream = new EventStream(event -> lines.add(event.data()), true);

    stream.take(
        ByteBuffer.wrap("{\"a\":1}\r\n\n {\"b\":2}\n{\"c\"".getBytes(StandardCharsets.UTF_8)));
    assertThat(lines).containsExactly("{\"a\":1}", " {\"b\":2}");

    stream.end();
    assertThat(lines).containsExactly("{\"a\":1}", " {\"b\":2}", "{\"c\"");
  }

  @Property(tries = 2000)
  void aStreamCutAnywhere_losesNoCompletedEvent(
      @ForAll("recorded") String recorded, @ForAll("sizes") List<Integer> sizes) {
    byte[] all = recorded.getBytes(StandardCharsets.UTF_8);
    List<Event> whole = split(all, Integer.MAX_VALUE);
    List<Event> events = new ArrayList<>();
    EventStream stream = new EventStream(events::add);
    int at = 0;
    for (int size : sizes) {
      int end = Math.min(all.length, at + size);
      stream.take(ByteBuffer.wrap(all, at, end - at));
      at = end;
    }
    stream.end();

    assertThat(events).isEqualTo(whole.subList(0, events.size()));
    assertThat(events).hasSizeGreaterThanOrEqualTo(completed(all, at));
  }

  /** Events whose empty line stands among the first bytes: known without the code under test. */
  private static int completed(byte[] all, int end) {
    String text =
        new String(all, 0, end, StandardCharsets.UTF_8).replace("\r\n", "\n").replace('\r', '\n');
    int events = 0;
    boolean data = false;
    int start = 0;
    for (int line = text.indexOf('\n'); line >= 0; line = text.indexOf('\n', start)) {
      String said = text.substring(start, line).replace(BOM, "");
      events += said.isEmpty() && data ? 1 : 0;
      data = !said.isEmpty() && (data || said.startsWith("data"));
      start = line + 1;
    }
    return events;
  }

  @Property(tries = 2000)
  void anyBytes_areSplitWithoutAnError(@ForAll byte[] noise) {
    assertThat(split(noise, 1)).isEqualTo(split(noise, Integer.MAX_VALUE));
  }

  @Provide
  static Arbitrary<String> recorded() {
    return Arbitraries.of(RECORDED);
  }

  @Provide
  static Arbitrary<List<Integer>> sizes() {
    return Arbitraries.integers().between(0, 40).list().ofMaxSize(40);
  }

  private static List<Event> split(byte[] stream, int chunk) {
    List<Event> events = new ArrayList<>();
    EventStream splitting = new EventStream(events::add);
    for (int at = 0; at < stream.length; at += Math.min(chunk, stream.length - at)) {
      splitting.take(ByteBuffer.wrap(stream, at, Math.min(chunk, stream.length - at)));
    }
    splitting.end();
    return events;
  }
}
