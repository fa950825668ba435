package dev.webnn4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "dev.webnn4j", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule THE_API_NEEDS_NOTHING_BUT_ITSELF_AND_THE_JDK =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.webnn4j", "dev.webnn4j.graph", "dev.webnn4j.op", "dev.webnn4j.spi", "java..");

  @Test
  void ofTheJdkItNeedsTheBaseAlone() throws IOException {
    try (InputStream in = ML.class.getResourceAsStream("/module-info.class")) {
      assertEquals(
          Set.of("java.base"),
          ModuleDescriptor.read(in).requires().stream()
              .map(ModuleDescriptor.Requires::name)
              .collect(Collectors.toSet()));
    }
  }
}
