package dev.tenlines.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which way the arrows point, each with its reason. */
@AnalyzeClasses(packages = "dev.tenlines", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule features_areUsedByTheFrontDoorOnly =
      noClasses()
          .that(
              resideInAnyPackage(
                  "dev.tenlines.(ladder|rules|learn|verify|cost|review|sql|text|rows|yaml|project|access|webhook).."))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.tenlines.classify..",
              "dev.tenlines.draft..",
              "dev.tenlines.extract..",
              "dev.tenlines.answer..",
              "dev.tenlines.summarize..")
          .because("a feature is a leaf: only the facade and the trial put features together");

  @ArchTest
  static final ArchRule features_neverUseEachOther =
      slices()
          .matching("dev.tenlines.(classify|draft|extract|answer|summarize)..")
          .should()
          .notDependOnEachOther()
          .because("a kind can be added or left out without touching another");

  @ArchTest
  static final ArchRule kinds_areNamedInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.tenlines.draft..")
          .and()
          .doNotHaveFullyQualifiedName("dev.tenlines.Feature")
          .and()
          .doNotHaveFullyQualifiedName("dev.tenlines.Feature$Kind")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.tenlines.draft..")
          .because("a new kind is a package and one line");

  @ArchTest
  static final ArchRule storage_isReachedByTheFacadeOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.tenlines", "dev.tenlines.sql..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.tenlines.sql..", "org.jdbi..", "org.flywaydb..", "org.sqlite..")
          .because("whoever talks to the database on the side breaks the one durable record");

  @ArchTest
  static final ArchRule databases_areReachedInThreePlaces =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.tenlines",
              "dev.tenlines.sql..",
              "dev.tenlines.schema..",
              "dev.tenlines.querying..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..")
          .because(
              "our own record is written in one place; of applications' databases one reads the"
                  + " schema and one the tables, over connections that can do nothing else");

  @ArchTest
  static final ArchRule statements_areWrittenWithoutModels =
      noClasses()
          .that()
          .resideInAnyPackage("dev.tenlines.(query|catalog|schema|rendering|querying)..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.tenlines.(model|learn|ladder)..")
          .because(
              "no model writes SQL: what it fills in is a plan, and whoever writes and executes"
                  + " statements cannot even reach one");

  @ArchTest
  static final ArchRule money_knowsNoRung =
      noClasses()
          .that()
          .resideInAnyPackage("dev.tenlines.cost..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.tenlines.learn..",
              "dev.tenlines.classify..",
              "dev.tenlines.rules..",
              "dev.tenlines.model..")
          .because("arithmetic and look-ups never go to a model");

  @ArchTest
  static final ArchRule storage_keepsModelsButRunsNone =
      noClasses()
          .that()
          .resideInAPackage("dev.tenlines.sql..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "dev.tenlines.classify..", "dev.tenlines.rules..", "dev.tenlines.model..")
                  .or(simpleName("Classifier"))
                  .or(simpleName("Trainer"))
                  .or(simpleName("Embedder")))
          .because("arithmetic and look-ups never go to a model: storage only keeps its bytes");

  @ArchTest
  static final ArchRule texts_knowNothingAboveThem =
      noClasses()
          .that()
          .resideInAnyPackage("dev.tenlines.text..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.tenlines.(ladder|learn|rules|classify|trial|project|sql)..")
          .because("every other room stands on texts");

  @ArchTest
  static final ArchRule trials_areUsedByNobodyInCore =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.tenlines.trial..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.tenlines.trial..")
          .because("a trial stands above the facade: it measures what the others do");

  @ArchTest
  static final ArchRule core_isPlainJava =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "ai.onnxruntime..", "picocli..")
          .because(
              "an application must be able to leave Spring, native code and the command line out");

  @ArchTest
  static final ArchRule names_sayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Base|Util|Utils|Manager|Service|Helper|Data)")
          .because("such a name says that nobody knew what the class is");

  @ArchTest
  static final ArchRule classes_areFinalOrSealed =
      classes()
          .that()
          .areNotInterfaces()
          .and()
          .areNotAnonymousClasses()
          .and()
          .areNotEnums()
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
          .because("nobody is meant to extend them");
}
