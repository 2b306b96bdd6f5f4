package dev.tenlines.spring.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The machine-readable description of the API, for everybody. */
@RestController
final class OpenApiResource {
  static final String PATH = "/v1/openapi.json";

  private final byte[] document = document();

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  void get(HttpServletResponse response) throws IOException {
    Json.send(response, 200, MediaType.APPLICATION_JSON_VALUE, document);
  }

  private static byte[] document() {
    try (InputStream in = OpenApiResource.class.getResourceAsStream("openapi.json")) {
      return Objects.requireNonNull(in, "openapi.json").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
