/** Names of folders that hold what tests share. */
const forTests = 'testdata|tests?|testing|test_?(?:utils?|helpers?|support|kit)|tests?(?:suite|infra|env)|mocks?|fakes?|stubs?|fixtures?|e2e'
  + '|(?!la|at|con|pro|fas)(?:[a-z]{2,3}|http|unit|load|stress|smoke|integration)test';

/**
 * Folders, as parts of a path below the root of a project, that hold what tests share: what it leaves behind ends with
 * the tests.
 */
export const testFolders = new RegExp(`(?:^|/)(?:${forTests})/`, 'i');

/** Folders of tests, of tools, and of what is written to try things out: what runs there ends with the process. */
export const passingFolders = new RegExp(`(?:^|/)(?:_?examples?|tools?|${forTests})/`, 'i');

/** Folders of programs. Libraries stand below them as well. */
export const programFolders = /(?:^|\/)cmd\//;

/**
 * Folders of what developers run by hand: it shows or measures one thing and ends. Examples are no such: they are
 * copied.
 */
export const triedFolders = /(?:^|\/)(?:demos?|hack|(?:[\w-]+-)?(?:bench|benchmarks?|benchmarking|fuzz|simulators?))\//i;
