// The part of the run that is shown, and the ways to change it.

function wholeView(model) {
  const {start, stop} = model.facts;
  return {from: start, to: stop > start ? stop : start + 1, rowFrom: 0, rowTo: Math.max(1, model.rows)};
}

function clampRange(from, to, low, high, least) {
  const span = Math.min(high - low, Math.max(least, to - from));
  const begins = Math.min(high - span, Math.max(low, from));
  return [begins, begins + span];
}

function changeTime(model, view, from, to) {
  const whole = wholeView(model);
  const least = Math.max(model.facts.tick * 10, (whole.to - whole.from) * 1e-6);
  [view.from, view.to] = clampRange(from, to, whole.from, whole.to, Math.min(least, whole.to - whole.from));
}

function changeRows(model, view, from, to) {
  const whole = wholeView(model);
  [view.rowFrom, view.rowTo] = clampRange(from, to, 0, whole.rowTo, Math.min(4, whole.rowTo));
}

function zoomTime(model, view, factor, centre) {
  changeTime(model, view, centre - (centre - view.from) * factor, centre + (view.to - centre) * factor);
}

function zoomRows(model, view, factor, centre) {
  changeRows(model, view, centre - (centre - view.rowFrom) * factor, centre + (view.rowTo - centre) * factor);
}

function move(model, view, time, rows) {
  changeTime(model, view, view.from + time, view.to + time);
  changeRows(model, view, view.rowFrom + rows, view.rowTo + rows);
}

function isWhole(model, view) {
  const whole = wholeView(model);
  return view.from <= whole.from && view.to >= whole.to;
}

function act(model, view, what) {
  const middle = (view.from + view.to) / 2;
  const row = (view.rowFrom + view.rowTo) / 2;
  const step = (view.to - view.from) / 4;
  const rows = (view.rowTo - view.rowFrom) / 4;
  const acts = {
    'zoom-in': () => zoomTime(model, view, 0.5, middle),
    'zoom-out': () => zoomTime(model, view, 2, middle),
    earlier: () => move(model, view, -step, 0),
    later: () => move(model, view, step, 0),
    up: () => move(model, view, 0, -rows),
    down: () => move(model, view, 0, rows),
    fewer: () => zoomRows(model, view, 0.5, row),
    more: () => zoomRows(model, view, 2, row),
    all: () => Object.assign(view, wholeView(model)),
  };
  acts[what]();
}

const KEYS = {
  '+': 'zoom-in', '=': 'zoom-in', '-': 'zoom-out', ArrowLeft: 'earlier', ArrowRight: 'later',
  ArrowUp: 'up', ArrowDown: 'down', 0: 'all', Home: 'all',
};

function onKeys(canvas, model, view, redraw) {
  canvas.addEventListener('keydown', (event) => {
    const what = KEYS[event.key];
    if (what && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      act(model, view, what);
      redraw();
    }
  });
}

// Where everything is shown, turning the wheel further out scrolls the page.
function onWheel(panel, model, view, redraw) {
  panel.canvas.addEventListener('wheel', (event) => {
    const amount = event.deltaY || event.deltaX;
    if (amount > 0 && !event.shiftKey && isWhole(model, view)) {
      return;
    }
    event.preventDefault();
    const factor = Math.exp(Math.max(-1, Math.min(1, amount / 300)));
    const {room} = panel;
    if (event.shiftKey && panel.kind === 'raster') {
      const share = (event.offsetY - room.top) / (room.bottom - room.top);
      zoomRows(model, view, factor, view.rowFrom + share * (view.rowTo - view.rowFrom));
    } else {
      zoomTime(model, view, factor, timeAt(room, view, event.offsetX));
    }
    redraw();
  }, {passive: false});
}

// One pointer drags, two zoom by their distance.
function onPointers(panel, model, view, redraw) {
  const pointers = new Map();
  const {canvas} = panel;
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, {x: event.offsetX, y: event.offsetY});
  });
  canvas.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) {
      return;
    }
    const now = {x: event.offsetX, y: event.offsetY};
    if (pointers.size === 1) {
      drag(panel, model, view, before, now);
    } else if (pointers.size === 2) {
      const other = [...pointers].find(([id]) => id !== event.pointerId)[1];
      pinch(panel, model, view, before, now, other);
    }
    pointers.set(event.pointerId, now);
    redraw();
  });
  for (const end of ['pointerup', 'pointercancel']) {
    canvas.addEventListener(end, (event) => pointers.delete(event.pointerId));
  }
}

function drag(panel, model, view, before, now) {
  const {room} = panel;
  const time = ((before.x - now.x) * (view.to - view.from)) / (room.right - room.left);
  const rows = panel.kind === 'raster'
    ? ((before.y - now.y) * (view.rowTo - view.rowFrom)) / (room.bottom - room.top) : 0;
  move(model, view, time, rows);
}

function pinch(panel, model, view, before, now, other) {
  const apart = (a) => Math.max(10, Math.hypot(a.x - other.x, a.y - other.y));
  zoomTime(model, view, apart(before) / apart(now), timeAt(panel.room, view, (now.x + other.x) / 2));
}

function onHover(panel, model, view) {
  panel.canvas.addEventListener('pointermove', (event) => {
    const {offsetX, offsetY} = event;
    const {room} = panel;
    const inside = offsetX >= room.left && offsetX <= room.right;
    const time = timeAt(room, view, offsetX);
    panel.mark.hidden = true;
    if (!inside) {
      panel.readout.textContent = '';
    } else if (panel.kind === 'raster') {
      const i = nearestSpike(panel, model, view, offsetX, offsetY);
      panel.readout.textContent = i < 0 ? '' : describeSpike(model, i);
      if (i >= 0) {
        panel.mark.hidden = false;
        panel.mark.style.left = xOf(room, view, model.spikes.ticks[i] * model.facts.tick) + 'px';
        panel.mark.style.top = rowY(room, view, model.spikes.rows[i] + 0.5) + 'px';
      }
    } else {
      panel.readout.textContent = panel.kind === 'rates'
        ? describeRates(panel, model, time) : describeCurves(panel, time);
    }
  });
  panel.canvas.addEventListener('pointerleave', () => {
    panel.mark.hidden = true;
    panel.readout.textContent = '';
  });
}
