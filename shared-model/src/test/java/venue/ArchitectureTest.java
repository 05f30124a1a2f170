package venue;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import venue.domain.Outcome;

class ArchitectureTest {
  private static final String DOMAIN = "venue.domain..";
  private static final String STATISTICS = "venue.domain.statistics..";
  private static final String STORE = "venue.store..";
  private static final String WIRE = "venue.wire..";
  private static final String FUNCTION = "venue.function..";
  private static final String[] AWS = {"software.amazon..", "com.amazonaws.."};

  private static final Set<String> INEXACT =
      Set.of("sqrt", "cbrt", "log", "log10", "log1p", "exp", "expm1", "pow");
  private static final Set<String> FLOATING =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");

  private static final JavaClasses VENUE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("venue");

  @Test
  void theRulesSeeTheClassesOfTheVenue() {
    assertThat(VENUE.contain(Outcome.class)).isTrue();
    assertThat(VENUE.contain(ArchitectureTest.class)).isFalse();
  }

  @Test
  void theDomainDependsOnThePureJdkAndItselfAlone() {
    holds(
        classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(DOMAIN, "org.jspecify..")
                    .or(
                        resideInAPackage("java..")
                            .and(
                                not(
                                    resideInAnyPackage(
                                        "java.io..",
                                        "java.net..",
                                        "java.nio.file..",
                                        "java.util.concurrent..",
                                        "java.sql.."))))));
  }

  @Test
  void theDomainReadsNeitherClockNorChanceNorEnvironment() {
    holds(
        noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .dependOnClassesThat(belongToAnyOf(Clock.class, InstantSource.class, Random.class))
            .orShould()
            .accessTargetWhere(
                use("a clock", "java.time", Set.of("now"))
                    .or(
                        use(
                            "the system",
                            System.class,
                            Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty")))
                    .or(use("chance", Math.class, Set.of("random")))
                    .or(use("chance", UUID.class, Set.of("randomUUID")))));
  }

  /** Math may differ by machine in the last digit, StrictMath may not: results are recomputed. */
  @Test
  void theDomainTakesRootsAndLogarithmsFromStrictMath() {
    holds(
        noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .accessTargetWhere(use("inexact functions", Math.class, INEXACT)));
  }

  /** Volatility is not exact by nature; its results are rounded before they touch money. */
  @Test
  void onlyTheStatisticsOfTheDomainSpeakInFloatingPoint() {
    holds(
        noCodeUnits()
            .that()
            .areDeclaredInClassesThat(
                resideInAPackage(DOMAIN).and(not(resideInAPackage(STATISTICS))))
            .and()
            .arePublic()
            .should(
                ArchCondition.from(
                    describe(
                        "take or give floating point", ArchitectureTest::takesOrGivesFloating))));
  }

  @Test
  void theWireKnowsNeitherStoreNorFunctionNorAws() {
    holds(
        noClasses()
            .that()
            .resideInAPackage(WIRE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(STORE, FUNCTION).or(resideInAnyPackage(AWS))));
  }

  @Test
  void theStoreKnowsNeitherFunctionNorWire() {
    holds(
        noClasses()
            .that()
            .resideInAPackage(STORE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(FUNCTION, WIRE)));
  }

  @Test
  void nothingStaticChanges() {
    holds(
        fields()
            .that()
            .areDeclaredInClassesThat(resideInAPackage("venue.."))
            .and()
            .areStatic()
            .should()
            .beFinal());
  }

  @Test
  void classesAreNamedAfterWhatTheyAre() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("venue..")
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl)"));
  }

  /** Some packages come later: a rule over one that is not there yet has nothing to say. */
  private static void holds(ArchRule rule) {
    rule.allowEmptyShould(true).check(VENUE);
  }

  private static DescribedPredicate<JavaAccess<?>> use(
      String what, Class<?> owner, Set<String> names) {
    return describe(
        "use " + what,
        access ->
            access.getTargetOwner().isEquivalentTo(owner)
                && names.contains(access.getTarget().getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> use(
      String what, String ownersPackage, Set<String> names) {
    return describe(
        "use " + what,
        access ->
            access.getTargetOwner().getPackageName().equals(ownersPackage)
                && names.contains(access.getTarget().getName()));
  }

  private static boolean takesOrGivesFloating(JavaCodeUnit unit) {
    return Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
        .map(JavaClass::getBaseComponentType)
        .anyMatch(type -> FLOATING.contains(type.getName()));
  }
}
