package dev.tenlines.server.browser;

import dev.tenlines.Feature;
import dev.tenlines.Tenlines;
import dev.tenlines.access.Role;
import dev.tenlines.project.FeatureText;
import dev.tenlines.server.RunningServer;
import dev.tenlines.spring.console.Passwords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One server and one browser; every test works in a tenant of its own. */
record Site(RunningServer server, Chrome chrome, AtomicInteger teams) implements AutoCloseable {
  static final String PASSWORD = "three plain words";

  /** Costs a tenth of a second on purpose, so it is made once. */
  private static final String HASH = Passwords.hash(PASSWORD);

  static Site open(Chrome chrome, Path project, List<Feature> features, Map<String, String> rules)
      throws IOException {
    Files.createDirectories(project.resolve("rules"));
    Files.writeString(project.resolve("tenlines.yaml"), FeatureText.file(features));
    for (Map.Entry<String, String> list : rules.entrySet()) {
      Files.writeString(project.resolve("rules").resolve(list.getKey() + ".yaml"), list.getValue());
    }
    Library.write(project);
    Stock.write(project);
    Site site = new Site(RunningServer.start(project), chrome, new AtomicInteger());
    features.stream()
        .filter(feature -> feature.kind() == Feature.Kind.ANSWER)
        .forEach(feature -> site.tenlines().index(feature.name()));
    return site;
  }

  Tenlines tenlines() {
    return server.tenlines();
  }

  /** Two people in a tenant nobody else works in. */
  Team team() {
    int number = teams.incrementAndGet();
    Team team = new Team(this, "tenant-" + number, "ada-" + number, "rob-" + number);
    user(team.tenant(), team.admin(), Role.ADMIN);
    user(team.tenant(), team.reviewer(), Role.REVIEWER);
    return team;
  }

  void user(String tenant, String name, Role role) {
    tenlines().access().createUser(name, tenant, role, HASH);
  }

  @Override
  public void close() {
    server.close();
  }

  /** Hands the one shared site to whatever test asks for it. */
  static final class Shared implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(Site.class);

    /** What is closed when the last test is done. */
    private record Run(Chrome chrome, Path project, Site site) implements AutoCloseable {
      static Run start() {
        try {
          Chrome chrome = Chrome.start();
          Path project = Files.createTempDirectory("tenlines-site");
          return new Run(chrome, project, Site.open(chrome, project, Features.ALL, Features.RULES));
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }

      @Override
      public void close() throws IOException {
        chrome.close();
        site.close();
        try (var files = Files.walk(project)) {
          files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
      }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Site.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(NAMESPACE)
          .computeIfAbsent("run", key -> Run.start(), Run.class)
          .site();
    }
  }
}
