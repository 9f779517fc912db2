import * as T from '../../src/syntax/token/token-kind.ts';

const literal: Readonly<Record<number, string>> = {
  [T.ILLEGAL]: 'ILLEGAL', [T.IDENT]: 'IDENT', [T.INT]: 'INT', [T.FLOAT]: 'FLOAT', [T.IMAG]: 'IMAG', [T.CHAR]: 'CHAR', [T.STRING]: 'STRING',
  [T.LPAREN]: '(', [T.RPAREN]: ')', [T.LBRACK]: '[', [T.RBRACK]: ']', [T.LBRACE]: '{', [T.RBRACE]: '}', [T.COMMA]: ',', [T.PERIOD]: '.',
  [T.SEMICOLON]: ';', [T.AUTO_SEMICOLON]: 'newline', [T.COLON]: ':', [T.ELLIPSIS]: '...', [T.ASSIGN]: '=', [T.DEFINE]: ':=',
  [T.INC]: '++', [T.DEC]: '--', [T.ADD_ASSIGN]: '+=', [T.SUB_ASSIGN]: '-=', [T.MUL_ASSIGN]: '*=', [T.QUO_ASSIGN]: '/=',
  [T.REM_ASSIGN]: '%=', [T.AND_ASSIGN]: '&=', [T.OR_ASSIGN]: '|=', [T.XOR_ASSIGN]: '^=', [T.SHL_ASSIGN]: '<<=', [T.SHR_ASSIGN]: '>>=',
  [T.AND_NOT_ASSIGN]: '&^=', [T.ADD]: '+', [T.SUB]: '-', [T.MUL]: '*', [T.QUO]: '/', [T.REM]: '%', [T.AND]: '&', [T.OR]: '|',
  [T.XOR]: '^', [T.SHL]: '<<', [T.SHR]: '>>', [T.AND_NOT]: '&^', [T.LAND]: '&&', [T.LOR]: '||', [T.ARROW]: '<-', [T.EQL]: '==',
  [T.NEQ]: '!=', [T.LSS]: '<', [T.GTR]: '>', [T.LEQ]: '<=', [T.GEQ]: '>=', [T.NOT]: '!', [T.TILDE]: '~',
};

/** A kind of token as go/token prints it; `newline` for a semicolon that Go puts in. */
export function goToken(kind: number): string {
  return literal[kind] ?? T.KEYWORDS[kind - T.FIRST_KEYWORD] ?? `kind ${kind}`;
}
