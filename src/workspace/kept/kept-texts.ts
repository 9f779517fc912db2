import type { PackageText, SourceText } from '../../package-text.ts';
import { closeSource } from '../../syntax/source-file.ts';

/**
 * The packages of folders as they were read last: for whoever reads the same folders again and again. What is known of a file, as its
 * tokens and trees, is remembered by the object that it was read into, so that an object that lives on saves all that work.
 */
export interface KeptTexts {
  /** The packages of a folder (absolute) that were just read, with the objects of before for the files that are still the same. */
  renewed(dir: string, packages: readonly PackageText[]): readonly PackageText[];
  /** Lets go of a folder. */
  drop(dir: string): void;
}

/** Keeps nothing yet. */
export function keptTexts(): KeptTexts {
  const kept = new Map<string, readonly SourceText[]>();
  const keep = (dir: string, packages: readonly PackageText[]): readonly PackageText[] => {
    const again = renewal(kept.get(dir) ?? []);
    const renewed = packages.map((each) => ({ ...each, files: each.files.map(again.take) }));
    again.closeOthers();
    return renewed;
  };
  return {
    renewed(dir, packages) {
      const renewed = keep(dir, packages);
      kept.set(dir, renewed.flatMap(({ files }) => files));
      return renewed;
    },
    drop(dir) {
      keep(dir, []);
      kept.delete(dir);
    },
  };
}

/** Files that were read before, to be taken in place of equal ones. */
export interface Renewal {
  /** The file of before, where nothing of it has changed, else this one. */
  readonly take: (file: SourceText) => SourceText;
  /** Closes the files that were not taken: they have changed, or are gone. */
  readonly closeOthers: () => void;
}

/** Begins with no file taken. */
export function renewal(before: readonly SourceText[]): Renewal {
  const left = new Map(before.map((file) => [keyOf(file), file]));
  return {
    take(file) {
      const known = left.get(keyOf(file));
      if (known?.text !== file.text || known.inProject !== file.inProject) return file;
      left.delete(keyOf(file));
      return known;
    },
    closeOthers: () => {
      for (const file of left.values()) closeSource(file);
    },
  };
}

/** With tests a package is read twice, and not all of its files are reported on both times. */
function keyOf({ path, report }: SourceText): string {
  return `${path}\0${report}`;
}
