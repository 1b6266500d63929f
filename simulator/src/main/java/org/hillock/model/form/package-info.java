/**
 * What a neuron is, apart from how its model is called and run: forms that chips, and formats in
 * which networks are exchanged, know as well.
 *
 * <p>Read {@link org.hillock.model.form.NeuronForm} first. A model says which form its neurons have
 * ({@link org.hillock.model.NeuronModel#form}) and whether it can be a form that is wanted ({@link
 * org.hillock.model.NeuronModel#taking}); who exports or imports works with forms and knows no
 * model. A further form, such as a neuron with another membrane, is a further record here, and each
 * chip and format decides for itself whether it takes it.
 *
 * <p>Units: ms, mV, pA, pF, Hz. Forms are immutable and may be shared between threads.
 */
@NullMarked
package org.hillock.model.form;

import org.jspecify.annotations.NullMarked;
