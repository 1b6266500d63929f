package org.hillock.nir;

import static org.hillock.nir.NirRuns.STEP;
import static org.hillock.nir.NirRuns.chain;
import static org.hillock.nir.NirRuns.input;
import static org.hillock.nir.NirRuns.lif;
import static org.hillock.nir.NirRuns.output;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** A step or a decay that a graph states wrongly is not fallen back from in silence. */
class NirStatedTest {

  private static NirGraph graph(NirMetadata metadata) {
    NirGraph plain = chain("in", input(1), "cell", lif(0.01, 1, 0, 1, 0), "out", output(1));
    return new NirGraph(plain.nodes(), plain.edges(), metadata);
  }

  private static NirStated stated(NirMetadata metadata) {
    return NirStated.of(graph(metadata));
  }

  private static String stepFault(double... seconds) {
    return stated(NirMetadata.NONE.with("dt_s", NirArray.of(seconds))).stepFault();
  }

  @Test
  void saysNothingWhereNothingIsStated() {
    assertEquals(
        new NirStated(OptionalDouble.empty(), "", Optional.empty(), ""), stated(NirMetadata.NONE));
    assertEquals(List.of(), NirImport.of(graph(NirMetadata.NONE), STEP).notes());
  }

  @Test
  void takesWhatIsStated() {
    NirMetadata metadata = NirMetadata.NONE.with("dt_s", NirArray.of(0.001)).with("decay", "euler");
    assertEquals(
        new NirStated(OptionalDouble.of(1), "", Optional.of(NirDecay.EULER), ""), stated(metadata));
  }

  @Test
  void saysWhatIsWrongWithAStep() {
    String where = "the graph's metadata: 'dt_s' is ";
    String allowed = ", expected one number of seconds above 0; not used";
    assertEquals(where + "-0.001" + allowed, stepFault(-0.001));
    assertEquals(where + "0.0" + allowed, stepFault(0));
    assertEquals(where + "NaN" + allowed, stepFault(Double.NaN));
    assertEquals(where + "Infinity" + allowed, stepFault(Double.POSITIVE_INFINITY));
    assertEquals(where + "2 numbers" + allowed, stepFault(0.1, 0.1));
    assertEquals(
        where + "the text \"1 ms\"" + allowed,
        stated(NirMetadata.NONE.with("dt_s", "1 ms")).stepFault());
  }

  @Test
  void saysThatADecayIsNotKnownAndWhatIsTakenInItsPlace() {
    assertEquals(
        List.of(
            "the graph's metadata: 'decay' is the text \"eular\", expected one of exact, euler; not"
                + " used: decays are exact"),
        NirImport.of(graph(NirMetadata.NONE.with("decay", "eular")), STEP).notes());
    assertEquals(
        "the graph's metadata: 'decay' is 0.5, expected one of exact, euler; not used",
        stated(NirMetadata.NONE.with("decay", NirArray.of(0.5))).decayFault());
  }

  @Test
  void doesNotSpeakOfAStatedDecayIfAnotherIsAskedFor() {
    NirGraph graph = graph(NirMetadata.NONE.with("decay", "eular"));
    assertEquals(List.of(), NirImport.of(graph, NirDecay.EXACT, STEP).notes());
  }
}
