package dev.webnn4j.js;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.webnn4j.js", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CYCLE =
      slices().matching("dev.webnn4j.js.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule PACKAGES_DEPEND_DOWNWARDS =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.webnn4j.js..")
          .layer("install")
          .definedBy("dev.webnn4j.js")
          .layer("dom")
          .definedBy("dev.webnn4j.js.dom..")
          .layer("page")
          .definedBy("dev.webnn4j.js.page")
          .layer("web")
          .definedBy("dev.webnn4j.js.web")
          .layer("idl")
          .definedBy("dev.webnn4j.js.idl")
          .layer("loop")
          .definedBy("dev.webnn4j.js.loop")
          .layer("resource")
          .definedBy("dev.webnn4j.js.resource")
          .layer("json")
          .definedBy("dev.webnn4j.js.json")
          .whereLayer("install")
          .mayOnlyAccessLayers("idl", "loop")
          .whereLayer("idl")
          .mayOnlyAccessLayers("loop", "json")
          .whereLayer("dom")
          .mayOnlyAccessLayers("page", "loop", "resource", "json")
          .whereLayer("page")
          .mayOnlyAccessLayers("web", "loop", "resource")
          .whereLayer("web")
          .mayOnlyAccessLayers("loop", "resource", "json")
          .whereLayer("loop")
          .mayNotAccessAnyLayer()
          .whereLayer("resource")
          .mayNotAccessAnyLayer()
          .whereLayer("json")
          .mayNotAccessAnyLayer()
          .ensureAllClassesAreContainedInArchitecture();

  @ArchTest
  static final ArchRule ENGINES_ARE_FOUND_NOT_NAMED =
      noClasses()
          .that()
          .resideInAPackage("dev.webnn4j.js..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.webnn4j.backend..");
}
