package dev.tenlines.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.access.Access.Key;
import dev.tenlines.access.Access.User;
import dev.tenlines.access.Caller;
import dev.tenlines.access.Role;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every keeper of keys, users and sessions has to do. */
abstract class AccessContract extends StoreContract {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  final void aKey_isItsCaller_alsoAfterARestart_untilItIsRevoked() {
    String secret = server.access.createKey("shop", "acme", Role.APPLICATION);
    restart();

    Key key = server.access.keys("acme").getFirst();
    assertThat(server.access.caller(secret))
        .isEqualTo(new Caller(key.id(), "shop", "acme", Role.APPLICATION));
    assertThat(server.access.revokeKey("other", key.id())).as("not of this tenant").isFalse();
    assertThat(server.access.caller(secret)).isNotNull();
    assertThat(server.access.revokeKey("acme", key.id())).isTrue();

    assertThat(server.access.caller(secret)).isNull();
    assertThat(server.access.revokeKey("acme", key.id())).as("once").isFalse();
    assertThat(server.access.keys("acme").getFirst().revoked()).isEqualTo(clock.instant());
  }

  @Test
  final void aKey_standsForItsGroups_andOnlyForUsableOnes() {
    String secret =
        server.access.createKey("intranet", "acme", Role.APPLICATION, Set.of("staff", "hr"));
    restart();

    assertThat(server.access.caller(secret).groups()).containsExactlyInAnyOrder("hr", "staff");
    assertThat(server.access.keys("acme").getFirst().groups()).hasSize(2);
    assertThatThrownBy(
            () -> server.access.createKey("odd", "acme", Role.APPLICATION, Set.of("two words")))
        .hasMessageContaining("TL-171")
        .hasMessageContaining("(two words)");
  }

  @Test
  final void secrets_areUnlikeEachOther_andStandNowhere() throws SQLException {
    List<String> secrets =
        IntStream.range(0, 50)
            .mapToObj(i -> server.access.createKey("shop", "acme", Role.APPLICATION))
            .toList();
    server.access.createUser("ann", "acme", Role.ADMIN, "hashed");
    String session = server.access.startSession("ann", HOUR);

    assertThat(secrets)
        .doesNotHaveDuplicates()
        .allSatisfy(secret -> assertThat(secret).matches("tl_[0-9a-z]{32}"));
    assertThat(session).matches("ts_[0-9a-z]{32}");
    assertThat(count("SELECT COUNT(*) FROM api_keys WHERE hash LIKE '%tl_%' OR id LIKE '%tl_%'"))
        .isZero();
    assertThat(count("SELECT COUNT(*) FROM sessions WHERE hash = '" + session + "'")).isZero();
  }

  @Test
  final void keys_areListedNewestFirst_byTenant() {
    server.access.createKey("first", "acme", Role.APPLICATION);
    clock.advance(HOUR);
    server.access.createKey("second", "acme", Role.REVIEWER);
    server.access.createKey("foreign", "other", Role.ADMIN);

    assertThat(server.access.keys("acme")).extracting(Key::name).containsExactly("second", "first");
    assertThat(server.access.keys("acme"))
        .extracting(Key::role)
        .containsExactly(Role.REVIEWER, Role.APPLICATION);
    assertThat(server.access.keys("nobody else")).isEmpty();
  }

  @Test
  final void unknownSecrets_areNobody_whateverTheyHold() {
    for (String secret : List.of("", "tl_", "tl_\0", "' OR 1=1 --", "x".repeat(100_000))) {
      assertThat(server.access.caller(secret)).isNull();
      assertThat(server.access.session(secret)).isNull();
      assertThat(server.access.user(secret)).isNull();
    }
  }

  @Test
  final void namesThatAreNotUsable_areRefused() {
    for (String name : List.of("", " ann", "a\nb", "a\0b", "<b>", "a'b", "a".repeat(101))) {
      assertThatThrownBy(() -> server.access.createKey(name, "acme", Role.ADMIN))
          .hasMessageContaining("TL-171");
      assertThatThrownBy(() -> server.access.createUser(name, "acme", Role.ADMIN, "h"))
          .hasMessageContaining("TL-172");
    }
    server.access.createUser("Ann-Kathrin Öz_2@shop.example", "acme", Role.ADMIN, "h");
  }

  /** Verdicts under this name count as nobody's. */
  @Test
  final void nobody_isNotAName() {
    assertThatThrownBy(() -> server.access.createUser("nobody", "acme", Role.REVIEWER, "h"))
        .hasMessageContaining("TL-172");
    assertThatThrownBy(() -> server.access.createKey("nobody", "acme", Role.APPLICATION))
        .hasMessageContaining("TL-171");
  }

  @Test
  final void aUserName_isTakenOnce_overAllTenants_whoeverComesFirst() throws Exception {
    try (TestServer other = another()) {
      List<Callable<String>> races =
          IntStream.range(0, 10)
              .mapToObj(i -> (Callable<String>) () -> made(i % 2 == 0 ? server : other, "t" + i))
              .toList();

      assertThat(Race.of(races)).containsOnlyOnce("made").filteredOn("TL-172"::equals).hasSize(9);
    }
  }

  private static String made(TestServer through, String tenant) {
    try {
      through.access.createUser("ann", tenant, Role.REVIEWER, "h");
      return "made";
    } catch (dev.tenlines.TenlinesException e) {
      return e.id();
    }
  }

  @Test
  final void users_areListedByName_inTheirTenant() {
    server.access.createUser("bob", "acme", Role.REVIEWER, "b");
    server.access.createUser("ann", "acme", Role.ADMIN, "a");
    server.access.createUser("eve", "other", Role.ADMIN, "e");

    assertThat(server.access.users("acme")).extracting(User::name).containsExactly("ann", "bob");
    assertThat(server.access.user("ann"))
        .isEqualTo(new User("ann", "acme", Role.ADMIN, "a", clock.instant()));
    assertThat(server.access.user("zoe")).isNull();
  }

  @Test
  final void aSession_isItsUser_untilItEnds() {
    server.access.createUser("ann", "acme", Role.ADMIN, "a");
    String token = server.access.startSession("ann", HOUR);
    String other = server.access.startSession("ann", HOUR);
    clock.advance(HOUR.minusMillis(1));
    assertThat(server.access.session(token))
        .isEqualTo(new Caller("ann", "ann", "acme", Role.ADMIN));

    server.access.endSession(other);
    assertThat(server.access.session(other)).isNull();
    clock.advance(Duration.ofMillis(1));
    assertThat(server.access.session(token)).isNull();
  }

  @Test
  final void sessionsThatAreOver_areSweptWithTheNextStart() throws SQLException {
    server.access.createUser("ann", "acme", Role.ADMIN, "a");
    server.access.startSession("ann", HOUR);
    clock.advance(HOUR);
    server.access.startSession("ann", HOUR);

    assertThat(count("SELECT COUNT(*) FROM sessions")).isOne();
  }

  @Test
  final void aChangedPassword_endsAllSessionsOfThatUser() {
    server.access.createUser("ann", "acme", Role.ADMIN, "old");
    server.access.createUser("bob", "acme", Role.ADMIN, "b");
    String anns = server.access.startSession("ann", HOUR);
    String bobs = server.access.startSession("bob", HOUR);

    server.access.changePassword("ann", "new");

    assertThat(server.access.user("ann").passwordHash()).isEqualTo("new");
    assertThat(server.access.session(anns)).isNull();
    assertThat(server.access.session(bobs)).isNotNull();
  }

  @Test
  final void aRemovedUser_isGoneWithTheirSessions_byTheirOwnTenantAlone() {
    server.access.createUser("ann", "acme", Role.ADMIN, "a");
    String token = server.access.startSession("ann", HOUR);

    assertThat(server.access.removeUser("other", "ann")).isFalse();
    assertThat(server.access.session(token)).isNotNull();
    assertThat(server.access.removeUser("acme", "ann")).isTrue();
    assertThat(server.access.session(token)).isNull();
    assertThat(server.access.user("ann")).isNull();
    assertThat(server.access.removeUser("acme", "ann")).isFalse();
  }
}
