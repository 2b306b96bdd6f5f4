package dev.tenlines.spring.http;

import dev.tenlines.TenlinesException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns whatever ended a call into a problem. It comes before every other resolver and looks at our
 * own calls only: what the application does with its errors stays as it is.
 */
final class Problems implements HandlerExceptionResolver, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String RETRY_AFTER_SECONDS = "1";

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception exception) {
    if (!ProblemFilter.isOurs(request)) {
      return null;
    }
    if (exception instanceof HttpRequestMethodNotSupportedException method
        && method.getSupportedMethods() != null) {
      response.setHeader("Allow", String.join(", ", method.getSupportedMethods()));
    }
    try {
      write(of(exception), response);
    } catch (IOException gone) {
      LOG.debug("The caller left before the problem was told.", gone);
    }
    return new ModelAndView();
  }

  /** What to tell about an exception; what nobody foresaw goes to the log, never to the caller. */
  static Problem of(Throwable thrown) {
    return switch (thrown) {
      case Problem.Thrown expected -> expected.problem();
      case TenlinesException own -> of(own);
      case ErrorResponse spring -> of(spring.getStatusCode().value());
      case RequestRejectedException refused -> of(400);
      case MultipartException broken ->
          Problem.of(400, "TL-501", "The parts of the call cannot be read.", "Maybe see RFC 7578.");
      default -> {
        LOG.error("TL-999 A call of the API failed.", thrown);
        yield Problem.OURS;
      }
    };
  }

  /** What to tell when only the status is known. */
  static Problem of(int status) {
    return switch (status) {
      case 401 -> Problem.NO_KEY;
      case 404 -> Problem.NOTHING;
      case 405 ->
          Problem.of(status, "TL-510", "This method is not offered here.", "Maybe see Allow.");
      case 406 ->
          Problem.of(
              status,
              "TL-510",
              "None of the accepted media types is offered.",
              "Maybe send Accept: application/json.");
      case 413 -> Problem.of(status, "TL-505", "The call is too large.", "Maybe send less.");
      case 415 ->
          Problem.of(
              status,
              "TL-510",
              "This media type is not taken.",
              "Maybe send Content-Type: application/json, in UTF-8 and not compressed.");
      case 503 -> Problem.NOT_NOW;
      default ->
          status < 500
              ? Problem.of(400, "TL-501", "The call is not valid HTTP.", "Maybe check its address.")
              : Problem.OURS;
    };
  }

  private static Problem of(TenlinesException own) {
    return switch (own.id()) {
      case "TL-160" -> Problem.of(404, own.id(), own.what(), own.hint());
      case "TL-170", "TL-173", "TL-176" -> Problem.of(400, own.id(), own.what(), own.hint());
      case "TL-420", "TL-421" -> Problem.of(400, own.id(), own.what(), own.hint());
      case "TL-405", "TL-406", "TL-407" -> Problem.of(422, own.id(), own.what(), own.hint());
      case "TL-280" -> Problem.of(413, own.id(), own.what(), own.hint());
      case "TL-281", "TL-282", "TL-283", "TL-284", "TL-285" ->
          Problem.of(422, own.id(), own.what(), own.hint());
      case "TL-140", "TL-141", "TL-143", "TL-164", "TL-286" -> {
        LOG.error("TL-511 A call of the API could not be carried out.", own);
        yield Problem.NOT_NOW;
      }
      default -> {
        LOG.error("TL-999 A call of the API failed.", own);
        yield Problem.OURS;
      }
    };
  }

  static void write(Problem problem, HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    if (problem.status() == 401) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    if (problem.status() == 429 || problem.status() == 503) {
      response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
    Json.write(response, problem.status(), Problem.MEDIA_TYPE, problem.fields());
  }
}
