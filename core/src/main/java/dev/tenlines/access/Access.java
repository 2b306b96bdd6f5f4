package dev.tenlines.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may call: keys of applications, users of the console, and their sessions. */
public interface Access {

  /** Who a key belongs to, or null when it is unknown or revoked. */
  @Nullable Caller caller(String key);

  /**
   * Makes a key, {@code tl_…}. Only its hash is kept: this is the one time it can be read.
   *
   * @throws dev.tenlines.TenlinesException TL-171 when the name is not usable
   */
  default String createKey(String name, String tenant, Role role) {
    return createKey(name, tenant, role, Set.of());
  }

  /**
   * Makes a key of an application whose readers belong to groups.
   *
   * @throws dev.tenlines.TenlinesException TL-171 when a name is not usable
   */
  String createKey(String name, String tenant, Role role, Set<String> groups);

  /** The keys of a tenant, newest first. */
  List<Key> keys(String tenant);

  /** Revokes a key for good; false when the tenant has none of this id. */
  boolean revokeKey(String tenant, String id);

  /**
   * Makes a user.
   *
   * @param passwordHash as the caller's password encoder made it
   * @throws dev.tenlines.TenlinesException TL-172 when the name is taken or not usable
   */
  void createUser(String name, String tenant, Role role, String passwordHash);

  /** A user by name, or null. Names are unique over all tenants. */
  @Nullable User user(String name);

  /** The users of a tenant, by name. */
  List<User> users(String tenant);

  /** Changes a user's password and ends all their sessions. */
  void changePassword(String name, String passwordHash);

  /** Removes a user and ends their sessions; false when the tenant has none of this name. */
  boolean removeUser(String tenant, String name);

  /** Starts a session of a user and returns its token; only a hash of it is kept. */
  String startSession(String user, Duration length);

  /** Whose session a token is, or null when it is unknown or over. */
  @Nullable Caller session(String token);

  void endSession(String token);

  /**
   * A key without its secret.
   *
   * @param id {@code k_…}
   * @param groups which groups of readers it stands for
   * @param revoked when it was revoked, or null
   */
  record Key(
      String id,
      String name,
      String tenant,
      Role role,
      Set<String> groups,
      Instant created,
      @Nullable Instant revoked) {
    public Key {
      groups = Set.copyOf(groups);
    }
  }

  /** A user of the console. */
  record User(String name, String tenant, Role role, String passwordHash, Instant created) {}
}
