package dev.tenlines.spring.search;

import dev.tenlines.spring.TenlinesAutoConfiguration;
import dev.tenlines.spring.TenlinesProperties;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Drafts a declaration of the application's own tables, where its properties ask for one. */
@AutoConfiguration(after = TenlinesAutoConfiguration.class)
@ConditionalOnProperty("tenlines.search.draft")
@EnableConfigurationProperties(TenlinesProperties.class)
public final class TenlinesSearchAutoConfiguration {

  /** Written at the start, also where beans are made when they are needed. */
  @Bean
  @Lazy(false)
  SearchDraft tenlinesSearchDraft(
      TenlinesProperties properties, DataSource source, ObjectProvider<SchemaWords> words) {
    Path file = Path.of(properties.directory()).resolve(properties.search().draft());
    return new SearchDraft(file, source, words.orderedStream().toList());
  }

  /** An application may have entities. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(EntityManagerFactory.class)
  static final class Jpa {

    @Bean
    SchemaWords tenlinesJpaSchema(ObjectProvider<EntityManagerFactory> factories) {
      List<EntityManagerFactory> all = factories.stream().toList();
      return schema -> {
        for (EntityManagerFactory factory : all) {
          schema = new JpaSchema(factory.getMetamodel()).addTo(schema);
        }
        return schema;
      };
    }
  }
}
