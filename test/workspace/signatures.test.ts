import { expect, test } from 'vitest';
import { signaturesOf } from '../../src/workspace/signatures.ts';
import { packageIn } from './open-module.ts';

const text = `package store

import "os"

type Store struct{ file *os.File }

func Open(name string) (*Store, error) {
	file, err := os.Open(name)
	return &Store{file}, err
}

func (s Store) Again(name string) (Store, error) {
	file, err := os.Open(name)
	return Store{file}, err
}

func open(name string) (*Store, error) {
	file, err := os.Open(name)
	return &Store{file}, err
}

func Raw(name string) (*os.File, error) { return os.Open(name) }

func Size(name string) (int64, error) {
	_, err := os.Open(name)
	return 0, err
}

func Other(box Box, name string) (*Store, error) { return box.Open(name) }
`;

test('the functions that may give a value of their own package with what they open', () => {
  const { making } = signaturesOf(() => packageIn('store', { 'store/store.go': text }));
  expect([...making(['os.Open'])]).toEqual(['Open', 'Again']);
  expect([...making(['(*os.Root).Open'])]).toEqual(['Open', 'Again', 'Other']);
  expect([...making(['net.Dial'])]).toEqual([]);
});
