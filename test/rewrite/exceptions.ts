/**
 * What a rewriting may change, by rewriting and fixture, each with the reason: only names that a rule declares as words
 * in its data say what code does not show otherwise.
 */
export const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'names of local variables': {
    'goroutine-without-exit/leaky/ignored-done.go': 'that a channel says when to stop shows in its name alone',
    'goroutine-without-exit/leaky/seeming-exit.go': 'that a channel says when to stop shows in its name alone',
    'meter-not-stopped/leaky/entity.go': 'that a meter is one of many shows in what its name is made of',
    'meter-not-stopped/leaky/geth.go': 'that a meter is one of many shows in what its name is made of',
    'meter-not-stopped/leaky/names': 'that a meter is one of many shows in what its name is made of',
    'unbounded-global-map/leaky/configured-login.go':
      'of what there are many, and of what few, shows in the names of keys',
    'unbounded-global-map/leaky/limiters.go': 'of what there are many, and of what few, shows in the names of keys',
    'unbounded-global-map/leaky/service.go': 'of what there are many, and of what few, shows in the names of keys',
    'unbounded-global-map/leaky/singleton-field.go':
      'of what there are many, and of what few, shows in the names of keys',
    'unbounded-global-map/leaky/strict.go': 'of what there are many, and of what few, shows in the names of keys',
    'unbounded-global-map/leaky/user-cache.go': 'of what there are many, and of what few, shows in the names of keys',
  },
};
