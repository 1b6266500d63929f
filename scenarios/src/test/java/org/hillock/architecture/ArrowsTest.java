package org.hillock.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Input;

/** The rooms of the house and the arrows between them. */
@AnalyzeClasses(packages = "org.hillock", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

  private static final String[] SIMULATOR = {
    "org.hillock.network..",
    "org.hillock.model..",
    "org.hillock.random..",
    "org.hillock.engine..",
    "org.hillock.record..",
    "org.hillock.vector.."
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
    "org.hillock.experiment..",
    "org.hillock.io..",
    "org.hillock.analysis..",
    "org.hillock.bench..",
    "org.hillock.plot..",
    "org.hillock.report..",
    "org.hillock.sweep..",
    "org.hillock.gallery.."
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

  /** Of every module: what a package rests on can be read before it. */
  @ArchTest
  static final ArchRule packagesHaveNoCircles =
      SlicesRuleDefinition.slices().matching("org.hillock.(**)").should().beFreeOfCycles();

  /** And rooms with inner rooms, taken as a whole. */
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
  static final ArchRule roomsOfTheEnginesHaveNoCircles =
      SlicesRuleDefinition.slices().matching("org.hillock.engine.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule gridKnowsNoEvents =
      noClasses()
          .that()
          .resideInAPackage("org.hillock.engine.grid..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.hillock.engine.event..");

  @ArchTest
  static final ArchRule eventsKnowNoGrid =
      noClasses()
          .that()
          .resideInAPackage("org.hillock.engine.event..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.hillock.engine.grid..");

  /** What every engine rests on knows neither, and nothing that chooses one. */
  @ArchTest
  static final ArchRule roomsBelowTheEnginesKnowNone =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.hillock.engine.exchange..",
              "org.hillock.engine.run..",
              "org.hillock.engine.memory..",
              "org.hillock.engine.wiring..",
              "org.hillock.engine.plasticity..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.hillock.engine", "org.hillock.engine.grid..", "org.hillock.engine.event..");

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

  /** Whoever runs a scenario from Java needs no command line. */
  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsItself =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.hillock.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.hillock.cli..");

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
          .resideOutsideOfPackages(
              "org.hillock.plot..", "org.hillock.experiment..", "org.hillock.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jfree..");

  /** A kind that is added must be missed by the compiler, in every place that has its cases. */
  @ArchTest
  static final ArchRule nobodyAsksOfWhichKindAnInputOrRuleIs =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.hillock.network..")
          .should(askByInstanceof(Input.class, ConnectionRule.class));

  private static ArchCondition<JavaClass> askByInstanceof(Class<?>... types) {
    return new ArchCondition<>("ask by instanceof for a kind of " + Arrays.toString(types)) {
      @Override
      public void check(JavaClass asking, ConditionEvents events) {
        for (InstanceofCheck check : asking.getInstanceofChecks()) {
          boolean kind = Arrays.stream(types).anyMatch(check.getRawType()::isAssignableTo);
          String where = asking.getName() + " " + check.getSourceCodeLocation();
          events.add(
              new SimpleConditionEvent(
                  check, kind, where + " asks for " + check.getRawType().getName()));
        }
      }
    };
  }
}
