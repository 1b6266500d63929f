package org.hillock.loihi.emulate;

import java.util.Arrays;
import org.hillock.loihi.emulate.learning.LearningDraws;
import org.hillock.loihi.emulate.learning.LearningEngine;
import org.hillock.loihi.emulate.learning.LearningProfile;
import org.hillock.loihi.emulate.learning.PlasticSynapses;

/** The synapses of a format that learns, on to the neurons of a part. */
final class PlasticFormat {

  private final LearningEngine engine;
  private final int[] synapse;

  /** Sources and targets as the engine numbers them; -1 if they have no such synapse. */
  private final int[] preOf;

  private final int[] postOf;

  /**
   * @param synapse numbers of the synapses in the image
   * @param first neuron of the part
   * @param count its neurons
   * @param listener told of weights that change, by their index in {@code synapse}
   */
  PlasticFormat(
      ChipImage image,
      SynapseFormat format,
      LearningProfile profile,
      int[] synapse,
      int first,
      int count,
      LearningDraws draws,
      PlasticSynapses.Listener listener) {
    this.synapse = synapse;
    int n = synapse.length;
    int[] pre = new int[n];
    int[] post = new int[n];
    int[] weight = new int[n];
    preOf = new int[image.sources()];
    postOf = new int[count];
    Arrays.fill(preOf, -1);
    Arrays.fill(postOf, -1);
    int[] sources = new int[n];
    int[] targets = new int[n];
    int pres = 0;
    int posts = 0;
    for (int k = 0; k < n; k++) {
      int source = image.sourceNumber(synapse[k]);
      int target = image.target[synapse[k]];
      if (preOf[source] < 0) {
        sources[pres] = source;
        preOf[source] = pres++;
      }
      if (postOf[target - first] < 0) {
        targets[posts] = target;
        postOf[target - first] = posts++;
      }
      pre[k] = preOf[source];
      post[k] = postOf[target - first];
      weight[k] = format.mantissa(image.mantissa[synapse[k]], image.arithmetic());
    }
    PlasticSynapses synapses =
        new PlasticSynapses(
            pre,
            post,
            weight,
            Arrays.copyOf(sources, pres),
            Arrays.copyOf(targets, posts),
            synapse,
            listener);
    engine = LearningEngine.of(profile, format.range(profile), synapses, draws);
  }

  void pre(int source, long step) {
    if (preOf[source] >= 0) {
      engine.pre(preOf[source], step);
    }
  }

  void post(int neuron, long step) {
    if (postOf[neuron] >= 0) {
      engine.post(postOf[neuron], step);
    }
  }

  void endOfStep(long step) {
    engine.endOfStep(step);
  }

  void copyWeights(int[] into) {
    for (int k = 0; k < synapse.length; k++) {
      into[synapse[k]] = engine.synapses().weight(k);
    }
  }
}
