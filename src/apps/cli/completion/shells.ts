/** The shells that `completion` has a script for; the first is the default. */
export const shells = ['bash', 'zsh', 'fish'] as const;
