package io.competitoriq.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class HouseRulesTest {

  private static final String ROOT = "io.competitoriq.";

  static final List<String> SERVICES =
      List.of("competitors", "crawl", "process", "analysis", "gateway");

  static final List<String> LIBS =
      List.of(
          "messages",
          "schema",
          "embedded",
          "telemetry",
          "http",
          "tenancy",
          "jobs",
          "blobs",
          "egress",
          "seal",
          "tables",
          "flags");

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.competitoriq");

  @Test
  void messagesDependOnNothing() {
    classes()
        .that()
        .resideInAPackage(ROOT + "messages..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "org.jspecify..", "com.fasterxml.jackson.annotation..", ROOT + "messages..")
        .check(CODE);
  }

  @ParameterizedTest
  @FieldSource("LIBS")
  void noLibraryKnowsAService(String lib) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + lib + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(SERVICES, ""))
        .check(CODE);
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void noServiceKnowsAnother(String service) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + service + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(SERVICES, service))
        .check(CODE);
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void capabilitiesOfAServiceAreFreeOfCycles(String service) {
    slices().matching(ROOT + service + ".(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void entitiesStayInsideTheirCapability() {
    noClasses()
        .that()
        .areAnnotatedWith("jakarta.persistence.Entity")
        .or()
        .haveSimpleNameEndingWith("Repository")
        .should()
        .bePublic()
        .allowEmptyShould(true)
        .check(CODE);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Impl|DTO|Dto)")
        .orShould()
        .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..core..")
        .check(CODE);
  }

  @Test
  void configurationIsMappedNotPickedApart() {
    noFields()
        .should()
        .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
        .check(CODE);
  }

  @Test
  void dependenciesComeThroughTheConstructor() {
    noFields().should().beAnnotatedWith("jakarta.inject.Inject").check(CODE);
  }

  @Test
  void timeComesFromTheClockBean() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "telemetry..", ROOT + "embedded..", ROOT + "local..")
        .should()
        .callMethod("java.time.Instant", "now")
        .orShould()
        .callMethod("java.lang.System", "currentTimeMillis")
        .orShould()
        .callMethod("java.time.LocalDate", "now")
        .check(CODE);
  }

  @Test
  void nobodySleepsOrPrints() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "local..", ROOT + "embedded..")
        .should()
        .callMethod("java.lang.Thread", "sleep", "long")
        .orShould()
        .accessField("java.lang.System", "out")
        .check(CODE);
  }

  @Test
  void nobodyWaitsForAUni() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(SERVICES, ""))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("io.smallrye.mutiny.groups.UniAwait")
        .check(CODE);
  }

  private static String[] packages(List<String> names, String except) {
    return names.stream()
        .filter(name -> !name.equals(except))
        .map(name -> ROOT + name + "..")
        .toArray(String[]::new);
  }
}
