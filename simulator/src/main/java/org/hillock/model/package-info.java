/**
 * What a model must provide: the contract between the engines and the equations.
 *
 * <p>Read {@link org.hillock.model.NeuronModel} first. A neuron model is found by name through
 * {@link java.util.ServiceLoader}; it describes its parameters and gives the grid engine a {@link
 * org.hillock.model.NeuronKernel} that advances a whole block of neurons. A plasticity rule is a
 * {@link org.hillock.model.SynapseModel} found in the same way. What a neuron is to chips and to
 * formats of exchange stands in {@code form}.
 *
 * <p>Units: ms, mV, pA, nS, pF, MΩ, Hz. Models and rules are immutable and shared between threads;
 * a kernel works on the state that it is handed and keeps none of its own.
 */
@NullMarked
package org.hillock.model;

import org.jspecify.annotations.NullMarked;
