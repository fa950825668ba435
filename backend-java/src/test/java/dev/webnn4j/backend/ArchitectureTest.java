package dev.webnn4j.backend;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.webnn4j.backend", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule AN_ENGINE_KNOWS_THE_API_ALONE =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.webnn4j.backend..",
              "dev.webnn4j",
              "dev.webnn4j.graph",
              "dev.webnn4j.op",
              "dev.webnn4j.spi",
              "java..",
              "jdk.incubator.vector");

  @ArchTest
  static final ArchRule THE_REFERENCE_SHARES_NO_CODE_WITH_WHAT_IT_JUDGES =
      noClasses()
          .that()
          .resideInAPackage("dev.webnn4j.backend.reference..")
          .should()
          .dependOnClassesThat(
              // Of the engine's own operators it knows what they mean.
              resideInAPackage("dev.webnn4j.backend.java..")
                  .and(resideOutsideOfPackage("dev.webnn4j.backend.java.op")));

  @ArchTest
  static final ArchRule THE_ENGINE_DOES_NOT_NEED_THE_REFERENCE =
      noClasses()
          .that()
          .resideInAPackage("dev.webnn4j.backend.java..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.webnn4j.backend.reference..");

  @ArchTest
  static final ArchRule THE_ENGINES_OPERATORS_KNOW_NO_KERNELS =
      noClasses()
          .that()
          .resideInAPackage("dev.webnn4j.backend.java.op")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.webnn4j.backend.java.kernel..",
              "dev.webnn4j.backend.java.exec",
              "dev.webnn4j.backend.java.pass",
              "dev.webnn4j.backend.java.plan");

  // Without the incubator module the classes of the vector tier do not load.
  @ArchTest
  static final ArchRule ONLY_THE_VECTOR_TIER_NEEDS_THE_INCUBATOR_MODULE =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.webnn4j.backend.java.kernel.vector")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.incubator..");

  // The JDK's give other bits where they are interpreted than where they are compiled.
  @ArchTest
  static final ArchRule THE_VECTOR_TIER_HAS_ITS_OWN_TRANSCENDENTAL_FUNCTIONS =
      noClasses()
          .that()
          .resideInAPackage("dev.webnn4j.backend.java.kernel.vector")
          .should()
          .accessFieldWhere(
              targetOwner(name("jdk.incubator.vector.VectorOperators"))
                  .and(target(nameMatching("A?(SIN|COS|TAN)H?|ATAN2|EXP|EXPM1|LOG.*|POW|CBRT"))));

  @ArchTest
  static final ArchRule THE_SLOWER_TIERS_DO_NOT_NEED_THE_OTHERS =
      noClasses()
          .that()
          .resideInAPackage("dev.webnn4j.backend.java.kernel.scalar")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.webnn4j.backend.java.kernel.vector", "dev.webnn4j.backend.java.kernel.x64..");

  @ArchTest
  static final ArchRule THE_VECTOR_TIER_DOES_NOT_NEED_THE_OTHERS =
      noClasses()
          .that()
          .resideInAPackage("dev.webnn4j.backend.java.kernel.vector")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.webnn4j.backend.java.kernel.scalar", "dev.webnn4j.backend.java.kernel.x64..");

  // It lends the vector tier's kernels its own inner loops, and knows no more of them.
  @ArchTest
  static final ArchRule THE_X64_TIER_KNOWS_OF_THE_OTHERS_THEIR_TABLE_ALONE =
      noClasses()
          .that()
          .resideInAPackage("dev.webnn4j.backend.java.kernel.x64..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "dev.webnn4j.backend.java.kernel.scalar",
                      "dev.webnn4j.backend.java.kernel.vector")
                  .and(DescribedPredicate.not(simpleName("VectorKernels"))));
}
