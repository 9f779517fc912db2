/** What the name of a function says of it, where nothing else does. */
export const functionNames = {
  /** `mux.HandleFunc(pattern, f)`, `peer.OnTrack(f)`: it keeps a function, and calls it for what comes from outside. */
  registers: /^(?:On\p{Lu}|Handle|Subscribe)/u,
  /** `set.ForEach(f)`, `filepath.Walk(root, f)`: it calls a function for one thing after the other, then and there. */
  visits: /^(?:[Ff]or)?[Ee]ach(?![a-z])|^(?:[Ww]alk|[Rr]ange|[Vv]isit|[Ii]terate|[Ss]ort|[Ss]lice)(?![a-z])/,
  /** `newSessionID()`, `generate_token()`: its result was never there before. */
  makesKeys: /^(?:new|next|gen|generate|create|random|make)\w*(?:id|key|token|handle|nonce|uuid)\w*$/i,
} as const;
