/** A text of one extreme shape. Built when asked for: some are many megabytes long. */
export interface Extreme {
  readonly name: string;
  readonly text: () => string;
  /** Takes long: only the long tests and the fuzzer try it. */
  readonly heavy?: true;
}

const LEVELS = 200_000;

/** Shapes that have broken parsers, analyzers or their users' machines. */
export const extremes: readonly Extreme[] = [
  { name: 'nested parentheses', text: () => inFunc(`x := ${nest('(', '1', ')')}`) },
  { name: 'nested index expressions', text: () => inFunc(`x := ${nest('a[', '1', ']')}`) },
  { name: 'nested composite literals', text: () => inFunc(`x := T${nest('{', '', '}')}`) },
  { name: 'nested calls', text: () => inFunc(nest('f(', '', ')')) },
  { heavy: true, name: 'nested blocks', text: () => inFunc(nest('{\n', '', '}\n')) },
  { heavy: true, name: 'nested if', text: () => inFunc(nest('if a {\n', '', '}\n')) },
  { heavy: true, name: 'else if without end', text: () => inFunc(`${'if a { f() } else '.repeat(LEVELS)}{}`) },
  { heavy: true, name: 'nested for', text: () => inFunc(nest('for {\n', 'break', '}\n')) },
  { heavy: true, name: 'nested select', text: () => inFunc(nest('select { case <-c:\n', '', '}\n')) },
  { heavy: true, name: 'nested switch', text: () => inFunc(nest('switch { case a:\n', '', '}\n')) },
  {
    heavy: true,
    name: 'nested function literals',
    text: () => inFunc(nest('go func() {\n', 't := time.NewTicker(1)', '}()\n', 50_000)),
  },
  { name: 'nested pointer types', text: () => `package p\n\nvar x ${'*'.repeat(LEVELS)}int\n` },
  { heavy: true, name: 'nested channel types', text: () => `package p\n\nvar x ${'chan '.repeat(LEVELS)}int\n` },
  { name: 'nested struct types', text: () => `package p\n\ntype T ${nest('struct { a ', 'int', '}', 50_000)}\n` },
  { name: 'open brackets only', text: () => inFunc('({['.repeat(LEVELS)) },
  { heavy: true, name: 'closing brackets only', text: () => inFunc(')}]'.repeat(LEVELS)) },
  { name: 'one long sum', text: () => inFunc(`x := ${'a + '.repeat(LEVELS)}1`) },
  { heavy: true, name: 'one long selector', text: () => inFunc(`x := a${'.b'.repeat(LEVELS)}`) },
  { name: 'unary minus without end', text: () => inFunc(`x := ${'-'.repeat(LEVELS)}1`) },
  { name: 'receives without end', text: () => inFunc(`go f()\nx := ${'<-'.repeat(LEVELS)}c`) },
  { name: 'labels without end', text: () => inFunc(Array.from({ length: 20_000 }, (_, i) => `L${i}:\n`).join('')) },
  {
    heavy: true,
    name: 'gotos among labels',
    text: () =>
      inFunc(
        `t := time.NewTicker(1)\n${Array.from({ length: 2_000 }, (_, i) => `L${i}:\n\tif a {\n\t\tgoto L${(i * 7919) % 2_000}\n\t}\n`).join('')}`,
      ),
  },
  {
    heavy: true,
    name: 'many tickers',
    text: () =>
      inFunc(
        Array.from({ length: 1_000 }, (_, i) => `t${i} := time.NewTicker(1)\n<-t${i}.C\nif a {\n\treturn\n}\n`).join(
          '',
        ),
      ),
  },
  {
    heavy: true,
    name: 'many goroutines',
    text: () =>
      inFunc(
        Array.from(
          { length: 5_000 },
          (_, i) => `c${i} := make(chan int)\ngo func() {\n\tfor range c${i} {\n\t}\n}()\n`,
        ).join(''),
      ),
  },
  {
    name: 'many channels',
    heavy: true,
    text: () =>
      inFunc(
        Array.from(
          { length: 2_000 },
          (_, i) =>
            `c${i} := make(chan int)\ngo func() { c${i} <- 1 }()\nselect {\ncase <-c${i}:\ncase <-time.After(1):\n\treturn\n}\n`,
        ).join(''),
      ),
  },
  {
    heavy: true,
    name: 'many maps',
    text: () =>
      `package p\n\n${Array.from({ length: 5_000 }, (_, i) => `var m${i} = map[string]int{}\n\nfunc f${i}(k string) { m${i}[k] = 1 }\n`).join('\n')}`,
  },
  {
    heavy: true,
    name: 'many read loops',
    text: () =>
      `package p\n\nimport "net"\n\nfunc f(c net.Conn) {\n${Array.from({ length: 3_000 }, () => '\tgo func() {\n\t\tfor {\n\t\t\t_, err := c.Read(b)\n\t\t\tif err != nil {\n\t\t\t\tcontinue\n\t\t\t}\n\t\t}\n\t}()\n').join('')}}\n`,
  },
  {
    heavy: true,
    name: 'a function that is too long',
    text: () =>
      inFunc(
        Array.from({ length: 20_000 }, (_, i) => `t${i} := time.NewTicker(1)\n<-t${i}.C\nif a {\n\treturn\n}\n`).join(
          '',
        ),
      ),
  },
  {
    heavy: true,
    name: 'many functions',
    text: () => `package p\n\n${Array.from({ length: 50_000 }, (_, i) => `func f${i}() { f${i + 1}() }\n`).join('')}`,
  },
  {
    heavy: true,
    name: 'many imports',
    text: () =>
      `package p\n\nimport (\n${Array.from({ length: 50_000 }, (_, i) => `\t"a/b${i}"\n`).join('')})\n\nvar t = time.NewTicker(1)\n`,
  },
  {
    heavy: true,
    name: 'many directives',
    text: () => inFunc('//nolint:ticker-not-stopped // because\n'.repeat(50_000)),
  },
  { name: 'a line of a megabyte', text: () => inFunc('f(); '.repeat(LEVELS)) },
  { name: 'a string of a megabyte', text: () => inFunc(`t := time.NewTicker(1)\nx := "${'a'.repeat(1_000_000)}"`) },
  {
    heavy: true,
    name: 'a raw string of a megabyte',
    text: () => inFunc(`t := time.NewTicker(1)\nx := \`${'a\n'.repeat(500_000)}\``),
  },
  { name: 'a comment of a megabyte', text: () => inFunc(`t := time.NewTicker(1) // ${'a'.repeat(1_000_000)}`) },
  { name: 'an identifier of a megabyte', text: () => inFunc(`${'a'.repeat(1_000_000)} := time.NewTicker(1)`) },
  { name: 'a number of a megabyte', text: () => inFunc(`t := time.NewTicker(${'1'.repeat(1_000_000)})`) },
  {
    heavy: true,
    name: 'a million bytes in a literal',
    text: () =>
      `package p\n\nvar x = []byte{${'0x41, '.repeat(1_000_000)}}\n\nfunc f() { t := time.NewTicker(1); <-t.C }\n`,
  },
  {
    heavy: true,
    name: 'a generated file of 30 MB',
    text: () =>
      `package p\n\nimport "time"\n\n${'func f() int {\n\treturn 1\n}\n\n'.repeat(1_000_000)}func g() { t := time.NewTicker(1); <-t.C }\n`,
  },
  { name: 'quotes', text: () => inFunc('"\''.repeat(LEVELS)) },
  { heavy: true, name: 'back quotes', text: () => inFunc('`'.repeat(LEVELS + 1)) },
  { name: 'comment openings', text: () => `package p\n${'/*'.repeat(LEVELS)}` },
  { heavy: true, name: 'NUL', text: () => inFunc('\0'.repeat(1_000_000)) },
  { name: 'lone carriage returns', text: () => inFunc('t := time.NewTicker(1)').replaceAll('\n', '\r') },
  {
    heavy: true,
    name: 'functions that never close',
    text: () => `package p\n\n${'func f() {\n\tif x {\n\t\tg(\n'.repeat(50_000)}`,
  },
  {
    heavy: true,
    name: 'functions that close too often',
    text: () => `package p\n\n${'func f() {\n\t}\n\t}\n\tvar y = 1\n}\n'.repeat(20_000)}`,
  },
  {
    heavy: true,
    name: 'generic brackets',
    text: () => inFunc(`x := ${'f['.repeat(LEVELS)}int${']'.repeat(LEVELS)}(1)`),
  },
  {
    heavy: true,
    name: 'type parameters without end',
    text: () =>
      `package p\n\nfunc (r *R) N[${'T any, '.repeat(LEVELS)}U any](n int) { t := time.NewTicker(1); <-t.C }\n`,
  },
  { name: 'empty', text: () => '' },
  { name: 'no package clause', text: () => 'func f() { t := time.NewTicker(1); <-t.C }\n' },
];

function inFunc(body: string): string {
  return `package p\n\nimport "time"\n\nfunc f() {\n${body}\n}\n\nfunc after() {\n\tt := time.NewTicker(time.Second)\n\t<-t.C\n}\n`;
}

function nest(open: string, inner: string, close: string, levels = LEVELS): string {
  return open.repeat(levels) + inner + close.repeat(levels);
}
