package dev.tenlines.spring.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Outcome.Answered;
import dev.tenlines.Tenlines;
import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.CatalogYaml;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Step;
import dev.tenlines.search.Found;
import dev.tenlines.spring.Contexts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

class SearchDraftTest {
  private static final String URL = "jdbc:h2:mem:drafted;DB_CLOSE_DELAY=-1";

  @TempDir Path directory;
  private DataSource source = new org.h2.jdbcx.JdbcDataSource();
  private Path file = Path.of("");

  @BeforeEach
  void open() throws SQLException {
    source = Shop.open(URL);
    file = directory.resolve("search/shop.yaml");
  }

  @Test
  void draft_hasTheWordsOfTheEntities() throws Exception {
    withEntities().run(context -> assertThat(context).hasNotFailed());

    Catalog drafted = declared();
    Entity order = Objects.requireNonNull(drafted.entity("purchase_order"));
    assertThat(order.table()).isEqualToIgnoringCase("public.shop_ord".replace("public.", ""));
    assertThat(order.words()).contains("purchase order", "order");
    assertThat(field(order, "placed_at").column()).isEqualToIgnoringCase("crt_ts");
    assertThat(field(order, "placed_at").verbs()).contains("placed");
    assertThat(order.date()).isEqualTo("placed_at");
    assertThat(field(order, "number").type()).isEqualTo(Field.Type.KEY);
    assertThat(field(order, "delivery_city").words()).contains("delivery city");
    assertThat(field(order, "status").choices())
        .containsExactly(
            new Field.Choice("OPEN", List.of()),
            new Field.Choice("IN_TRANSIT", List.of("in transit")));
    assertThat(field(order, "priority").choices())
        .containsExactly(
            new Field.Choice("0", List.of("routine")), new Field.Choice("1", List.of("urgent")));
  }

  @Test
  void draft_hasTheRelationsWithTheirRoles() throws Exception {
    withEntities().run(context -> assertThat(context).hasNotFailed());

    assertThat(Files.readString(file)).doesNotContain("guessed:");
    Step buyer = Objects.requireNonNull(declared().step("purchase_order", "buyer"));
    assertThat(buyer.to()).isEqualTo("customer");
    assertThat(buyer.words()).contains("buyer", "customer");
    Step purchases = Objects.requireNonNull(declared().step("customer", "purchases"));
    assertThat(purchases.words()).contains("purchase", "purchase order");
  }

  @Test
  void draft_leavesOutWhatNobodyAsksFor() throws Exception {
    withEntities().run(context -> assertThat(context).hasNotFailed());

    String text = Files.readString(file);
    assertThat(text).contains("Left out, because their names sound secret: SHOP_ORD.PH");
    assertThat(text).doesNotContainIgnoringCase("contract").doesNotContainIgnoringCase("version");
  }

  @Test
  void questionInWordsOfTheEntities_isAnswered() throws Exception {
    withEntities().run(context -> assertThat(context).hasNotFailed());
    Files.writeString(file, shown());

    Contexts.in(directory)
        .withPropertyValues(
            "tenlines.features.shop.kind=search",
            "tenlines.features.shop.details.database=" + URL,
            "tenlines.features.shop.details.user=sa",
            "tenlines.features.shop.details.entities=search/shop.yaml")
        .run(context -> {
          Tenlines tenlines = context.getBean(Tenlines.class);
          assertThat(rows(tenlines, "urgent purchase orders")).isEqualTo(1);
          assertThat(rows(tenlines, "purchase orders in transit")).isEqualTo(1);
          assertThat(rows(tenlines, "orders placed in January 2026")).isEqualTo(2);
          assertThat(rows(tenlines, "purchase orders of buyer Ada Lovelace")).isEqualTo(2);
        });
  }

  @Test
  void fileThatIsThere_isNotTouched() throws Exception {
    Files.createDirectories(directory.resolve("search"));
    Files.writeString(file, "mine");

    withEntities().run(context -> assertThat(context).hasNotFailed());

    assertThat(file).hasContent("mine");
  }

  @Test
  void withoutJpa_theTablesAloneAreDrafted() throws Exception {
    drafting()
        .withClassLoader(new FilteredClassLoader("jakarta.persistence", "org.hibernate"))
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(SchemaWords.class));

    assertThat(declared().entity("shop_ord")).isNotNull();
  }

  @Test
  void withoutTheProperty_nothingIsDrafted() {
    Contexts.in(directory)
        .withConfiguration(AutoConfigurations.of(TenlinesSearchAutoConfiguration.class))
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(SearchDraft.class));

    assertThat(file).doesNotExist();
  }

  private ApplicationContextRunner drafting() {
    return Contexts.in(directory)
        .withConfiguration(AutoConfigurations.of(TenlinesSearchAutoConfiguration.class))
        .withBean(DataSource.class, () -> source)
        .withPropertyValues("tenlines.search.draft=search/shop.yaml");
  }

  private ApplicationContextRunner withEntities() {
    return drafting()
        .withBean(
            LocalContainerEntityManagerFactoryBean.class,
            () -> {
              LocalContainerEntityManagerFactoryBean factory =
                  new LocalContainerEntityManagerFactoryBean();
              factory.setDataSource(source);
              factory.setPackagesToScan(Shop.class.getPackageName());
              factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
              // As Spring Boot sets it.
              factory
                  .getJpaPropertyMap()
                  .put(
                      "hibernate.physical_naming_strategy",
                      "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl");
              return factory;
            });
  }

  private static int rows(Tenlines tenlines, String question) {
    return tenlines.ask("shop", question) instanceof Answered<?> answered
            && answered.value() instanceof Found found
        ? found.rows().size()
        : -1;
  }

  private static Field field(Entity entity, String name) {
    return Objects.requireNonNull(entity.field(name), name);
  }

  private Catalog declared() throws Exception {
    return CatalogYaml.parse("shop.yaml", shown());
  }

  /** What a developer makes of it who lets everybody see everything. */
  private String shown() throws Exception {
    return Files.readString(file)
        .replace("\n    hidden: true\n", "\n    scope: none\n")
        .replaceAll("(?m)^ +hidden: true\\n", "")
        .replaceAll(", hidden: true|hidden: true, ", "");
  }
}
