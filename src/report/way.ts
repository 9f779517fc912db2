import type { Finding, Location } from '../findings/finding.ts';
import { stepText } from '../findings/message.ts';

/** A place on the way of a leak. */
export interface WayMark {
  readonly location: Location;
  /** The number on the way, from 1. */
  readonly order: number;
  /** What is said about it; empty where the message of the finding says it. */
  readonly text: string;
}

/**
 * The places that a finding leads through. The way begins at the place of the finding, which is most often its first
 * step.
 */
export function wayOf({ location, steps }: Finding): readonly WayMark[] {
  const isStep = steps.some((step) => step.location.path === location.path && step.location.line === location.line);
  const places = [
    ...(isStep ? [] : [{ location, text: '' }]),
    ...steps.map((step) => ({ location: step.location, text: step.kind === 'acquired' ? '' : stepText(step) })),
  ];
  return places.map((place, i) => ({ ...place, order: i + 1 }));
}
