/** A line of a generated function: as golint-leaks sees it, and as it stands in the instrumented run. */
export interface Line {
  /** In tabs. */
  readonly depth: number;
  readonly shown: string;
  readonly run: string;
  /** The number of the acquisition on this line. */
  readonly acquires?: number;
  /** The label that the line is; Go does not compile one that nothing jumps to. */
  readonly label?: string;
}

/** A generated function. */
export interface Program {
  readonly name: string;
  readonly lines: readonly Line[];
}

/** The lines that are printed: without the labels that nothing jumps to. */
export function printed({ lines }: Program): readonly Line[] {
  const targets = new Set(lines.flatMap(({ shown }) => /^(?:break|continue|goto) (\w+)$/.exec(shown)?.[1] ?? []));
  return lines.filter(({ label }) => label === undefined || targets.has(label));
}

/** The function as Go, in one of both forms. */
export function text(program: Program, form: 'shown' | 'run'): readonly string[] {
  return [
    `func ${program.name}(a, b bool) {`,
    ...printed(program).map((line) => `${'\t'.repeat(line.depth)}${line[form]}`),
    '}',
  ];
}
