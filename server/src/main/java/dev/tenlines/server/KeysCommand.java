package dev.tenlines.server;

import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.access.Access;
import dev.tenlines.access.Role;
import dev.tenlines.server.terminal.Console;
import dev.tenlines.server.terminal.ProjectOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "Lists a tenant's keys, makes one, or revokes one.")
final class KeysCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ProjectOption project;

  @Option(
      names = "--tenant",
      defaultValue = Request.SINGLE_TENANT,
      paramLabel = "NAME",
      description = "Whose keys (default: default). A new name makes a new tenant.")
  private String tenant = Request.SINGLE_TENANT;

  @Option(names = "--add", paramLabel = "NAME", description = "Make a key; it is shown once.")
  private @Nullable String add;

  @Option(
      names = "--role",
      defaultValue = "application",
      paramLabel = "ROLE",
      description = "application (default), reviewer or admin.")
  private Role role = Role.APPLICATION;

  @Option(
      names = "--group",
      paramLabel = "NAME",
      description = "A group whose documents the key may find; may be repeated.")
  private List<String> groups = List.of();

  @Option(names = "--revoke", paramLabel = "ID", description = "Revoke a key for good.")
  private @Nullable String revoke;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    try (Tenlines tenlines = Tenlines.open(project.directory)) {
      Access access = tenlines.access();
      if (add != null) {
        show(console, Map.of("key", access.createKey(add, tenant, role, Set.copyOf(groups))));
      } else if (revoke != null) {
        revoke(access, revoke);
        show(console, Map.of("revoked", revoke));
      } else {
        list(console, access.keys(tenant));
      }
    }
    return 0;
  }

  private void revoke(Access access, String id) {
    if (!access.revokeKey(tenant, id)) {
      throw new TenlinesException(
          "TL-314",
          "The tenant (" + tenant + ") has no key (" + id + ") to revoke.",
          "Maybe list its keys first; a key is named by its id, k_….");
    }
  }

  private void show(Console console, Map<String, String> values) {
    if (json) {
      console.json(values);
    } else {
      console.list(values);
    }
  }

  private void list(Console console, List<Access.Key> keys) {
    if (json) {
      console.json(keys.stream().map(KeysCommand::fields).toList());
    } else {
      console.table(
          List.of("id", "name", "role", "groups", "created", "revoked"),
          keys.stream().map(KeysCommand::row).toList());
    }
  }

  private static List<String> row(Access.Key key) {
    return fields(key).values().stream().map(value -> value == null ? "" : value).toList();
  }

  private static Map<String, @Nullable String> fields(Access.Key key) {
    Map<String, @Nullable String> out = new LinkedHashMap<>();
    out.put("id", key.id());
    out.put("name", key.name());
    out.put("role", key.role().name().toLowerCase(Locale.ROOT));
    out.put("groups", String.join(" ", new TreeSet<>(key.groups())));
    out.put("created", key.created().toString());
    out.put("revoked", key.revoked() == null ? null : key.revoked().toString());
    return out;
  }
}
