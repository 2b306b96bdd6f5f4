package dev.tenlines.spring.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the body of a call: one JSON object in UTF-8, neither too long nor too deep. */
final class BodyReader {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ApiLimits limits;
  private final JsonMapper mapper;

  BodyReader(ApiLimits limits) {
    this.limits = limits;
    this.mapper =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(limits.depth()).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
  }

  JsonBody read(HttpServletRequest request) throws IOException {
    byte[] bytes = bytes(request);
    checkMediaType(request);
    return parse(bytes);
  }

  /** Reads a body whose names all have defaults; it may be left out. */
  JsonBody readIfAny(HttpServletRequest request) throws IOException {
    byte[] bytes = bytes(request);
    if (bytes.length == 0) {
      return new JsonBody(mapper.createObjectNode());
    }
    checkMediaType(request);
    return parse(bytes);
  }

  private byte[] bytes(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > limits.bodyBytes()) {
      throw tooLarge();
    }
    byte[] bytes;
    try {
      bytes = request.getInputStream().readNBytes(limits.bodyBytes() + 1);
    } catch (IOException e) {
      throw Problem.invalid("The body cannot be read to its end.", "Maybe send the call again.");
    }
    if (bytes.length > limits.bodyBytes()) {
      throw tooLarge();
    }
    return bytes;
  }

  private Problem.Thrown tooLarge() {
    return Problem.of(
            413,
            "TL-505",
            "The body is longer than " + limits.bodyBytes() + " bytes.",
            "Maybe send less text.")
        .thrown();
  }

  private static void checkMediaType(HttpServletRequest request) {
    String encoding = request.getHeader("Content-Encoding");
    if ((encoding != null && !encoding.equalsIgnoreCase("identity"))
        || !isJson(request.getContentType())) {
      throw Problems.of(415).thrown();
    }
  }

  private static boolean isJson(@Nullable String contentType) {
    if (MediaType.APPLICATION_JSON_VALUE.equals(contentType)) {
      return true;
    }
    try {
      MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
      boolean json = type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
      return type.getType().equals("application")
          && json
          && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private JsonBody parse(byte[] bytes) {
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw Problem.invalid("The body is not UTF-8.", "Maybe encode the text as UTF-8.");
    }
  }

  /** Reads a body, or a part of one, that is text already. */
  JsonBody parse(String text) {
    try {
      JsonNode root = mapper.readTree(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
      if (root instanceof ObjectNode object) {
        return new JsonBody(object);
      }
      throw Problem.invalid("The body is not a JSON object.", "Maybe send {\"input\": \"…\"}.");
    } catch (StreamConstraintsException e) {
      throw Problem.invalid(
          "The body is nested deeper than "
              + limits.depth()
              + " levels, or has a number or a name of no use.",
          "Maybe send flat fields.");
    } catch (JacksonException e) {
      throw Problem.invalid("The body is not valid JSON" + place(e) + ".", "Maybe see RFC 8259.");
    }
  }

  private static String place(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }
}
