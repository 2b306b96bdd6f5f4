package dev.tenlines.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.tenlines.model.ModelText;
import dev.tenlines.model.Prompt;
import java.util.List;

/** What a model wrote becomes nothing else but through a gate, and each gate has its users here. */
@AnalyzeClasses(packages = "dev.tenlines", importOptions = ImportOption.DoNotIncludeTests.class)
class ModelTextTest {

  @ArchTest
  static final ArchRule modelText_isMadeWhereAnswersArrive =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.tenlines.model..")
          .should()
          .callConstructor(ModelText.class, String.class)
          .orShould()
          .callMethod(ModelText.class, "of", String.class)
          .because("our own text in the dress of a model's, or the reverse, hides who said it");

  @ArchTest
  static final ArchRule toVerify_isCalledByThoseWhoVerify =
      gate(
          "toVerify",
          "it is the plain text: only whoever holds it against sources, writes it down as it came,"
              + " or puts personal data back may have it",
          "dev.tenlines.answer.LlmAnswerRung",
          "dev.tenlines.draft.LlmDraftRung",
          "dev.tenlines.summarize.LlmSummaryRung",
          "dev.tenlines.model.Told",
          "dev.tenlines.model.Hiding");

  @ArchTest
  static final ArchRule json_isCalledByThoseWhoCheckWhatIsInIt =
      gate(
          "json",
          "whoever reads JSON of a model must look at the values it expects and at no others",
          "dev.tenlines.classify.LlmRung",
          "dev.tenlines.search.LlmPlanRung");

  @ArchTest
  static final ArchRule object_isCalledByThoseWhoHoldItAgainstTheSource =
      gate(
          "object",
          "what is picked out of a chat may be anything: only pointers into a source are safe",
          "dev.tenlines.extract.Pointed");

  @ArchTest
  static final ArchRule toDraft_isCalledForAPersonsDraftOnly =
      gate(
          "toDraft",
          "raw text may be shown to a person who asked for a draft, and to nobody else",
          "dev.tenlines.draft.LlmDraftRung");

  @ArchTest
  static final ArchRule asItsOwnWords_isCalledByTheNextTurnOnly =
      gate(
          "asItsOwnWords",
          "what a model said goes back as its own turn, never as an instruction",
          "dev.tenlines.model.Prompt");

  @ArchTest
  static final ArchRule sqlMoneyAndRules_cannotReachModels =
      noClasses()
          .that()
          .resideInAnyPackage("dev.tenlines.sql..", "dev.tenlines.cost..", "dev.tenlines.rules..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.tenlines.model..")
          .because("no text of a model may become SQL, money or a rule");

  @ArchTest
  static final ArchRule instructions_comeFromPromptFilesOnly =
      noClasses()
          .that(areNot(List.of("dev.tenlines.model.PromptFile", "dev.tenlines.model.Prompt")))
          .should()
          .callMethod(Prompt.class, "of", String.class, String.class, String.class, int.class)
          .orShould()
          .callConstructor(
              Prompt.class,
              String.class,
              List.class,
              String.class,
              int.class,
              int.class,
              boolean.class)
          .because("a prompt file refuses data among the instructions (TL-264); others would not");

  @ArchTest
  static final ArchRule personalData_knowsNoModel =
      noClasses()
          .that(resideInAPackage("dev.tenlines.privacy.."))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.tenlines.(model|ladder|draft|classify|sql|serving)..")
          .because("what is hidden is decided on the text alone");

  private static ArchRule gate(String name, String why, String... users) {
    return noClasses()
        .that(areNot(List.of(users)))
        .should()
        .callMethod(ModelText.class, name)
        .because(why);
  }

  private static DescribedPredicate<JavaClass> areNot(List<String> names) {
    return DescribedPredicate.describe(
        "are not " + String.join(", ", names),
        one -> !names.contains(one.getName().replaceAll("\\$.*", "")));
  }
}
