import type { FileSystem } from './host/file-system.ts';
import { disk } from './host/node.ts';
import type { OpenedWith, Workspace } from './workspace-over.ts';
import { workspaceOver } from './workspace-over.ts';

/** What a workspace is opened with. */
export interface WorkspaceOptions extends OpenedWith {
  /** Where files are read: on the disk unless said otherwise. */
  readonly files?: FileSystem;
}

/** Opens a workspace; reads nothing yet. The parser stays the caller's, to be closed after the last question. */
export function openWorkspace({ files = disk, ...options }: WorkspaceOptions): Workspace {
  return workspaceOver(files, options);
}
