package dev.tenlines.spring.console.paper;

import dev.tenlines.Tenlines;
import dev.tenlines.document.Pictured;
import dev.tenlines.document.Pictured.Picture;
import dev.tenlines.document.Refused;
import dev.tenlines.document.SourceFile;
import dev.tenlines.ladder.History.Entry;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.spring.console.Pages;
import dev.tenlines.spring.console.Visit;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;

/** The pages of documents as pictures. The last few are kept. */
public final class PagePictures {
  private static final int KEPT = 40;

  private final Pages pages;
  private final Tenlines tenlines;
  private final Map<Key, Pictured> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Pictured> eldest) {
          return size() > KEPT;
        }
      };

  public PagePictures(Pages pages, Tenlines tenlines) {
    this.pages = pages;
    this.tenlines = tenlines;
  }

  private record Key(String tenant, String request, int page) {}

  /** A page of what a review is about. */
  public ServerResponse ofReview(Visit visit) {
    ReviewItem item = tenlines.reviews().find(visit.tenant(), visit.path("id"));
    return item == null ? pages.notFound(visit) : page(visit, item.request());
  }

  /** A page of what a request is about. */
  public ServerResponse ofRequest(Visit visit) {
    Entry entry = tenlines.history().find(visit.tenant(), visit.path("id"));
    return entry == null ? pages.notFound(visit) : page(visit, visit.path("id"));
  }

  private ServerResponse page(Visit visit, String request) {
    String number = visit.path("page");
    Pictured pictured =
        number.matches("[1-9]\\d{0,4}")
            ? pictured(new Key(visit.tenant(), request, Integer.parseInt(number)))
            : null;
    return switch (pictured) {
      case null -> pages.notFound(visit);
      case Picture(byte[] png) -> answer(HttpStatus.OK, "image/png", png);
      case Refused refused ->
          answer(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "text/plain;charset=UTF-8",
              refused.what().getBytes(StandardCharsets.UTF_8));
    };
  }

  /** Null where there is no such page. */
  private @Nullable Pictured pictured(Key key) {
    synchronized (kept) {
      Pictured known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    SourceFile file = tenlines.file(key.tenant(), key.request());
    if (file == null || key.page() > file.document().pages().size()) {
      return null;
    }
    Pictured drawn = tenlines.documents().picture(file.bytes(), key.page());
    synchronized (kept) {
      kept.put(key, drawn);
    }
    return drawn;
  }

  private static ServerResponse answer(HttpStatus status, String type, byte[] bytes) {
    return ServerResponse.status(status)
        .header("Content-Type", type)
        .header("Cache-Control", "private, max-age=600")
        .header("X-Content-Type-Options", "nosniff")
        .build((request, response) -> {
          send(response, bytes);
          return null;
        });
  }

  private static void send(HttpServletResponse response, byte[] bytes) {
    response.setContentLength(bytes.length);
    try {
      response.getOutputStream().write(bytes);
    } catch (IOException e) {
      return; // The reader has gone on to another page, which is no error.
    }
  }
}
