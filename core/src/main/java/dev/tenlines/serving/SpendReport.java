package dev.tenlines.serving;

import dev.tenlines.Feature;
import dev.tenlines.Request;
import dev.tenlines.cost.Ledger;
import dev.tenlines.cost.Ledger.Use;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Volume;
import dev.tenlines.ladder.History;
import dev.tenlines.ladder.History.Ended;
import dev.tenlines.ladder.History.Paid;
import dev.tenlines.ladder.History.Spend;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was spent in some days, what a month would cost at the declared volume, what the rungs below
 * the models saved, and how far the budgets are used.
 *
 * @param to the last day, which counts
 * @param budgets as they are now, whatever the days
 */
public record SpendReport(
    LocalDate from, LocalDate to, List<Spend> charges, List<Outlook> outlooks, List<Use> budgets) {

  public SpendReport {
    charges = List.copyOf(charges);
    outlooks = List.copyOf(outlooks);
    budgets = List.copyOf(budgets);
  }

  /** What charges can be counted by. */
  public enum Grouping {
    FEATURE,
    MODEL,
    RUNG,
    TENANT,
    DAY,
    KEY;

    private String name(Spend spend) {
      return switch (this) {
        case FEATURE -> spend.feature();
        case MODEL -> spend.model();
        case RUNG -> spend.rung();
        case TENANT -> spend.tenant();
        case DAY -> spend.day().toString();
        case KEY -> spend.key() == null ? "" : spend.key();
      };
    }

    /** As people write it. */
    public String shown() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * All charges that have one thing in common, in one currency.
   *
   * @param name what they have in common; empty where it is not known
   * @param unpriced how many have no known price and are not in the sum
   * @param estimated how many are estimates
   */
  public record Line(String name, long charges, long unpriced, long estimated, Money sum) {
    private Line plus(Line other) {
      return new Line(
          name,
          charges + other.charges,
          unpriced + other.unpriced,
          estimated + other.estimated,
          SpendJson.sum(sum, other.sum));
    }
  }

  /**
   * What a feature's charges so far say of those to come, in one currency.
   *
   * @param requests all that came in these days
   * @param spent what they cost together
   * @param volume how many come by declaration, or null
   * @param month what a month costs at that volume if it goes on like this, or null
   * @param below requests answered below the first rung of a model
   * @param each what a request cost on average that reached a model, or null when none did
   * @param saved an estimate: what those below would have cost at that, or null
   */
  public record Outlook(
      String feature,
      long requests,
      Money spent,
      @Nullable Volume volume,
      @Nullable Money month,
      long below,
      @Nullable Money each,
      @Nullable Money saved) {}

  /**
   * Reads it.
   *
   * @param tenant whose money, or null for everybody's
   */
  public static SpendReport of(
      History history,
      Ledger ledger,
      Collection<Feature> features,
      @Nullable String tenant,
      LocalDate from,
      LocalDate to) {
    var start = from.atStartOfDay().toInstant(ZoneOffset.UTC);
    var end = to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    List<Spend> charges = history.spend(tenant, start, end);
    List<Ended> ended = history.ended(tenant, start, end);
    List<Paid> paid = history.paid(tenant, start, end);
    List<Outlook> outlooks = new ArrayList<>();
    for (Feature feature : features) {
      outlooks.addAll(outlooks(feature, charges, ended, paid));
    }
    List<Use> budgets = ledger.budgets().stream().filter(use -> concerns(use, tenant)).toList();
    return new SpendReport(from, to, charges, outlooks, budgets);
  }

  /** The charges together, by what they have in common; days in order, else the dearest first. */
  public List<Line> by(Grouping grouping) {
    Map<String, Line> lines = new TreeMap<>();
    for (Spend spend : charges) {
      String name = grouping.name(spend);
      Line line = new Line(name, spend.charges(), spend.unpriced(), spend.estimated(), spend.sum());
      lines.merge(name + " " + spend.sum().currency(), line, Line::plus);
    }
    Comparator<Line> dearest = (a, b) -> Long.compare(b.sum().micros(), a.sum().micros());
    return grouping == Grouping.DAY
        ? List.copyOf(lines.values())
        : lines.values().stream().sorted(dearest).toList();
  }

  /** Everything together, in each currency. */
  public List<Money> sums() {
    return sums(charges);
  }

  private static List<Money> sums(List<Spend> charges) {
    Map<String, Money> sums = new TreeMap<>();
    charges.forEach(spend -> sums.merge(spend.sum().currency(), spend.sum(), SpendJson::sum));
    return List.copyOf(sums.values());
  }

  private static List<Outlook> outlooks(
      Feature feature, List<Spend> charges, List<Ended> ended, List<Paid> paid) {
    String name = feature.name();
    List<Ended> own = ended.stream().filter(e -> e.feature().equals(name)).toList();
    long requests = own.stream().mapToLong(Ended::requests).sum();
    List<String> free =
        feature.rungs().stream().takeWhile(rung -> !rung.startsWith("model:")).toList();
    boolean modelled = free.size() < feature.rungs().size();
    long below =
        modelled
            ? own.stream().filter(e -> free.contains(e.rung())).mapToLong(Ended::requests).sum()
            : 0;
    Volume volume = feature.profile().volume();
    return sums(charges.stream().filter(c -> c.feature().equals(name)).toList()).stream()
        .map(spent -> {
          Money month =
              volume == null || requests == 0 ? null : spent.times(volume.perMonth(), requests);
          Paid reached = reached(name, spent.currency(), paid);
          return new Outlook(
              name,
              requests,
              spent,
              volume,
              month,
              below,
              reached == null ? null : reached.sum().times(1, reached.requests()),
              reached == null ? null : reached.sum().times(below, reached.requests()));
        })
        .toList();
  }

  private static @Nullable Paid reached(String feature, String currency, List<Paid> paid) {
    return paid.stream()
        .filter(p -> p.feature().equals(feature) && p.sum().currency().equals(currency))
        .findFirst()
        .orElse(null);
  }

  /** What all tenants spend together is nothing a single one of several may see. */
  private static boolean concerns(Use use, @Nullable String tenant) {
    String counted = use.budget().tenant();
    return tenant == null
        || (counted == null ? tenant.equals(Request.SINGLE_TENANT) : counted.equals(tenant));
  }
}
