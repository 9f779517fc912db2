/**
 * Functions that give something that was never there before, as Go prints them: random values, and identifiers made of
 * them.
 */
export const freshResults = new RegExp(
  [
    String.raw`^crypto/rand\.(?:Text|Int|Prime)$`,
    String.raw`^math/rand(?:/v2)?\.(?:Int|Int31|Int32|Int63|Int64|Uint32|Uint64|Uint|Float64)$`,
    String.raw`^sync/atomic\.Add\w+$`,
    String.raw`^\(\*?sync/atomic\.U?[Ii]nt(?:32|64)\)\.Add$`,
    String.raw`^[^(]*\b(?:uuid|ulid|xid|ksuid|guid|nanoid|shortid|cuid\d?)\b[^.]*\.(?!\w*(?:Parse|From|Must|SHA1|MD5|V3|V5|Equal|Valid|Nil|Set|Is))\w+$`,
    String.raw`^[^(]*\.(?:NewUUID|\w*[Rr]and(?:om)?(?:Str|Hex|Bytes|ID|Id)\w*)$`,
  ].join('|'),
);

/**
 * Functions that draw one of a few numbers, as many as they are told: a text of many draws is fresh, one draw is not.
 */
export const drawnResults = /^(?:\(\*math\/rand(?:\/v2)?\.Rand\)|math\/rand(?:\/v2)?)\.(?:Intn|IntN|Int31n|Int32N|Int63n|Int64N|Uint32N|Uint64N|UintN|N)$/;

/** Functions that fill what they are given with random bytes. */
export const freshFills = /^(?:crypto\/rand|math\/rand)\.Read$/;

/** Functions whose results are as many as were compiled, or one for a machine. */
export const closedResults = /^\(?\*?reflect\.|^runtime\.|^go\/|^os\.(?:Getenv|Hostname|Args)/;

/**
 * Names of functions and methods that fill one argument from the others, or from their receiver: `io.ReadFull(r, b)`,
 * `d.Decode(&v)`.
 */
export const filling =
  /^(?:Read\w*|Decode\w*|Unmarshal\w*|\w*Bind\w*|(?:Fs|S)?[Ss]can\w*|Fscan\w*|Encode|copy|Put\w+|Parse\w*)$/;

/** Names of methods that add their arguments to their receiver. */
export const collecting = /^(?:Write|Append|Push)\w*$/;

/** Names of methods that give a connection somebody else has asked for. */
export const accepting = /^Accept(?:TCP|Unix|Stream|Conn|Session)?$/;

/** Names of methods that give a packet, and with it the address of who sent it. */
export const receiving = /^Read(?:From(?:UDP|UDPAddrPort|IP|Unix)?|MsgUDP(?:AddrPort)?)$/;

/** Names of what tells the address of a peer, on a request or a connection. */
export const peerAddress = /^(?:Remote(?:Addr|IP|Address|Host)?|(?:Client|Real|Peer)(?:IP|Addr|Address)?|IP)$/;

/** Names of what a request or connection has and of which there are few, whoever sends it. */
export const fewOfRequest = new RegExp(
  String.raw`^(?:Method|Proto\w*|Pattern|Scheme|Local(?:Addr|Address|IP)|FullPath|FullMethod|HandlerNames?|Route|Context|UserContext|TLS|`
    + String.raw`ConnectionState|Version|NegotiatedProtocol|CipherSuite|ContentLength|Close|Server|Listener|Logger|Network|Len|Size|Class|Type|Qtype)$`,
);

/** Functions and methods that take texts apart or look at their form: what passes them may be anything. */
export const readingText =
  /^\(?\*?(?:strings|strconv|bytes|regexp|unicode|unicode\/\w+|net|net\/\w+|encoding\/\w+|fmt|errors|time|mime|path|path\/\w+|io|bufio|crypto\/\w+)\.|^[a-z]+$|\b(?:uuid|ulid)\b[^.]*\.|^\(?\*?math\//;
