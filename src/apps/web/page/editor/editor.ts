import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { goLanguage } from '@codemirror/lang-go';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { stretchOf } from '../../marks/offsets.ts';
import type { ProjectFile } from '../../project.ts';
import type { Place, ShownFix } from '../../session/shown.ts';
import { theme } from './editor-theme.ts';
import { draw, leakMarks } from './leak-marks.ts';
import type { Drawn } from './leak-marks.ts';

/** The editor. Each file has its own history while the page is open. */
export interface Editor {
  /** Shows a file; a text other than the one it had replaces that. */
  open(file: ProjectFile): void;
  /** Forgets a file: its history goes, too. */
  forget(path: string): void;
  draw(drawn: Drawn): void;
  /** Puts the cursor at a place of the open file, and shows it. */
  reveal(place: Place): void;
  /** Makes the changes of a fix, to be undone in one step. */
  apply(fix: ShownFix): void;
  focus(): void;
}

/** What the editor tells. */
export interface EditorEvents {
  readonly onText: (path: string, text: string) => void;
  /** The next finding is asked for, or the one before. */
  readonly onNext: (step: 1 | -1) => void;
}

/**
 * Makes the editor in an element: in a shadow, where its styles are made without any that a policy would have to allow.
 */
export function makeEditor(parent: HTMLElement, { onText, onNext }: EditorEvents): Editor {
  const shadow = parent.attachShadow({ mode: 'open' });
  const states = new Map<string, EditorState>();
  let path = '';
  const extensions = [
    lineNumbers(), leakMarks, highlightActiveLine(), highlightActiveLineGutter(), drawSelection(), history(), bracketMatching(), indentOnInput(),
    indentUnit.of('\t'), EditorState.tabSize.of(4), goLanguage, syntaxHighlighting(classHighlighter), theme,
    keymap.of([
      { key: 'F8', run: () => told(() => onNext(1)), shift: () => told(() => onNext(-1)) },
      ...defaultKeymap, ...historyKeymap, indentWithTab,
    ]),
    EditorView.contentAttributes.of({ 'aria-label': 'Go source. F8 goes to the next finding. Escape, then Tab leaves the editor.', autocapitalize: 'off' }),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) onText(path, state.doc.toString());
    }),
  ];
  const stateOf = (text: string): EditorState => EditorState.create({ doc: text, extensions });
  const view = new EditorView({ state: stateOf(''), parent: shadow, root: shadow });
  return {
    open(file) {
      if (file.path === path && file.text === view.state.doc.toString()) return;
      if (path !== '') states.set(path, view.state);
      const known = states.get(file.path);
      path = file.path;
      view.setState(known?.doc.toString() === file.text ? known : stateOf(file.text));
    },
    forget: (old) => void states.delete(old),
    draw: (drawn) => view.dispatch({ effects: draw.of(drawn) }),
    reveal(place) {
      const at = stretchOf(place, view.state.doc);
      if (at)
        view.dispatch({
          selection: { anchor: at.from },
          effects: EditorView.scrollIntoView(at.from, { y: 'nearest', yMargin: 80 }),
        });
    },
    apply: ({ edits }) =>
      view.dispatch({
        changes: edits.map(({ pos, end, text }) => ({ from: pos, to: end, insert: text })),
        userEvent: 'input.fix',
      }),
    focus: () => view.focus(),
  };
}

function told(tell: () => void): true {
  tell();
  return true;
}
