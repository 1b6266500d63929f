// Spikes as marks, and as density where many share a pixel; rates of what is in view.

function rgb(colour) {
  const hex = colour.replace('#', '');
  return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

// How many spikes fall on each pixel. Marks of neurons that have more than a pixel are as tall as
// their row, but one pixel goes to the gap between rows.
function countPixels(spikes, range, map, width, height) {
  const counts = new Uint16Array(width * height);
  const {ticks, rows} = spikes;
  const single = map.tall === 1 && map.wide === 1;
  for (let i = range.from; i < range.to; i++) {
    const x = ((ticks[i] - map.tick0) * map.perTick) | 0;
    const y = ((rows[i] - map.row0) * map.perRow) | 0;
    if (x < 0 || x >= width || y < 0 || y >= height || rows[i] < map.row0) {
      continue;
    }
    if (single) {
      const k = y * width + x;
      counts[k] += counts[k] < 65535 ? 1 : 0;
      continue;
    }
    const bottom = Math.min(height, y + map.tall);
    const edge = Math.min(width, x + map.wide);
    for (let row = y; row < bottom; row++) {
      for (let k = row * width + x, end = row * width + edge; k < end; k++) {
        if (counts[k] < 65535) {
          counts[k]++;
        }
      }
    }
  }
  return counts;
}

function mostOf(counts) {
  let most = 1;
  for (let i = 0; i < counts.length; i++) {
    if (counts[i] > most) {
      most = counts[i];
    }
  }
  return most;
}

// One spike is seen well; more are darker, by their logarithm.
function paint(image, counts, colourOfRow) {
  const scale = 1 / Math.log2(1 + mostOf(counts));
  const width = image.width;
  const pixels = image.data;
  for (let y = 0; y < image.height; y++) {
    const [red, green, blue] = colourOfRow(y);
    for (let k = y * width, end = k + width; k < end; k++) {
      if (counts[k] > 0) {
        pixels[4 * k] = red;
        pixels[4 * k + 1] = green;
        pixels[4 * k + 2] = blue;
        pixels[4 * k + 3] = 110 + 145 * Math.log2(1 + counts[k]) * scale;
      }
    }
  }
}

function visibleSpikes(model, view) {
  const {spikes, facts} = model;
  return {
    from: firstFrom(spikes.ticks, view.from / facts.tick - 0.5),
    to: firstFrom(spikes.ticks, view.to / facts.tick + 0.5),
  };
}

// A few neurons need no tall picture.
function rasterHeight(model) {
  return Math.max(110, Math.min(380, 60 + 22 * model.rows));
}

function drawRaster(panel, model, view, colours) {
  const room = begin(panel.canvas, rasterHeight(model), colours);
  panel.room = room;
  const {pen, ratio} = room;
  const left = Math.round(room.left * ratio);
  const top = Math.round(room.top * ratio);
  const width = Math.round(room.right * ratio) - left;
  const height = Math.round(room.bottom * ratio) - top;
  const range = visibleSpikes(model, view);
  const perRow = height / (view.rowTo - view.rowFrom);
  const few = range.to - range.from < 30000;
  const map = {
    tick0: view.from / model.facts.tick,
    perTick: (width * model.facts.tick) / (view.to - view.from),
    row0: view.rowFrom,
    perRow,
    tall: Math.max(few ? Math.round(ratio * 1.5) : 1, Math.floor(perRow) - 1),
    wide: few ? Math.max(1, Math.round(1.5 * ratio)) : 1,
  };
  const counts = countPixels(model.spikes, range, map, width, height);
  const image = new ImageData(width, height);
  const hues = model.groups.map((group) => rgb(colours.series[group.index % COLOURS]));
  const last = model.groups.length - 1;
  paint(image, counts, (y) => {
    const group = groupAt(model.groups, view.rowFrom + Math.floor(y / perRow));
    return hues[group ? group.index : last];
  });
  const ink = document.createElement('canvas');
  ink.width = width;
  ink.height = height;
  ink.getContext('2d').putImageData(image, 0, 0);
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.drawImage(ink, left, top);
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawNames(room, model, view, colours);
  drawTimeAxis(room, view, colours);
  drawPhases(room, view, model.facts.phases, colours);
  panel.canvas.dataset.visible = range.to - range.from;
}

function rowY(room, view, row) {
  return room.top + ((row - view.rowFrom) / (view.rowTo - view.rowFrom)) * (room.bottom - room.top);
}

// Names of populations where their rows are, as long as they do not cover each other.
function drawNames(room, model, view, colours) {
  const {pen} = room;
  let free = room.top - 6;
  pen.textAlign = 'right';
  pen.textBaseline = 'middle';
  for (const group of model.groups) {
    const from = Math.max(view.rowFrom, group.row);
    const to = Math.min(view.rowTo, group.row + group.size);
    if (to <= from) {
      continue;
    }
    const middle = (rowY(room, view, from) + rowY(room, view, to)) / 2;
    if (middle - 6 >= free) {
      pen.fillStyle = colours.ink;
      pen.fillText(fitting(pen, group.name, room.left - 8), room.left - 6, middle);
      free = middle + 7;
    }
    if (group.row > view.rowFrom) {
      pen.strokeStyle = colours.rule;
      pen.beginPath();
      pen.moveTo(room.left, Math.round(rowY(room, view, group.row)) + 0.5);
      pen.lineTo(room.right, Math.round(rowY(room, view, group.row)) + 0.5);
      pen.stroke();
    }
  }
}

function fitting(pen, text, width) {
  let shown = text;
  while (shown.length > 2 && pen.measureText(shown).width > width) {
    shown = shown.slice(0, -2) + '…';
  }
  return shown;
}

// The spike nearest to a place of the raster, if one is within some pixels of it.
function nearestSpike(panel, model, view, x, y) {
  const {room} = panel;
  const reach = 9;
  const {ticks, rows} = model.spikes;
  const tick = model.facts.tick;
  const end = firstFrom(ticks, timeAt(room, view, x + reach) / tick);
  let best = -1;
  let least = reach * reach;
  for (let i = firstFrom(ticks, timeAt(room, view, x - reach) / tick); i < end; i++) {
    const dx = xOf(room, view, ticks[i] * tick) - x;
    const dy = rowY(room, view, rows[i] + 0.5) - y;
    if (dx * dx + dy * dy < least) {
      least = dx * dx + dy * dy;
      best = i;
    }
  }
  return best;
}

function describeSpike(model, i) {
  const row = model.spikes.rows[i];
  const group = groupAt(model.groups, row);
  const time = model.spikes.ticks[i] * model.facts.tick;
  const places = decimals(model.facts.tick);
  return group.name + '[' + (group.from + row - group.row) + '] at ' + time.toFixed(Math.max(places, 1)) + ' ms';
}

// Bins that are whole steps of the grid, since others would hold by turns more and fewer steps.
function rateBin(model, view) {
  const bin = niceStep(view.to - view.from, 240);
  const step = model.facts.step;
  return step > 0 ? Math.max(1, Math.round(bin / step)) * step : bin;
}

function rateCurves(model, view) {
  const bin = rateBin(model, view);
  const first = Math.max(0, Math.floor((view.from - model.facts.start) / bin));
  const end = Math.ceil((Math.min(view.to, model.facts.stop) - model.facts.start) / bin - 1e-9);
  const bins = Math.max(0, end - first);
  const curves = model.groups.map(() => new Float64Array(bins));
  const {ticks, rows} = model.spikes;
  const begins = model.facts.start + first * bin;
  const groupOf = model.groupOfRow;
  const tick = model.facts.tick;
  const perBin = 1 / bin;
  const stop = firstFrom(ticks, (begins + bins * bin) / tick + 0.5);
  // A spike of the step (t - h, t] has the time t, so it belongs to the bin that ends there.
  for (let i = firstFrom(ticks, begins / tick + 0.5); i < stop; i++) {
    const k = Math.ceil((ticks[i] * tick - begins) * perBin - 1e-6) - 1;
    if (k >= 0 && k < bins) {
      curves[groupOf[rows[i]]][k]++;
    }
  }
  curves.forEach((curve, g) => {
    for (let k = 0; k < bins; k++) {
      // The last bin may be cut short by the end of the run.
      const width = Math.min(bin, model.facts.stop - (begins + k * bin));
      curve[k] *= 1000 / (model.neurons[g] * width);
    }
  });
  return {bin, begins, curves};
}

function drawRates(panel, model, view, colours) {
  const room = begin(panel.canvas, 170, colours);
  panel.room = room;
  const rates = rateCurves(model, view);
  panel.rates = rates;
  let high = 0;
  rates.curves.forEach((curve) => curve.forEach((rate) => (high = Math.max(high, rate))));
  high = high > 0 ? high * 1.08 : 1;
  drawValueAxis(room, 0, high, colours);
  const {pen} = room;
  pen.save();
  pen.beginPath();
  pen.rect(room.left, room.top, room.right - room.left, room.bottom - room.top);
  pen.clip();
  rates.curves.forEach((curve, g) => {
    pen.strokeStyle = colours.series[g % COLOURS];
    pen.lineWidth = 1.4;
    pen.beginPath();
    curve.forEach((rate, k) => {
      const y = yOf(room, 0, high, rate);
      pen.lineTo(xOf(room, view, rates.begins + k * rates.bin), y);
      pen.lineTo(xOf(room, view, rates.begins + (k + 1) * rates.bin), y);
    });
    pen.stroke();
  });
  pen.restore();
  drawTimeAxis(room, view, colours);
  drawPhases(room, view, model.facts.phases, colours);
}

function describeRates(panel, model, time) {
  const {bin, begins, curves} = panel.rates;
  const k = Math.floor((time - begins) / bin);
  if (!curves.length || k < 0 || k >= curves[0].length) {
    return '';
  }
  const parts = model.groups.map((group, g) => group.name + ' ' + curves[g][k].toPrecision(3) + ' Hz');
  const places = Math.max(decimals(bin), decimals(model.facts.tick));
  const end = begins + (k + 1) * bin;
  return (end - bin).toFixed(places) + ' to ' + end.toFixed(places) + ' ms: ' + parts.join(', ');
}
