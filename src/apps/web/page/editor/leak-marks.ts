import type { Extension, Range, StateEffectType, Text } from '@codemirror/state';
import { RangeSet, RangeValue, StateEffect, StateField } from '@codemirror/state';
import type { DecorationSet } from '@codemirror/view';
import { Decoration, EditorView, gutter, GutterMarker, hoverTooltip, WidgetType } from '@codemirror/view';
import { stretchOf } from '../../marks/offsets.ts';
import { rail } from '../../marks/rail.ts';
import type { RailMark } from '../../marks/rail.ts';
import type { ShownFinding } from '../../session/shown.ts';
import { make } from '../elements/dom.ts';

/** What is drawn in a file: where leaks are, and the way of the one that is selected. */
export interface Drawn {
  readonly path: string;
  readonly findings: readonly ShownFinding[];
  readonly selected: ShownFinding | undefined;
}

/** Draws other marks. */
export const draw: StateEffectType<Drawn> = StateEffect.define<Drawn>();

interface Marks {
  readonly decorations: DecorationSet;
  readonly rail: RangeSet<GutterMarker>;
  /** By their places: what a pointer over them shows. */
  readonly leaks: RangeSet<LeakValue>;
}

const none: Marks = { decorations: Decoration.none, rail: RangeSet.empty, leaks: RangeSet.empty };

/** Marks move with the text until there are new ones. */
const marks = StateField.define<Marks>({
  create: () => none,
  update(now, { changes, docChanged, effects, state }) {
    const drawn = effects.findLast((effect) => effect.is(draw));
    if (drawn?.is(draw)) return marksOf(drawn.value, state.doc);
    return docChanged
      ? { decorations: now.decorations.map(changes), rail: now.rail.map(changes), leaks: now.leaks.map(changes) }
      : now;
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
});

/** The marks of leaks in the code, with a rail for the way, and words where the pointer rests. */
export const leakMarks: Extension = [
  marks,
  gutter({
    class: 'rail',
    markers: ({ state }) => state.field(marks).rail,
    initialSpacer: () => new RailMarker({ orders: [], above: false, below: false }),
  }),
  hoverTooltip((view, pos) => {
    const found: LeakValue[] = [];
    view.state.field(marks).leaks.between(pos, pos, (_from, _to, value) => void found.push(value));
    if (found.length === 0) return null;
    return { pos, create: () => ({ dom: make('div', {}, ...found.map(({ words }) => make('p', {}, words))) }) };
  }),
];

function marksOf({ path, findings, selected }: Drawn, doc: Text): Marks {
  const own = findings.filter((finding) => finding.path === path);
  return {
    decorations: Decoration.set([...own.flatMap((finding) => underline(finding, doc)), ...stepMarks(selected, path, doc)], true),
    rail: RangeSet.of([...rail(selected?.way ?? [], path)].flatMap(([line, mark]) =>
      (line <= doc.lines ? [new RailMarker(mark).range(doc.line(line).from)] : [])), true),
    leaks: RangeSet.of(own.flatMap((finding) => {
      const at = stretchOf(finding, doc);
      return at ? [new LeakValue(`${finding.level}: ${finding.message}`).range(at.from, at.to)] : [];
    }), true),
  };
}

function underline(finding: ShownFinding, doc: Text): readonly Range<Decoration>[] {
  const at = stretchOf(finding, doc);
  if (!at || at.from === at.to) return [];
  return [Decoration.mark({ class: `leak leak-${finding.level}` }).range(at.from, at.to)];
}

function stepMarks(selected: ShownFinding | undefined, path: string, doc: Text): readonly Range<Decoration>[] {
  const here = (selected?.way ?? []).filter((step) => step.path === path);
  return here.flatMap((step) => {
    const at = stretchOf(step, doc);
    if (!at) return [];
    const words = Decoration.widget({ widget: new StepWords(step.text, step.order), side: 1 }).range(
      doc.line(step.line).to,
    );
    return at.from === at.to ? [words] : [Decoration.mark({ class: 'step' }).range(at.from, at.to), words];
  });
}

/** What is said of a leak. */
class LeakValue extends RangeValue {
  readonly words: string;

  constructor(words: string) {
    super();
    this.words = words;
  }
}

/** Dots with the numbers of the way, and the line between them. */
class RailMarker extends GutterMarker {
  readonly #mark: RailMark;

  constructor(mark: RailMark) {
    super();
    this.#mark = mark;
  }

  override toDOM(): Node {
    const { orders, above, below } = this.#mark;
    const lines = [
      ...(above ? [make('i', { class: 'above' })] : []),
      ...(below ? [make('i', { class: 'below' })] : []),
    ];
    return make('div', {}, ...lines, ...orders.slice(-1).map((order) => make('b', {}, String(order))));
  }
}

/** What happens at a step, behind its line. The list of findings says the same to who does not see it. */
class StepWords extends WidgetType {
  readonly #words: string;
  readonly #order: number;

  constructor(words: string, order: number) {
    super();
    this.#words = words;
    this.#order = order;
  }

  override eq(other: StepWords): boolean {
    return other.#words === this.#words && other.#order === this.#order;
  }

  override toDOM(): HTMLElement {
    return make('span', { class: 'step-words', 'aria-hidden': 'true' }, `${this.#order} · ${this.#words}`);
  }
}
