// Traces and weights: of many samples in one column of pixels the least and the most are drawn.

function extent(curves) {
  let low = Infinity;
  let high = -Infinity;
  for (const curve of curves) {
    for (const value of curve.values) {
      if (Number.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
  }
  if (low > high) {
    return {low: 0, high: 1};
  }
  const margin = high > low ? (high - low) * 0.06 : Math.max(1e-9, Math.abs(high) * 0.1);
  return {low: low - margin, high: high + margin};
}

function strokeCurve(room, view, curve, low, high) {
  const {pen} = room;
  const from = Math.max(0, firstFrom(curve.times, view.from) - 1);
  const to = Math.min(curve.times.length, firstFrom(curve.times, view.to) + 1);
  const columns = (room.right - room.left) * room.ratio;
  const stretch = Math.max(1, Math.floor((to - from) / (2 * columns)));
  pen.beginPath();
  let open = false;
  const point = (i) => {
    if (!Number.isFinite(curve.values[i])) {
      open = false;
      return;
    }
    const x = xOf(room, view, curve.times[i]);
    const y = yOf(room, low, high, curve.values[i]);
    if (open) {
      pen.lineTo(x, y);
    } else {
      pen.moveTo(x, y);
    }
    open = true;
  };
  for (let i = from; i < to; i += stretch) {
    if (stretch === 1) {
      point(i);
      continue;
    }
    let least = i;
    let most = i;
    for (let k = i; k < Math.min(to, i + stretch); k++) {
      least = curve.values[k] < curve.values[least] ? k : least;
      most = curve.values[k] > curve.values[most] ? k : most;
    }
    point(Math.min(least, most));
    point(Math.max(least, most));
  }
  pen.stroke();
}

function drawCurves(panel, model, view, colours) {
  const room = begin(panel.canvas, 190, colours);
  panel.room = room;
  const {low, high} = panel.extent;
  drawValueAxis(room, low, high, colours);
  const {pen} = room;
  pen.save();
  pen.beginPath();
  pen.rect(room.left, room.top, room.right - room.left, room.bottom - room.top);
  pen.clip();
  panel.curves.forEach((curve, i) => {
    pen.strokeStyle = colours.series[i % COLOURS];
    pen.lineWidth = 1.3;
    strokeCurve(room, view, curve, low, high);
  });
  pen.restore();
  drawTimeAxis(room, view, colours);
  drawPhases(room, view, model.facts.phases, colours);
}

function describeCurves(panel, time) {
  const parts = panel.curves.map((curve) => {
    let i = Math.min(curve.times.length - 1, firstFrom(curve.times, time));
    if (i > 0 && time - curve.times[i - 1] < curve.times[i] - time) {
      i--;
    }
    return curve.name + ' ' + Number(curve.values[i]).toPrecision(5);
  });
  return time.toFixed(2) + ' ms: ' + parts.join(', ') + (panel.unit ? ' ' + panel.unit : '');
}
