package dev.tenlines.spring.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** JSON on its way out. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Json() {}

  static void write(HttpServletResponse response, int status, Object value) throws IOException {
    write(response, status, MediaType.APPLICATION_JSON_VALUE, value);
  }

  static void write(HttpServletResponse response, int status, String mediaType, Object value)
      throws IOException {
    send(response, status, mediaType, MAPPER.writeValueAsBytes(value));
  }

  static void send(HttpServletResponse response, int status, String mediaType, byte[] body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(mediaType);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
