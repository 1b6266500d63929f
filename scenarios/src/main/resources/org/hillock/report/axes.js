// Axes, colours and the room that a drawing has.

const COLOURS = 8;

function theme() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue('--' + name).trim();
  const series = [];
  for (let i = 1; i <= COLOURS; i++) {
    series.push(colour('s' + i));
  }
  return {paper: colour('paper'), ink: colour('ink'), soft: colour('soft'), rule: colour('rule'), series};
}

function niceStep(span, most) {
  const rough = span / most;
  const power = Math.pow(10, Math.floor(Math.log10(rough)));
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough * 0.999999) || 10;
  return factor * power;
}

function decimals(step) {
  return Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)));
}

function ticksIn(from, to, most) {
  const step = niceStep(to - from, most);
  const places = decimals(step);
  const ticks = [];
  for (let k = Math.ceil(from / step - 1e-9); k * step <= to + step * 1e-9; k++) {
    ticks.push({value: k * step, text: (k * step).toFixed(places)});
  }
  return ticks;
}

// The canvas has as many pixels as the screen, so that marks of one pixel are sharp.
function begin(canvas, height, colours) {
  const ratio = window.devicePixelRatio || 1;
  const width = Math.max(200, canvas.parentElement.clientWidth);
  const wide = Math.round(width * ratio);
  const high = Math.round(height * ratio);
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    canvas.style.height = height + 'px';
  }
  const pen = canvas.getContext('2d');
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.fillStyle = colours.paper;
  pen.fillRect(0, 0, width, height);
  pen.font = '12px DejaVu Sans, Verdana, Segoe UI, system-ui, sans-serif';
  const left = width < 500 ? 52 : 78;
  return {pen, ratio, left, right: width - 10, top: 18, bottom: height - 24};
}

function xOf(room, view, time) {
  return room.left + ((time - view.from) / (view.to - view.from)) * (room.right - room.left);
}

function timeAt(room, view, x) {
  return view.from + ((x - room.left) / (room.right - room.left)) * (view.to - view.from);
}

function drawTimeAxis(room, view, colours) {
  const {pen} = room;
  pen.strokeStyle = colours.rule;
  pen.lineWidth = 1;
  pen.fillStyle = colours.soft;
  pen.textAlign = 'center';
  pen.textBaseline = 'top';
  const most = Math.max(2, Math.floor((room.right - room.left) / 80));
  for (const tick of ticksIn(view.from, view.to, most)) {
    const x = Math.round(xOf(room, view, tick.value)) + 0.5;
    pen.beginPath();
    pen.moveTo(x, room.bottom);
    pen.lineTo(x, room.bottom + 4);
    pen.stroke();
    const half = pen.measureText(tick.text).width / 2;
    pen.fillText(tick.text, Math.min(x, room.right + 9 - half), room.bottom + 7);
  }
  pen.strokeRect(room.left + 0.5, room.top + 0.5, room.right - room.left - 1, room.bottom - room.top);
}

function drawValueAxis(room, low, high, colours) {
  const {pen} = room;
  pen.fillStyle = colours.soft;
  pen.strokeStyle = colours.rule;
  pen.textAlign = 'right';
  pen.textBaseline = 'middle';
  for (const tick of ticksIn(low, high, 4)) {
    const y = Math.round(yOf(room, low, high, tick.value)) + 0.5;
    pen.beginPath();
    pen.moveTo(room.left, y);
    pen.lineTo(room.right, y);
    pen.stroke();
    pen.fillText(tick.text, room.left - 6, y);
  }
}

function yOf(room, low, high, value) {
  return room.bottom - ((value - low) / (high - low)) * (room.bottom - room.top);
}

// Where phases begin; names only where they have room.
function drawPhases(room, view, phases, colours) {
  const {pen} = room;
  let free = room.left;
  let last = -Infinity;
  pen.textAlign = 'left';
  pen.textBaseline = 'bottom';
  phases.forEach((phase, i) => {
    const end = i + 1 < phases.length ? phases[i + 1].begin : view.to;
    if (end <= view.from || phase.begin >= view.to) {
      return;
    }
    const x = Math.max(room.left, xOf(room, view, phase.begin));
    if (phase.begin > view.from && x - last >= 4) {
      last = x;
      pen.strokeStyle = colours.soft;
      pen.setLineDash([4, 3]);
      pen.beginPath();
      pen.moveTo(Math.round(x) + 0.5, room.top);
      pen.lineTo(Math.round(x) + 0.5, room.bottom);
      pen.stroke();
      pen.setLineDash([]);
    }
    const width = pen.measureText(phase.name).width;
    if (x >= free && x + width < room.right) {
      pen.fillStyle = colours.soft;
      pen.fillText(phase.name, x + 2, room.top - 2);
      free = x + width + 10;
    }
  });
}
