package dev.tenlines.spring.http;

import dev.tenlines.Tenlines;
import dev.tenlines.spring.stream.StreamConfiguration;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The HTTP API as beans. It has to be imported by an auto-configuration that comes after Spring
 * Boot's own web security: a security chain that is seen earlier would switch Boot's default off
 * and leave the application open.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  RequestResource.class,
  RowsResource.class,
  ReviewResource.class,
  LeaseResource.class,
  VerdictResource.class,
  FeatureResource.class,
  SpendResource.class,
  OpenApiResource.class,
  MetricsConfiguration.class,
  StreamConfiguration.class
})
public final class ApiConfiguration {
  private static final String EVERYTHING = "/v1/**";
  private static final int BEFORE_OTHER_CHAINS = Ordered.HIGHEST_PRECEDENCE + 10;

  @Bean
  FilterRegistrationBean<ProblemFilter> tenlinesProblemFilter(DispatcherServletPath servlet) {
    FilterRegistrationBean<ProblemFilter> filter =
        new FilterRegistrationBean<>(new ProblemFilter());
    filter.addUrlPatterns(servlet.getRelativePath("/v1/*"));
    filter.setDispatcherTypes(DispatcherType.REQUEST);
    filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
    return filter;
  }

  /**
   * A chain of one filter. Whatever an application configures for all of its own chains does not
   * reach it, and it costs nothing that the API does not need.
   */
  @Bean
  @Order(BEFORE_OTHER_CHAINS)
  SecurityFilterChain tenlinesApiSecurity(
      Tenlines tenlines,
      Clock clock,
      ApiLimits limits,
      ObjectProvider<PathPatternRequestMatcher.Builder> paths) {
    PathPatternRequestMatcher.Builder path =
        paths.getIfAvailable(PathPatternRequestMatcher::withDefaults);
    return new DefaultSecurityFilterChain(
        path.matcher(EVERYTHING),
        new KeyFilter(
            new Callers(tenlines.access(), clock),
            new CallsAtOnce(limits.callsAtOnce()),
            path.matcher(OpenApiResource.PATH)));
  }

  @Bean
  Problems tenlinesProblems() {
    return new Problems();
  }

  @Bean
  @ConditionalOnMissingBean
  ApiLimits tenlinesApiLimits() {
    return ApiLimits.DEFAULT;
  }

  @Bean
  BodyReader tenlinesBodyReader(ApiLimits limits) {
    return new BodyReader(limits);
  }

  @Bean
  Asking tenlinesAsking(Tenlines tenlines, Clock clock) {
    return new Asking(tenlines, clock);
  }
}
