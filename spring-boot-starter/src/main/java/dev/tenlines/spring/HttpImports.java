package dev.tenlines.spring;

import dev.tenlines.TenlinesException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/**
 * Brings in the HTTP API and the console where they are switched on. By name: an application that
 * leaves both off need not have the classes they stand on.
 */
final class HttpImports implements ImportSelector {
  private final Environment environment;
  private final ClassLoader classes;

  HttpImports(Environment environment, ClassLoader classes) {
    this.environment = environment;
    this.classes = classes;
  }

  @Override
  public String[] selectImports(AnnotationMetadata importing) {
    List<String> imports = new ArrayList<>();
    if (on("tenlines.api.enabled")) {
      imports.add("dev.tenlines.spring.ApiImport");
    }
    if (on("tenlines.console.enabled")) {
      imports.add("dev.tenlines.spring.ConsoleImport");
    }
    return imports.toArray(String[]::new);
  }

  private boolean on(String property) {
    if (!environment.getProperty(property, Boolean.class, false)) {
      return false;
    }
    require(
        property,
        "org.springframework.web.servlet.DispatcherServlet",
        "spring-boot-starter-webmvc");
    require(
        property,
        "org.springframework.security.web.SecurityFilterChain",
        "spring-boot-starter-security");
    return true;
  }

  private void require(String property, String type, String starter) {
    if (!ClassUtils.isPresent(type, classes)) {
      throw new TenlinesException(
          "TL-520",
          "The property (" + property + ") is true, but " + starter + " is not on the class path.",
          "Maybe add org.springframework.boot:" + starter + ", or leave it false.");
    }
  }
}
