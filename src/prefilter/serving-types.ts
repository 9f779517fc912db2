import { bodyEnd } from './container-fields.ts';

/** What a method takes that is called for each request; the text of a package without one of these words is not looked at further. */
const requests = /ResponseWriter|\*gin\.Context|echo\.Context|\*?fiber\.Ctx|\*fasthttp\.RequestCtx|\*restful\.Request|\*ghttp\.Request|Request\)|Req\)/;
const keeps = /\) (?:Serve|ListenAndServe|Run|Start|Listen|run|serve|start|loop|listen|Accept|accept)\w*\(/;
const runs = /^(?:Serve|ListenAndServe|Run|Start|Listen|run|serve|start|loop|listen|Accept|accept)(?!\p{Ll})/u;
/** A method at the margin, with its receiver's type and its parameters as far as they stand on the line. */
const method = /^func \([\p{L}_][\p{L}\p{Nd}_]{0,80} \*?([\p{L}_][\p{L}\p{Nd}_]{0,80})(?:\[[^\]\n]{1,80}\])?\) ([\p{L}_][\p{L}\p{Nd}_]{0,80})\(([^\n]{0,300})/gmu;

/** What goroutines share has a lock, or is a map that has its own. */
const shared = /Mutex\b|\b[Ss]ync\.?Map\b/;
const struct = /^type ([\p{L}_][\p{L}\p{Nd}_]{0,80}) struct \{/gmu;

/** The types that have methods which serve requests, by the text: their values live as long as the server does. */
export function servingTypes(texts: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const text of texts) {
    if (shared.test(text)) for (const { 1: type = '', index } of text.matchAll(struct)) if (shared.test(text.slice(index, bodyEnd(text, index)))) found.add(type);
    if (!requests.test(text) && !keeps.test(text)) continue;
    for (const [, type = '', name = '', parameters = ''] of text.matchAll(method)) if (serves(parameters) || runs.test(name)) found.add(type);
  }
  return found;
}

/** `(w http.ResponseWriter, r *http.Request)`, `(c *gin.Context)`, `(ctx context.Context, req *pb.PutRequest) (`. */
function serves(parameters: string): boolean {
  return /^(?:\w+ )?(?:http\.ResponseWriter|\*gin\.Context|echo\.Context|\*?fiber\.Ctx|\*fasthttp\.RequestCtx|\*restful\.Request|\*ghttp\.Request)\b/.test(parameters)
    || /^\w+ context\.Context, \w+ \*\w+\.\w+Req(?:uest)?\) \(/.test(parameters);
}
