import type { Obligation } from '../../src/engines/obligation/rule.ts';

/** See rule.md beside this file. https://pkg.go.dev/os/exec#Cmd.Start */
export default {
  engine: 'obligation',
  id: 'command-not-waited',
  summary: 'A started command that one way waits for, and another leaves behind',
  tags: ['leak', 'process', 'resource'],
  noun: 'command',
  released: 'waited for',
  acquire: ['(*os/exec.Cmd).Start'],
  type: '*os/exec.Cmd',
  lookalikes: [],
  release: ['Wait'],
  uses: ['Path', 'Args', 'Env', 'Dir', 'Stdin', 'Stdout', 'Stderr', 'ExtraFiles', 'SysProcAttr', 'Process', 'ProcessState', 'Cancel', 'WaitDelay', 'Err'],
  anyUse: true,
  ofReceiver: true,
  onlyWhereReleased: true,
  effect: 'the process stays a zombie when it ends, and its pipes stay open',
} as const satisfies Obligation;
