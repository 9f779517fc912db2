import type { FolderOutcome } from '../folder/analyze-folder.ts';

/**
 * Whether a value has the outline of what was found in a folder, so that it can be reported. What a fact holds besides
 * its kind is believed: the file it comes from is the user's own, and the name of that file stands for this very
 * program.
 */
export function isOutcome(value: unknown): value is FolderOutcome {
  return (
    isRecord(value)
    && [value['packages'], value['files'], value['excluded']].every((each) => typeof each === 'number')
    && [value['wanted'], value['tests'], value['notices']].every((each) => isListOf(each, isText))
    && isListOf(value['mended'], isRecord)
    && isRecord(value['asked'])
    && [value['asked']['folders'], value['asked']['trees']].every((each) => isListOf(each, isText))
    && isListOf(value['analyses'], isAnalysis)
  );
}

function isAnalysis(value: unknown): boolean {
  return (
    isRecord(value)
    && isListOf(value['findings'], isFinding)
    && isListOf(value['suppressed'], (each) => isRecord(each) && isFinding(each['finding']))
    && isListOf(
      value['unread'],
      (each) => isRecord(each) && isText(each['path']) && typeof each['declarations'] === 'number',
    )
    && isListOf(value['failures'], isRecord)
  );
}

function isFinding(value: unknown): boolean {
  return isRecord(value)
    && [value['rule'], value['level'], value['confidence'], value['fingerprint']].every(isText)
    && isLocation(value['location'])
    && isListOf(value['steps'], (each) => isRecord(each) && isText(each['kind']) && isLocation(each['location']))
    && isRecord(value['fact']) && isText(value['fact']['kind']);
}

function isLocation(value: unknown): boolean {
  return isRecord(value) && isText(value['path']) && isText(value['source'])
    && [value['line'], value['column'], value['endColumn']].every(Number.isSafeInteger);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isListOf(value: unknown, holds: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(holds);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
