import { growth } from './growth.ts';
import type { Measure, ProbeOutput, Row } from './probe-output.ts';

const WIDTH = 640;
const HEIGHT = 280;
const PLOT = { left: 72, right: WIDTH - 90, top: 44, bottom: HEIGHT - 44 };

/** What the axis of a measure is called, and how many of its own units make one of the axis. */
const AXES: Readonly<Record<Measure, { readonly title: string; readonly unit: number }>> = {
  heap: { title: 'heap in use, KiB', unit: 1024 },
  goroutines: { title: 'goroutines', unit: 1 },
  timers: { title: 'live timers', unit: 1 },
  files: { title: 'open descriptors', unit: 1 },
  leaked: { title: 'leaked goroutines', unit: 1 },
};

/**
 * The curves of both programs over the number of calls, as SVG for light and dark pages. Equal measures give equal
 * text.
 */
export function chart(name: string, leaky: ProbeOutput, fixed: ProbeOutput): string {
  const { title, unit } = AXES[leaky.about];
  const values = (rows: readonly Row[]): readonly number[] => rows.map((row) => row[leaky.about] / unit);
  const calls = leaky.rows.map((row) => row.calls);
  const xTicks = ticks(Math.max(...calls));
  const yTicks = ticks(Math.max(...values(leaky.rows), ...values(fixed.rows)));
  const x = scale(Math.max(...calls), PLOT.left, PLOT.right);
  const y = scale(yTicks.at(-1) ?? 1, PLOT.bottom, PLOT.top);
  const curve = (form: string, rows: readonly Row[]): readonly string[] => {
    const points = values(rows).map((value, index) => ({ x: x(calls[index] ?? 0), y: y(value) }));
    return [
      `<polyline class="${form}" points="${points.map((point) => `${round(point.x)},${round(point.y)}`).join(' ')}"/>`,
      `<text class="${form}" x="${PLOT.right + 8}" y="${round((points.at(-1)?.y ?? 0) + 4)}">${form}</text>`,
    ];
  };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img">`,
    `<title>${name}: ${title}, over the number of calls. ${described(leaky, fixed)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect width="${WIDTH}" height="${HEIGHT}"/>`,
    `<text x="${PLOT.left}" y="24">${title}</text>`,
    ...yTicks.map(
      (value) => `<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${round(y(value))}" y2="${round(y(value))}"/>`,
    ),
    ...yTicks.map((value) => `<text class="left" x="${PLOT.left - 8}" y="${round(y(value) + 4)}">${value}</text>`),
    ...xTicks.map((value) => `<text class="under" x="${round(x(value))}" y="${PLOT.bottom + 18}">${value}</text>`),
    `<text class="under" x="${(PLOT.left + PLOT.right) / 2}" y="${HEIGHT - 8}">calls</text>`,
    ...curve('fixed', fixed.rows),
    ...curve('leaky', leaky.rows),
    '</svg>',
    '',
  ].join('\n');
}

const STYLE = [
  'text{font:12px sans-serif;fill:#1f2328;stroke:none}.left{text-anchor:end}.under{text-anchor:middle}',
  'rect{fill:#fff}line{stroke:#d1d9e0}polyline{fill:none;stroke-width:2}',
  'polyline.leaky{stroke:#cf222e}text.leaky{fill:#cf222e}polyline.fixed{stroke:#1a7f37}text.fixed{fill:#1a7f37}',
  '@media(prefers-color-scheme:dark){rect{fill:#0d1117}text{fill:#f0f6fc}line{stroke:#3d444d}',
  'polyline.leaky{stroke:#ff7b72}text.leaky{fill:#ff7b72}polyline.fixed{stroke:#3fb950}text.fixed{fill:#3fb950}}',
].join('');

/** The chart in words, for those who do not see it. */
function described(leaky: ProbeOutput, fixed: ProbeOutput): string {
  const { unit } = AXES[leaky.about];
  const by = (rows: readonly Row[]): number => Math.round(growth(rows, leaky.about) / unit);
  return `From the first third to the last the leaky program grows by ${by(leaky.rows)}, the fixed one by ${by(fixed.rows)}.`;
}

/**
 * From 0 in steps of 1, 2 or 5 times a power of ten, four to eight of them, to the first that is not below the most.
 */
function ticks(most: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  const step = [0.2, 0.5, 1, 2].map((factor) => factor * power).find((each) => most / each <= 8) ?? power;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => Math.round(index * step * 10) / 10);
}

function scale(most: number, from: number, to: number): (value: number) => number {
  return (value) => from + (value / most) * (to - from);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
