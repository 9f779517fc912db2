/** The kinds of tokens, named as in go/token. Numbers, because millions of them are kept in one byte each. */

export const ILLEGAL = 0;
export const IDENT = 1;
export const INT = 2;
export const FLOAT = 3;
export const IMAG = 4;
export const CHAR = 5;
export const STRING = 6;

export const LPAREN = 10;
export const RPAREN = 11;
export const LBRACK = 12;
export const RBRACK = 13;
export const LBRACE = 14;
export const RBRACE = 15;
export const COMMA = 16;
export const PERIOD = 17;
/** A semicolon that is written. */
export const SEMICOLON = 18;
/** A semicolon that Go puts in at the end of a line (https://go.dev/ref/spec#Semicolons). */
export const AUTO_SEMICOLON = 19;
export const COLON = 20;
export const ELLIPSIS = 21;

export const ASSIGN = 25;
export const DEFINE = 26;
export const INC = 27;
export const DEC = 28;
/** `+=` and the like, up to LAST_OP_ASSIGN. */
export const ADD_ASSIGN = 29;
export const SUB_ASSIGN = 30;
export const MUL_ASSIGN = 31;
export const QUO_ASSIGN = 32;
export const REM_ASSIGN = 33;
export const AND_ASSIGN = 34;
export const OR_ASSIGN = 35;
export const XOR_ASSIGN = 36;
export const SHL_ASSIGN = 37;
export const SHR_ASSIGN = 38;
export const AND_NOT_ASSIGN = 39;

export const ADD = 40;
export const SUB = 41;
export const MUL = 42;
export const QUO = 43;
export const REM = 44;
export const AND = 45;
export const OR = 46;
export const XOR = 47;
export const SHL = 48;
export const SHR = 49;
export const AND_NOT = 50;
export const LAND = 51;
export const LOR = 52;
export const ARROW = 53;
export const EQL = 54;
export const NEQ = 55;
export const LSS = 56;
export const GTR = 57;
export const LEQ = 58;
export const GEQ = 59;
export const NOT = 60;
export const TILDE = 61;

/** Each keyword's kind; all are at least FIRST_KEYWORD. */
export const FIRST_KEYWORD = 70;
export const BREAK = 70;
export const CASE = 71;
export const CHAN = 72;
export const CONST = 73;
export const CONTINUE = 74;
export const DEFAULT = 75;
export const DEFER = 76;
export const ELSE = 77;
export const FALLTHROUGH = 78;
export const FOR = 79;
export const FUNC = 80;
export const GO = 81;
export const GOTO = 82;
export const IF = 83;
export const IMPORT = 84;
export const INTERFACE = 85;
export const MAP = 86;
export const PACKAGE = 87;
export const RANGE = 88;
export const RETURN = 89;
export const SELECT = 90;
export const STRUCT = 91;
export const SWITCH = 92;
export const TYPE = 93;
export const VAR = 94;

/** The keywords in the order of their kinds, from FIRST_KEYWORD on. */
export const KEYWORDS = [
  'break', 'case', 'chan', 'const', 'continue', 'default', 'defer', 'else', 'fallthrough', 'for', 'func', 'go', 'goto', 'if',
  'import', 'interface', 'map', 'package', 'range', 'return', 'select', 'struct', 'switch', 'type', 'var',
] as const;

/** Whether Go ends a statement at a line end behind a token of this kind. */
export function endsStatement(kind: number): boolean {
  switch (kind) {
    case IDENT: case INT: case FLOAT: case IMAG: case CHAR: case STRING: case RPAREN: case RBRACK: case RBRACE: case INC: case DEC:
    case BREAK: case CONTINUE: case FALLTHROUGH: case RETURN:
      return true;
    default:
      return false;
  }
}

/** Whether a token of this kind begins a declaration at the top level that is no import. */
export function isDeclaring(kind: number): boolean {
  return kind === FUNC || kind === VAR || kind === CONST || kind === TYPE;
}

/** Whether a token of this kind opens a bracket. */
export function isOpening(kind: number): boolean {
  return kind === LPAREN || kind === LBRACK || kind === LBRACE;
}

/** Whether a token of this kind closes a bracket. */
export function isClosing(kind: number): boolean {
  return kind === RPAREN || kind === RBRACK || kind === RBRACE;
}

/** Whether a token of this kind ends a statement outside of brackets. */
export function isSemicolon(kind: number): boolean {
  return kind === SEMICOLON || kind === AUTO_SEMICOLON;
}

/** Whether a token of this kind gives what stands left of it a new value: `=`, `:=`, `+=`, `++`. */
export function isAssignment(kind: number): boolean {
  return kind >= ASSIGN && kind <= AND_NOT_ASSIGN;
}
