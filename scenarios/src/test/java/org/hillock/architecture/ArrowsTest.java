package org.hillock.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The rooms of the house and the arrows between them. */
@AnalyzeClasses(packages = "org.hillock", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

  private static final String[] SIMULATOR = {
    "org.hillock.network..",
    "org.hillock.model..",
    "org.hillock.random..",
    "org.hillock.engine..",
    "org.hillock.record.."
  };

  /** Chips, the formats beside them, and what both stand on. */
  private static final String[] LOIHI_EXPORT = {
    "org.hillock.loihi..",
    "org.hillock.nir..",
    "org.hillock.hdf5..",
    "org.hillock.words..",
    "org.hillock.format..",
    "org.hillock.file.."
  };

  private static final String[] SCENARIOS = {
    "org.hillock.text..",
    "org.hillock.scenario..",
    "org.hillock.cli..",
    "org.hillock.io..",
    "org.hillock.analysis..",
    "org.hillock.plot..",
    "org.hillock.report.."
  };

  @ArchTest
  static final ArchRule arrowsPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("simulator")
          .definedBy(SIMULATOR)
          .layer("lif-models")
          .definedBy("org.hillock.lif..")
          .layer("stdp")
          .definedBy("org.hillock.stdp..")
          .layer("loihi-export")
          .definedBy(LOIHI_EXPORT)
          .layer("scenarios")
          .definedBy(SCENARIOS)
          .whereLayer("scenarios")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("loihi-export")
          .mayOnlyBeAccessedByLayers("scenarios")
          .whereLayer("lif-models")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("stdp")
          .mayOnlyBeAccessedByLayers("loihi-export", "scenarios");

  /** Who judges the compiler, or stands for the chip, must not know how the compiler works. */
  @ArchTest
  static final ArchRule judgesDoNotKnowTheCompiler =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.hillock.loihi.validate..",
              "org.hillock.loihi.read..",
              "org.hillock.loihi.emulate..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.hillock.loihi",
              "org.hillock.loihi.quantise..",
              "org.hillock.loihi.partition..",
              "org.hillock.loihi.place..",
              "org.hillock.loihi.wiring..",
              "org.hillock.loihi.write..");

  @ArchTest
  static final ArchRule roomsOfTheCompilerHaveNoCircles =
      SlicesRuleDefinition.slices().matching("org.hillock.loihi.(*)..").should().beFreeOfCycles();

  /** Who exports works with forms; a model brings its own, and is found as a service. */
  @ArchTest
  static final ArchRule exportsKnowNoModel =
      noClasses()
          .that()
          .resideInAnyPackage(LOIHI_EXPORT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.hillock.lif..");

  /** NIR is a format of its own, which knows of no chip; nor does what it is written with. */
  @ArchTest
  static final ArchRule formatsStandBesideTheChip =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.hillock.nir..",
              "org.hillock.hdf5..",
              "org.hillock.words..",
              "org.hillock.format..",
              "org.hillock.file..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.hillock.loihi..");

  @ArchTest
  static final ArchRule simulatorKnowsNoFilesNorPictures =
      noClasses()
          .that()
          .resideInAnyPackage(SIMULATOR)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.snakeyaml..",
              "io.jhdf..",
              "com.google.gson..",
              "java.awt..",
              "javax.swing..",
              "org.jfree..",
              "picocli..",
              "java.io..",
              "java.nio.file..")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.commons.math3..");

  @ArchTest
  static final ArchRule networkStandsOnRandomAlone =
      noClasses()
          .that()
          .resideInAPackage("org.hillock.network..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.hillock.engine..", "org.hillock.model..", "org.hillock.record..");

  @ArchTest
  static final ArchRule modelsDoNotKnowEngines =
      noClasses()
          .that()
          .resideInAnyPackage("org.hillock.model..", "org.hillock.lif..", "org.hillock.stdp..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.hillock.engine..");

  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsPicocli =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.hillock.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule onlyOnePackageKnowsHdf5 =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.hillock.hdf5..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.jhdf..");

  @ArchTest
  static final ArchRule onlyPlotsKnowCharts =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.hillock.plot..", "org.hillock.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jfree..");
}
