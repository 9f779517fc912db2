/** Types of parameters of functions that run once for each request or connection, as Go prints them without `*`. */
export const requestTypes = new RegExp(
  [
    String.raw`^net/http\.Request$`,
    // Whoever writes a response serves, whatever the package: of net/http, DNS, commands that a daemon runs for its
    // clients.
    String.raw`(?:^|\.)Response(?:Writer|Emitter)$`,
    String.raw`^net\.(?:Conn|TCPConn|UDPConn|Addr)$`,
    String.raw`^github\.com/(?:gin-gonic/gin|labstack/echo(?:/v\d+)?|kataras/iris(?:/v\d+)?|beego/beego(?:/v\d+)?/server/web/context)\.Context$`,
    String.raw`^github\.com/(?:gofiber/fiber(?:/v\d+)?\.Ctx|valyala/fasthttp\.RequestCtx)$`,
    String.raw`^github\.com/(?:gorilla|lxzan|fasthttp)/(?:websocket|gws)\.Conn$`,
    String.raw`^(?:nhooyr\.io|github\.com/coder)/websocket\.Conn$`,
    String.raw`^github\.com/emicklei/go-restful(?:/v\d+)?\.Request$`,
    String.raw`^github\.com/gogf/gf(?:/v\d+)?/net/ghttp\.Request$`,
    String.raw`^github\.com/miekg/dns\.Msg$`,
  ].join('|'),
);

/** Those of them that are connections, or their addresses: a program has some of its own as well. */
export const connectionTypes = /\.(?:\w*Conn|Addr)$/;
