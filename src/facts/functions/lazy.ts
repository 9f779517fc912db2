/** What an iterator gives, asked for as far as somebody goes and only once, however many go through it. */
export function lazy<Item>(source: Iterator<Item, void>): Iterable<Item> {
  const found: Item[] = [];
  return {
    *[Symbol.iterator]() {
      for (let index = 0; ; index++) {
        if (index === found.length) {
          const next = source.next();
          if (next.done) return;
          found.push(next.value);
        }
        const item = found[index];
        if (item !== undefined) yield item;
      }
    },
  };
}
