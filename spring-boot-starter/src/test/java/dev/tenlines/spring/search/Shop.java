package dev.tenlines.spring.search;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** An application with entities that say more than their tables, which have no foreign keys. */
final class Shop {
  private static final String TABLES =
      """
      create table shop_ord (ono bigint primary key, crt_ts timestamp, st varchar(20), priority int,
        total_amount decimal(10, 2), party bigint, dlv_city varchar(40), ph varchar(80),
        contract clob, version int);
      create table customer (id bigint primary key, full_name varchar(40));
      insert into customer values (1, 'Ada Lovelace'), (2, 'Grace Hopper');
      insert into shop_ord values
        (7, '2026-01-05 10:00:00', 'IN_TRANSIT', 1, 120.00, 1, 'Berlin', 'x', 'c', 0),
        (8, '2026-01-06 10:00:00', 'OPEN', 0, 20.00, 1, 'Rome', 'y', 'c', 0),
        (9, '2026-02-07 10:00:00', 'OPEN', 0, 30.00, 2, 'Rome', 'z', 'c', 0);
      """;

  private Shop() {}

  /** Its database, in memory as long as the tests run. */
  static DataSource open(String url) throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    source.setUser("sa");
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop all objects");
      statement.execute(TABLES);
    }
    return source;
  }

  enum Status {
    OPEN,
    IN_TRANSIT
  }

  enum Priority {
    ROUTINE,
    URGENT
  }

  @Embeddable
  static class Address {
    String city = "";
  }

  @Entity(name = "Customer")
  static class Customer {
    @Id long id;

    String fullName = "";

    @OneToMany(mappedBy = "buyer")
    List<PurchaseOrder> purchases = new ArrayList<>();
  }

  @Entity(name = "PurchaseOrder")
  @Table(name = "shop_ord")
  static class PurchaseOrder {
    @Id
    @Column(name = "ono")
    long number;

    @Column(name = "crt_ts")
    LocalDateTime placedAt = LocalDateTime.MIN;

    @Column(name = "st")
    @Enumerated(EnumType.STRING)
    Status status = Status.OPEN;

    @Enumerated Priority priority = Priority.ROUTINE;

    BigDecimal totalAmount = BigDecimal.ZERO;

    @ManyToOne
    @JoinColumn(name = "party")
    Customer buyer = new Customer();

    @Embedded
    @AttributeOverride(name = "city", column = @Column(name = "dlv_city"))
    Address delivery = new Address();

    @Column(name = "ph")
    String passwordHash = "";

    @Lob String contract = "";

    @Version int version;
  }
}
