package dev.tenlines.spring.console;

import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.learn.Models;
import dev.tenlines.spring.console.view.FeatureView;
import dev.tenlines.spring.console.view.Notice;
import dev.tenlines.spring.console.view.Times;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;

/** What each feature is, how it does, and which model serves it. */
final class FeaturePages {
  private final Pages pages;
  private final Tenlines tenlines;
  private final FeatureViews views;
  private final Map<String, CompletableFuture<Models.@Nullable Version>> trainings =
      new ConcurrentHashMap<>();

  FeaturePages(Pages pages, Tenlines tenlines, Times times) {
    this.pages = pages;
    this.tenlines = tenlines;
    this.views = new FeatureViews(tenlines, times, new FeatureTables(pages, times));
  }

  ServerResponse list(Visit visit) {
    List<FeatureView> features =
        tenlines.features().stream().map(name -> views.of(visit, name)).toList();
    return pages.page(visit, "features.jte", Map.of("features", features));
  }

  ServerResponse feature(Visit visit) {
    String name = visit.path("name");
    return feature(visit, HttpStatus.OK, said(name, visit.text("done")));
  }

  private ServerResponse feature(Visit visit, HttpStatus status, @Nullable Notice notice) {
    Map<String, Object> values = new HashMap<>();
    values.put("view", views.of(visit, visit.path("name")));
    if (notice != null) {
      values.put("notice", notice);
    }
    return pages.page(visit, status, "feature.jte", values);
  }

  /** Trains on all verdicts so far, in the background. */
  ServerResponse train(Visit visit) {
    String name = visit.path("name");
    trainings.put(name, tenlines.train(name));
    return pages.go(visit, "/features/" + name + "?done=training");
  }

  /** Lets another version of the small model serve. */
  ServerResponse serve(Visit visit) {
    String name = visit.path("name");
    int version;
    try {
      version = Integer.parseInt(visit.path("version"));
    } catch (NumberFormatException e) {
      return pages.notFound(visit);
    }
    boolean there =
        tenlines.learning(name).versions().stream().anyMatch(v -> v.version() == version);
    if (!there) {
      return pages.notFound(visit);
    }
    tenlines.serve(name, version);
    return pages.go(visit, "/features/" + name + "?done=serving");
  }

  private @Nullable Notice said(String name, String done) {
    return switch (done) {
      case "serving" ->
          Notice.good("The version you chose serves from now on, with the certificates it had.");
      case "training" -> trained(trainings.get(name));
      default -> null;
    };
  }

  private static @Nullable Notice trained(
      @Nullable CompletableFuture<Models.@Nullable Version> training) {
    if (training == null) {
      return null;
    }
    if (!training.isDone()) {
      return Notice.good("Training has started. What serves goes on serving meanwhile.");
    }
    try {
      Models.Version version = training.join();
      return version == null
          ? Notice.wait("Nothing was trained: there are too few verdicts to learn from yet.")
          : version.serving()
              ? Notice.good("Version " + version.version() + " is trained and serves now.")
              : Notice.wait(
                  "Version "
                      + version.version()
                      + " is trained but does not serve: it has no better certificate.");
    } catch (java.util.concurrent.CompletionException e) {
      return e.getCause() instanceof TenlinesException own
          ? Notice.error(own.id(), own.what(), own.hint())
          : Notice.error("TL-999", "The training failed.", "Maybe see the server's log.");
    }
  }
}
