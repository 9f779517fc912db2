import type { Project } from '../project.ts';
import type { Shown, ShownEvidence, ShownFinding } from '../session/shown.ts';

/** All that the page knows. */
export interface State {
  readonly project: Project;
  /** Whether it is the reader's own work, which is kept in the address. */
  readonly isOwn: boolean;
  /** The path of the file in the editor. */
  readonly active: string;
  /** What the last analysis said; undefined before the first. */
  readonly shown: Shown | undefined;
  /** Whether that is of the project as it is now. */
  readonly isFresh: boolean;
  /** The key of the finding of which the way is drawn. */
  readonly selected: string | undefined;
  /** What a profile shows; a sentence where it could not be used. */
  readonly evidence: ShownEvidence | string | undefined;
}

/** Holds the state, and tells who asked to be told of each change. */
export interface Store {
  readonly state: () => State;
  /** A change of the project makes the analysis old, and the project the reader's own unless it says otherwise. */
  update(change: Partial<State>): void;
  onChange(listener: (now: State, before: State) => void): void;
}

/** Makes a store. */
export function makeStore(start: State): Store {
  let now = start;
  const listeners: ((now: State, before: State) => void)[] = [];
  return {
    state: () => now,
    update(change) {
      const before = now;
      const isOld = change.project !== undefined && change.project !== before.project;
      now = { ...before, ...(isOld && { isFresh: false, isOwn: true }), ...change };
      for (const listener of listeners) listener(now, before);
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

/** The finding of which the way is drawn. */
export function selectedFinding({ shown, selected }: State): ShownFinding | undefined {
  return shown?.findings.find(({ key }) => key === selected);
}

/** The project with another text of a file. */
export function withText(project: Project, path: string, text: string): Project {
  return { ...project, files: project.files.map((file) => (file.path === path ? { path, text } : file)) };
}
