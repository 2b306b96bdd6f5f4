package dev.tenlines.spring.test;

import dev.tenlines.spring.TenlinesAutoConfiguration;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of an application's features alone: the application context holds {@code Tenlines} as
 * {@code application.yml} declares it, with {@link ScriptedRungs} and a {@link ScriptedReviewer},
 * and none of the application's components but those the test imports.
 *
 * <pre>{@code
 * @TenlinesTest
 * @Import(TicketDesk.class)
 * class TicketDeskTest {
 *   @Autowired TicketDesk desk;
 *   @Autowired ScriptedRungs rungs;
 *
 *   @Test
 *   void lostCard_goesToTheCardDesk() {
 *     rungs.answer("triage", "My card is gone", "lost_card");
 *
 *     assertThat(desk.open("My card is gone").queue()).isEqualTo("lost_card");
 *   }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(TenlinesTestBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(TenlinesTypeExcludeFilter.class)
@AutoConfigureTenlines
@ImportAutoConfiguration(TenlinesAutoConfiguration.class)
public @interface TenlinesTest {

  /** Properties in the form {@code key=value}, for this test alone. */
  String[] properties() default {};

  /** Whether the application's components are left out unless a filter includes them. */
  boolean useDefaultFilters() default true;

  /** Components of the application that take part. */
  ComponentScan.Filter[] includeFilters() default {};

  /** Components of the application that do not take part. */
  ComponentScan.Filter[] excludeFilters() default {};

  /** Auto-configurations that are left out. */
  @AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
  Class<?>[] excludeAutoConfiguration() default {};
}
