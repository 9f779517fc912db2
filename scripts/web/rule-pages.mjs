// The pages of the rules as HTML, each example with a link that opens it in the playground.
import { goLanguage } from '@codemirror/lang-go';
import { classHighlighter, highlightCode } from '@lezer/highlight';
import { Marked } from 'marked';

const source = 'https://github.com/golint-leaks/golint-leaks';
const words = { leaky: 'It leaks', clean: 'Mended' };

/** The list of the rules. */
export function rulesHtml(rules) {
  const rows = rules.map(({ id, summary }) => `<li><a href="${id}.html">${escaped(id)}</a><p>${escaped(summary)}.</p></li>`).join('\n');
  return page('Rules', `<h1>Rules</h1>\n<p>What golint-leaks finds. Each page says what that is, why it leaks, how to mend it, and when not to.</p>\n<ul class="rules">\n${rows}\n</ul>`);
}

/** The page of a rule, from its `rule.md`. */
export function ruleHtml({ id, examples }, text) {
  let block = 0;
  const markdown = new Marked({
    renderer: {
      code({ text: code, lang = '' }) {
        if (!lang.startsWith('go ')) return `<pre tabindex="0"><code>${escaped(code)}</code></pre>\n`;
        const { name } = examples[block++];
        const [kind] = name.split('-');
        return `<figure class="example ${kind}"><figcaption><span>${words[kind]}</span> `
          + `<a href="../#example=${id}/${name}">Open in the playground</a></figcaption>`
          + `<pre tabindex="0"><code>${highlighted(code)}</code></pre></figure>\n`;
      },
      table({ header, rows }) {
        const cells = (row, tag) => row.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('');
        return `<table><thead><tr>${cells(header, 'th')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table>\n`;
      },
      link({ href, tokens }) {
        return `<a href="${escaped(target(href, id))}">${this.parser.parseInline(tokens)}</a>`;
      },
    },
  });
  return page(id, `<p class="up"><a href="./">All rules</a></p>\n${markdown.parse(text)}`);
}

/** Links of the page lead into the repository, but for those to pages of other rules. */
function target(href, id) {
  const [, other] = /^\.\.\/([\w-]+)\/rule\.md$/.exec(href) ?? [];
  if (other !== undefined) return `${other}.html`;
  return /^https?:/.test(href) ? href : new URL(href, `${source}/blob/main/rules/${id}/rule.md`).href;
}

function highlighted(code) {
  let html = '';
  const put = (text, classes) => {
    html += classes ? `<span class="${classes}">${escaped(text)}</span>` : escaped(text);
  };
  highlightCode(code, goLanguage.parser.parse(code), classHighlighter, put, () => { html += '\n'; });
  return html;
}

function page(title, body) {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} – golint-leaks</title>
<link rel="icon" href="../icon.svg">
<link rel="stylesheet" href="../style.css">
</head>
<body class="reading">
<header class="bar">
<p class="brand"><a href="../">golint-leaks</a> <span>rules</span></p>
<nav aria-label="Site"><a href="../">Playground</a> <a href="./">Rules</a> <a href="${source}">Source</a></nav>
</header>
<main>
${body}
</main>
</body>
</html>
`;
}

function escaped(text) {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
