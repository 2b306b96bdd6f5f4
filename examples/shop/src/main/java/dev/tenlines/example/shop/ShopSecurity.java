package dev.tenlines.example.shop;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The shop's own chain: everybody may shop, the staff logs in. Tenlines has chains of its own. */
@Configuration(proxyBeanMethods = false)
final class ShopSecurity {

  @Bean
  SecurityFilterChain shop(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(pages ->
            pages
                .requestMatchers("/admin/**", "/actuator/metrics/**")
                .authenticated()
                .anyRequest()
                .permitAll())
        .formLogin(Customizer.withDefaults())
        .build();
  }
}
