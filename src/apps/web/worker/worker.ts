import type { Parser } from '../../../syntax/parse/parser.ts';
import { startParser } from '../../../syntax/parse/parser.ts';
import type { Answer, Question } from '../protocol.ts';
import { analysed } from '../session/analysed.ts';
import { show } from '../session/show.ts';

/** The grammar lies beside this program. */
const GRAMMAR = 'tree-sitter-go.wasm';

const parser = startParser(GRAMMAR);

/** Questions that wait. Of those for an analysis only the last counts: the others are about texts of the past. */
let waiting: readonly Question[] = [];
let isBusy = false;

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  waiting = [...waiting.filter(({ kind }) => data.kind !== 'analyse' || kind !== 'analyse'), data];
  if (!isBusy) void answerAll();
});

parser.then(() => say({ kind: 'ready' }), (error: unknown) => say({ kind: 'failed', id: 0, reason: String(error) }));

function say(answer: Answer): void {
  postMessage(answer);
}

async function answerAll(): Promise<void> {
  isBusy = true;
  for (let next = await taken(); next; next = await taken()) {
    try {
      say(await answer(next, await parser));
    } catch (error) {
      say({ kind: 'failed', id: next.id, reason: String(error) });
    }
  }
  isBusy = false;
}

/** The next question, after those that have come meanwhile were seen. */
async function taken(): Promise<Question | undefined> {
  await new Promise((resolve) => setTimeout(resolve));
  const [next, ...others] = waiting;
  waiting = others;
  return next;
}

async function answer(question: Question, ready: Parser): Promise<Answer> {
  const { id, project } = question;
  const outcome = analysed(project, ready);
  if (ready.isBroken()) throw new Error('the parser has run out of memory');
  switch (question.kind) {
    case 'analyse':
      return { kind: 'analysed', id, shown: show(outcome, project) };
    case 'report': {
      const [{ reportText }, { pages }, { version }] = await Promise.all([
        import('../session/report.ts'), import('built:rule-pages'), import('built:version'),
      ]);
      return {
        kind: 'report',
        id,
        text: reportText(question.format, outcome, project, { version, page: (rule) => pages[rule] ?? '' }),
      };
    }
    case 'evidence': {
      const { evidence } = await import('../session/evidence.ts');
      return { kind: 'evidence', id, evidence: await evidence(outcome, question.name, question.input, ready) };
    }
  }
}
