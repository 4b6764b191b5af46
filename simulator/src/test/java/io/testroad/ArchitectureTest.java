package io.testroad;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.testroad.finding.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may import whom, and what nobody may use. */
class ArchitectureTest {

  /** A package of io.testroad, and the packages it may import. */
  private static final String TABLE =
      """
      finding      →
      units        → finding
      yaml         → finding units
      engine       → units
      safety       → units
      network      → finding units engine
      demand       → finding units engine network
      policy       → finding units engine yaml
      protocol     → units engine policy
      traffic      → engine network demand safety
      vehicle      → units engine network policy protocol
      intersection → engine network policy protocol
      permit       → units engine network policy protocol
      incident     → finding units yaml engine network policy protocol
      sensing      → engine network policy protocol
      record       → finding engine network traffic safety
      scenario     → ALL-BELOW
      actors       → ALL-BELOW record scenario
      bench        → ALL-BELOW record scenario actors
      cli          → ALL-BELOW record scenario actors bench
      """;

  private static final String ALL_BELOW =
      "finding units yaml engine safety network demand policy protocol traffic"
          + " vehicle intersection permit incident sensing";

  private static final String ROOT = "io.testroad.";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .importUrl(Finding.class.getProtectionDomain().getCodeSource().getLocation());

  private static Map<String, Set<String>> table() {
    return TABLE
        .replace("ALL-BELOW", ALL_BELOW)
        .lines()
        .map(line -> line.split("→", -1))
        .collect(
            Collectors.toMap(
                cells -> cells[0].strip(),
                cells -> new TreeSet<>(List.of(cells[1].strip().split(" "))),
                (a, b) -> a,
                TreeMap::new));
  }

  @TestFactory
  Stream<DynamicTest> packagesImportOnlyWhatTheTableAllows() {
    return table().entrySet().stream()
        .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> check(row)));
  }

  private static void check(Map.Entry<String, Set<String>> row) {
    String[] allowed =
        Stream.concat(Stream.of(row.getKey()), row.getValue().stream())
            .filter(name -> !name.isEmpty())
            .map(name -> ROOT + name + "..")
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(ROOT + row.getKey() + "..")
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage("io.testroad..").or(resideInAnyPackage(allowed)))
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void theTableNamesEveryPackage() {
    Set<String> packages =
        MAIN.stream()
            .map(type -> type.getPackageName().substring(ROOT.length()).replaceFirst("\\..*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(table().keySet()).containsAll(packages);
  }

  @Test
  void noCycles() {
    slices().matching("io.testroad.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void akkaIsForTheShells() {
    noClasses()
        .that(resideOutsideOf("actors", "cli"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("akka..", "scala..")
        .check(MAIN);
  }

  @Test
  void nothingIsRandomButTheStreams() {
    noClasses()
        .that(resideOutsideOf("cli"))
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)"
                + "|java\\.util\\.random\\..*|java\\.security\\.SecureRandom")
        .orShould()
        .callMethodWhere(calls("java\\.lang\\.(Strict)?Math", "random"))
        .orShould()
        .callMethodWhere(calls("java.util.UUID", "randomUUID"))
        .orShould()
        .callMethodWhere(calls("java.util.Collections", "shuffle"))
        .check(MAIN);
  }

  @Test
  void theWallClockIsForThoseWhoTellPeople() {
    noClasses()
        .that(resideOutsideOf("cli", "bench"))
        .and()
        .doNotHaveFullyQualifiedName(ROOT + "record.RunRecorder")
        .should()
        .callMethodWhere(calls("java.lang.System", "currentTimeMillis", "nanoTime"))
        .orShould()
        .callMethodWhere(
            calls(
                "java\\.time\\.(Instant|LocalDate|LocalTime|LocalDateTime|OffsetDateTime"
                    + "|ZonedDateTime|Year|YearMonth|MonthDay)",
                "now"))
        .orShould()
        .callMethodWhere(calls("java\\.time\\.Clock", "system.*", "tick.*"))
        .orShould()
        .callConstructor(java.util.Date.class)
        .check(MAIN);
  }

  @Test
  void nothingDependsOnTheIdentityOfThreadsOrObjects() {
    noClasses()
        .that(resideOutsideOf("cli", "bench"))
        .should()
        .callMethodWhere(calls("java.lang.Thread", "getId", "threadId", "getName"))
        .orShould()
        .callMethodWhere(calls("java.lang.System", "identityHashCode"))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ThreadLocal.class)
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.(IdentityHashMap|WeakHashMap)")
        .check(MAIN);
  }

  @Test
  void noSerializedObjects() {
    noClasses()
        .that(resideOutsideOf("cli"))
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(ObjectInputStream|ObjectOutputStream)")
        .check(MAIN);
  }

  /** Only these give the same bits everywhere (JLS 15.4, java.lang.StrictMath). */
  @Test
  void transcendentalFunctionsAreStrict() {
    noClasses()
        .that()
        .resideInAnyPackage(
            packages(
                "engine",
                "traffic",
                "safety",
                "network",
                "demand",
                "vehicle",
                "permit",
                "incident",
                "sensing"))
        .should()
        .callMethodWhere(
            calls(
                "java.lang.Math",
                "a?(sin|cos|tan)h?",
                "atan2",
                "exp|expm1|log|log10|log1p|pow|cbrt|hypot"))
        .check(MAIN);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> names =
        MAIN.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
    assertThat(names).isNotEmpty().allMatch(ArchitectureTest::isNullMarked);
  }

  private static boolean isNullMarked(String name) {
    try {
      return Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static String[] packages(String... names) {
    return Arrays.stream(names).map(name -> ROOT + name + "..").toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> resideOutsideOf(String... names) {
    return DescribedPredicate.not(resideInAnyPackage(packages(names)));
  }

  private static DescribedPredicate<JavaCall<?>> calls(String ownerPattern, String... names) {
    DescribedPredicate<JavaCall<?>> calls =
        target(owner(nameMatching(ownerPattern)))
            .and(target(nameMatching(String.join("|", names))))
            .forSubtype();
    return calls;
  }
}
