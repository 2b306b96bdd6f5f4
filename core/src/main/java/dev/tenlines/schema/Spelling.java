package dev.tenlines.schema;

import dev.tenlines.catalog.Naming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parts the words of names that were written without any border between them: {@code paperid}.
 *
 * <p>Databases fold names to one case, so that {@code orderLineId} comes back as one word. It is
 * parted only where every part is known: from the remarks, from names of tables, or as a word that
 * names of columns often have.
 */
final class Spelling {
  private static final int SHORTEST = 5;
  private static final int LEAST_COLUMNS = 3;

  private static final Set<String> COMMON =
      Set.copyOf(
          List.of(
              ("id ids name names code codes type types date dates time number num no count total status"
                      + " state city country county region street address postal zip phone email first last"
                      + " middle full short long user customer client order item line product price cost"
                      + " amount qty quantity rate rating score level rank size weight height length width"
                      + " year month day week hour start end begin from to by at on in of is has was are open"
                      + " close high low volume min max avg sum per note notes comment text title label key"
                      + " value values unit currency symbol source target parent child group category class"
                      + " kind description created updated deleted modified active enabled join joined cited"
                      + " citing link url file image path version cust acct account trans tx txn transaction"
                      + " payment invoice tax commission fee balance share shares stock daily monthly yearly"
                      + " exchange ticker order company employee emp dept department manager team member role"
                      + " birth hire salary gender age marital check out dead line tag tags map points point"
                      + " game player home away win loss draw season league")
                  .split(" ")));

  private final Set<String> known = new HashSet<>(COMMON);
  private final Map<String, String> prefixes = new HashMap<>();
  private final String prefix;

  private Spelling(Schema schema) {
    for (Schema.Table table : schema.tables()) {
      enter(table.remarks());
      known.addAll(List.of(Naming.phrase(table.ownName()).split(" ")));
      known.add(Naming.singular(Naming.phrase(table.ownName())));
      table.columns().forEach(column -> enter(column.remarks()));
    }
    prefix = prefix(schema.tables().stream().map(Schema.Table::ownName).toList());
    for (Schema.Table table : schema.tables()) {
      prefixes.put(
          table.name(), prefix(table.columns().stream().map(Schema.Column::name).toList()));
    }
  }

  static Spelling of(Schema schema) {
    return new Spelling(schema);
  }

  private void enter(String remarks) {
    for (String word : remarks.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      if (word.length() > 2) {
        known.add(word);
        known.add(Naming.singular(word));
      }
    }
  }

  /** The letters that all names begin with, as far as most of what follows them is known. */
  private String prefix(List<String> names) {
    if (names.size() < LEAST_COLUMNS || !names.stream().allMatch(n -> n.matches("[\\p{Ll}\\d]+"))) {
      return "";
    }
    String common = names.getFirst();
    for (String name : names) {
      while (!name.startsWith(common)) {
        common = common.substring(0, common.length() - 1);
      }
    }
    String best = "";
    long most = 0;
    for (int length = 2; length <= common.length(); length++) {
      int from = length;
      long parted =
          names.stream().filter(n -> n.length() > from && parts(n.substring(from)) != null).count();
      if (parted >= most && parted * 2 > names.size()) {
        best = common.substring(0, length);
        most = parted;
      }
    }
    return best;
  }

  /** What a table is called, in words. */
  String phrase(Schema.Table table) {
    return table.called().isEmpty()
        ? phrase(table.ownName(), prefix)
        : Naming.phrase(table.called());
  }

  /** What a column is called, in words. */
  String phrase(Schema.Table table, Schema.Column column) {
    return column.called().isEmpty()
        ? phrase(column.name(), prefixes.getOrDefault(table.name(), ""))
        : Naming.phrase(column.called());
  }

  private String phrase(String name, String start) {
    String whole = Naming.phrase(name);
    if (!start.isEmpty() && name.startsWith(start) && name.length() > start.length()) {
      String rest = parts(name.substring(start.length()));
      return start + " " + (rest == null ? name.substring(start.length()) : rest);
    }
    List<String> words = new ArrayList<>();
    for (String word : whole.split(" ")) {
      String parts = word.length() < SHORTEST || known.contains(word) ? null : parts(word);
      words.add(parts == null ? word : parts);
    }
    return String.join(" ", words);
  }

  /** The fewest known words that make one, or null. */
  private @Nullable String parts(String word) {
    String letters = word.replaceAll("\\d+$", "");
    @Nullable String[] best = new @Nullable String[letters.length() + 1];
    int[] count = new int[letters.length() + 1];
    best[0] = "";
    for (int to = 2; to <= letters.length(); to++) {
      for (int from = 0; from <= to - 2; from++) {
        String before = best[from];
        String part = letters.substring(from, to);
        if (before != null
            && known.contains(part)
            && (best[to] == null || count[from] + 1 < count[to])) {
          best[to] = before.isEmpty() ? part : before + " " + part;
          count[to] = count[from] + 1;
        }
      }
    }
    String parted = best[letters.length()];
    String digits = word.substring(letters.length());
    return parted == null || parted.isEmpty()
        ? null
        : parted + (digits.isEmpty() ? "" : " " + digits);
  }
}
