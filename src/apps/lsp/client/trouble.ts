import type { Connection } from 'vscode-languageserver/node';
import { MessageType, ShowMessageNotification } from 'vscode-languageserver/node';
import { ConfigError } from '../../../config/read/config-error.ts';

/** Tells the user what is wrong, each thing once until it may have been mended. */
export interface Trouble {
  /**
   * A reason for which there is no result: a mistake in the configuration is shown, what is our own is put into the
   * log.
   */
  tell(reason: unknown): undefined;
  /** Shows a sentence. */
  warn(sentence: string): void;
  /** Puts a sentence into the log. */
  log(sentence: string): void;
  /** From now on all may be told again. */
  forget(): void;
}

/** Has told nothing yet. */
export function troubleOn(connection: Connection): Trouble {
  const told = new Set<string>();
  const once = (sentence: string, tell: (sentence: string) => void): void => {
    if (told.has(sentence)) return;
    told.add(sentence);
    tell(sentence);
  };
  const show =
    (type: MessageType) =>
    (message: string): void =>
      void connection.sendNotification(ShowMessageNotification.type, { type, message });
  return {
    tell(reason) {
      if (reason instanceof ConfigError) once(`golint-leaks: ${reason.message}`, show(MessageType.Error));
      else
        once(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason), (sentence) =>
          connection.console.error(sentence),
        );
      return undefined;
    },
    warn: (sentence) => once(sentence, show(MessageType.Warning)),
    log: (sentence) => once(sentence, (each) => connection.console.error(each)),
    forget: () => told.clear(),
  };
}
