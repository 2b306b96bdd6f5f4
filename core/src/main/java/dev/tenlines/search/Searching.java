package dev.tenlines.search;

import dev.tenlines.Feature;
import dev.tenlines.Finding;
import dev.tenlines.Parts;
import dev.tenlines.Profile;
import dev.tenlines.Request;
import dev.tenlines.Stage;
import dev.tenlines.Task;
import dev.tenlines.TenlinesException;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.OtherRung;
import dev.tenlines.ladder.Rung;
import dev.tenlines.model.ModelClient;
import dev.tenlines.model.PromptFile;
import dev.tenlines.query.QueryPlan;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Searches an application's own tables by questions, without a model ever writing SQL. */
public final class Searching implements Task<Found> {
  /** The JDBC address. */
  public static final String DATABASE = "database";

  /** The file that declares what may be searched, inside the project's directory. */
  public static final String ENTITIES = "entities";

  /** A script that makes the database of SQLite where there is none, inside the project's. */
  static final String CREATE = "create";

  static final String USER = "user";
  static final String PASSWORD = "password";
  static final String ZONE = "zone";
  static final String LOCALE = "locale";

  private static final List<String> OWN =
      List.of(RulesRung.NAME, AcceptedRung.NAME, RankerRung.NAME);

  @Override
  public Class<Found> type() {
    return Found.class;
  }

  @Override
  public List<String> usual() {
    return OWN;
  }

  @Override
  public List<String> known() {
    return OWN;
  }

  @Override
  public String reason(String rung, Profile profile) {
    return switch (rung) {
      case RulesRung.NAME -> "what the declared words explain to the last one, at no cost";
      case AcceptedRung.NAME -> "plans that people accepted for such questions, at no cost";
      default -> "the reading that people chose in such cases, at no cost";
    };
  }

  @Override
  public List<String> keys() {
    return List.of(DATABASE, ENTITIES, CREATE, USER, PASSWORD, ZONE, LOCALE);
  }

  @Override
  public boolean unattended() {
    return true;
  }

  @Override
  public boolean asksTheAsker() {
    return true;
  }

  @Override
  public List<Finding> findings(Feature feature) {
    List<Finding> findings = new ArrayList<>();
    for (String key : List.of(DATABASE, ENTITIES)) {
      if (feature.detail(key).size() != 1) {
        findings.add(
            Finding.error(
                "TL-423",
                "The feature (" + feature.name() + ") does not say its " + key + ".",
                key.equals(DATABASE)
                    ? "Maybe add database: jdbc:sqlite:shop.db, or another JDBC address."
                    : "Maybe add entities: search/shop.yaml; ./tenlines search init writes one."));
      }
    }
    return findings;
  }

  @Override
  public List<Finding> findings(Feature feature, Path directory) {
    if (!findings(feature).isEmpty()) {
      return List.of();
    }
    try {
      Desks.check(feature, directory);
      return List.of();
    } catch (TenlinesException e) {
      return List.of(Finding.error(e.id(), e.what(), e.hint()));
    }
  }

  @Override
  public void check(Feature feature, Request request) {
    var unused = request.context().zoneOr(ZoneId.of("UTC"));
    readable(request.plan());
  }

  private static void readable(@Nullable Map<String, Object> plan) {
    if (plan != null) {
      var unused = PlanReader.read(plan);
    }
  }

  /** Who asks comes first where they sent a plan: then no rung has to read the question. */
  @Override
  public Ready<Found> open(Parts parts) {
    Feature feature = parts.feature();
    Desk desk = parts.desks().of(feature);
    boolean asker = feature.stage() != Stage.SHADOW;
    boolean shows = feature.stage() == Stage.AUTO;
    List<Rung<Found>> rungs = new ArrayList<>();
    rungs.add(new AskerRung(desk, asker));
    for (String name : parts.names()) {
      Rung<Found> rung =
          switch (name) {
            case RulesRung.NAME -> new RulesRung(desk, shows);
            case AcceptedRung.NAME ->
                new AcceptedRung(
                    desk, new Accepted(desk, feature.name(), parts.judgements()), shows);
            case RankerRung.NAME ->
                new RankerRung(desk, new Ranker(desk, feature.name(), parts.judgements()));
            default -> model(name, parts, desk);
          };
      if (rung != null) {
        rungs.add(rung);
      }
    }
    return new Ready<>(rungs, List.of(new PlanVerifier(desk)), null);
  }

  private static @Nullable Rung<Found> model(String name, Parts parts, Desk desk) {
    ModelClient model = parts.models().of(name);
    if (model != null) {
      PromptFile file = PromptFile.of("search", parts.directory());
      return new LlmPlanRung(name, model, new SearchPrompt(file, desk.catalog()), desk);
    }
    Rung<?> other = parts.others().get(name);
    return other == null
        ? null
        : new OtherRung<>(other, (request, said) -> own(desk, request, said));
  }

  /** A rung from outside says a plan; what becomes of it is reckoned here. */
  private static Proposed<Found> own(Desk desk, Request request, Proposed<?> said) {
    Object value = JsonMapper.shared().convertValue(said.value(), Object.class);
    Map<String, Object> plan = Accepted.plan(value);
    if (plan == null) {
      throw new IllegalArgumentException("no plan: " + value);
    }
    QueryPlan query = PlanReader.read(plan);
    if (!desk.wrong(query).isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", desk.wrong(query)));
    }
    return said.with(desk.shown(query, request), Desk.evidence(query, request.input()));
  }

  /** The plan alone: what rows there were is no verdict. */
  @Override
  public Object value(Feature feature, Object said) {
    Map<String, Object> plan = Accepted.plan(said);
    if (plan == null) {
      throw new TenlinesException(
          "TL-173",
          "The value (" + said + ") is no plan for the feature (" + feature.name() + ").",
          "Maybe send {\"plan\": …} as an answer holds it.");
    }
    return Map.of("plan", PlanWriter.write(PlanReader.read(plan)));
  }

  /** Two plans are the same whatever words they were said with. */
  @Override
  public boolean same(Object answer, Object right) {
    Map<String, Object> one = Accepted.plan(answer);
    Map<String, Object> other = Accepted.plan(right);
    return one != null && other != null && Unsaid.of(one).equals(Unsaid.of(other));
  }

  @Override
  public String words(Object value) {
    return Wording.of(value);
  }
}
