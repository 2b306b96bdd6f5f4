package dev.tenlines.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The HTTP API and the console, each off unless its property says true.
 *
 * <p>It stands after the chains that Spring Boot configures by itself: they back off as soon as any
 * chain is there, so ours before theirs would leave the application's own pages open.
 */
@AutoConfiguration(
    after = TenlinesAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
    })
@Import(HttpImports.class)
public final class TenlinesHttpAutoConfiguration {}
