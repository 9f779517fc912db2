import { describe, expect, it } from 'vitest';
import { artifactLocation, folderUri } from '../../src/report/uri.ts';

const bases = { root: '/src/repo', cwd: '/src/repo' };

describe('artifactLocation', () => {
  it.each([
    ['a.go', 'a.go'],
    ['./b/../c/a.go', 'c/a.go'],
    ['/src/repo/x/a.go', 'x/a.go'],
    ['a b#c?d%e.go', 'a%20b%23c%3Fd%25e.go'],
    ['[x]/a\nb.go', '%5Bx%5D/a%0Ab.go'],
    ['größe/日.go', 'gr%C3%B6%C3%9Fe/%E6%97%A5.go'],
    ['c:d.go', 'c%3Ad.go'],
    ['back\\slash.go', 'back%5Cslash.go'],
    ['\ud800.go', '%EF%BF%BD.go'],
  ])('%j is relative to the root', (path, uri) => {
    expect(artifactLocation(path, bases)).toEqual({ uri, uriBaseId: '%SRCROOT%' });
  });

  it('counts from the root where the working directory is below it', () => {
    expect(artifactLocation('../a.go', { root: '/src/repo', cwd: '/src/repo/x/y' })).toEqual({
      uri: 'x/a.go',
      uriBaseId: '%SRCROOT%',
    });
  });

  it.each([
    ['/src/other/a b.go', 'file:///src/other/a%20b.go'],
    ['/src/repository/a.go', 'file:///src/repository/a.go'],
    ['../a.go', 'file:///src/a.go'],
  ])('%j is absolute outside of the root', (path, uri) => {
    expect(artifactLocation(path, bases)).toEqual({ uri });
  });

  it('knows Windows drives', () => {
    const windows = { root: 'C:\\src\\repo', cwd: 'C:\\src\\repo\\x' };
    expect(artifactLocation('a.go', windows)).toEqual({ uri: 'x/a.go', uriBaseId: '%SRCROOT%' });
    expect(artifactLocation('D:/a b/c.go', windows)).toEqual({ uri: 'file:///D:/a%20b/c.go' });
  });
});

describe('folderUri', () => {
  it.each([
    ['/src/my repo', 'file:///src/my%20repo/'],
    ['/src/repo/', 'file:///src/repo/'],
    ['/', 'file:///'],
    ['C:\\src', 'file:///C:/src/'],
  ])('%j ends in a slash', (path, uri) => {
    expect(folderUri(path)).toBe(uri);
  });
});
