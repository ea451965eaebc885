/** How well something is seen in what a trainee does, in words: never in points. */
export const levels = ['hidden', 'begun', 'seen', 'steady'] as const
export type Level = (typeof levels)[number]

export const levelWords: Readonly<Record<Level, string>> = {
  hidden: 'не видно',
  begun: 'намечено',
  seen: 'видно',
  steady: 'держится',
}
