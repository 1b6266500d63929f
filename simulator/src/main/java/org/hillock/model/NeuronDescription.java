package org.hillock.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people and the engines are told of a neuron model, apart from how it moves.
 *
 * @param name the field's name, such as {@code iaf_psc_exp}
 * @param family under which it is listed
 * @param summary one line for people
 * @param equations how it moves, in lines of mathematics
 * @param source where it comes from: author, year, place
 * @param parameters all parameters, in the order in which they are listed to people
 * @param stateVariables what can be recorded, in the order of {@link NeuronKernel#read}
 * @param receptors where spikes act; none where input is ignored
 * @param bySign whether a spike for which no receptor is named goes to the first receptor if its
 *     weight is 0 or above, and to the second if it is below
 * @param currents the places where current can be injected, the usual one first; empty where
 *     current has no effect
 * @param plain those of these places at which a plain number arrives instead of a current
 * @param signals the places where signals of other neurons arrive in every step, the usual one
 *     first; empty for most models
 * @param countsSpikes whether the model only counts the spikes that reach it: each adds 1, whatever
 *     the weight of its synapse
 * @param appended names of parameters that the model got later: they do not change what is drawn
 *     for the others, see {@link NeuronValues}
 * @param playsSpikeTrains whether the population carries recorded spike trains, which it plays
 */
public record NeuronDescription(
    String name,
    Family family,
    String summary,
    String equations,
    String source,
    List<Parameter> parameters,
    List<StateVariable> stateVariables,
    List<Receptor> receptors,
    boolean bySign,
    List<String> currents,
    Set<String> plain,
    List<String> signals,
    boolean countsSpikes,
    Set<String> appended,
    boolean playsSpikeTrains) {

  /** Most receptors of a model: spikes on their way carry the number of one as a byte. */
  public static final int MOST_RECEPTORS = Byte.MAX_VALUE;

  /** Where current flows if a model has one place for it. */
  public static final String CURRENT = "current";

  /** Copies the lists. */
  public NeuronDescription {
    parameters = List.copyOf(parameters);
    stateVariables = List.copyOf(stateVariables);
    receptors = List.copyOf(receptors);
    currents = List.copyOf(currents);
    plain = Set.copyOf(plain);
    signals = List.copyOf(signals);
    appended = Set.copyOf(appended);
    if (bySign && receptors.size() < 2) {
      throw new IllegalArgumentException(name + " has no two receptors to choose from by sign");
    }
    if (receptors.size() > MOST_RECEPTORS) {
      throw new IllegalArgumentException(
          name + " has " + receptors.size() + " receptors, more than " + MOST_RECEPTORS);
    }
  }

  /** Begins the description of a model. */
  public static Builder of(String name, Family family, String summary) {
    return new Builder(name, family, summary);
  }

  /** Unit of the weight of a spike; of the first receptor where they differ. */
  public Unit weightUnit() {
    return receptors.isEmpty() ? Unit.NONE : receptors.get(0).unit();
  }

  /**
   * Where a spike acts.
   *
   * @param receptor the name that was given, or null if none was
   * @param weight of the spike; decides where no name was given
   * @return place in {@link #receptors}; 0 where input is ignored, -1 if a name must be given or is
   *     unknown
   */
  public int receptor(@Nullable String receptor, double weight) {
    if (receptor == null) {
      return bySign && weight < 0 ? 1 : bySign || receptors.size() <= 1 ? 0 : -1;
    }
    for (int i = 0; i < receptors.size(); i++) {
      if (receptors.get(i).name().equals(receptor)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The receptor where spikes arrive that does not take weights of a range; empty if it takes them,
   * or if the sign of each weight chooses one that does.
   *
   * @param named the name that was given, or null if none was
   */
  public Optional<Receptor> refusing(@Nullable String named, double least, double greatest) {
    int place = receptor(named, 0);
    if (place < 0 || receptors.isEmpty() || named == null && bySign) {
      return Optional.empty();
    }
    Receptor.Weights allowed = receptors.get(place).weights();
    return allowed.allow(least) && allowed.allow(greatest)
        ? Optional.empty()
        : Optional.of(receptors.get(place));
  }

  /**
   * The unit of what is injected at a place.
   *
   * @param place its name; null for the usual one
   */
  public Unit currentUnit(@Nullable String place) {
    return place != null && plain.contains(place) ? Unit.NONE : Unit.PICOAMPERE;
  }

  /** Names of all receptors. */
  public List<String> receptorNames() {
    return receptors.stream().map(Receptor::name).toList();
  }

  /** The parameters that are lists. */
  public List<Parameter> lists() {
    return parameters.stream().filter(Parameter::isList).toList();
  }

  /** The same model with other parameters, state variables and receptors. */
  public NeuronDescription with(
      List<Parameter> ownParameters, List<StateVariable> variables, List<Receptor> ownReceptors) {
    return new NeuronDescription(
        name,
        family,
        summary,
        equations,
        source,
        ownParameters,
        variables,
        ownReceptors,
        bySign,
        currents,
        plain,
        signals,
        countsSpikes,
        appended,
        playsSpikeTrains);
  }

  /** Collects what a description says. */
  public static final class Builder {
    private final String name;
    private final Family family;
    private final String summary;
    private String equations = "";
    private String source = "";
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<StateVariable> stateVariables = new ArrayList<>();
    private final List<Receptor> receptors = new ArrayList<>();
    private boolean bySign;
    private List<String> currents = List.of();
    private Set<String> plain = Set.of();
    private List<String> signals = List.of();
    private boolean countsSpikes;
    private final Set<String> appended = new HashSet<>();
    private boolean playsSpikeTrains;

    private Builder(String name, Family family, String summary) {
      this.name = name;
      this.family = family;
      this.summary = summary;
    }

    /** How it moves, in lines of mathematics. */
    public Builder equations(String lines) {
      this.equations = lines.strip();
      return this;
    }

    /** Author, year, place. */
    public Builder source(String where) {
      this.source = where;
      return this;
    }

    /** Adds parameters. */
    public Builder parameters(List<Parameter> more) {
      parameters.addAll(more);
      return this;
    }

    /** Adds parameters that the model did not have from the beginning. */
    public Builder appended(List<Parameter> more) {
      more.forEach(parameter -> appended.add(parameter.name()));
      return parameters(more);
    }

    /** Adds parameters. */
    public Builder parameters(Parameter... more) {
      return parameters(List.of(more));
    }

    /** Adds state variables. */
    public Builder variables(StateVariable... more) {
      stateVariables.addAll(List.of(more));
      return this;
    }

    /** Adds receptors. */
    public Builder receptors(Receptor... more) {
      receptors.addAll(List.of(more));
      return this;
    }

    /** The sign of a weight chooses between the first two receptors, where none is named. */
    public Builder bySign() {
      this.bySign = true;
      return this;
    }

    /** Current can be injected. */
    public Builder current() {
      return currents(CURRENT);
    }

    /** Current can be injected at named places. */
    public Builder currents(String... places) {
      this.currents = List.of(places);
      return this;
    }

    /** What is injected at some of these places is a plain number instead of a current. */
    public Builder plain(String... places) {
      this.plain = Set.of(places);
      return this;
    }

    /** Signals of other neurons arrive at named places, in every step. */
    public Builder signals(String... places) {
      this.signals = List.of(places);
      return this;
    }

    /** The weights of spikes do not matter, only how many there are. */
    public Builder countsSpikes() {
      this.countsSpikes = true;
      return this;
    }

    /** The population carries recorded spike trains, which are played. */
    public Builder playsSpikeTrains() {
      this.playsSpikeTrains = true;
      return this;
    }

    /** The description. */
    public NeuronDescription build() {
      return new NeuronDescription(
          name,
          family,
          summary,
          equations,
          source,
          parameters,
          stateVariables,
          receptors,
          bySign,
          currents,
          plain,
          signals,
          countsSpikes,
          appended,
          playsSpikeTrains);
    }
  }
}
