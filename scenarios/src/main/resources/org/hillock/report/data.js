// What the page holds, turned into arrays once.

function bytesOf(text) {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) {
    bytes[i] = raw.charCodeAt(i);
  }
  return bytes;
}

// Spikes: of each the ticks since the one before and its row, seven bits a byte, the lowest first.
// Sums of ticks may exceed 32 bits, so they are added, not shifted.
function readSpikes(bytes, count) {
  const ticks = new Float64Array(count);
  const rows = new Uint32Array(count);
  let at = 0;
  let time = 0;
  const next = () => {
    let number = 0;
    let weight = 1;
    while (bytes[at] > 127) {
      number += (bytes[at++] - 128) * weight;
      weight *= 128;
    }
    return number + bytes[at++] * weight;
  };
  for (let i = 0; i < count; i++) {
    time += next();
    ticks[i] = time;
    rows[i] = next();
  }
  return {ticks, rows, count};
}

function readCurve(curve) {
  const values = new Float32Array(bytesOf(curve.values).buffer);
  const times = curve.times
    ? new Float64Array(bytesOf(curve.times).buffer)
    : Float64Array.from(values, (_, i) => curve.first + i * curve.step);
  return {name: curve.name, times, values};
}

// Index of the first element that is not below a value.
function firstFrom(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// Rows of each population: where it begins and which neurons they are.
function placeGroups(groups) {
  let row = 0;
  return groups.map((group, index) => {
    const placed = {...group, row, index};
    row += group.size;
    return placed;
  });
}

function groupAt(groups, row) {
  return groups.find((group) => row >= group.row && row < group.row + group.size);
}
