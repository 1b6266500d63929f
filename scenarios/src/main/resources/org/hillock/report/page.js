// Begins: reads the data, and draws whenever what is shown, the width or the light changes.

function modelOf(facts, text) {
  const groups = placeGroups(facts.groups);
  const rows = groups.reduce((sum, group) => sum + group.size, 0);
  const groupOfRow = new Uint16Array(rows);
  const neurons = groups.map((group) => {
    groupOfRow.fill(group.index, group.row, group.row + group.size);
    const first = Math.ceil(group.row / facts.stride);
    return Math.max(1, Math.ceil((group.row + group.size) / facts.stride) - first);
  });
  return {facts, groups, rows, groupOfRow, neurons, spikes: readSpikes(bytesOf(text), facts.count)};
}

function panelOf(figure, facts) {
  const [kind, number] = figure.dataset.panel.split('-');
  const panel = {
    kind,
    canvas: figure.querySelector('canvas'),
    mark: figure.querySelector('.mark'),
    readout: figure.querySelector('.readout'),
  };
  if (kind === 'curves') {
    const given = facts.panels[Number(number)];
    panel.curves = given.curves.map(readCurve);
    panel.unit = given.unit;
    panel.extent = extent(panel.curves);
  }
  return panel;
}

const DRAW = {raster: drawRaster, rates: drawRates, curves: drawCurves};

function sayWhatIsShown(model, view) {
  const places = Math.max(decimals(model.facts.tick), 1);
  let text = view.from.toFixed(places) + ' to ' + view.to.toFixed(places) + ' ms';
  if (model.rows > 0 && view.rowTo - view.rowFrom < model.rows) {
    text += ', ' + Math.round(view.rowTo - view.rowFrom) + ' of ' + model.rows + ' neurons';
  }
  const shown = document.getElementById('shown');
  shown.textContent = text;
  Object.assign(shown.dataset, view);
}

function drawAll(panels, model, view) {
  const colours = theme();
  for (const panel of panels) {
    panel.mark.hidden = true;
    DRAW[panel.kind](panel, model, view, colours);
  }
  sayWhatIsShown(model, view);
}

function startDrawings(facts, text) {
  const model = modelOf(facts, text);
  const view = wholeView(model);
  const panels = [...document.querySelectorAll('figure.drawn')].map((figure) => panelOf(figure, facts));
  let waiting = false;
  const now = () => drawAll(panels, model, view);
  const redraw = () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        now();
      });
    }
  };
  for (const panel of panels) {
    onKeys(panel.canvas, model, view, redraw);
    onWheel(panel, model, view, redraw);
    onHover(panel, model, view);
    onPointers(panel, model, view, redraw);
  }
  for (const button of document.querySelectorAll('[data-do]')) {
    button.addEventListener('click', () => {
      act(model, view, button.dataset.do);
      redraw();
    });
  }
  now();
  window.addEventListener('resize', redraw);
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  // Paper is white, whatever the screen is.
  window.addEventListener('beforeprint', () => {
    document.documentElement.classList.add('printing');
    now();
  });
  window.addEventListener('afterprint', () => {
    document.documentElement.classList.remove('printing');
    now();
  });
  document.documentElement.dataset.drawn = 'yes';
}

function selectAll(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = window.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

// A page of a file may be refused the clipboard: then the text is selected, ready to be copied.
function startCopying() {
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.addEventListener('click', async () => {
      const block = document.getElementById(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(block.textContent.trim());
        button.textContent = 'Copied';
      } catch {
        selectAll(block);
        button.textContent = document.execCommand('copy') ? 'Copied' : 'Selected';
      }
      setTimeout(() => (button.textContent = 'Copy'), 2000);
    });
  }
}

function start() {
  startCopying();
  const facts = document.getElementById('facts');
  if (facts) {
    startDrawings(JSON.parse(facts.textContent), document.getElementById('spikes').textContent);
  }
}

start();
