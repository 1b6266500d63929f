package org.hillock.loihi.sanafe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import org.hillock.loihi.read.LearningTargets;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappedGroup;
import org.hillock.loihi.read.MappedPort;
import org.hillock.loihi.read.MappingFile;

/** What SANA-FE computes otherwise than the chip. */
final class Differences {

  /** Below this mean of spikes in a step, nobody sees that two of them count as one. */
  private static final double RARE = 0.01;

  private Differences() {}

  static boolean firesInStep0(SanaFeExport export) {
    return !portsInStep0(export).isEmpty();
  }

  private static Set<String> portsInStep0(SanaFeExport export) {
    Set<String> names = new LinkedHashSet<>();
    for (MappedPort port : export.mapping().ports()) {
      int[] steps = export.train(port.port()).steps();
      if (steps.length > 0 && steps[0] == 0) {
        names.add(port.name());
      }
    }
    return names;
  }

  static boolean biased(MappingFile mapping) {
    return !populations(mapping, (core, neuron) -> neuron.bias() != 0).isEmpty();
  }

  private static Set<String> populations(
      MappingFile mapping, BiPredicate<MappedCore, MappedCore.Compartment> predicate) {
    Set<String> names = new LinkedHashSet<>();
    for (MappedCore core : mapping.cores()) {
      for (MappedCore.Slice slice : core.slices()) {
        for (int i = 0; i < slice.count() && !names.contains(slice.population()); i++) {
          if (predicate.test(core, core.compartments().get(slice.firstCompartment() + i))) {
            names.add(slice.population());
          }
        }
      }
    }
    return names;
  }

  static List<String> of(SanaFeExport export) {
    MappingFile mapping = export.mapping();
    int noMemory = mapping.chip().neuron().decayOne() - 1;
    List<String> sentences = new ArrayList<>();
    add(
        sentences,
        populations(mapping, (core, n) -> core.profiles().get(n.profile()).decayU() < noMemory),
        "the synaptic current decays in floating point and not in whole numbers, so that a spike may"
            + " come earlier or later");
    add(
        sentences,
        populations(
            mapping,
            (core, n) -> {
              MappedCore.Profile profile = core.profiles().get(n.profile());
              return profile.decayU() < noMemory && profile.refractDelay() > 1;
            }),
        "what arrives while a neuron is refractory is lost, and on the chip it adds to the current");
    add(
        sentences,
        populations(mapping, (core, n) -> n.u0() != 0 || n.v0() != 0),
        "neurons begin at v = 0 and without a current, for SANA-FE knows no other start");
    add(
        sentences,
        LearningTargets.of(mapping),
        "SANA-FE has no plasticity; synapses that learn have the weights of the start, and what"
            + " learning costs is not counted");
    if (biased(mapping)) {
      add(
          sentences,
          portsInStep0(export),
          "spikes of step 0 are sent in step 1, the first time-step that SANA-FE has");
    }
    for (MappedGroup group : export.groups().all()) {
      if (group.ports()) {
        double scale = 1;
        long early = 0;
        int drawn = 0;
        for (int i = group.firstPort(); i < group.firstPort() + group.size(); i++) {
          scale = Math.max(scale, export.train(i).scale());
          drawn += mapping.ports().get(i).kind().equals("poisson") ? 1 : 0;
          if (export.train(i).random()) {
            early = Math.max(early, mapping.ports().get(i).firstStep() - 1);
          }
        }
        if (drawn > 0) {
          sentences.add(
              group.name()
                  + ": its Poisson spikes are drawn anew, of the same rate but not those of the"
                  + " emulated chip");
        }
        if (early > 0) {
          sentences.add(
              group.name()
                  + ": fires "
                  + early
                  + " steps earlier than on the chip, from the first time-step on");
        }
        if (scale > 1 + RARE) {
          sentences.add(
              String.format(
                  Locale.ROOT,
                  "%s: SANA-FE's inputs fire at most once a step; instead of %.3g spikes on average"
                      + " there is one of %.3g times the weight with probability %.3g: the same mean"
                      + " and variance, but 1/%.3g of the synaptic events and their energy",
                  group.name(),
                  scale - 1,
                  scale,
                  (scale - 1) / scale,
                  scale));
        }
      }
    }
    return sentences;
  }

  private static void add(List<String> sentences, Set<String> names, String sentence) {
    if (!names.isEmpty()) {
      sentences.add(String.join(", ", names) + ": " + sentence);
    }
  }
}
