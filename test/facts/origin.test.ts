import { describe, expect, it } from 'vitest';
import { sourcesOf } from '../../src/facts/origin.ts';
import { funcInfo, nodesOf, textOf } from '../parse-go.ts';
import { modelIn } from '../workspace/open-module.ts';

/** What the key of the only `m[…]` in function F of package internal/a comes from, the others in alphabetical order. */
function sources(imports: string, code: string, others: Readonly<Record<string, string>> = {}): readonly string[] {
  const head = imports.split(' ').filter((path) => path !== '').map((path) => `import "${path}"\n`).join('');
  const files = { 'internal/a/a.go': `package a\n${head}var m map[string]int\n${code}\n`, ...others };
  const { info, decl } = funcInfo(modelIn('internal/a', files), 'F');
  const index = nodesOf(decl, 'IndexExpr').find(({ x }) => textOf(x, info) === 'm');
  const [key] = index?.indices ?? [];
  if (!key) throw new Error('no key');
  return [...sourcesOf(key, info)].sort();
}

const served = (body: string): string => `func F(w http.ResponseWriter, r *http.Request) {\n${body}\n}`;
const http = 'net/http';

describe('what a request brings', () => {
  it.each([
    ['m[r.FormValue("x")]++', ['request']],
    ['m[strings.ToLower(r.Header.Get("X-Id"))]++', ['request']],
    ['m[r.RemoteAddr]++', ['peer', 'request']],
    [
      'host, _, err := net.SplitHostPort(r.RemoteAddr)\nif err != nil {\nhost = r.RemoteAddr\n}\nm[host]++',
      ['peer', 'request'],
    ],
    ['k := key{client: r.RemoteAddr, n: 1}\nm[k.client]++', ['peer', 'request']],
    ['k := key{client: r.RemoteAddr, n: 1}\nm[k.n]++', []],
    ['var in struct{ ID string }\n_ = json.NewDecoder(r.Body).Decode(&in)\nm[in.ID]++', ['request']],
    ['c, _ := r.Cookie("x")\nm[c.Value]++', ['request']],
    ['for _, v := range r.Form["x"] {\nm[v]++\n}', ['request']],
    ['m[r.Method]++', []],
    ['m[r.Context().Value("x").(string)]++', []],
    ['m["x"]++', []],
    ['m[table[r.FormValue("x")]]++', []],
  ])('%s', (body, expected) => {
    const code = `type key struct{ client string; n int }\nvar table map[string]string\n${served(body)}`;
    expect(sources('net/http net strings encoding/json', code)).toEqual(expected);
  });

  it('also by way of parameters, of fields of them, and of other packages', () => {
    expect(
      sources(http, `func F(k string) { m[k]++ }\n${served('F(r.URL.Path)').replace('func F', 'func g')}`),
    ).toEqual(['request']);
    const far = 'package b\nimport "m/internal/a"\nimport "net/http"\nfunc g(w http.ResponseWriter, r *http.Request) { a.F(a.K{Who: r.RemoteAddr, What: "x"}) }\n';
    const declared = 'type K struct{ Who, What string }\nfunc F(k K) { m[k.FIELD]++ }';
    expect(sources('', declared.replace('FIELD', 'Who'), { 'internal/b/b.go': far })).toEqual(['peer', 'request']);
    expect(sources('', declared.replace('FIELD', 'What'), { 'internal/b/b.go': far })).toEqual([]);
  });

  it('what a connection says, but not one that the program asked for', () => {
    const read = 'type client struct{ id [16]byte }\nfunc F(c *client) { m[c.id]++ }\nfunc g(l net.Listener) {\nconn, _ := GET\nc := &client{}\nconn.Read(c.id[:])\nF(c)\n}';
    expect(sources('net', read.replace('GET', 'l.Accept()'))).toEqual(['request']);
    expect(sources('net', read.replace('GET', 'net.Dial("tcp", "x")'))).toEqual([]);
    expect(sources('net', 'func F(c net.Conn) { m[c.RemoteAddr().String()]++ }')).toEqual(['connection', 'peer']);
    expect(sources('net', 'func F(c net.Conn) { m[c.RemoteAddr().String()]++ }\nfunc g(l net.Listener) {\nconn, _ := l.Accept()\ngo F(conn)\n}')).toEqual(['connection', 'peer', 'request']);
    expect(sources('net', 'func F(c net.Conn) { m[c.LocalAddr().String()]++ }')).toEqual([]);
  });
});

describe('what was never there before', () => {
  it.each([
    ['crypto/rand encoding/hex', 'func id() string {\nvar raw [24]byte\nif _, err := rand.Read(raw[:]); err != nil {\npanic(err)\n}\nreturn hex.EncodeToString(raw[:])\n}'],
    ['crypto/rand encoding/base64', 'func id() string {\nb := make([]byte, 32)\n_, _ = rand.Read(b)\nreturn base64.RawURLEncoding.EncodeToString(b)\n}'],
    ['crypto/rand io fmt', 'func id() (s string) {\nb := make([]byte, 32)\nio.ReadFull(rand.Reader, b)\ns = fmt.Sprintf("%x", b)\nreturn\n}'],
    ['crypto/rand', 'func id() string { return rand.Text() }'],
    ['crypto/rand math/big', 'func id() string {\nn, _ := rand.Int(rand.Reader, big.NewInt(1000))\nreturn n.String()\n}'],
    ['github.com/google/uuid', 'func id() string { return uuid.New().String() }'],
    ['github.com/google/uuid', 'func id() string { return uuid.Must(uuid.NewRandom()).String() }'],
    ['math/rand', 'var letters = []rune("abc")\nfunc id() string {\nb := make([]rune, 16)\nfor i := range b {\nb[i] = letters[rand.Intn(len(letters))]\n}\nreturn string(b)\n}'],
    ['math/rand strings', 'const letters = "abc"\nfunc id() string {\nvar sb strings.Builder\nfor i := 0; i < 8; i++ {\nsb.WriteByte(letters[rand.Intn(len(letters))])\n}\nreturn sb.String()\n}'],
    ['sync/atomic strconv', 'var next atomic.Int64\nfunc id() string { return strconv.FormatInt(next.Add(1), 10) }'],
    ['strconv', 'var next int\nfunc id() string {\nnext++\nreturn strconv.Itoa(next)\n}'],
    ['time strconv', 'func id() string { return strconv.FormatInt(time.Now().UnixNano(), 36) }'],
  ])('%s: %s', (imports, code) => {
    expect(sources(imports, `${code}\nfunc F() { m[id()]++ }`)).toEqual(['fresh']);
  });

  it('nothing that is worked out of what there was', () => {
    expect(
      sources(
        'github.com/google/uuid',
        'func id() string { return uuid.MustParse("x").String() }\nfunc F() { m[id()]++ }',
      ),
    ).toEqual([]);
    expect(sources('math/rand', 'var hosts []string\nfunc F() { m[hosts[rand.Intn(len(hosts))]]++ }')).toEqual([]);
    expect(sources('', 'func F(n int) {\nfor i := 0; i < n; i++ {\nm[i]++\n}\n}')).toEqual([]);
    expect(sources('os', 'func id() string { return os.Getenv("X") }\nfunc F() { m[id()]++ }')).toEqual([]);
  });
});

it('is asked of a bounded number of expressions, and goes round no circle', () => {
  const doubled = Array.from({ length: 300 }, (_, i) => `k${i + 1} := k${i} + k${i}`).join('\n');
  expect(sources('', `func F(k0 string) {\n${doubled}\nm[k300]++\n}`)).toEqual([]);
  expect(
    sources('', 'func id(n int) string { return id(n - 1) }\nfunc F() {\na := id(1)\nb := a\na = b\nm[a]++\n}'),
  ).toEqual([]);
});
