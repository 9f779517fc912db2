import { wordsOfName } from '../../model/entity-name.ts';
import type { DeclInfo, FuncNode, Var } from '../../model/info.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { dereferenced, typeFromExpr, typeString, underlying } from '../../model/type.ts';
import { typeOfVar } from '../../model/type-of.ts';

/** Types of parameters of functions that run once for each request or connection. */
const requests = new RegExp(
  [
    String.raw`^net/http\.(?:ResponseWriter|Request)$`,
    String.raw`^net\.(?:Conn|TCPConn|UDPConn|Addr)$`,
    String.raw`^github\.com/(?:gin-gonic/gin|labstack/echo(?:/v\d+)?|kataras/iris(?:/v\d+)?|beego/beego(?:/v\d+)?/server/web/context)\.Context$`,
    String.raw`^github\.com/(?:gofiber/fiber(?:/v\d+)?\.Ctx|valyala/fasthttp\.RequestCtx)$`,
    String.raw`^github\.com/(?:gorilla|lxzan|fasthttp)/(?:websocket|gws)\.Conn$`,
    String.raw`^(?:nhooyr\.io|github\.com/coder)/websocket\.Conn$`,
    String.raw`^github\.com/emicklei/go-restful(?:/v\d+)?\.Request$`,
    String.raw`^github\.com/gogf/gf(?:/v\d+)?/net/ghttp\.Request$`,
    String.raw`^github\.com/miekg/dns\.(?:Msg|ResponseWriter)$`,
  ].join('|'),
);

/** Names of types, by their last word, whose values come from somebody else: a request or a message. */
const brought: readonly string[] = ['request', 'req', 'message', 'msg', 'packet', 'payload', 'delivery', 'envelope', 'update'];

/** Whether a function serves one request or connection, by its parameters. */
export function takesRequest({ type }: FuncNode, info: DeclInfo): boolean {
  return type.params.some((field) => requests.test(typeString(dereferenced(typeFromExpr(field.type, info)))));
}

/** Whether a variable holds what somebody else sends while the program runs: a `request` to a server, or by its type's name a `message`. */
export function carries(variable: Var, model: PackageModel): 'request' | 'message' | undefined {
  const type = dereferenced(typeOfVar(variable, model));
  const name = typeString(type);
  if (requests.test(name)) return isSent(variable) ? undefined : 'request';
  const last = wordsOfName(name.slice(name.lastIndexOf('.') + 1)).at(-1) ?? '';
  // A map under such a name is what was decoded of one.
  if (type?.kind === 'Named' && underlying(type)?.kind === 'Map' && (last === 'params' || brought.includes(last))) return 'request';
  return brought.includes(last) ? 'message' : undefined;
}

/** Whether a request is one that the program itself sends: `RoundTrip(req *http.Request)`, and what is given the response as well. */
function isSent({ func, info }: Var): boolean {
  if (func?.kind !== 'FuncDecl') return false;
  return /^(?:RoundTrip|Do)(?![a-z])/.test(func.name.name)
    || func.type.params.some(({ type }) => typeString(dereferenced(typeFromExpr(type, info))) === 'net/http.Response');
}
