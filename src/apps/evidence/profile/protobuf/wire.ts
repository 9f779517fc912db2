/** Why bytes are no message of protobuf: `cut` where they end too early, else `broken`. */
export class WireError extends Error {
  readonly cut: boolean;

  constructor(cut: boolean) {
    super(cut ? 'cut off' : 'broken');
    this.cut = cut;
  }
}

/** One field of a message: its number, and either its value or where its bytes are, `[from, to)`. */
export interface Field {
  number: number;
  /** Of a number, as a signed integer; exact up to 2^53. */
  value: number;
  from: number;
  /** Equal to `from` for a number. */
  to: number;
  /** Whether the field is made of bytes: a text, a message or packed numbers. */
  bytes: boolean;
}

/**
 * Walks through the fields of one message of protobuf (https://protobuf.dev/programming-guides/encoding), bounded by
 * its ends.
 */
export class Reader {
  readonly #bytes: Uint8Array;
  #at: number;
  readonly #end: number;
  /** The same object for each field, so that a large profile makes no garbage. */
  readonly field: Field = { number: 0, value: 0, from: 0, to: 0, bytes: false };

  constructor(bytes: Uint8Array, from = 0, to = bytes.length) {
    this.#bytes = bytes;
    this.#at = from;
    this.#end = to;
  }

  /** Whether there is one more number or field. */
  get more(): boolean {
    return this.#at < this.#end;
  }

  /** Reads the next field into `field`; false at the end. Throws a WireError. */
  next(): boolean {
    if (!this.more) return false;
    const tag = this.number();
    const { field } = this;
    field.number = Math.floor(tag / 8);
    const type = tag % 8;
    field.bytes = type === 2;
    if (type === 0) field.value = this.number();
    else if (type === 2) this.#span(this.number());
    else if (type === 1 || type === 5) this.#span(type === 1 ? 8 : 4);
    else throw new WireError(false);
    return true;
  }

  /** A varint as a signed integer of 64 bits. Throws a WireError. */
  number(): number {
    let [low, high, shift] = [0, 0, 0];
    for (;;) {
      if (this.#at >= this.#end) throw new WireError(this.#end === this.#bytes.length);
      const byte = this.#bytes[this.#at++] ?? 0;
      if (shift < 28) low |= (byte & 127) << shift;
      else if (shift === 28) {
        low |= (byte & 15) << 28;
        high |= (byte & 127) >> 4;
      } else if (shift < 64) high |= (byte & 127) << (shift - 32);
      else throw new WireError(false);
      if (byte < 128) return high * 2 ** 32 + (low >>> 0);
      shift += 7;
    }
  }

  #span(length: number): void {
    const { field } = this;
    if (length < 0 || length > this.#end - this.#at) throw new WireError(this.#end === this.#bytes.length);
    field.from = this.#at;
    field.to = this.#at = this.#at + length;
    field.value = 0;
  }
}
